/**
 * People who agreed to the question a month later: the application on a database, a carrier that takes everything, and
 * time that passes.
 */
import { beforeAll, beforeEach } from "vitest";
import { askFollowUps } from "../../src/acts/ask-follow-ups.ts";
import type { Carrier } from "../../src/acts/outbox/carrier.ts";
import { purge } from "../../src/acts/purge.ts";
import { sendDue } from "../../src/acts/send-due.ts";
import { endWatches, tellWatchers } from "../../src/acts/watch-lists.ts";
import { makeApp, phone, type TestApp } from "./app.ts";
import { emptyDatabase, type TestDatabase } from "./database.ts";
import { crowd, loadList, marcus, record } from "./list.ts";
import { TestRuntime } from "./runtime.ts";
import { sendingServices, testTwilio } from "./sending.ts";
import { untilLookup } from "./talk.ts";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const number = "+13235550142";
let opened = 0;

/** The world of one test, made anew for each. */
export class FollowUpWorld {
  database!: TestDatabase;
  runtime!: TestRuntime;
  app!: TestApp;
  sent: { to: string; body: string; at: number }[] = [];

  readonly carrier: Carrier = {
    send: ({ to, body }) => {
      this.sent.push({ to, body, at: this.runtime.now() });
      return Promise.resolve({ kind: "accepted", sid: `SM${this.sent.length}`, status: "queued" });
    },
    sentTo: () => Promise.resolve([]),
  };

  /** An empty database, 10:00 in Los Angeles, and a list that Marcus stands on. */
  async open(twilio = testTwilio): Promise<void> {
    await emptyDatabase(this.database);
    this.sent = [];
    this.runtime = new TestRuntime({ now: "2026-03-02T18:00:00Z", seed: `app ${++opened}` });
    this.app = await makeApp({ database: this.database, runtime: this.runtime, config: { twilio } });
    const records = [record(), ...crowd(40)];
    await loadList(this.app.services, { id: "list-a", announced: "2021-09-27", records });
  }

  services() {
    return sendingServices(this.database, this.runtime);
  }

  /** Lets time pass with everything that repeats: by half days, and closely over the last two. */
  async pass(ms: number): Promise<void> {
    const { runtime, app } = this;
    const services = this.services();
    for (const end = runtime.now() + ms; runtime.now() < end;) {
      const left = end - runtime.now();
      runtime.advance(left > 2 * dayMs ? dayMs / 2 : Math.min(left, 4 * hourMs));
      await tellWatchers(services, app.copy);
      await askFollowUps(services, app.copy);
      await sendDue(services, this.carrier);
      await endWatches(services, app.copy);
    }
    await purge(services);
  }

  async say(text: string, from = number): Promise<string> {
    return (await phone(this.app, from)(text)).join("\n");
  }

  async rows(table: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? 0;
  }

  /** A confirmed case, up to the question whether we may ask. */
  async untilAsked(locale: "en" | "es" = "en", from = number): Promise<string> {
    for (const text of untilLookup("sms", locale, marcus)) await this.say(text, from);
    return this.say("8", from);
  }

  async agree(locale: "en" | "es" = "en", from = number): Promise<string> {
    await this.untilAsked(locale, from);
    return this.say("1", from);
  }
}

/** A world for every test of a block that runs on one database. */
export function followUpWorld(makeDatabase: () => Promise<TestDatabase>): FollowUpWorld {
  const world = new FollowUpWorld();
  beforeAll(async () => {
    world.database = await makeDatabase();
  });
  beforeEach(() => world.open());
  return world;
}
