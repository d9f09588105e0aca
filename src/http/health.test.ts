import { beforeAll, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../test/support/app.ts";
import { databaseMaker } from "../../test/support/database.ts";
import { crowd, loadList } from "../../test/support/list.ts";
import { postChat } from "../../test/support/talk.ts";

describe("what operators ask", () => {
  const makeDatabase = databaseMaker("postgres");
  let app: TestApp;
  const metricsToken = "a-token-of-sixteen";
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase(), config: { metricsToken } });
  });
  const metrics = (authorization?: string) =>
    app.request("/metrics", authorization === undefined ? {} : { headers: { authorization } });

  it("metrics do not exist without their token: as any address that is not there", async () => {
    for (const wrong of [undefined, "", "Bearer ", "Bearer wrong", `Basic ${metricsToken}`, metricsToken])
      expect((await metrics(wrong)).status, wrong).toBe(404);
    const none = await makeApp({ database: app.services.database });
    expect((await none.request("/metrics", { headers: { authorization: "Bearer undefined" } })).status).toBe(
      404,
    );
  });

  it("metrics count requests by route and status, with no outcome, language or person", async () => {
    await postChat(app, { locale: "es" });
    await app.request("/nowhere/BA131774");
    const text = await (await metrics(`Bearer ${metricsToken}`)).text();
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="POST",route="\/webhooks\/chat\/?",status="200"\} 1/,
    );
    expect(text).not.toMatch(/BA131774|outcome|locale|"es"/);
    const buckets = [
      ...text.matchAll(
        /_bucket\{method="POST",route="\/webhooks\/chat\/?",status="200",le="([^"]+)"\} (\d+)/g,
      ),
    ];
    const counts = buckets.map((match) => Number(match[2]));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(buckets.at(-1)?.[1]).toBe("+Inf");
  });

  it("ready means: taking work, a database that answers, lists that can be read", async () => {
    expect(await (await app.request("/readyz")).json()).toEqual({
      ready: true,
      accepting: true,
      database: true,
      lists: true,
    });
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: crowd(5) });
    const stranger = await makeApp({
      database: { ...app.services.database },
      keys: `z:${Buffer.alloc(32, 9).toString("base64")}`,
    });
    const response = await stranger.request("/readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, accepting: true, database: true, lists: false });
    const off = await makeApp({ database: stranger.services.database, config: { lookups: "off" } });
    expect((await off.request("/readyz")).status).toBe(200);
  });
});

describe("the gate before a real list", () => {
  const makeDatabase = databaseMaker("postgres");

  it("without a legal review every public way in is closed, but for the carrier's fallback and health", async () => {
    const closed = await makeApp({
      database: await makeDatabase(),
      config: { host: "0.0.0.0", loopback: false },
    });
    const chat = () => postChat(closed, {});
    expect((await chat()).status).toBe(200);
    await loadList(closed.services, { id: "2020", announced: "2020-02-13", records: crowd(5) });
    const answer = await chat();
    expect(answer.status).toBe(503);
    expect(Object.keys(JSON.parse(answer.body) as object).sort()).toEqual(["message", "phone", "requestId"]);
    expect((await closed.request("/webhooks/sms", { method: "POST" })).status).toBe(503);
    for (const path of ["/en", "/panel"])
      expect(
        (await closed.request(path, { method: "POST", body: new URLSearchParams({ choice: "agree" }) }))
          .status,
      ).toBe(503);
    expect((await closed.request("/webhooks/sms/fallback", { method: "POST" })).status).toBe(200);
    expect((await closed.request("/healthz")).status).toBe(200);
    const { database } = closed.services;
    for (const config of [
      { legalReview: "A. Counsel, 2026-02-01" },
      { lookups: "off" as const },
      { loopback: true },
    ]) {
      const open = await makeApp({ database, config: { host: "0.0.0.0", loopback: false, ...config } });
      expect((await postChat(open, {})).status, Object.keys(config)[0]).toBe(200);
    }
  });
});
