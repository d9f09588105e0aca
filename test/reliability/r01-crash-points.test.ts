/**
 * R1: the k-th call to the database kills the process, for every k, before and after it is carried out; another process
 * takes the carrier's retry: one turn, one reply, no answer lost.
 */
import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp, textParams, textsOf, twilioRequest, type TestApp } from "../support/app.ts";
import type { CrashOrder, CrashReply } from "../support/crashChild.ts";
import { databaseMaker, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { newPhone, postText, untilLookup } from "../support/talk.ts";

describe("a process killed at any call to the database", { timeout: 120_000 }, () => {
  const makeDatabase = databaseMaker("postgres");
  const root = path.join(import.meta.dirname, "../..");
  let folder: string;
  let database: TestDatabase;
  /** The process that is there after the restart. */
  let app: TestApp;
  const children = new Set<ChildProcess>();

  beforeAll(async () => {
    // Inside the project, so that what it imports is found.
    folder = mkdtempSync(path.join(root, ".cache/crash-"));
    await build({
      entryPoints: [path.join(root, "test/support/crashChild.ts")],
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      jsx: "automatic",
      jsxImportSource: "hono/jsx",
      // Files are found from where the sources stand.
      define: { "import.meta.url": JSON.stringify(`file://${root}/src/db/x.ts`) },
      outfile: path.join(folder, "child.mjs"),
      logLevel: "warning",
    });
    database = await makeDatabase();
    app = await makeApp({ database });
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
  });
  afterAll(() => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  /** A fresh process handles one request and dies at the given call. @returns its reply, or undefined when it died. */
  async function inChild(order: CrashOrder): Promise<CrashReply | undefined> {
    const child = fork(path.join(folder, "child.mjs"), [], {
      env: { PATH: process.env["PATH"], DATABASE_URL: database.url },
      execArgv: [],
      stdio: "inherit",
    });
    children.add(child);
    const died = new Promise<undefined>((resolve) => child.once("exit", () => resolve(undefined)));
    const message = () => new Promise<unknown>((resolve) => child.once("message", resolve));
    await Promise.race([message(), died]);
    child.send(order);
    const reply = await Promise.race([message(), died]);
    child.kill("SIGKILL");
    await died;
    children.delete(child);
    return reply as CrashReply | undefined;
  }

  const turnsOf = async (phone: string) =>
    (
      await database.query<{ n: number }>("select count(*)::int as n from turn where handle = $1::bytea", [
        app.services.sealer.hash("phones", phone),
      ])
    )[0]?.n;

  const asked = untilLookup("sms", "en", marcus);
  /** What is said up to the killed turn, and what its answer holds. */
  const turns = {
    "the first text": { said: asked.slice(0, 1), hears: /Prop 64 case/ },
    "the lookup": { said: asked, hears: /February 2020/ },
    "the consent to be called": {
      said: ["hello", "1", "PERSON", "1", "1", "1", "2", "2", "1"],
      hears: /A person at .* will call/,
    },
  };
  const handoffsOf = async (phone: string) =>
    (
      await database.query<{ n: number }>("select count(*)::int as n from handoff where handle = $1::bytea", [
        app.services.sealer.hash("phones", phone),
      ])
    )[0]?.n;

  for (const [what, { said, hears }] of Object.entries(turns)) {
    const at = said.length - 1;
    it(`${what}: the retry finds one turn, one reply, and every answer`, async () => {
      let points = 0;
      for (let k = 1, reached = true; reached; k++) {
        for (const after of [false, true]) {
          const phone = newPhone();
          for (const text of said.slice(0, at)) await postText(app, phone, text);
          const params = textParams(phone, said[at] ?? "");
          const init = twilioRequest(params) as CrashOrder["init"];
          const reply = await inChild({ path: "/webhooks/sms", init, at: k, after });
          reached = reply === undefined;
          points += reached ? 1 : 0;
          const retries = [];
          for (let n = 0; n < 2; n++) {
            const response = await app.request("/webhooks/sms", init);
            expect(response.status).toBe(200);
            retries.push(await response.text());
          }
          expect(retries[1]).toBe(retries[0]);
          if (reply) expect(retries[0]).toBe(reply.body);
          expect(await turnsOf(phone), `call ${k}${after ? ", after" : ""}`).toBe(at + 1);
          const answer = textsOf(retries[0] ?? "").join(" ");
          expect(answer).toMatch(hears);
          expect(await handoffsOf(phone)).toBe(what.includes("consent") ? 1 : 0);
          if (!reached) break;
        }
      }
      expect(points).toBeGreaterThanOrEqual(4);
    });
  }
});
