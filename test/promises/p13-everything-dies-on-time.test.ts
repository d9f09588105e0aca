/**
 * P13: everything dies on time, by the injected clock; purge may run twice, and again after a crash.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { failAt } from "../support/databaseProbe.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { lookUpAs, wrongDates } from "../support/lookUps.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newPhone, smsTalk, untilLookup, webTalk } from "../support/talk.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let app: TestApp;
  let runtime: TestRuntime;

  beforeEach(async () => {
    real ??= await makeDatabase();
    await emptyDatabase(real);
    runtime = new TestRuntime();
    app = await makeApp({ database: { ...real }, runtime });
  });

  const count = async (table: string, where = "true") =>
    (await real.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))[0]?.n;
  /** Advances to just before a moment, at which something must stand, and to it, when purge must remove it. */
  async function expectGone(afterMs: number, table: string, where = "true"): Promise<void> {
    runtime.advance(afterMs - 1);
    await purge(app.services);
    expect(await count(table, where), `${table} just before`).toBeGreaterThan(0);
    runtime.advance(2);
    await purge(app.services);
    expect(await count(table, where), `${table} just after`).toBe(0);
  }

  it("answers die 24 hours after the conversation began, though it was never finished", async () => {
    const talk = smsTalk(app, newPhone());
    await talk.say("hello");
    runtime.advance(20 * hourMs);
    await talk.say("1");
    await expectGone(4 * hourMs, "conversation", "sealed is not null");
    expect((await talk.say("1")).texts.join(" ")).toContain("Prop 64");
  });

  it("answers die 30 minutes after the end", async () => {
    const talk = smsTalk(app, newPhone());
    for (const text of ["hello", "2", "3", "finish"]) await talk.say(text);
    expect(talk.heard.at(-1)?.texts.join(" ")).toContain("That is all");
    await expectGone(30 * minuteMs, "conversation", "sealed is not null");
  });

  it("sealed replies die after 24 hours, hashes of turns after 90 days", async () => {
    await smsTalk(app, newPhone()).say("hello");
    await expectGone(24 * hourMs, "turn", "reply is not null");
    await expectGone(90 * dayMs - 24 * hourMs - 1, "turn");
  });

  it("nothing is left of a conversation's row a day after its last turn", async () => {
    await smsTalk(app, newPhone()).say("hello");
    await expectGone(24 * hourMs, "conversation");
  });

  it("phone and address counters die after 48 hours, and with them the key to the day's audit", async () => {
    await lookUpAs(app.services, { birthDate: "1974-05-19" });
    await expectGone(48 * hourMs, "limit_counter");
    await lookUpAs(app.services, { birthDate: "1974-05-19" });
    await expectGone(48 * hourMs, "secret", "name like 'audit/%'");
  });

  it("near misses of a record die after a year; what pads them, at once; a frozen record stays until staff release it", async () => {
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
    runtime.time = Math.floor(runtime.time / dayMs) * dayMs + 1;
    await lookUpAs(app.services, { birthDate: wrongDates(1)[0] ?? "" });
    expect(await count("record_budget")).toBe(16);
    await purge(app.services);
    expect(await count("record_budget")).toBe(1);
    await expectGone(366 * dayMs - 1, "record_budget");
    for (const birthDate of wrongDates(5)) await lookUpAs(app.services, { birthDate });
    runtime.advance(500 * dayMs);
    await purge(app.services);
    expect(await count("record_budget", "frozen_at is not null and guesses = '{}'")).toBe(1);
    expect((await lookUpAs(app.services, { birthDate: "1974-05-19" })).kind).toBe("notConfirmed");
  });

  it("a watch dies after twelve months, an opt-out and its wording after five years", async () => {
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: crowd(35) });
    const talk = smsTalk(app, newPhone());
    for (const text of [...untilLookup("sms", "en", marcus), "2", "1", "1", "1", "finish", "1"])
      await talk.say(text);
    expect(await count("watch")).toBe(1);
    await expectGone(366 * dayMs, "watch");
    await smsTalk(app, newPhone()).say("STOP");
    expect(await count("consent_event", "kind = 'watch'")).toBe(1);
    await expectGone(5 * 366 * dayMs, "consent");
    expect(await count("consent_event")).toBe(0);
  });

  it("audit dies after a year and not before, through the one function that may delete it", async () => {
    const ages = ["1 year 1 day", "364 days"];
    for (const age of ages)
      await real.query(
        `insert into audit (at, event, actor) values (now() - interval '${age}', 'purged', 'job')`,
      );
    await real.query("select audit_purge(now())");
    expect(await count("audit")).toBe(1);
  });

  describe("purge", () => {
    async function aDayOfEverything(): Promise<void> {
      await loadList(app.services, {
        id: "2020",
        announced: "2020-02-13",
        records: [record(), ...crowd(35)],
      });
      const talk = smsTalk(app, newPhone());
      for (const text of [
        ...untilLookup("sms", "en", { ...marcus, name: "Al Nobody" }),
        "2",
        "1",
        "1",
        "1",
        "8",
        "1",
      ])
        await talk.say(text);
      await smsTalk(app, newPhone()).say("STOP");
      const web = await webTalk(app);
      for (const text of untilLookup("web", "en", marcus)) await web.say(text);
      runtime.advance(6 * 366 * dayMs);
    }
    const remains = async () =>
      (await dumpDatabase(real)).filter(
        (line) => !/^(record|label|list|list_version|tally|audit): /.test(line),
      );

    it("run twice does no harm: the second finds nothing", async () => {
      await aDayOfEverything();
      await purge(app.services);
      const once = await remains();
      expect(once.filter((line) => !line.includes("(limits,"))).toEqual([]);
      const again = await purge(app.services);
      expect(Object.values(again).every((n) => n === 0)).toBe(true);
      expect(await remains()).toEqual(once);
    });

    it("killed at any statement and run again, it removes all the same", { timeout: 120_000 }, async () => {
      for (let at = 1; ; at++) {
        await emptyDatabase(real);
        app = await makeApp({ database: { ...real }, runtime });
        await aDayOfEverything();
        const crash = failAt(app.services.database, at, at % 2 === 0);
        const crashed = await purge({ ...app.services, database: crash.database }).then(
          () => false,
          () => true,
        );
        await purge(app.services);
        expect((await remains()).filter((line) => !line.includes("(limits,"))).toEqual([]);
        if (!crashed) break;
        // Every third crash point is enough: each statement stands alone.
        at += 2;
      }
    });
  });
});
