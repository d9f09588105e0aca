/**
 * R8: the clock may jump: forward, back, over a change of summer time. Expiry goes by the injected clock alone.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { losAngelesDate, utcDay } from "../../src/runtime.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newPhone, smsTalk, webTalk, type Talk } from "../support/talk.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let runtime: TestRuntime;
  let talk: Talk;
  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    runtime = new TestRuntime();
    app = await makeApp({ database, runtime });
    talk = smsTalk(app, newPhone());
    for (const text of ["hello", "1"]) await talk.say(text);
  });
  const heard = async (text: string) => (await talk.say(text)).texts.join(" ");

  it("five minutes back: the conversation goes on, and copies still get their bytes", async () => {
    runtime.advance(-5 * minuteMs);
    expect(await heard("no")).toContain("name on the case");
    expect(await heard("Marcus Tollesworth")).toContain("birth date");
  });

  it("an hour and a bit forward: it asks whether to go on, repeating no answer, and goes on", async () => {
    await talk.say("BA131774");
    runtime.advance(hourMs + 1);
    const asked = await heard("hello");
    expect(asked).not.toContain("BA131774");
    expect(asked).toMatch(/1 .*\n2 /);
    expect(await heard("1")).toContain("name on the case");
  });

  it("a day forward: the answers are gone, it says so and starts fresh", async () => {
    runtime.advance(24 * hourMs);
    const fresh = await heard("Marcus Tollesworth");
    expect(fresh).toContain("A day has passed");
    expect(fresh).not.toContain("TOLLESWORTH");
  });

  it("ten years forward and back again: nothing is a fault", async () => {
    const web = await webTalk(app);
    for (const years of [10, -10, -30, 30]) {
      runtime.advance(years * 366 * 24 * hourMs);
      expect((await talk.say("hello")).status).toBe(200);
      expect((await web.send({ choice: "agree" })).status).toBe(200);
      await purge(app.services);
    }
  });

  it("purge goes by the injected clock: with it standing still, nothing dies", async () => {
    await purge(app.services);
    expect(await heard("no")).toContain("name on the case");
  });
});

describe("days", () => {
  it("a person's day is that of Los Angeles, over both changes of summer time", () => {
    expect(losAngelesDate(Date.UTC(2026, 2, 8, 9, 59))).toBe("2026-03-08");
    expect(losAngelesDate(Date.UTC(2026, 2, 9, 6, 59))).toBe("2026-03-08");
    expect(losAngelesDate(Date.UTC(2026, 2, 9, 7, 0))).toBe("2026-03-09");
    expect(losAngelesDate(Date.UTC(2026, 10, 2, 7, 59))).toBe("2026-11-01");
    expect(losAngelesDate(Date.UTC(2026, 10, 2, 8, 0))).toBe("2026-11-02");
  });

  it("a limit's day is that of UTC, to the millisecond", () => {
    const midnight = Date.UTC(2026, 6, 1);
    expect([utcDay(midnight - 1), utcDay(midnight)]).toEqual(["2026-06-30", "2026-07-01"]);
  });
});
