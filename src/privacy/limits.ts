/**
 * Limits on guessing (P5): counted in the database, by UTC day, spent before anything is looked up and never refunded.
 */
import { byteaArray, intArray, type Database } from "../db/database.ts";
import { utcDay } from "../runtime.ts";
import type { AuditEvent } from "./audit.ts";
import { keyedHash, type Sealer } from "./seal.ts";
import { secretOf } from "./secrets.ts";

/** Lookups a subject may make. */
export const lookupLimits = {
  perConversation: 3,
  perPhoneDay: 5,
  perAddressDay: 40,
  /** A worker at a clinic table helps one person after another. */
  perWorkerDay: 200,
} as const;

/** Phone and address counters are kept this long. */
const counterMs = 48 * 60 * 60_000;
/** From the start of a day its audit key stands this long. */
const dayKeyMs = 48 * 60 * 60_000;

export interface LimitSubject {
  kind: "phone" | "address" | "worker";
  /** The phone in E.164, the IPv4 address or IPv6 /64, or the id of someone who works here. */
  of: string;
}

export interface Spending {
  subject: LimitSubject;
  conversation: { handle: string; startedAt: number };
  /** Keyed id of the turn that asks: it spends once, however often it is delivered. */
  turnId: Uint8Array;
  /** The lookup goes by name and birth date, and counts toward the hour's ceiling. */
  byDate: boolean;
  now: number;
}

/** What a lookup may run into: the conversation's limit, its sender's, or the ceiling of the installation's hour. */
export type LimitKind = "conversation" | LimitSubject["kind"] | "hour";

export interface Spent {
  /** Limits of conversation and sender that are spent; none: it may go on. */
  over: LimitKind[];
  /** This hour's name-and-date lookups over all sources, this one included. */
  hourCount: number;
  /** The list versions that answer now, read by the same statement. */
  versions: number[];
}

// The turn's own row is the claim: a copy of the same message spends nothing, but waits for the first and counts with
// it. Rows are written in the order of their keys, so that two lookups at once never wait for each other in a circle.
const spendStatement = `
with claim as (
  insert into limit_counter (key, n, gone_at) values ($5::bytea, 1, to_timestamp($2::float8 / 1000))
  on conflict (key) do nothing returning 1
), audited as (
  insert into audit (at, event, actor, subject)
  select to_timestamp($3::float8 / 1000), $6, $7, $4::bytea from claim
)
insert into limit_counter as l (key, n, gone_at)
select key, (select count(*)::int from claim), to_timestamp($2::float8 / 1000)
from unnest($1::text::bytea[]) as key order by key
on conflict (key) do update set n = l.n + excluded.n
returning encode(key, 'hex') as key, n, (select string_agg(current::text, ',') from list) as versions`;

/** What a conversation's lookups count under. `key` is the secret of limits. */
function conversationKey(key: Uint8Array, { handle, startedAt }: Spending["conversation"]): Buffer {
  return keyedHash(key, ["conversation", handle, String(startedAt)]);
}

/** The counters of one conversation under two handles: what it spent goes along when it moves (P5). */
export async function movedCounters(
  database: Database,
  sealer: Sealer,
  moved: { from: string; to: string; startedAt: number },
  signal?: AbortSignal,
): Promise<{ from: Buffer; to: Buffer }> {
  const key = await secretOf(database, sealer, "limits", { signal });
  const { startedAt } = moved;
  return {
    from: conversationKey(key, { handle: moved.from, startedAt }),
    to: conversationKey(key, { handle: moved.to, startedAt }),
  };
}

/** Codes to carry on by that a phone may try in a day, right and wrong ones together. */
export const carryTriesPerDay = 10;

/**
 * Spends one try of a code.
 * @param phone in E.164.
 * @returns whether the phone is within its limit.
 */
export async function spendCarryTry(
  database: Database,
  sealer: Sealer,
  phone: string,
  now: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const key = await secretOf(database, sealer, "limits", { signal });
  const rows = await database.query<{ n: number }>(
    `insert into limit_counter as l (key, n, gone_at) values ($1::bytea, 1, to_timestamp($2::float8 / 1000))
     on conflict (key) do update set n = l.n + 1 returning n`,
    [keyedHash(key, ["carry", phone, utcDay(now)]), now + counterMs],
    signal,
  );
  return (rows[0]?.n ?? Infinity) <= carryTriesPerDay;
}

const perDay = {
  phone: lookupLimits.perPhoneDay,
  address: lookupLimits.perAddressDay,
  worker: lookupLimits.perWorkerDay,
} as const;

/** A lookup without a date counts in an hour of its own, so that both kinds write the same rows. */
function hourKey(key: Uint8Array, byDate: boolean, now: number): Buffer {
  return keyedHash(key, [byDate ? "hour" : "hour-number", String(Math.floor(now / 3_600_000))]);
}

/** Lookups by name and birth date in this hour so far, over all sources. @param now epoch milliseconds. */
export async function countThisHour(database: Database, sealer: Sealer, now: number): Promise<number> {
  const key = await secretOf(database, sealer, "limits");
  const rows = await database.query<{ n: number }>("select n from limit_counter where key = $1::bytea", [
    hourKey(key, true, now),
  ]);
  return rows[0]?.n ?? 0;
}

