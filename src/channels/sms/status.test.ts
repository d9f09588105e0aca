import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendDue } from "../../acts/send-due.ts";
import type { Carrier } from "../../acts/outbox/carrier.ts";
import { makeApp, twilioRequest, type TestApp } from "../../../test/support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../../test/support/database.ts";
import { TestRuntime } from "../../../test/support/runtime.ts";
import { enqueue, outboxStates, sendingServices } from "../../../test/support/sending.ts";

const phone = "+13235550101";
const sid = "SM00000000000000000000000000000007";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let address = "";

  const report = (status: string, extra: Record<string, string> = {}, path = address) =>
    app.request(
      path,
      twilioRequest({ MessageSid: sid, MessageStatus: status, To: phone, ...extra }, { path }),
    );
  /** Sends one text; `answer` is what the carrier makes of it. */
  const send = async (answer: Awaited<ReturnType<Carrier["send"]>>) => {
    const services = sendingServices(database, app.services.runtime);
    await enqueue(services, phone);
    await sendDue(services, {
      send: (text) => {
        address = new URL(text.statusUrl ?? "").href.replace("https://clearline.test", "");
        return Promise.resolve(answer);
      },
      sentTo: () => Promise.resolve([]),
    });
  };

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, runtime: new TestRuntime() });
  });

  describe("delivery reports", () => {
    it("move forward only, in whatever order and however often they come", async () => {
      const rank = ["queued", "sending", "sent", "delivered"];
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...rank), { minLength: 1, maxLength: 8 }),
          async (reports) => {
            await emptyDatabase(database);
            await send({ kind: "accepted", sid, status: "queued" });
            for (const status of reports) expect((await report(status)).status).toBe(204);
            const furthest = rank[Math.max(...reports.map((status) => rank.indexOf(status)))];
            expect(await outboxStates(database)).toMatchObject([{ state: "sent", status: furthest }]);
          },
        ),
        { numRuns: 15 },
      );
    });

    it("of a text that was not delivered say why, and what is final stays", async () => {
      await send({ kind: "accepted", sid, status: "queued" });
      await report("undelivered", { ErrorCode: "30005" });
      await report("delivered");
      await report("sent");
      expect(await outboxStates(database)).toMatchObject([
        { state: "failed", status: "undelivered", reason: "carrier_30005" },
      ]);
    });

    it("about a claim whose sender died prove that it was sent", async () => {
      await send({ kind: "unknown" });
      expect(await outboxStates(database)).toMatchObject([{ state: "claimed", body: true }]);
      await report("sent");
      expect(await outboxStates(database)).toMatchObject([{ state: "sent", status: "sent", body: false }]);
    });

    it("with 21610 record an opt-out", async () => {
      await send({ kind: "accepted", sid, status: "queued" });
      await report("failed", { ErrorCode: "21610" });
      const consent = await database.query<{ state: string }>("select state from consent");
      expect(consent).toEqual([{ state: "out" }]);
    });

    it("that Twilio did not sign, or for another text, change nothing", async () => {
      await send({ kind: "accepted", sid, status: "queued" });
      const forged = await app.request(
        address,
        twilioRequest({ MessageSid: sid, MessageStatus: "failed" }, { path: address, token: "another" }),
      );
      expect(forged.status).toBe(403);
      expect((await report("failed", { MessageSid: "SM1" })).status).toBe(204);
      expect((await report("failed", {}, `/webhooks/sms/status?id=${"0".repeat(64)}`)).status).toBe(204);
      expect((await report("failed", {}, "/webhooks/sms/status")).status).toBe(204);
      expect(await outboxStates(database)).toMatchObject([{ state: "sent", status: "queued" }]);
    });
  });
});
