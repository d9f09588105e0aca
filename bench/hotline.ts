/**
 * The evening after a news story: 200 people text the hotline at once, 5 % of deliveries come twice, 5 % of people say
 * STOP on the way, through two server processes' worth of services on one PostgreSQL. Then a text for everyone is due, and
 * the carrier throttles, fails and hangs up. Checks that nothing is lost, doubled or out of order, and prints how long it
 * took.
 *   npx tsx bench/hotline.ts [--people 200] [--seed 1] [--url postgres://…]
 */
import { parseArgs } from "node:util";
import { enqueueText } from "../src/acts/enqueue-text.ts";
import { sendDue } from "../src/acts/send-due.ts";
import type { Services } from "../src/acts/services.ts";
import { createApp } from "../src/app.ts";
import { createCopy } from "../src/copy/copy.ts";
import { createTwilioCarrier } from "../src/jobs/twilioCarrier.ts";
import { publicUrl, testToken, textParams, textsOf, twilioRequest } from "../test/support/app.ts";
import { crowd, loadList, record } from "../test/support/list.ts";
import { TestRuntime } from "../test/support/runtime.ts";
import { testTwilio } from "../test/support/sending.ts";
import { startTwilioStandIn, type Behaviour } from "../test/support/twilioStandIn.ts";
import { benchServices } from "./support.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    url: { type: "string" },
  },
});
const people = Number(values.people);

/** A small generator (mulberry32), so that a run can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = seeded(Number(values.seed));

const scripts: readonly (readonly string[])[] = [
  ["hello", "1", "no", "Marcus Tollesworth", "May 19, 1974", "1996", "1", "1", "8"],
  [
    "hola",
    "1",
    "no",
    "Rosa Quintanegra",
    "16 de julio de 1970",
    "como en el 92",
    "1",
    "2",
    "1",
    "1",
    "1",
    "8",
  ],
  ["is this real?", "2", "Compton", "1", "1", "8"],
  ["START", "2", "1", "1", "2", "2", "8"],
];

interface Person {
  phone: string;
  texts: string[];
  /** Where STOP stands among the texts; absent: never. */
  stopAt?: number;
}

const problems: string[] = [];
const check = (right: boolean, what: string) => {
  if (!right && problems.length < 20) problems.push(what);
  if (!right) process.exitCode = 1;
};

function makePeople(): Person[] {
  return Array.from({ length: people }, (_, n) => {
    const texts = [...(scripts[n % scripts.length] ?? [])];
    const person: Person = { phone: `+1323${5_550_000 + n}`, texts };
    if (random() < 0.05) {
      person.stopAt = 1 + Math.floor(random() * (texts.length - 1));
      texts.splice(person.stopAt, 0, "STOP");
    }
    return person;
  });
}

const bench = await benchServices("postgres", values.url);
const config: Services["config"] = {
  ...bench.services.config,
  publicUrl,
  publicUrlGiven: true,
  loopback: false,
  legalReview: "bench",
  twilio: testTwilio,
  sending: { segmentMs: 0 },
};
const servers = [1, 2].map(() => {
  const services: Services = { ...bench.services, config };
  const copy = createCopy(config.org);
  return createApp({ services, copy, readiness: { accepting: true } });
});
const latencies: number[] = [];
const words = createCopy(config.org);
/** What is said when a turn took too long and was not taken. */
const slowWords = (["tryLater", "smsFallback"] as const).flatMap((key) =>
  (["en", "es"] as const).map((locale) => words.text(`errors.${key}`, locale, {}, "sms").slice(0, 30)),
);

let later = 0;

/** Sends a text, and again where the answer is that we are slow and nothing was taken, as people are asked to. */
async function say(phone: string, body: string): Promise<string> {
  for (;;) {
    const reply = await deliver(phone, body);
    if (!slowWords.some((begin) => reply.includes(begin))) return reply;
    later += 1;
  }
}

/** Delivers one text to either server, twice in 5 % of cases. @returns the reply. */
async function deliver(phone: string, body: string): Promise<string> {
  const params = textParams(phone, body);
  const once = async () => {
    const app = servers[random() < 0.5 ? 0 : 1];
    const started = performance.now();
    const response = await app?.request(
      `${publicUrl}/webhooks/sms`,
      twilioRequest(params, { token: testToken }),
    );
    latencies.push(performance.now() - started);
    check(response?.status === 200, `status ${response?.status} for ${body}`);
    return (await response?.text()) ?? "";
  };
  if (random() >= 0.05) return once();
  // Half of the copies come while the first is still being taken, half after it was answered.
  const [first, copy] = random() < 0.5 ? await Promise.all([once(), once()]) : [await once(), await once()];
  check(first === copy, `a copy of "${body}" was answered otherwise`);
  return first;
}