/** Event and actor: a lookup by someone who works here names them. */
function auditedAs({ kind, of }: LimitSubject): [event: AuditEvent, actor: string] {
  return kind === "worker" ? ["outreach_lookup", of] : ["lookup_made", "person"];
}

/** Spends one lookup: of the conversation, of the sender, and of the installation's hour. */
export async function spendLookup(
  database: Database,
  sealer: Sealer,
  { subject, conversation, turnId, byDate, now }: Spending,
  signal?: AbortSignal,
): Promise<Spent> {
  const key = await secretOf(database, sealer, "limits", { signal });
  // Whose lookup it was can be told for two days, while the day's key stands.
  const day = await secretOf(database, sealer, `audit/${utcDay(now)}`, { goneAt: now + dayKeyMs, signal });
  const own = conversationKey(key, conversation);
  const sender = keyedHash(key, [subject.kind, subject.of, utcDay(now)]);
  const hour = hourKey(key, byDate, now);
  const claim = keyedHash(key, ["turn", Buffer.from(turnId).toString("hex")]);
  const subjectOfDay = keyedHash(day, [conversation.handle]);
  const rows = await database.query<{ key: string; n: number; versions: string | null }>(
    spendStatement,
    [byteaArray([own, sender, hour]), now + counterMs, now, subjectOfDay, claim, ...auditedAs(subject)],
    signal,
  );
  const count = (key: Buffer) => rows.find((row) => row.key === key.toString("hex"))?.n ?? Infinity;
  const over: LimitKind[] = [];
  if (count(own) > lookupLimits.perConversation) over.push("conversation");
  if (count(sender) > perDay[subject.kind]) over.push(subject.kind);
  return {
    over,
    hourCount: count(hour),
    versions: (rows[0]?.versions ?? "").split(",").filter(Boolean).map(Number),
  };
}

/** How many distinct wrong guesses a record bears. */
export const recordLimits = { in30Days: 5, in365Days: 12 } as const;

/** Near misses written in every lookup, real ones and padding together. */
export const nearMissRows = 16;
/** Records whose budget is read in every lookup; more would-be confirmations than this are not confirmed. */
export const budgetRows = 16;

export interface Guess {
  /** Keyed tag of the record's identity. */
  tag: bigint;
  /** Keyed tag of what was guessed: the date, or the name for a number. */
  guess: bigint;
}

// One row a record: its distinct wrong guesses and the day each was first made. The row lock makes the count exact.
const budgetStatement = `
with near as (
  insert into record_budget as b (tag, guesses, days, frozen_at, gone_at)
  select tag, array[guess], array[day], null, to_timestamp((day + 366) * 86400.0)
  from unnest($1::text::bigint[], $2::text::bigint[], $3::text::int[]) as n(tag, guess, day) order by tag
  on conflict (tag) do update set
    guesses = case when excluded.guesses[1] = any(b.guesses) then b.guesses else b.guesses || excluded.guesses end,
    days = case when excluded.guesses[1] = any(b.guesses) then b.days else b.days || excluded.days end,
    frozen_at = coalesce(b.frozen_at, case when not excluded.guesses[1] = any(b.guesses) and (
        (select count(*) from unnest(b.days) d where d > excluded.days[1] - 30) + 1 >= $5::int
        or (select count(*) from unnest(b.days) d where d > excluded.days[1] - 365) + 1 >= $6::int)
      then to_timestamp($7::float8 / 1000) end),
    gone_at = greatest(b.gone_at, excluded.gone_at)
  returning frozen_at = to_timestamp($7::float8 / 1000) as froze
), audited as (
  insert into audit (at, event, actor)
  select to_timestamp($7::float8 / 1000), 'record_frozen', 'person' from near where froze
)
select b.tag::text as tag from record_budget b
where b.tag = any($4::text::bigint[]) and b.frozen_at is not null`;

/**
 * Records near misses and reads which records confirm no more. Both lists are padded with random tags to the same
 * length always; padding rows count as a year old and are purged with the next purge.
 * @param tags at most `budgetRows`.
 * @returns the tags, of those asked for, that are frozen.
 */
export async function spendRecordBudget(
  database: Database,
  guesses: readonly Guess[],
  tags: readonly bigint[],
  now: number,
  random: (length: number) => Buffer,
  signal?: AbortSignal,
): Promise<Set<bigint>> {
  const today = Math.floor(now / 86_400_000);
  const distinct = [...new Map(guesses.map((g) => [g.tag, g])).values()].slice(0, nearMissRows);
  const rows = distinct.map((g) => ({ ...g, day: today }));
  while (rows.length < nearMissRows) {
    rows.push({ tag: random(8).readBigInt64BE(), guess: random(8).readBigInt64BE(), day: today - 366 });
  }
  const asked = [...new Set(tags)];
  while (asked.length < budgetRows) asked.push(random(8).readBigInt64BE());
  const frozen = await database.query<{ tag: string }>(
    budgetStatement,
    [
      `{${rows.map((r) => r.tag).join(",")}}`,
      `{${rows.map((r) => r.guess).join(",")}}`,
      intArray(rows.map((r) => r.day)),
      `{${asked.join(",")}}`,
      recordLimits.in30Days,
      recordLimits.in365Days,
      now,
    ],
    signal,
  );
  return new Set(frozen.map((row) => BigInt(row.tag)));
}
