/**
 * How many text-message turns one process takes on PostgreSQL, signature to TwiML, against a floor of the same two
 * statements' barest form (select by key, update by key with a version) in the same run.
 *   npx tsx bench/turn.ts [--seconds 5] [--phones 400] [--url postgres://…]
 */
import { parseArgs } from "node:util";
import webhooks from "twilio/lib/webhooks/webhooks.js";
import { createApp } from "../src/app.ts";
import { createCopy } from "../src/copy/copy.ts";
import type { Services } from "../src/acts/services.ts";
import { benchServices } from "./support.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    phones: { type: "string", default: "400" },
    url: { type: "string" },
  },
});
const seconds = Number(values.seconds);
const phones = Number(values.phones);
const token = "bench-token";
const publicUrl = "https://bench.test";

/** What a person texts, over and over: questions answered, misses, help, going back. No lookup: that has its own bench. */
const texts = [
  "hola",
  "1",
  "no",
  "Maria Lopez Garcia",
  "25 de julio de 1968",
  "como en el 92",
  "atras",
  "ayuda",
  "por que",
  "xyzzy",
];

/** Runs `work` from `width` loops at once for the given time. @returns operations a second and CPU µs an operation. */
async function rate(
  width: number,
  work: (n: number) => Promise<unknown>,
): Promise<{ perSecond: number; cpu: number }> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  let n = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (performance.now() - started < seconds * 1000) await work(n++);
    }),
  );
  const used = process.cpuUsage(cpu);
  const took = (performance.now() - started) / 1000;
  return { perSecond: n / took, cpu: (used.user + used.system) / n };
}

function sender(services: Services) {
  const app = createApp({ services, copy: createCopy(services.config.org), readiness: { accepting: true } });
  const said = new Map<number, number>();
  let sid = 0;
  return async (n: number) => {
    const who = n % phones;
    const turn = said.get(who) ?? 0;
    said.set(who, turn + 1);
    const params = {
      MessageSid: `SM${++sid}`,
      AccountSid: "AC0",
      From: `+1323${5_550_000 + who}`,
      To: "+13235550100",
      Body: texts[turn % texts.length] ?? "",
      NumMedia: "0",
      NumSegments: "1",
      ApiVersion: "2010-04-01",
    };
    const response = await app.request(`${publicUrl}/webhooks/sms`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": webhooks.getExpectedTwilioSignature(token, `${publicUrl}/webhooks/sms`, params),
      },
      body: new URLSearchParams(params).toString(),
    });
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    await response.text();
  };
}

const bench = await benchServices("postgres", values.url);
try {
  const services: Services = {
    ...bench.services,
    config: {
      ...bench.services.config,
      publicUrl,
      lookups: "full",
      twilio: { ...bench.services.config.twilio, authTokens: [token] },
    },
  };
  const { database } = services;
  await database.query("create table floor (id int primary key, version int not null, body bytea not null)");
  await database.query(
    "insert into floor select i, 0, decode(repeat('00', 540), 'hex') from generate_series(0, $1::int - 1) i",
    [phones],
  );
  const body = Buffer.alloc(540, 1);
  const floor = async (n: number) => {
    const id = n % phones;
    const rows = await database.query<{ version: number }>(
      "select version, body from floor where id = $1::int",
      [id],
    );
    await database.query(
      "update floor set version = version + 1, body = $3::bytea where id = $1::int and version = $2::int",
      [id, rows[0]?.version ?? 0, body],
    );
  };
  const send = sender(services);
  await rate(8, send);
  await rate(8, floor);
  for (const width of [1, 32]) {
    const [a, b, c, d] = [
      await rate(width, send),
      await rate(width, floor),
      await rate(width, send),
      await rate(width, floor),
    ];
    const turns = (a.perSecond + c.perSecond) / 2;
    const floors = (b.perSecond + d.perSecond) / 2;
    console.log(
      `${String(width).padStart(3)} at once: ${turns.toFixed(0)} turns/s (${((a.cpu + c.cpu) / 2).toFixed(0)} µs CPU), ` +
        `floor ${floors.toFixed(0)}/s (${((b.cpu + d.cpu) / 2).toFixed(0)} µs), ratio ${((turns / floors) * 100).toFixed(0)} %`,
    );
  }
} finally {
  await bench.close();
}
