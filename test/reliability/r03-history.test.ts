/**
 * R3: 20 clients make 200 mixed operations each through two servers over one PostgreSQL. Every conversation's turns are
 * totally ordered, nothing is answered after STOP, and counters equal what was looked up.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { keyedHash } from "../../src/privacy/seal.ts";
import { secretOf } from "../../src/privacy/secrets.ts";
import { utcDay } from "../../src/runtime.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { databaseMaker, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newPhone, postText, untilLookup, type Answered } from "../support/talk.ts";

const clients = 20;
const operations = 200;

/** A small generator of its own, so that a failing history can be run again. */
function random(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("a history of mixed operations", { timeout: 240_000 }, () => {
  const makeDatabase = databaseMaker("postgres");
  let database: TestDatabase;
  let servers: TestApp[];
  const runtime = new TestRuntime();

  beforeAll(async () => {
    database = await makeDatabase();
    servers = [
      await makeApp({ database, runtime }),
      await makeApp({ database: { ...database }, runtime: new TestRuntime({ seed: "two" }) }),
    ];
    const [first] = servers;
    if (first)
      await loadList(first.services, {
        id: "2020",
        announced: "2020-02-13",
        records: [record(), ...crowd(35)],
      });
  });

  interface Client {
    phone: string;
    /** SIDs that were answered with words: each is one turn. */
    answered: Set<string>;
    told: number;
  }

  async function live(seed: number): Promise<Client> {
    const phone = newPhone();
    const next = random(seed);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
    const script = untilLookup("sms", "en", marcus);
    const answered = new Set<string>();
    let told = 0;
    let out = false;
    let step = 0;
    let made = 0;
    let last: { sid: string; text: string; body: string } | undefined;
    const send = (text: string, sid: string) => postText(pick(servers), phone, text, sid);
    const take = (text: string, sid: string, one: Answered) => {
      expect(one.status, `${seed}: ${text}`).toBe(200);
      if (one.texts.length > 0) answered.add(sid);
      if (one.texts.join(" ").includes("February 2020")) told++;
      last = { sid, text, body: one.body };
    };
    while (made < operations) {
      made++;
      const sid = `SM${seed}x${made}`;
      const roll = next();
      if (roll < 0.55) {
        const text = script[step++ % script.length] ?? "";
        const one = await send(text, sid);
        if (out) expect(one.texts).toEqual([]);
        take(text, sid, one);
      } else if (roll < 0.67 && last) {
        // A copy, at either server, gets the same bytes. One that got no words while opted out left no turn.
        const copy = await send(last.text, last.sid);
        if (answered.has(last.sid)) expect(copy.body).toBe(last.body);
      } else if (roll < 0.75) {
        const text = pick(["back", "why", "again", "skip", "english", "gibberish here"]);
        const one = await send(text, sid);
        if (out) expect(one.texts).toEqual([]);
        take(text, sid, one);
      } else if (roll < 0.8) {
        const one = await send("STOP", sid);
        expect(one.texts).toHaveLength(out ? 0 : 1);
        take("STOP", sid, one);
        out = true;
      } else if (roll < 0.88) {
        const one = await send("START", sid);
        expect(one.texts.length).toBeGreaterThan(0);
        take("START", sid, one);
        out = false;
      } else if (roll < 0.92) {
        const one = await send("delete my data", sid);
        if (!out) expect(one.texts.join(" ")).toContain("erased");
        step = 0;
        take("delete my data", sid, one);
      } else {
        made++;
        const texts = ["no", "1"] as const;
        const pair = await Promise.all(texts.map((text, n) => send(text, `${sid}p${n}`)));
        pair.forEach((one, n) => take(texts[n] ?? "", `${sid}p${n}`, one));
        if (out) expect(pair.flatMap((one) => one.texts)).toEqual([]);
      }
    }
    return { phone, answered, told };
  }

  it("turns are totally ordered, none is said after STOP, and counters equal what was looked up", async () => {
    const lived = await Promise.all(Array.from({ length: clients }, (_, n) => live(n + 1)));
    const [first] = servers;
    if (!first) throw new Error("no server");
    const { services } = first;
    const key = await secretOf(database, services.sealer, "limits");
    const one = async (sql: string, value: Uint8Array) =>
      (await database.query<{ n: number }>(sql, [value]))[0]?.n ?? 0;
    let counted = 0;
    for (const { phone, answered, told } of lived) {
      const handle = services.sealer.hash("phones", phone);
      const turns = await one("select count(*)::int as n from turn where handle = $1::bytea", handle);
      const version = await one("select version as n from conversation where handle = $1::bytea", handle);
      // Each turn raises the version by one over the version it read: as many turns as versions is one order.
      expect(version).toBe(turns);
      expect(turns).toBeGreaterThanOrEqual(answered.size);
      const counter = keyedHash(key, ["phone", phone, utcDay(runtime.now())]);
      const spent = await one("select n from limit_counter where key = $1::bytea", counter);
      expect(told).toBeLessThanOrEqual(5);
      expect(spent).toBeGreaterThanOrEqual(told);
      counted += spent;
    }
    const audited = await database.query<{ n: number }>(
      "select count(*)::int as n from audit where event = 'lookup_made'",
    );
    expect(audited[0]?.n).toBe(counted);
  });
});
