/**
 * The outbox's statements: claim, record, release, give up. Each is one transaction; a text is claimed in one, sent
 * outside of any, and recorded in another.
 */
import { byteaArray, type Database } from "../../db/database.ts";
import { utcDay } from "../../runtime.ts";
import { opensAnew } from "./texts.ts";

/** A claimed text. */
export interface Claim {
  /** Hex. */
  id: string;
  sealed: Uint8Array;
  kind: string;
  asked: boolean;
  attempts: number;
  /** The version its phone's conversation must stand at; null: any. */
  standing: number | null;
  /** When it was claimed for sending, and when it is not worth sending any more; epoch milliseconds. */
  claimedAt: number;
  expiresAt: number;
}

const instant = (parameter: string) => `to_timestamp(${parameter}::float8 / 1000)`;
const claimed = `encode(outbox.id, 'hex') as id, sealed, kind, asked, attempts::int as attempts, standing,
  (extract(epoch from claimed_at) * 1000)::float8 as "claimedAt",
  (extract(epoch from expires_at) * 1000)::float8 as "expiresAt"`;
/** The moment from which any process may send again: pace and pauses of all of them. */
const slotKey = "sender";

// A text whose answer begins anew waits while its phone is in a conversation: there the "1" would answer something else.
// What was turned away goes first once its time has come: the same text is turned away again, and the pauses grow.
const claimStatement = `
with due as (
  select id, segments from outbox o
  where state = 'waiting' and not_before <= ${instant("$1")} and expires_at > ${instant("$1")}
    and (asked or not $2::bool)
    and not exists (select 1 from outbox c where c.address = o.address and c.state = 'claimed')
    and (o.kind not in (${opensAnew.map((kind) => `'${kind}'`).join(", ")}) or not exists (select 1 from conversation t
      where t.handle = o.address and t.sealed is not null and t.answers_until > ${instant("$1")}))
  order by attempts desc, not_before, at, id limit 1 for update skip locked
), slot as (
  insert into setting as s (key, value, at)
  select '${slotKey}', ($1::float8 + $3::float8 * segments)::text, ${instant("$1")} from due
  on conflict (key) do update set value = excluded.value, at = excluded.at where s.value::float8 <= $1::float8
  returning 1
)
update outbox set state = 'claimed', claimed_at = ${instant("$1")}, lease_until = ${instant("$4")}, attempts = attempts + 1
from due where outbox.id = due.id and exists (select 1 from slot)
returning ${claimed}`;

/**
 * Claims the next text that may go out now. One text a phone at a time, and over all processes no more than one segment
 * in `segmentMs`.
 * @returns undefined when none is due, or the pace does not allow one yet.
 */
export async function claimNext(
  database: Database,
  at: { now: number; quiet: boolean; segmentMs: number; leaseMs: number },
): Promise<Claim | undefined> {
  const rows = await database.query<Claim>(claimStatement, [
    at.now,
    at.quiet,
    at.segmentMs,
    at.now + at.leaseMs,
  ]);
  return rows[0];
}

const lostStatement = `
with lost as (
  select id from outbox where state = 'claimed' and lease_until <= ${instant("$1")}
  order by claimed_at, id limit 1 for update skip locked
)
update outbox set lease_until = ${instant("$2")} from lost where outbox.id = lost.id
returning ${claimed}`;

/** Takes over a claim whose sender did not come back; nobody else looks at it until the lease ends. */
export async function takeLost(database: Database, now: number, leaseMs: number): Promise<Claim | undefined> {
  const rows = await database.query<Claim>(lostStatement, [now, now + leaseMs]);
  return rows[0];
}

/** Marks as sent whatever `moved` selects, and counts it; further columns are set by the caller's text. */
const sentStatement = (id: string, also: string, condition: string) => `
with moved as (
  update outbox set state = 'sent', sealed = null, reason = null, ${also}
  where id = decode(${id}, 'hex') and state = 'claimed' ${condition}
  returning kind, locale, segments
)
insert into tally as y (day, name, channel, locale, shard, n, segments_out)
select $2::text::date, 'text_' || kind, 'sms', locale, 0, 1, segments from moved
on conflict (day, name, channel, locale, shard) do update
set n = y.n + 1, segments_out = y.segments_out + excluded.segments_out`;

/** Records that the carrier took a text. Body and phone go with it. */
export async function recordSent(
  database: Database,
  now: number,
  id: string,
  sid: Uint8Array,
  status: string,
): Promise<void> {
  await database.query(
    sentStatement("$1", "sid = coalesce(sid, $3::bytea), status = coalesce(status, $4)", ""),
    [id, utcDay(now), sid, status],
  );
}

