/**
 * One reminder by text for who asks for it: once, by day, while the answers stand, and only in silence.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, phone, type TestApp } from "../../test/support/app.ts";
import { failAt } from "../../test/support/databaseProbe.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { TestRuntime } from "../../test/support/runtime.ts";
import { outboxStates, sendingServices, testTwilio } from "../../test/support/sending.ts";
import { postText } from "../../test/support/talk.ts";
import { openConsentEvent } from "./consentEvents.ts";
import type { Carrier } from "./outbox/carrier.ts";
import { purge } from "./purge.ts";
import { sendDue } from "./send-due.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const number = "+13235550142";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let runtime: TestRuntime;
  let app: TestApp;
  let sent: { to: string; body: string; at: number; validForSeconds: number }[];

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    sent = [];
    await openApp();
  });

  /** 10:00 in Los Angeles, unless a test says otherwise. */
  async function openApp(now = "2026-03-02T18:00:00Z", twilio = testTwilio): Promise<void> {
    runtime = new TestRuntime({ now });
    app = await makeApp({ database, runtime, config: { twilio } });
  }
  const carrier: Carrier = {
    send: ({ to, body, validForSeconds }) => {
      sent.push({ to, body, at: runtime.now(), validForSeconds });
      return Promise.resolve({ kind: "accepted", sid: `SM${sent.length}`, status: "queued" });
    },
    sentTo: () => Promise.resolve([]),
  };
  /** Lets time pass, the sender running every five minutes. */
  async function pass(ms: number): Promise<void> {
    for (const end = runtime.now() + ms; runtime.now() < end;) {
      runtime.advance(Math.min(5 * minuteMs, end - runtime.now()));
      await sendDue(sendingServices(database, runtime), carrier);
    }
  }
  const say = async (text: string, from = number) => (await phone(app, from)(text)).join("\n");
  const clockOf = (at: number) =>
    new Date(at).toLocaleTimeString("en-US", { timeZone: "America/Los_Angeles", timeStyle: "short" });

  describe("a reminder", () => {
    it("is offered to who puts the talk off, and says how to go on without the paper", async () => {
      await say("hello");
      expect(await say("later")).toContain("send REMIND");
      expect(await say("1")).toContain("case number");
      const looking = await say("I have to look for the paper");
      expect(looking).toContain("send REMIND");
      expect(looking).toContain("send NO");
      expect(await say("NO")).toContain("name on the case");
      expect(await outboxStates(database)).toEqual([]);
    });

    it('goes out once, at the time that was told, says nothing of a case, and its "1" goes on where it was left', async () => {
      for (const text of ["hola", "1", "BA131774"]) await say(text);
      expect(await say("Recordar")).toContain("Hoy (1:00 PM)");
      await pass(20 * hourMs);
      expect(sent).toHaveLength(1);
      expect(clockOf(sent[0]?.at ?? 0).replace("\u202F", " ")).toBe("1:00 PM");
      expect(sent[0]?.body).not.toMatch(/caso|corte|prop|cannabis|nombre/i);
      expect(sent[0]?.body).toMatch(/Responda 1 .*ALTO/);
      expect(await say("1")).toContain("nombre tiene el caso");
    });

    it("lets who holds the phone begin anew instead, and asks again what was not understood", async () => {
      for (const text of ["hello", "1", "BA131774", "remind me"]) await say(text);
      await pass(4 * hourMs);
      expect(await say("Rosa Cruz")).toMatch(/1 Yes, go on|Send 1 to go on/);
      expect(await say("2")).toContain("I agree");
    });

    it.each([
      ["an answer", "no"],
      ["STOP", "STOP"],
      ["the end", "done"],
      ["DELETE", "delete my data"],
      ["a restart", "restart"],
    ])("is not sent after %s", async (_name, word) => {
      for (const text of ["hello", "1", "REMIND"]) await say(text);
      await pass(hourMs);
      await say(word);
      await pass(22 * hourMs);
      expect(sent).toEqual([]);
      const left = await outboxStates(database);
      expect(left.filter((row) => row.body || row.state === "waiting")).toEqual([]);
    });

    it("is not sent after a STOP that the carrier handled, nor by a START after it", async () => {
      for (const text of ["hello", "1", "REMIND"]) await say(text);
      for (const type of ["STOP", "START"])
        await postText(app, number, type, undefined, { OptOutType: type });
      await pass(22 * hourMs);
      expect(sent).toEqual([]);
    });

    it("can be asked for again, and then the new one alone is sent", async () => {
      for (const text of ["hello", "1", "REMIND"]) await say(text);
      await pass(hourMs);
      expect(await say("remind me tomorrow")).toContain("tomorrow, at about 9:00 AM");
      await pass(23 * hourMs);
      expect(sent).toHaveLength(1);
      expect(clockOf(sent[0]?.at ?? 0)).toMatch(/^9:00/);
    });

    it("is asked for once, however often the carrier delivers the wish, and its words are kept as consent", async () => {
      for (const text of ["hello", "1"]) await say(text);
      for (let n = 0; n < 3; n++)
        await postText(app, number, "Remind me", "SM00000000000000000000000000000077");
      await pass(20 * hourMs);
      expect(sent).toHaveLength(1);
      const rows = await database.query<{ id: string; kind: string; sealed: Uint8Array }>(
        "select encode(id, 'hex') as id, kind, sealed from consent_event",
      );
      expect(rows.map((row) => row.kind)).toEqual(["reminder"]);
      const [row] = rows;
      expect(row && openConsentEvent(app.services.sealer, row.id, row.sealed)).toMatchObject({
        phone: number,
        text: "Remind me",
        wording: expect.stringContaining("one reminder today, at about 1:00 PM") as string,
      });
    });

    it("goes in with the turn that asked, or not at all: after a crash anywhere the carrier's next try leaves one", async () => {
      for (const after of [false, true]) {
        for (let at = 1; at <= 10; at++) {
          await emptyDatabase(database);
          for (const text of ["hello", "1"]) await say(text);
          const dying = failAt(database, at, after);
          const dead = await makeApp({ database: dying.database, runtime, config: { twilio: testTwilio } });
          const sid = `SM0000000000000000000000000000a${after ? 1 : 0}${at}`;
          await postText(dead, number, "REMIND", sid);
          const turns = await database.query("select 1 as one from turn");
          expect(await outboxStates(database), `crash at call ${at}`).toHaveLength(turns.length - 2);
          expect((await postText(app, number, "REMIND", sid)).texts.join()).toContain("one reminder today");
          expect(await outboxStates(database), `crash at call ${at}`).toHaveLength(1);
          if (dying.calls() < at) break;
        }
      }
    });

    it("waits for the morning, and is dropped rather than late: it never promises what is erased", async () => {
      await openApp("2026-03-03T03:30:00Z"); // 19:30
      for (const text of ["hello", "1"]) await say(text);
      expect(await say("REMIND")).toContain("tomorrow, at about 9:00 AM");
      await pass(20 * hourMs);
      expect(sent.map(({ at }) => clockOf(at).slice(0, 4))).toEqual(["9:00"]);
      expect((sent[0]?.at ?? 0) + 1000 * (sent[0]?.validForSeconds ?? 0)).toBeLessThanOrEqual(
        Date.parse("2026-03-03T19:00:00Z"),
      );
    });

    it("that would come when the answers are gone is refused in a kind word", async () => {
      await openApp("2026-03-02T17:05:00Z"); // 9:05
      for (const text of ["hello", "1"]) await say(text);
      runtime.advance(10 * hourMs + 50 * minuteMs); // 19:55, erased at 9:05
      await say("hello");
      expect(await say("REMIND")).toContain("too late for a reminder");
      await pass(20 * hourMs);
      expect(sent).toEqual([]);
    });

    it("that comes half an hour later is answered like one that comes in the evening", async () => {
      await openApp("2026-03-02T17:05:00Z"); // 9:05
      for (const text of ["hello", "1", "no", "Rosa Cruz", "July 25, 1968"]) await say(text);
      runtime.advance(10 * hourMs); // 19:05, erased at 9:05
      for (const text of ["hello", "1"]) await say(text);
      expect(await say("1992")).toContain("Send 1 if right");
      expect(await say("REMIND")).toContain("today, at about 7:45 PM");
      await pass(hourMs);
      expect(sent).toHaveLength(1);
      const answer = await say("1");
      expect(answer).toContain("Send 1 if right");
      expect(answer).not.toContain("We could not confirm");
    });

    it("that no sender took in time is given up, and staff see it", async () => {
      for (const text of ["hello", "1", "REMIND"]) await say(text);
      runtime.advance(6 * hourMs);
      await purge(sendingServices(database, runtime));
      expect(await outboxStates(database)).toEqual([
        { state: "failed", status: null, reason: "expired", body: false },
      ]);
    });

    it("is a matter of phones that can be texted: elsewhere the words are answers like any other", async () => {
      await openApp(undefined, { ...testTwilio, accountSid: undefined });
      await say("hello");
      expect(await say("later")).toContain("we will look for nothing");
      for (const text of ["hello", "1"]) await say(text);
      expect(await say("REMIND")).toContain("case number");
      expect(await outboxStates(database)).toEqual([]);
    });
  });
});
