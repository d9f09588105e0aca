/**
 * The whole application for tests: the real routes over a test database, a loaded sample, a clock that stands still.
 */
import { createApp } from "../../src/app.ts";
import { createCopy, type Copy } from "../../src/copy/copy.ts";
import type { Config } from "../../src/env.ts";
import { loadSample } from "../../src/acts/load-sample.ts";
import type { Database } from "../../src/db/database.ts";
import webhooks from "twilio/lib/webhooks/webhooks.js";
import { makeServices, type TestServices } from "./services.ts";
import type { TestRuntime } from "./runtime.ts";

export const testToken = "test-token-of-twilio";
export const publicUrl = "https://clearline.test";

export interface TestApp {
  services: TestServices;
  copy: Copy;
  readiness: { accepting: boolean };
  /** What is mounted, middleware among it: the router's own list. */
  routes: readonly { method: string; path: string }[];
  request(path: string, init?: RequestInit): Promise<Response>;
}

export interface TestAppOptions {
  database: Database;
  runtime?: TestRuntime;
  config?: Partial<Config>;
  keys?: string;
}

/** Builds the application; `sample: n` loads an invented sample list first. */
export async function makeApp(options: TestAppOptions & { sample?: number }): Promise<TestApp> {
  const { sample, config, ...rest } = options;
  const services = makeServices({
    ...rest,
    config: {
      publicUrl,
      publicUrlGiven: true,
      // Requests without a socket come from 0.0.0.0: each person says in X-Forwarded-For whose address is theirs.
      trustedProxies: ["0.0.0.0"],
      twilio: {
        accountSid: undefined,
        authTokens: [testToken],
        from: undefined,
        messagingServiceSid: undefined,
        insecureLocal: false,
      },
      ...config,
    },
  });
  if (sample !== undefined) await loadSample(services, { records: sample });
  const copy = createCopy(services.config.org);
  const readiness = { accepting: true };
  const app = createApp({ services, copy, readiness });
  return {
    services,
    copy,
    readiness,
    routes: app.routes,
    request: (path, init) => Promise.resolve(app.request(`${publicUrl}${path}`, init)),
  };
}

let counter = 0;

/** A message as Twilio posts it, signed with its own library. */
export function twilioRequest(
  params: Record<string, string>,
  options: { token?: string; path?: string; signature?: string } = {},
): RequestInit {
  const path = options.path ?? "/webhooks/sms";
  const signature =
    options.signature ??
    webhooks.getExpectedTwilioSignature(options.token ?? testToken, `${publicUrl}${path}`, params);
  return {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature },
    body: new URLSearchParams(params).toString(),
  };
}

/** The fields of a text message. */
export function textParams(
  from: string,
  body: string,
  sid = `SM${String(++counter).padStart(32, "0")}`,
): Record<string, string> {
  return {
    MessageSid: sid,
    SmsSid: sid,
    AccountSid: "AC00000000000000000000000000000000",
    From: from,
    To: "+13235550100",
    Body: body,
    NumMedia: "0",
    NumSegments: "1",
    ApiVersion: "2010-04-01",
  };
}

/** The texts of a TwiML answer. */
export function textsOf(xml: string): string[] {
  return [...xml.matchAll(/<Message>([\s\S]*?)<\/Message>/g)].map((match) =>
    (match[1] ?? "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, "&"),
  );
}

/** A phone that texts the hotline. */
export function phone(app: TestApp, number: string): (body: string) => Promise<string[]> {
  return async (body) => {
    const response = await app.request("/webhooks/sms", twilioRequest(textParams(number, body)));
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    return textsOf(await response.text());
  };
}
