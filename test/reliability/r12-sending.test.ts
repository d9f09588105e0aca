/**
 * R12: sending survives a dead sender and two senders: nothing twice, nothing after an opt-out.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { sendDue } from "../../src/acts/send-due.ts";
import type { Carrier } from "../../src/acts/outbox/carrier.ts";
import { makeApp, phone } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { failAt, InjectedFault } from "../support/databaseProbe.ts";
import type { TestRuntime } from "../support/runtime.ts";
import { enqueue, outboxStates, phoneOf, sendingWorld } from "../support/sending.ts";
import { makeServices, testKeys } from "../support/services.ts";
import type { TwilioStandIn } from "../support/twilioStandIn.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

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

  describe("what is due", () => {
    it("is sent once, recorded, and its body and phone are gone", async () => {
      await enqueue(services(), phoneOf(1));
      expect(await sendDue(services(), carrier)).toMatchObject({ sentCount: 1 });
      await runFor(10 * minuteMs);
      expect(twilio.taken).toHaveLength(1);
      expect(twilio.taken[0]).toMatchObject({ to: phoneOf(1), from: "+13235550100" });
      expect(twilio.taken[0]?.statusCallback).toMatch(
        /^https:\/\/clearline\.test\/webhooks\/sms\/status\?id=[0-9a-f]{64}$/,
      );
      expect(await outboxStates(database)).toEqual([
        { state: "sent", status: "queued", reason: null, body: false },
      ]);
    });

    it("is sent by two senders at once without sending anything twice", async () => {
      for (let n = 0; n < 20; n++) await enqueue(services(), phoneOf(n));
      while ((await outboxStates(database)).some((row) => row.state === "waiting")) {
        runtime.advance(1);
        await Promise.all([sendDue(services(), carrier), sendDue(services(), carrier)]);
      }
      expect(twilio.taken.map((m) => m.to).sort()).toEqual(Array.from({ length: 20 }, (_, n) => phoneOf(n)));
    });

    it("goes out no faster than the pace, over all senders", async () => {
      const slow = { sending: { segmentMs: 1_000 } };
      for (let n = 0; n < 6; n++) await enqueue(services(), phoneOf(n));
      const times: number[] = [];
      twilio.onPost = () => Promise.resolve(void times.push(runtime.now()));
      for (let n = 0; n < 100; n++) {
        await Promise.all([sendDue(services(slow), carrier), sendDue(services(slow), carrier)]);
        runtime.advance(100);
      }
      expect(twilio.taken).toHaveLength(6);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
    });

    it("waits through the night, unless it was asked for this moment", async () => {
      runtime.time = Date.parse("2026-03-03T05:00:00Z"); // 21:00
      await enqueue(services(), phoneOf(1), "personReady");
      await enqueue(services(), phoneOf(2), "goOn");
      await runFor(10 * minuteMs);
      expect(twilio.taken.map((m) => m.to)).toEqual([phoneOf(2)]);
      runtime.time = Date.parse("2026-03-03T16:59:00Z");
      await sendDue(services(), carrier);
      expect(twilio.taken).toHaveLength(1);
      runtime.time = Date.parse("2026-03-03T17:00:00Z");
      await sendDue(services(), carrier);
      expect(twilio.taken.map((m) => m.to)).toEqual([phoneOf(2), phoneOf(1)]);
    });

    it("is not left with the carrier into the night", async () => {
      runtime.time = Date.parse("2026-03-03T03:00:00Z"); // 19:00
      await enqueue(services(), phoneOf(1), "personReady");
      await sendDue(services(), carrier);
      expect(twilio.taken[0]?.validityPeriod).toBe("3600");
    });
  });

  describe("an opt-out", () => {
    it("between asking and sending keeps the text back, and staff see why", async () => {
      await enqueue(services(), phoneOf(1));
      await optOut(phoneOf(1));
      await runFor(5 * minuteMs);
      expect(twilio.posts).toEqual([]);
      expect(await outboxStates(database)).toEqual([
        { state: "failed", status: null, reason: "optedOut", body: false },
      ]);
    });

    it("that only the carrier knows of (21610) is recorded as one, with its audit entry, and ends the sending", async () => {
      twilio.otherwise = () => ({ code: 21610 });
      await enqueue(services(), phoneOf(1));
      await enqueue(services(), phoneOf(1));
      await runFor(5 * minuteMs);
      expect(twilio.posts).toHaveLength(1);
      expect((await outboxStates(database)).map((row) => row.reason)).toEqual(["optedOut", "optedOut"]);
      const consent = await database.query<{ state: string }>("select state from consent");
      expect(consent).toEqual([{ state: "out" }]);
      const audit = await database.query("select 1 as one from audit where event = 'opted_out'");
      expect(audit).toHaveLength(1);
    });

    it("on WhatsApp does not stop the same number's text messages", async () => {
      await enqueue(services(), `whatsapp:${phoneOf(1)}`);
      await enqueue(services(), phoneOf(1));
      await optOut(`whatsapp:${phoneOf(1)}`);
      await runFor(minuteMs);
      expect(twilio.taken.map((m) => m.to)).toEqual([phoneOf(1)]);
    });
  });

  describe("a sender that dies", () => {
    it("at any call to the database or to the carrier neither loses a text nor sends it twice", async () => {
      for (const after of [false, true]) {
        for (let at = 1; at <= 20; at++) {
          await emptyDatabase(database);
          twilio.taken.length = 0;
          await enqueue(services(), phoneOf(1));
          const dying = failAt(database, at, after);
          const dead = { ...services(), database: dying.database };
          // Once the database is out of reach for it, the process is dead: its POST does not happen either.
          const mortal: Carrier = {
            ...carrier,
            send: (text) =>
              dying.calls() >= at ? Promise.reject(new InjectedFault("dead")) : carrier.send(text),
          };
          await sendDue(dead, mortal).catch((error: unknown) => {
            if (!(error instanceof InjectedFault)) throw error;
          });
          await runFor(10 * minuteMs);
          expect(twilio.taken, `killed at call ${at}`).toHaveLength(1);
          expect(await outboxStates(database)).toMatchObject([{ state: "sent", body: false }]);
          if (dying.calls() < at) break;
        }
      }
    });

    it("only seemingly, standing still after its claim, does not send what others have sent meanwhile", async () => {
      await enqueue(services(), phoneOf(1));
      let stalled = false;
      const slow = {
        ...services(),
        database: {
          ...database,
          async query<Row extends object>(...asked: Parameters<TestDatabase["query"]>): Promise<Row[]> {
            const rows = await database.query<Row>(...asked);
            if (asked[0].includes("from consent") && !stalled) {
              stalled = true;
              await runFor(10 * minuteMs);
            }
            return rows;
          },
        },
      };
      await sendDue(slow, carrier);
      await runFor(10 * minuteMs);
      expect(twilio.taken).toHaveLength(1);
    });

    it("right after its POST, before it could say so, is believed by the carrier's list", async () => {
      await enqueue(services(), phoneOf(1));
      const dying: Carrier = {
        ...carrier,
        async send(text) {
          await carrier.send(text);
          throw new InjectedFault("killed after the POST");
        },
      };
      await expect(sendDue(services(), dying)).rejects.toThrow(InjectedFault);
      expect(await outboxStates(database)).toMatchObject([{ state: "claimed", body: true }]);
      await runFor(10 * minuteMs);
      expect(twilio.taken).toHaveLength(1);
      expect(await outboxStates(database)).toMatchObject([{ state: "sent", body: false }]);
    });
  });

  describe("what remains", () => {
    it("is purged: rows a month later, and what never could be sent tells why", async () => {
      await enqueue(services(), phoneOf(1));
      runtime.advance(2 * hourMs);
      await purge(services());
      expect(await outboxStates(database)).toMatchObject([
        { state: "failed", reason: "expired", body: false },
      ]);
      runtime.advance(31 * 24 * hourMs);
      await purge(services());
      expect(await outboxStates(database)).toEqual([]);
    });

    it("says that there is no account, where there is none", async () => {
      await enqueue(services(), phoneOf(1));
      runtime.advance(2 * hourMs);
      await purge(services({ twilio: { ...services().config.twilio, accountSid: undefined } }));
      expect(await outboxStates(database)).toMatchObject([{ state: "failed", reason: "noAccount" }]);
    });

    it("goes at once when the person texts DELETE, and is never sent", async () => {
      await enqueue(services(), phoneOf(1));
      await enqueue(services(), phoneOf(2));
      const app = await makeApp({ database, runtime, config: services().config });
      await phone(app, phoneOf(1))("DELETE MY DATA");
      await runFor(minuteMs);
      expect(twilio.taken.map((m) => m.to)).toEqual([phoneOf(2)]);
      expect(await outboxStates(database)).toHaveLength(1);
    });

    it("is still sent, once and to the right phone, when the keys change while it waits", async () => {
      await enqueue(services(), phoneOf(1));
      const [a = "", b = ""] = testKeys.split(",");
      const { config } = services();
      const both = makeServices({ database, runtime, config, keys: `${b},${a}` });
      await rotateKeys(both);
      const after = makeServices({ database, runtime, config, keys: b });
      await sendDue(after, carrier);
      expect(twilio.taken.map((m) => m.to)).toEqual([phoneOf(1)]);
      await enqueue(after, phoneOf(1));
      await optOut(phoneOf(1));
      await sendDue(both, carrier);
      expect(twilio.taken).toHaveLength(1);
    });

    it("never stands in clear in the database", async () => {
      await enqueue(services(), phoneOf(1));
      await sendDue(services(), carrier);
      await enqueue(services(), phoneOf(2));
      const rows = await database.query<{ row: string }>("select t::text as row from outbox t");
      const dump = rows.map((r) => r.row).join("\n");
      expect(dump).not.toMatch(/1323555200\d|STOP|SM0000/);
      expect(dump).not.toContain(Buffer.from(phoneOf(2)).toString("hex"));
    });
  });

  async function optOut(phone: string): Promise<void> {
    const { sealer } = services();
    const address = sealer.hash("phones", phone);
    await database.query(
      "insert into consent (address, state, sealed, at) values ($1::bytea, 'out', $2::bytea, to_timestamp($3::float8 / 1000))",
      [address, sealer.sealJson("phones", `consent/${address.toString("hex")}`, { phone }), runtime.now()],
    );
  }
});