/** Puts a claimed text back; nothing of it was sent, and `reason` says what stood in the way. */
export async function release(
  database: Database,
  id: string,
  notBefore: number,
  reason: string,
): Promise<void> {
  await database.query(
    `update outbox set state = 'waiting', claimed_at = null, lease_until = null, not_before = ${instant("$2")}, reason = $3
     where id = decode($1, 'hex') and state = 'claimed'`,
    [id, notBefore, reason],
  );
}

/** No process sends anything before this instant. A later one stands. */
export async function pauseSending(database: Database, now: number, until: number): Promise<void> {
  await database.query(
    `insert into setting as s (key, value, at) values ('${slotKey}', $2::float8::text, ${instant("$1")})
     on conflict (key) do update set value = greatest(s.value::float8, $2::float8)::text, at = excluded.at`,
    [now, until],
  );
}

/** Gives a text up for good, with a reason staff can see. */
export async function giveUp(database: Database, id: string, reason: string): Promise<void> {
  await database.query(
    `update outbox set state = 'failed', sealed = null, reason = $2
     where id = decode($1, 'hex') and state in ('waiting', 'claimed')`,
    [id, reason],
  );
}

/** Of these carrier ids (each hashed under every key), those that already belong to a text. Hex. */
export async function knownSids(database: Database, hashes: readonly Uint8Array[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await database.query<{ sid: string }>(
    "select encode(sid, 'hex') as sid from outbox where sid = any($1::text::bytea[])",
    [byteaArray(hashes)],
  );
  return new Set(rows.map((row) => row.sid));
}

/** Has this address (its hashes under every key) opted out? The newest word counts. */
export async function isOptedOut(database: Database, addresses: readonly Uint8Array[]): Promise<boolean> {
  const rows = await database.query<{ state: string }>(
    "select state from consent where address = any($1::text::bytea[]) order by at desc limit 1",
    [byteaArray(addresses)],
  );
  return rows[0]?.state === "out";
}

/** Does the conversation of this phone (its hashes under every key) still stand at this version, with its answers? */
export async function stillStands(
  database: Database,
  handles: readonly Uint8Array[],
  version: number,
  now: number,
): Promise<boolean> {
  const rows = await database.query(
    `select 1 as one from conversation where handle = any($1::text::bytea[]) and version = $2::int
       and sealed is not null and answers_until > ${instant("$3")}`,
    [byteaArray(handles), version, now],
  );
  return rows.length > 0;
}

const rank = (
  status: string,
) => `case ${status} when 'accepted' then 0 when 'scheduled' then 1 when 'queued' then 2
  when 'sending' then 3 when 'sent' then 4 when 'delivered' then 5 when 'undelivered' then 5 when 'failed' then 5
  when 'canceled' then 5 when 'read' then 6 else -1 end`;
const failing = "('undelivered', 'failed', 'canceled')";

/**
 * Records what the carrier says became of a text: only ever forward, and only under the id it was taken by. A report
 * about a claimed text proves that it was sent, even if its sender died before it could say so.
 */
export async function recordReport(
  database: Database,
  now: number,
  report: { id: string; sids: readonly Uint8Array[]; status: string; code: string | null },
): Promise<void> {
  const sids = byteaArray(report.sids);
  const sid = report.sids[0] ?? Buffer.alloc(0);
  await database.query(
    sentStatement("$1", "sid = $3::bytea", "and (sid is null or sid = any($4::text::bytea[]))"),
    [report.id, utcDay(now), sid, sids],
  );
  await database.query(
    `update outbox set status = $3, reason = case when $3 in ${failing} then coalesce($4, $3) else reason end,
       state = case when $3 in ${failing} then 'failed' else state end
     where id = decode($1, 'hex') and state = 'sent' and sid = any($2::text::bytea[])
       and ${rank("$3")} > ${rank("coalesce(status, '')")}`,
    [report.id, sids, report.status, report.code],
  );
}

/**
 * Texts that are not worth sending any more are given up, with what stood in their way last; so are claims that could
 * never be cleared.
 */
export async function giveUpExpired(database: Database, now: number, reason: string): Promise<number> {
  const rows = await database.query<{ n: number }>(
    `with gone as (
       update outbox set state = 'failed', sealed = null, reason = coalesce(reason, $2)
       where (state = 'waiting' and expires_at <= ${instant("$1")})
         or (state = 'claimed' and expires_at <= ${instant("$1")} - interval '1 hour')
       returning 1)
     select count(*)::int as n from gone`,
    [now, reason],
  );
  return rows[0]?.n ?? 0;
}
