/**
 * Limits on wishes for a person, so that nobody fills the queue that reviewers work through: by who asks, in a day, and by
 * how many wait. Counted in the database before a wish is kept, and never given back (as P5 has it for lookups).
 */
import { byteaArray, type Database } from "../db/database.ts";
import { utcDay } from "../runtime.ts";
import { keyedHash, type Sealer } from "./seal.ts";
import { secretOf } from "./secrets.ts";

export const handoffLimits = {
  /** New wishes in a UTC day. Phones are shared, and libraries have one address. */
  perDay: { phone: 3, caller: 3, address: 20, worker: 100 },
  /**
   * Nobody is added while so many wait: in all, and from the web and by calls, where a stranger comes under any name. What
   * those two leave is kept for texts and clinic tables.
   */
  waiting: { all: 500, web: 200, voice: 150 },
} as const;

const counterMs = 48 * 3_600_000;

export interface HandoffAsked {
  /** `caller`: what the network shows of a call, which may be made up: it spends nothing of that phone's texts. */
  kind: keyof (typeof handoffLimits)["perDay"];
  /** Phone, address, or the id of who works here; undefined for a caller without a number: only who waits counts then. */
  of: string | undefined;
  channel: string;
  /** Keyed id of the turn or call: it spends once, however often it is delivered. */
  cause: Uint8Array;
  now: number;
}

const statement = `
with claim as (
  insert into limit_counter (key, n, gone_at) values ($1::bytea, 1, to_timestamp($3::float8 / 1000))
  on conflict (key) do nothing returning 1
), spent as (
  insert into limit_counter as l (key, n, gone_at)
  select key, (select count(*)::int from claim), to_timestamp($3::float8 / 1000)
  from unnest($2::text::bytea[]) as key
  on conflict (key) do update set n = l.n + excluded.n
  returning n
)
select (select n from spent) as n, count(*)::int as waiting, (count(*) filter (where channel = $5))::int as here
from handoff where state = 'open' and gone_at > to_timestamp($4::float8 / 1000)`;

/** Spends one new wish. @returns whether it may be kept. */
export async function spendHandoff(
  database: Database,
  sealer: Sealer,
  { kind, of, channel, cause, now }: HandoffAsked,
  signal?: AbortSignal,
): Promise<boolean> {
  const key = await secretOf(database, sealer, "limits", { signal });
  const sender = of === undefined ? [] : [keyedHash(key, ["handoff", kind, of, utcDay(now)])];
  const claim = keyedHash(key, ["handoff-cause", Buffer.from(cause).toString("hex")]);
  const [row] = await database.query<{ n: number | null; waiting: number; here: number }>(
    statement,
    [claim, byteaArray(sender), now + counterMs, now, channel],
    signal,
  );
  if (!row) throw new Error("counting gives one row always");
  const { perDay, waiting } = handoffLimits;
  const ofChannel = channel === "web" || channel === "voice" ? waiting[channel] : waiting.all;
  const room = row.waiting < waiting.all && row.here < ofChannel;
  return room && (row.n ?? 0) <= perDay[kind];
}
