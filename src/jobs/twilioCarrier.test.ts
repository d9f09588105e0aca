import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testTwilio } from "../../test/support/sending.ts";
import { startTwilioStandIn, type TwilioStandIn } from "../../test/support/twilioStandIn.ts";
import { createTwilioCarrier } from "./twilioCarrier.ts";

const now = Date.parse("2026-03-02T18:00:00Z");
const text = { to: "+13235550101", body: "hello", validForSeconds: 60 };

describe("Twilio as the carrier", () => {
  let twilio: TwilioStandIn;
  const carrier = (over = {}) => createTwilioCarrier({ ...testTwilio, ...over }, { baseUrl: twilio.url });

  beforeAll(async () => {
    twilio = await startTwilioStandIn(() => now);
  });
  afterAll(() => twilio.close());
  beforeEach(() => {
    twilio.taken.length = 0;
    twilio.next = [];
  });

  it.each([
    ["throttle", { kind: "throttled" }],
    [{ retryAfter: 17 }, { kind: "throttled", retryAfterMs: 17_000 }],
    [{ retryAfter: 86_400 }, { kind: "throttled", retryAfterMs: 3_600_000 }],
    ["failBefore", { kind: "unknown" }],
    ["failAfter", { kind: "unknown" }],
    ["hangUpBefore", { kind: "unknown" }],
    ["unauthorized", { kind: "account", code: 20003 }],
    [{ code: 21610 }, { kind: "refused", code: 21610 }],
    [{ code: 21211 }, { kind: "refused", code: 21211 }],
    [{ code: 21606 }, { kind: "account", code: 21606 }],
  ] as const)("tells what became of a text: %o", async (behaviour, result) => {
    twilio.next = [behaviour];
    expect(await carrier().send(text)).toEqual(result);
  });

  it.each(["delayAfter", "delayBefore"] as const)(
    "gives up waiting for an answer (%s)",
    async (behaviour) => {
      twilio.next = [behaviour];
      const hasty = createTwilioCarrier(testTwilio, { baseUrl: twilio.url, timeoutMs: 50 });
      expect(await hasty.send(text)).toEqual({ kind: "unknown" });
      expect(twilio.taken).toHaveLength(behaviour === "delayAfter" ? 1 : 0);
    },
  );

  it("never reached is told apart from reached without an answer", async () => {
    const nobody = createTwilioCarrier(testTwilio, { baseUrl: "http://127.0.0.1:1" });
    expect(await nobody.send(text)).toEqual({ kind: "unreached" });
  });

  it("sends from the number, on the channel of the address, or through the Messaging Service", async () => {
    await carrier().send({ ...text, statusUrl: "https://clearline.test/status" });
    await carrier().send({ ...text, to: "whatsapp:+13235550101" });
    await carrier({ messagingServiceSid: "MG1" }).send(text);
    expect(twilio.taken.map((m) => m.from)).toEqual(["+13235550100", "whatsapp:+13235550100", "MG1"]);
    expect(twilio.taken[0]).toMatchObject({
      statusCallback: "https://clearline.test/status",
      validityPeriod: "60",
    });
  });

  it("lists what it took for a phone since a moment, oldest first, without replies", async () => {
    for (let n = 0; n < 3; n++) await carrier().send(text);
    await carrier().send({ ...text, to: "+13235550102" });
    const [first, second, third] = twilio.taken;
    if (!first || !second || !third) throw new Error("three were taken");
    first.at = now - 60_000;
    second.direction = "outbound-reply";
    expect(await carrier().sentTo(text.to, now - 10_000)).toEqual([third.sid]);
    expect(await carrier().sentTo(text.to, now - 120_000)).toEqual([first.sid, third.sid]);
  });
});
