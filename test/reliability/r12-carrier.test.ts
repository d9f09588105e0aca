/**
 * R12: sending over a carrier that delays, repeats, reorders, throttles and fails: nothing twice, nothing lost.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { sendDue } from "../../src/acts/send-due.ts";
import type { Carrier } from "../../src/acts/outbox/carrier.ts";
import { createTwilioCarrier } from "../../src/jobs/twilioCarrier.ts";
import { makeApp, twilioRequest } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import type { TestRuntime } from "../support/runtime.ts";
import { enqueue, outboxStates, phoneOf, sendingWorld, testTwilio } from "../support/sending.ts";
import type { Behaviour, StatusReport, TwilioStandIn } from "../support/twilioStandIn.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Numbers from 0 to 1 that follow from a seed (a linear congruence), so that a run can be run again. */
function seededChance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let runtime: TestRuntime;
  let twilio: TwilioStandIn;
  let carrier: Carrier;

  const world = sendingWorld(makeDatabase);
  const { services, runFor } = world;
  beforeEach(() => {
    ({ database, runtime, twilio, carrier } = world);
  });

  describe("a carrier in trouble", () => {
    it("that throttles is left alone for longer and longer, by every sender, and then gets each text once", async () => {
      twilio.next = Array.from({ length: 4 }, () => "throttle" as const);
      for (let n = 0; n < 3; n++) await enqueue(services(), phoneOf(n));
      const times: number[] = [];
      twilio.onPost = () => Promise.resolve(void times.push(runtime.now()));
      for (let n = 0; n < 200; n++) {
        const paced = services({ sending: { segmentMs: 1 } });
        await Promise.all([sendDue(paced, carrier), sendDue(paced, carrier)]);
        runtime.advance(1_000);
      }
      expect(twilio.taken.map((m) => m.to).sort()).toEqual([phoneOf(0), phoneOf(1), phoneOf(2)]);
      expect(twilio.posts).toHaveLength(7);
      const gaps = times.slice(1, 5).map((time, index) => time - (times[index] ?? 0));
      expect(gaps).toEqual([5_000, 10_000, 20_000, 40_000]);
    });

    it("that says when to come back is asked by nobody before that", async () => {
      twilio.next = [{ retryAfter: 600 }];
      for (let n = 0; n < 2; n++) await enqueue(services(), phoneOf(n), "personReady");
      const times: number[] = [];
      twilio.onPost = () => Promise.resolve(void times.push(runtime.now()));
      await runFor(20 * minuteMs);
      expect(twilio.taken).toHaveLength(2);
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(10 * minuteMs);
    });

    it("that is down is tried more and more rarely, whatever else waits, and loses nothing", async () => {
      const nobody = createTwilioCarrier(testTwilio, { baseUrl: "http://127.0.0.1:1" });
      const times: number[] = [];
      const down: Carrier = {
        ...nobody,
        send: (text) => (times.push(runtime.now()), nobody.send(text)),
      };
      for (let n = 0; n < 20; n++) await enqueue(services(), phoneOf(n), "personReady");
      for (let n = 0; n < 300; n++) {
        await sendDue(services(), down);
        runtime.advance(1_000);
      }
      expect(times.slice(1, 6).map((time, n) => time - (times[n] ?? 0))).toEqual([
        5_000, 10_000, 20_000, 40_000, 80_000,
      ]);
      await runFor(20 * minuteMs);
      expect(twilio.taken.map((m) => m.to).sort()).toEqual(Array.from({ length: 20 }, (_, n) => phoneOf(n)));
    });

    it("that answers 5xx is not asked about every text that waits at once", async () => {
      twilio.otherwise = () => "failBefore";
      for (let n = 0; n < 20; n++) await enqueue(services(), phoneOf(n), "personReady");
      for (let n = 0; n < 30; n++) {
        await sendDue(services(), carrier);
        runtime.advance(1_000);
      }
      expect(twilio.posts.length).toBeLessThanOrEqual(6);
    });

    it.each(["failAfter", "hangUpAfter"] as const)(
      "that takes a text and answers nothing clear (%s) is not given it again",
      async (behaviour) => {
        twilio.next = [behaviour];
        await enqueue(services(), phoneOf(1));
        await runFor(10 * minuteMs);
        expect(twilio.taken).toHaveLength(1);
        expect(await outboxStates(database)).toMatchObject([{ state: "sent", body: false }]);
      },
    );

    it.each(["failBefore", "hangUpBefore"] as const)(
      "that takes nothing and answers nothing clear (%s) is given it again once it is absent for two minutes",
      async (behaviour) => {
        twilio.next = [behaviour];
        await enqueue(services(), phoneOf(1));
        const first = runtime.now();
        await runFor(90_000);
        expect(twilio.posts).toHaveLength(1);
        await runFor(5 * minuteMs);
        expect(twilio.taken).toHaveLength(1);
        expect(twilio.taken[0]?.at).toBeGreaterThanOrEqual(first + 2 * minuteMs);
        expect(await outboxStates(database)).toMatchObject([{ state: "sent" }]);
      },
    );

    it("whose list cannot be had is sent nothing again on a guess", async () => {
      twilio.next = ["failAfter"];
      twilio.listFails = true;
      await enqueue(services(), phoneOf(1), "personReady");
      await runFor(20 * minuteMs);
      expect(twilio.posts).toHaveLength(1);
      twilio.listFails = false;
      await runFor(2 * minuteMs);
      expect(twilio.posts).toHaveLength(1);
      expect(await outboxStates(database)).toMatchObject([{ state: "sent" }]);
    });

    it("that refuses a number for good is asked once, and staff see its code", async () => {
      twilio.otherwise = () => ({ code: 21211 });
      await enqueue(services(), phoneOf(1));
      await runFor(10 * minuteMs);
      expect(twilio.posts).toHaveLength(1);
      expect(await outboxStates(database)).toMatchObject([{ state: "failed", reason: "carrier_21211" }]);
    });

    it("that does not know our account stops all sending for minutes, and loses nothing", async () => {
      twilio.next = ["unauthorized"];
      for (let n = 0; n < 3; n++) await enqueue(services(), phoneOf(n));
      await runFor(4 * minuteMs);
      expect(twilio.posts).toHaveLength(1);
      await runFor(5 * minuteMs);
      expect(twilio.taken).toHaveLength(3);
    });

    it("never heard of is given up with what stood in the way, when the text is not worth sending any more", async () => {
      twilio.otherwise = () => "throttle";
      await enqueue(services(), phoneOf(1));
      await runFor(hourMs + minuteMs);
      expect(await outboxStates(database)).toEqual([
        { state: "failed", status: null, reason: "throttled", body: false },
      ]);
    });

    it("beside another text to the same phone is not mistaken for having taken this one", async () => {
      await enqueue(services(), phoneOf(1));
      await sendDue(services(), carrier);
      twilio.next = ["failBefore"];
      await enqueue(services(), phoneOf(1));
      await runFor(10 * minuteMs);
      expect(twilio.taken).toHaveLength(2);
    });
  });

  describe("a carrier that delays, repeats, reorders, throttles and fails", () => {
    it("takes every text once, and staff read what became of it, whatever the order and number of its reports", async () => {
      for (const seed of [1, 2, 3]) {
        await emptyDatabase(database);
        twilio.taken.length = 0;
        twilio.posts.length = 0;
        const chance = seededChance(seed);
        const app = await makeApp({ database, runtime, config: services().config });
        const deliver = async ({ url, params }: StatusReport) => {
          const path = url.replace("https://clearline.test", "");
          expect((await app.request(path, twilioRequest(params, { path }))).status).toBe(204);
        };
        const faults = "throttle failBefore failAfter hangUpBefore hangUpAfter delayBefore delayAfter".split(
          " ",
        );
        twilio.otherwise = () =>
          chance() < 0.4 ? (faults[Math.floor(chance() * faults.length)] as Behaviour) : "take";
        twilio.fate = (to) =>
          to.endsWith("3")
            ? [{ status: "sent" }, { status: "undelivered", code: 30003 }]
            : [{ status: "queued" }, { status: "sent" }, { status: "delivered" }];
        twilio.reportFirst = undefined;
        const phones = Array.from({ length: 10 }, (_, n) => phoneOf(n));
        for (const to of phones) await enqueue(services(), to, "personReady");
        const hasty = createTwilioCarrier(testTwilio, { baseUrl: twilio.url, timeoutMs: 250 });
        const open = async () =>
          (await outboxStates(database)).some((row) => row.state === "waiting" || row.state === "claimed");
        for (let n = 0; n < 400 && (await open()); n++) {
          twilio.reportFirst = chance() < 0.3 ? deliver : undefined;
          await Promise.all([sendDue(services(), hasty), sendDue(services(), hasty)]);
          runtime.advance(15_000);
          // Late: some stay for a later round. Out of order: any goes first. Twice: some stay although delivered.
          const due = twilio.reports.filter(() => chance() < 0.5).sort(() => chance() - 0.5);
          await Promise.all(due.map(deliver));
          for (const report of due)
            if (chance() < 0.7) twilio.reports.splice(twilio.reports.indexOf(report), 1);
        }
        await Promise.all(twilio.reports.splice(0).map(deliver));
        expect(twilio.taken.map((m) => m.to).sort(), `seed ${seed}`).toEqual(phones);
        expect(twilio.posts.length, `seed ${seed}`).toBeGreaterThan(phones.length);
        const states = await outboxStates(database);
        expect(states.filter((row) => row.state === "sent" && row.status === "delivered")).toHaveLength(9);
        expect(states.filter((row) => row.state === "failed")).toEqual([
          { state: "failed", status: "undelivered", reason: "carrier_30003", body: false },
        ]);
      }
    });
  });
});
