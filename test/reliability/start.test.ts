/**
 * `clearline start` as people run it: built, in a folder of its own, on the embedded database.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildServer, runBuilt, startBuilt, type StartedServer } from "../support/builtServer.ts";

describe("the built server on the embedded database", { timeout: 30_000 }, () => {
  let folder: string;
  let env: Record<string, string>;
  let server: StartedServer;
  const started: StartedServer[] = [];

  const start = async () => {
    server = await startBuilt(env, folder);
    started.push(server);
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "clearline-start-"));
    env = {
      DATA_DIR: path.join(folder, "data"),
      CLEARLINE_KEYS_FILE: path.join(folder, "secrets/clearline.keys"),
    };
    await buildServer();
    await start();
  }, 120_000);
  afterAll(async () => {
    for (const one of started) one.child.kill("SIGKILL");
    await Promise.all(started.map((one) => one.ended));
    rmSync(folder, { recursive: true, force: true });
  });

  const chat = (json: object) =>
    fetch(`${server.base}/webhooks/chat`, { method: "POST", body: JSON.stringify(json) }).then(
      (response) =>
        response.json() as Promise<{ conversation: string; question: string; outcome: string | null }>,
    );

  it("is ready, tells where it listens and whom to try, and serves the chat in both languages", async () => {
    expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
    const { out } = server.printed();
    expect(out).toContain("Marcus Tollesworth");
    expect(out).toContain("SAMPLE");
    for (const [locale, word] of [
      ["en", "Los Angeles"],
      ["es", "Los Ángeles"],
    ] as const) {
      const page = await (await fetch(`${server.base}/${locale}`)).text();
      expect(page).toContain(`lang="${locale}"`);
      expect(page).toContain(word);
    }
    expect((await fetch(`${server.base}/webhooks/sms`, { method: "POST" })).status).toBe(503);
  });

  it("keeps its key outside the data folder, readable by its owner alone", () => {
    expect(statSync(env["CLEARLINE_KEYS_FILE"] ?? "").mode & 0o777).toBe(0o600);
  });

  it("a person on the sample is told so over the chat", async () => {
    const { conversation } = await chat({ locale: "en" });
    let last;
    for (const [n, text] of ["1", "1", "no", "Marcus Tollesworth", "May 19, 1974", "1996", "1"].entries())
      last = await chat({ conversation, turn: `t${n}`, text });
    expect(last).toMatchObject({ outcome: "dismissed" });
  });

  it("a second start on the same folder is refused in one line", async () => {
    const second = await runBuilt(["start"], { HOST: "127.0.0.1", PORT: "0", ...env }, folder).ended;
    expect(second.code).toBe(1);
    expect(second.err).toContain("already running");
    expect(second.err.trim().split("\n")).toHaveLength(1);
    expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
  });

  it("commands are handed to the running server, whether their input ends or stays open", async () => {
    for (const close of [true, false]) {
      const lists = runBuilt(["lists", "show"], env, folder);
      if (close) lists.child.stdin?.end();
      const shown = await lists.ended;
      expect(shown, shown.err).toMatchObject({ code: 0 });
      expect(shown.out).toContain("sample-2020");
    }
    const wrong = await runBuilt(["lists", "remove"], env, folder).ended;
    expect(wrong.code).toBe(2);
    expect(wrong.err.trim().split("\n")).toHaveLength(1);
  });

  it("`understand` answers in one JSON line without a database, and line by line with --jsonl", async () => {
    const one = await runBuilt(
      ["understand", "birthDate", "25 de julio de 1968", "--locale", "es"],
      env,
      folder,
    ).ended;
    expect(JSON.parse(one.out)).toMatchObject({ kind: "value", value: "1968-07-25" });
    const many = runBuilt(["understand", "--jsonl"], env, folder);
    many.child.stdin?.end(
      '{"question":"year","locale":"en","text":"1992"}\n{"question":"year","locale":"en","text":"early 90s"}\n',
    );
    const lines = (await many.ended).out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toMatchObject([{ value: { from: 1992, to: 1992 } }, { value: { from: 1990, to: 1993 } }]);
  });

  it("killed outright it starts again on the same folder, and conversations go on", async () => {
    const { conversation } = await chat({ locale: "en" });
    await chat({ conversation, turn: "before", choice: "agree" });
    server.child.kill("SIGKILL");
    await server.ended;
    await start();
    expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
    expect(await chat({ conversation, turn: "after", choice: "me" })).toMatchObject({
      conversation,
      question: "caseNumber",
    });
  });

  it("SIGTERM ends it with 0, though a handed-over chat is still open, and leaves no socket behind", async () => {
    const open = runBuilt(["chat"], env, folder);
    const spoke = new Promise((resolve) => open.child.stdout?.once("data", () => resolve("spoke")));
    expect(await Promise.race([spoke, open.ended])).toBe("spoke");
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ code: 0, signal: null });
    expect((await open.ended).code).not.toBe(0);
    await start();
    server.child.kill("SIGINT");
    expect(await server.ended).toMatchObject({ code: 0 });
  });

  it("wrong configuration stops the start with a list of what is wrong, exit 2", async () => {
    const wrong = await runBuilt(
      ["start"],
      { ...env, PORT: "many", TRUSTED_PROXIES: "x", LOOKUPS: "maybe" },
      folder,
    ).ended;
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("PORT");
    expect(wrong.err).toContain("LOOKUPS");
  });
});
