/**
 * R5: SIGTERM under load: work in hand finishes within ten seconds, nothing that was committed is answered with a fault,
 * and what was cut off can be sent again elsewhere.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp } from "../support/app.ts";
import { buildServer, startBuilt, type StartedServer } from "../support/builtServer.ts";
import { databaseMaker, type TestDatabase } from "../support/database.ts";

const keys = `a:${Buffer.alloc(32, 1).toString("base64")}`;

describe("SIGTERM under load", { timeout: 60_000 }, () => {
  const makeDatabase = databaseMaker("postgres");
  let database: TestDatabase;
  let folder: string;
  let server: StartedServer | undefined;
  beforeAll(async () => {
    database = await makeDatabase();
    folder = mkdtempSync(path.join(os.tmpdir(), "clearline-stop-"));
    await buildServer();
  }, 120_000);
  afterAll(async () => {
    server?.child.kill("SIGKILL");
    await server?.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it("every reply is a 200 that is in the database, it ends with 0, and what was refused works at another server", async () => {
    server = await startBuilt(
      {
        DATABASE_URL: database.url ?? "",
        CLEARLINE_KEYS: keys,
        TWILIO_AUTH_TOKEN: "insecure-local",
        DATA_DIR: folder,
        LOG_LEVEL: "warn",
      },
      folder,
    );
    const { base } = server;
    const form = (n: number) =>
      new URLSearchParams({
        MessageSid: `SMload${n}`,
        From: `+1323555${3000 + (n % 60)}`,
        Body: "hello",
        NumMedia: "0",
      });
    let sent = 0;
    let answers = 0;
    let stop = false;
    const statuses = new Map<number, number>();
    const refused: number[] = [];
    const client = async () => {
      while (!stop && sent < 3000) {
        const n = sent++;
        try {
          const response = await fetch(`${base}/webhooks/sms`, { method: "POST", body: form(n) });
          await response.text();
          statuses.set(n, response.status);
          // In the midst of it, and only once.
          if (++answers === 150) server?.child.kill("SIGTERM");
        } catch {
          refused.push(n);
          stop = true;
        }
      }
    };
    await Promise.all(Array.from({ length: 12 }, client));
    const ended = await server.ended;
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.err).not.toMatch(/turn_failed|request_failed/);
    expect(new Set(statuses.values())).toEqual(new Set([200]));
    expect(statuses.size).toBeGreaterThanOrEqual(150);

    const next = await makeApp({
      database,
      keys,
      config: {
        twilio: {
          accountSid: undefined,
          authTokens: [],
          from: undefined,
          messagingServiceSid: undefined,
          insecureLocal: true,
        },
      },
    });
    const stored = new Set(
      (await database.query<{ id: string }>("select encode(id, 'hex') as id from turn")).map((row) => row.id),
    );
    for (const n of statuses.keys())
      expect(
        stored.has(next.services.sealer.hash("turns", "sms", `SMload${n}`).toString("hex")),
        `turn ${n}`,
      ).toBe(true);
    for (const n of refused) {
      const response = await next.request("/webhooks/sms", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: form(n).toString(),
      });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("<Message>");
    }
  });

  it("readiness goes before anything else: while work is still taken, balancers are told no", async () => {
    const app = await makeApp({ database, keys });
    expect((await app.request("/readyz")).status).toBe(200);
    app.readiness.accepting = false;
    const ready = await app.request("/readyz");
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ready: false, accepting: false, database: true });
    expect((await app.request("/healthz")).status).toBe(200);
    expect((await app.request("/webhooks/chat", { method: "POST", body: "{}" })).status).toBe(200);
  });
});
