/**
 * Sending under test: services with an account, a stand-in for Twilio, and what the outbox says.
 */
import { afterAll, beforeAll, beforeEach } from "vitest";
import { enqueueText } from "../../src/acts/enqueue-text.ts";
import type { Carrier } from "../../src/acts/outbox/carrier.ts";
import type { TextKindId } from "../../src/acts/outbox/texts.ts";
import { sendDue } from "../../src/acts/send-due.ts";
import { createCopy } from "../../src/copy/copy.ts";
import type { Config } from "../../src/env.ts";
import type { Database } from "../../src/db/database.ts";
import { createTwilioCarrier } from "../../src/jobs/twilioCarrier.ts";
import { publicUrl, testToken } from "./app.ts";
import { emptyDatabase, type MakeDatabase, type TestDatabase } from "./database.ts";
import { TestRuntime } from "./runtime.ts";
import { makeServices, type TestServices } from "./services.ts";
import { startTwilioStandIn, type TwilioStandIn } from "./twilioStandIn.ts";

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

/** What a suite about sending has at hand; each test begins with an empty database and a well-behaved carrier. */
export interface SendingWorld {
  database: TestDatabase;
  runtime: TestRuntime;
  twilio: TwilioStandIn;
  carrier: Carrier;
  services: (config?: Partial<Config>) => TestServices;
  /** Runs the sender every half minute for a while. */
  runFor: (ms: number, config?: Partial<Config>) => Promise<void>;
}

/** Call it at the top of a suite: its fields are there in each test. */
export function sendingWorld(makeDatabase: MakeDatabase): SendingWorld {
  const world = {} as SendingWorld;
  world.services = (config = {}) => sendingServices(world.database, world.runtime, config);
  world.runFor = async (ms, config = {}) => {
    const { runtime, carrier } = world;
    for (const end = runtime.now() + ms; runtime.now() <= end; runtime.advance(30_000))
      await sendDue(world.services(config), carrier);
  };
  beforeAll(async () => {
    world.database = await makeDatabase();
    world.twilio = await startTwilioStandIn(() => world.runtime.now());
    world.carrier = carrierOf(world.twilio);
  });
  afterAll(() => world.twilio.close());
  beforeEach(async () => {
    await emptyDatabase(world.database);
    // 10:00 in Los Angeles.
    world.runtime = new TestRuntime({ now: "2026-03-02T18:00:00Z" });
    const { twilio } = world;
    Object.assign(twilio, {
      next: [],
      otherwise: () => "take",
      listFails: false,
      onPost: () => Promise.resolve(),
      reportFirst: undefined,
    });
    for (const kept of [twilio.taken, twilio.posts, twilio.reports]) kept.length = 0;
  });
  return world;
}

/** A phone for each number of a text. */
export const phoneOf = (n: number) => `+1323555${String(2000 + n)}`;

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