try {
  const { services } = bench;
  await loadList(services, {
    id: "bench",
    announced: "2020-02-13",
    records: [record(), ...crowd(2_000)],
  });
  // How each script goes for somebody alone, at leisure.
  const alone: string[][] = [];
  for (const [n, script] of scripts.entries()) {
    const replies: string[] = [];
    for (const text of script) replies.push(await deliver(`+1213555${1000 + n}`, text));
    alone.push(replies);
  }
  latencies.length = 0;

  const crowdOfPeople = makePeople();
  const started = performance.now();
  await Promise.all(
    crowdOfPeople.map(async (person, n) => {
      const expected = alone[n % scripts.length] ?? [];
      for (const [at, text] of person.texts.entries()) {
        const reply = await say(person.phone, text);
        const { stopAt } = person;
        if (stopAt === undefined || at < stopAt)
          check(reply === expected[at], `${person.phone} got another answer to "${text}"`);
        else if (at === stopAt)
          check(textsOf(reply).length === 1, `STOP was answered ${textsOf(reply).length} times`);
        else check(textsOf(reply).length === 0, `"${text}" was answered after STOP`);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const sent = crowdOfPeople.reduce((sum, person) => sum + person.texts.length, 0);
  const { database } = services;
  // After STOP a text is taken, answered with nothing and not counted.
  const unheard = crowdOfPeople.reduce(
    (sum, p) => sum + (p.stopAt === undefined ? 0 : p.texts.length - p.stopAt - 1),
    0,
  );
  const script = scripts.reduce((sum, texts) => sum + texts.length, 0);
  const rows = await database.query<{ turns: number; tallied: number; out: number }>(
    `select (select count(*)::int from turn) as turns,
       (select sum(n)::int from tally where name = 'turn') as tallied,
       (select count(*)::int from consent where state = 'out') as out`,
  );
  const stopped = crowdOfPeople.filter((p) => p.stopAt !== undefined);
  check(
    rows[0]?.turns === sent + script - unheard,
    `${rows[0]?.turns} turns for ${sent + script - unheard} texts`,
  );
  check(rows[0]?.tallied === rows[0]?.turns, "totals and turns differ");
  check(rows[0]?.out === stopped.length, `${rows[0]?.out} opt-outs for ${stopped.length}`);
  const sorted = latencies.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  console.log(
    `${people} people, ${sent} texts (${latencies.length} deliveries, ${stopped.length} said STOP, ${later} told to try later) in ${seconds.toFixed(1)} s; ` +
      `${(latencies.length / seconds).toFixed(0)}/s, answered in p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(0.99999)} ms`,
  );

  const clock = new TestRuntime({ now: "2026-03-02T18:00:00Z" });
  const twilio = await startTwilioStandIn(() => clock.now());
  const faults: readonly Behaviour[] = ["throttle", "failBefore", "failAfter", "hangUpBefore", "hangUpAfter"];
  twilio.otherwise = () =>
    random() < 0.1 ? (faults[Math.floor(random() * faults.length)] ?? "take") : "take";
  const sending: Services = {
    ...services,
    config,
    runtime: { ...bench.services.runtime, now: () => clock.now() },
  };
  const copy = createCopy(config.org);
  for (const { phone } of crowdOfPeople)
    await enqueueText(sending, copy, { kind: "personReady", phone, locale: "en", cause: [phone] });
  const carrier = createTwilioCarrier(config.twilio, { baseUrl: twilio.url });
  const sendingStarted = performance.now();
  let open = 1;
  for (let n = 0; n < 2_000 && open > 0; n++) {
    await Promise.all([sendDue(sending, carrier), sendDue(sending, carrier)]);
    clock.advance(5_000);
    const left = await database.query<{ n: number }>(
      "select count(*)::int as n from outbox where state in ('waiting', 'claimed')",
    );
    open = left[0]?.n ?? 0;
  }
  const taken = new Map<string, number>();
  for (const message of twilio.taken) taken.set(message.to, (taken.get(message.to) ?? 0) + 1);
  for (const { phone, stopAt } of crowdOfPeople)
    check(
      (taken.get(phone) ?? 0) === (stopAt === undefined ? 1 : 0),
      `${phone} got ${taken.get(phone) ?? 0} texts`,
    );
  check(open === 0, `${open} texts were never settled`);
  await twilio.close();
  console.log(
    `${twilio.taken.length} later texts by two senders, ${twilio.posts.length} requests, ` +
      `${((performance.now() - sendingStarted) / 1000).toFixed(1)} s`,
  );
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length === 0) console.log("✓ nothing lost, doubled or out of order");
} finally {
  await bench.close();
}
