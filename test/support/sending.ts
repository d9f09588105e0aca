/**
 * Sending under test: services with an account, a stand-in for Twilio, and what the outbox says.
 */
import { enqueueText } from "../../src/acts/enqueue-text.ts";
import type { Carrier } from "../../src/acts/outbox/carrier.ts";
import type { TextKindId } from "../../src/acts/outbox/texts.ts";
import { createCopy } from "../../src/copy/copy.ts";
import type { Config } from "../../src/env.ts";
import type { Database } from "../../src/db/database.ts";
import { createTwilioCarrier } from "../../src/jobs/twilioCarrier.ts";
import { publicUrl, testToken } from "./app.ts";
import type { TestRuntime } from "./runtime.ts";
import { makeServices, type TestServices } from "./services.ts";
import type { TwilioStandIn } from "./twilioStandIn.ts";

export const testTwilio: Config["twilio"] = {
  accountSid: "AC00000000000000000000000000000000",
  authTokens: [testToken],
  from: "+13235550100",
  messagingServiceSid: undefined,
  insecureLocal: false,
};

/** Services of one sending process: with an account, reachable from outside, and no pace unless a test sets one. */
export function sendingServices(
  database: Database,
  runtime: TestRuntime,
  config: Partial<Config> = {},
): TestServices {
  return makeServices({
    database,
    runtime,
    config: {
      publicUrl,
      publicUrlGiven: true,
      loopback: false,
      twilio: testTwilio,
      sending: { segmentMs: 0 },
      ...config,
    },
  });
}

/** Twilio's own library, talking to the stand-in. */
export function carrierOf(standIn: TwilioStandIn): Carrier {
  return createTwilioCarrier(testTwilio, { baseUrl: standIn.url });
}

let causes = 0;

/** Puts a text into the outbox; each call is a cause of its own. */
export async function enqueue(
  services: TestServices,
  phone: string,
  kind: TextKindId = "goOn",
  notBefore?: number,
): Promise<void> {
  const copy = createCopy(services.config.org);
  const text = { kind, phone, locale: "en", cause: [`test ${++causes}`] } as const;
  await enqueueText(services, copy, notBefore === undefined ? text : { ...text, notBefore });
}

export interface OutboxState {
  state: string;
  status: string | null;
  reason: string | null;
  body: boolean;
}

/** Every row's state, in the order of their making. */
export function outboxStates(database: Database): Promise<OutboxState[]> {
  return database.query<OutboxState>(
    "select state, status, reason, sealed is not null as body from outbox order by at, id",
  );
}
