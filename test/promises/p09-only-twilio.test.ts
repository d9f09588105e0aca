/**
 * P9: only Twilio speaks as Twilio. Everything else gets a 403 and leaves no row.
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import webhooks from "twilio/lib/webhooks/webhooks.js";
import { makeApp, publicUrl, testToken, textParams, twilioRequest, type TestApp } from "../support/app.ts";
import { dumpDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  const from = "+13235550199";
  const twilio = (authTokens: string[]) => ({
    accountSid: undefined,
    authTokens,
    from: undefined,
    messagingServiceSid: undefined,
    insecureLocal: false,
  });

  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database });
  });

  async function expectRefused(init: RequestInit, path = "/webhooks/sms"): Promise<void> {
    const response = await app.request(path, init);
    expect(response.status).toBe(403);
    expect(await response.text()).toBe("");
    expect(await dumpDatabase(database)).toEqual([]);
  }

  const signed = (url: string, params: Record<string, string>, token = testToken) =>
    webhooks.getExpectedTwilioSignature(token, url, params);

  it("a missing, empty or wrong signature is refused", async () => {
    const params = textParams(from, "hello");
    const good = twilioRequest(params);
    const { "x-twilio-signature": _, ...unsigned } = good.headers as Record<string, string>;
    await expectRefused({ ...good, headers: unsigned });
    for (const signature of ["", "0", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "é", "a".repeat(10_000)])
      await expectRefused(twilioRequest(params, { signature: signature === "é" ? "%C3%A9" : signature }));
    await expectRefused(twilioRequest(params, { token: "another token" }));
  });

  it("a signature altered in any one character is refused", async () => {
    const params = textParams(from, "hello");
    const right = signed(`${publicUrl}/webhooks/sms`, params);
    for (let at = 0; at < right.length - 1; at++) {
      const other = right[at] === "A" ? "B" : "A";
      const signature = right.slice(0, at) + other + right.slice(at + 1);
      // The last character before the padding carries two bits that say nothing.
      if (Buffer.from(signature, "base64").equals(Buffer.from(right, "base64"))) continue;
      await expectRefused(twilioRequest(params, { signature }));
    }
  });

  it("a parameter added, dropped, changed or doubled after signing is refused, whatever it is called", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom("__proto__", "toString", "constructor", "Body", "Extra"), fc.string()),
        fc.string({ minLength: 1 }),
        async (name, value) => {
          const params = textParams(from, "hello");
          const good = twilioRequest(params);
          const body = new URLSearchParams(params);
          body.append(name, value);
          await expectRefused({ ...good, body: body.toString() });
        },
      ),
      { numRuns: 40, seed: 9 },
    );
    const params = textParams(from, "hello");
    const { NumMedia: _, ...fewer } = params;
    const good = twilioRequest(params);
    for (const altered of [fewer, { ...params, Body: "hello " }, { ...params, From: "+13235550198" }])
      await expectRefused({ ...good, body: new URLSearchParams(altered).toString() });
  });

  it("a signature over another address is refused: the configured public one counts, never the Host header", async () => {
    const params = textParams(from, "hello");
    const elsewhere = [
      "https://evil.test/webhooks/sms",
      "http://clearline.test/webhooks/sms",
      `${publicUrl}/other`,
    ];
    for (const url of elsewhere)
      await expectRefused(twilioRequest(params, { signature: signed(url, params) }));
    const evil = twilioRequest(params, { signature: signed("https://evil.test/webhooks/sms", params) });
    const headers = {
      ...(evil.headers as Record<string, string>),
      host: "evil.test",
      "x-forwarded-host": "evil.test",
    };
    await expectRefused({ ...evil, headers });
    await expectRefused(twilioRequest(params), "/webhooks/sms?extra=1");
  });

  it("an address with a query counts with its query", async () => {
    const params = textParams(from, "hello");
    const path = "/webhooks/sms?region=la";
    expect((await app.request(path, twilioRequest(params, { path }))).status).toBe(200);
    await database.query("truncate conversation, turn, tally");
  });

  it("behind a proxy that ends TLS and forwards under another host, what Twilio signed is accepted", async () => {
    const inner = await makeApp({ database });
    const hono = createApp({ services: inner.services, copy: inner.copy, readiness: inner.readiness });
    const response = await hono.request(
      "http://10.0.0.7:3000/webhooks/sms",
      twilioRequest(textParams(from, "hi")),
    );
    expect(response.status).toBe(200);
    await database.query("truncate conversation, turn, tally");
  });

  it("during a rotation either of two tokens is accepted, and no third", async () => {
    const two = await makeApp({ database, config: { twilio: twilio(["new-token", testToken]) } });
    for (const token of ["new-token", testToken]) {
      const response = await two.request("/webhooks/sms", twilioRequest(textParams(from, "hi"), { token }));
      expect(response.status).toBe(200);
    }
    const third = await two.request(
      "/webhooks/sms",
      twilioRequest(textParams(from, "hi"), { token: "third" }),
    );
    expect(third.status).toBe(403);
    await database.query("truncate conversation, turn, tally");
  });

  it("parameters that Twilio adds tomorrow, signed, are accepted; empty and repeated ones as well", async () => {
    const params = { ...textParams(from, "hello"), NewOne: "", ProfileName: "ñ 🌿 + & =" };
    expect((await app.request("/webhooks/sms", twilioRequest(params))).status).toBe(200);
    await database.query("truncate conversation, turn, tally");
  });

  it("with no token configured the address answers 503 and leaves no row", async () => {
    const none = await makeApp({ database, config: { twilio: twilio([]) } });
    expect((await none.request("/webhooks/sms", twilioRequest(textParams(from, "hi")))).status).toBe(503);
    expect(await dumpDatabase(database)).toEqual([]);
  });
});
