/**
 * The statement that moves a conversation from one handle to another together with the turn that asked for it: the
 * code goes, the old handle dies, the state and what it spent stand under the new one, or none of it happens.
 */
import type { Database, Value } from "../../db/database.ts";

/** What a move needs beside the turn. */
export interface Move {
  /** The handle it leaves, and the version it was read at. */
  from: Uint8Array;
  version: number;
  /** The code's hash, as stored. */
  code: Uint8Array;
  /** Its counter of lookups, under the old and the new handle. */
  counters: { from: Uint8Array; to: Uint8Array };
}

// The old row is locked before the code, in the order of DELETE. Where it is still ours to move but the code is gone
// or the phone's own row moved on, no handle is found for the turn: that violates its column and undoes everything.
const moveStatement = `
with parted as (
  update conversation as c set sealed = null, version = c.version + 1
  where c.handle = $17::bytea and c.version = $18::int and c.sealed is not null
    and c.answers_until > to_timestamp($9::float8 / 1000)
  returning c.handle
), taken as (
  delete from carry_code where code = $19::bytea and handle = $17::bytea
    and gone_at > to_timestamp($9::float8 / 1000) and exists (select 1 from parted)
  returning handle
), kept as (
  insert into conversation as c (handle, version, sealed, attempts, answers_until, gone_at)
  select $1::bytea, $2::int + 1, $3::bytea, $4::int, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000)
  from taken
  on conflict (handle) do update set version = excluded.version, sealed = excluded.sealed,
    attempts = excluded.attempts, answers_until = excluded.answers_until, gone_at = excluded.gone_at
  where c.version = $2::int
  returning handle
), turned as (
  insert into turn (id, handle, reply, at)
  select $7::bytea, (select handle from kept), $8::bytea, to_timestamp($9::float8 / 1000) from parted
), tallied as (
  insert into tally as y (day, name, channel, locale, shard, n, segments_in, segments_out)
  select $10::text::date, c.name, $11, $12, $13::int, 1, c.i, c.o
  from kept, unnest($14::text::text[], $15::text::int[], $16::text::int[]) as c(name, i, o)
  on conflict (day, name, channel, locale, shard) do update set n = y.n + 1,
    segments_in = y.segments_in + excluded.segments_in, segments_out = y.segments_out + excluded.segments_out
), unreplied as (
  update turn set reply = null from kept where turn.handle = $17::bytea
), handed as (
  update handoff set handle = kept.handle from kept where handoff.handle = $17::bytea
), spent as (
  insert into limit_counter as l (key, n, gone_at)
  select $21::bytea, b.n, b.gone_at from kept, limit_counter b where b.key = $20::bytea
  on conflict (key) do update set n = greatest(l.n, excluded.n)
)
select count(*)::int as kept from kept`;

/**
 * Commits a turn that moves a conversation to its handle.
 * @param turn the sixteen values of a turn, in the order of its own statement.
 * @returns false when the conversation to move changed since it was read.
 * @throws a null violation when the code is gone or the conversation moved to changed: read again.
 */
export async function commitMove(
  database: Database,
  turn: readonly Value[],
  { from, version, code, counters }: Move,
  signal?: AbortSignal,
): Promise<boolean> {
  const rows = await database.query<{ kept: number }>(
    moveStatement,
    [...turn, from, version, code, counters.from, counters.to],
    signal,
  );
  return rows[0]?.kept === 1;
}
