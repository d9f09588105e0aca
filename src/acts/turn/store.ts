/**
 * A conversation's row and its turns: one statement reads, one commits. A turn commits only over the version it read,
 * and its id is unique: delivered twice, or two at once, each happens once (P10, R4).
 */
import { insertConsentEvents, type ConsentEventRow } from "../consentEvents.ts";
import { answerMs, insertFollowUp, type FollowUpRow } from "../followUp/row.ts";
import { insertTexts, type OutboxRow } from "../outbox/rows.ts";
import { answerKinds } from "../outbox/texts.ts";
import { watchMs } from "../watchTerm.ts";
import { commitMove, type Move } from "./moveStore.ts";
import { byteaArray, intArray, type Database, type Value } from "../../db/database.ts";

/** What one prepared statement knows before a turn. Times are epoch milliseconds. */
export interface Before {
  handle: Uint8Array | null;
  version: number;
  sealed: Uint8Array | null;
  attempts: number;
  answersUntil: number | null;
  goneAt: number | null;
  /** This very turn already happened. */
  seen: boolean;
  /** Its sealed reply, while kept. */
  reply: Uint8Array | null;
  /** The id it is stored under, which its reply is bound to. */
  turnId: Uint8Array | null;
  /** When it happened. */
  turnAt: number | null;
  optedOut: boolean;
  /** Staff's switch, if turned: full, number or off. */
  lookups: string | null;
  /** Where no conversation stands: the language this phone asked to be written to in, if it did. */
  watchLocale: "en" | "es" | null;
  /** The question a month later: since when it is agreed to, in which language; and whether its text has gone out. */
  followUpAt: number | null;
  followUpLocale: "en" | "es" | null;
  followUpAsked: boolean;
}

// While keys rotate a phone may have a row under each: the newest counts, of conversations and of consent alike.
// Example row: ('\x9f…', 4, '\x01…', 1, 1763812800000, 1763899200000, false, null, null, null, false, null, null, null, null, false)
const readStatement = `
select c.handle, coalesce(c.version, 0) as version, c.sealed, coalesce(c.attempts, 0)::int as attempts,
  (extract(epoch from c.answers_until) * 1000)::float8 as "answersUntil",
  (extract(epoch from c.gone_at) * 1000)::float8 as "goneAt",
  t.id is not null as seen, t.reply, t.id as "turnId",
  (extract(epoch from t.at) * 1000)::float8 as "turnAt",
  coalesce((select o.state = 'out' from consent o where o.address = any($1::text::bytea[])
    order by o.at desc limit 1), false) as "optedOut",
  (select value from setting where key = 'lookups') as lookups,
  case when c.handle is null then
    (select w.locale from watch w where w.address = any($1::text::bytea[]) limit 1) end as "watchLocale",
  (extract(epoch from f.at) * 1000)::float8 as "followUpAt", f.locale as "followUpLocale",
  exists (select 1 from outbox q where q.id = f.text and q.state in ('claimed', 'sent')) as "followUpAsked"
from (select 1) as one
left join conversation c on c.handle = any($1::text::bytea[])
left join turn t on t.id = any($2::text::bytea[])
left join lateral (select at, locale, text from follow_up where address = any($1::text::bytea[])
  order by at desc limit 1) as f on true
order by c.gone_at desc nulls last
limit 1`;

/** Reads conversation, opt-out, stored reply and the lookup switch. Hashes under every key are tried. */
export async function readBefore(
  database: Database,
  handles: readonly Uint8Array[],
  turnIds: readonly Uint8Array[],
  signal?: AbortSignal,
): Promise<Before> {
  const rows = await database.query<Before>(
    readStatement,
    [byteaArray(handles), byteaArray(turnIds)],
    signal,
  );
  const [row] = rows;
  if (!row) throw new Error("reading a turn gives one row always");
  return row;
}

/** Everything a turn writes. Times are epoch milliseconds. */
export interface TurnWrite {
  now: number;
  handle: Uint8Array;
  readVersion: number;
  /** null erases the answers and leaves the handle dead. */
  sealed: Uint8Array | null;
  attempts: number;
  answersUntil: number;
  goneAt: number;
  turnId: Uint8Array;
  reply: Uint8Array;
  tallies: { day: string; channel: string; locale: string; shard: number; counted: readonly Counted[] };
  special?: Special;
  /** The conversation elsewhere that this turn moves to its own handle. */
  carried?: Move;
}

/** One more of a name in the day's totals, and the message segments it took, in and out. */
export interface Counted {
  name: string;
  segmentsIn: number;
  segmentsOut: number;
}

/** The rarer writes of a turn. */
export interface Special {
  /** Replies, watch, handoff, waiting texts and the row on a sign-up sheet of this person go too. */
  erase: boolean;
  /** The person's handle under every key: what was kept before a rotation goes as well. */
  handles: readonly Uint8Array[];
  /** On message channels, the plain number that wrote, likewise: what was typed in elsewhere for it goes too. */
  phones: readonly Uint8Array[];
  consent?: { state: "out" | "in"; sealed: Uint8Array };
  /** Texts to be sent later. */
  texts: OutboxRow[];
  /** Evidence of every consent said in this turn. */
  said: ConsentEventRow[];
  watch?: { sealed: Uint8Array; wording: string; locale: string; goneAt: number };
  handoff?: {
    /** The same for a second wish of one conversation or person: it takes the first one's place, and keeps its turn. */
    id: Uint8Array;
    /** Keyed hash of the phone to call. */
    reach: Uint8Array;
    sealed: Uint8Array;
    kind: string;
    urgent: boolean;
    locale: string;
    goneAt: number;
  };
  /** Who handed it over sits at a clinic table, where the person waits for the answer under a number. */
  wait?: { worker: string; scope: string; goneAt: number };
  /** One question to this phone a month later; or none any more. */
  followUp?: FollowUpRow | "none";
  audit: { event: string; subject: Uint8Array }[];
}

const keepTurn = `
with kept as (
  insert into conversation as c (handle, version, sealed, attempts, answers_until, gone_at)
  values ($1::bytea, $2::int + 1, $3::bytea, $4::int, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000))
  on conflict (handle) do update set version = excluded.version, sealed = excluded.sealed,
    attempts = excluded.attempts, answers_until = excluded.answers_until, gone_at = excluded.gone_at
  where c.version = $2::int
  returning handle
), turned as (
  insert into turn (id, handle, reply, at)
  select $7::bytea, handle, $8::bytea, to_timestamp($9::float8 / 1000) from kept
), tallied as (
  insert into tally as y (day, name, channel, locale, shard, n, segments_in, segments_out)
  select $10::text::date, c.name, $11, $12, $13::int, 1, c.i, c.o
  from kept, unnest($14::text::text[], $15::text::int[], $16::text::int[]) as c(name, i, o)
  on conflict (day, name, channel, locale, shard) do update set n = y.n + 1,
    segments_in = y.segments_in + excluded.segments_in, segments_out = y.segments_out + excluded.segments_out
)`;

const kept = `select count(*)::int as kept from kept`;

// Two who are handed over at once cannot get one number: the second is read again and tried again.
// DELETE takes what belongs to the handle; from a phone, also what was typed in elsewhere for its number; and from
// anywhere, what was to be texted to, or stands on a sheet under, the number that was left with one's own wish.
// STOP ends a watch, and the wait for a question, once the day is over in which START takes it back.
const specially = `, consented as (
  insert into consent as o (address, state, sealed, at)
  select handle, $17, $18::bytea, to_timestamp($9::float8 / 1000) from kept where $17::text is not null
  on conflict (address) do update set state = excluded.state, sealed = excluded.sealed, at = excluded.at
), watched as (
  insert into watch as w (address, sealed, wording, locale, at, gone_at)
  select handle, $19::bytea, $20, $21, to_timestamp($9::float8 / 1000), to_timestamp($22::float8 / 1000)
  from kept where $19::bytea is not null
  on conflict (address) do update set sealed = excluded.sealed, wording = excluded.wording, locale = excluded.locale,
    at = excluded.at, gone_at = excluded.gone_at
), handed as (
  insert into handoff as h (id, handle, reach, sealed, kind, urgent, locale, channel, at, gone_at)
  select $28::bytea, handle, $35::bytea, $29::bytea, $30, $31::bool, $32, $11, to_timestamp($9::float8 / 1000),
    to_timestamp($33::float8 / 1000)
  from kept where $28::bytea is not null
  on conflict (id) do update set handle = excluded.handle, reach = excluded.reach, sealed = excluded.sealed,
    kind = excluded.kind, urgent = excluded.urgent, state = 'open', locale = excluded.locale, channel = excluded.channel,
    at = case when h.state = 'open' then h.at else excluded.at end, gone_at = excluded.gone_at
), waiting as (
  insert into table_wait as q (handoff, user_id, scope, ticket, at, gone_at)
  select $28::bytea, $37, $38, coalesce((select max(ticket) from table_wait where scope = $38), 0) + 1,
    to_timestamp($9::float8 / 1000), to_timestamp($39::float8 / 1000)
  from kept where $28::bytea is not null and $37::text is not null
  on conflict (handoff) do update set user_id = excluded.user_id, closed_at = null, at = excluded.at,
    gone_at = excluded.gone_at
), evidenced as (
  ${insertConsentEvents("$26", "kept.handle", ", kept", "to_timestamp($9::float8 / 1000)")}
), rewatched as (
  update watch set gone_at = case when $17::text = 'out'
    then least(watch.gone_at, to_timestamp($9::float8 / 1000) + interval '24 hours')
    else watch.at + interval '${watchMs / 1000} seconds' end
  from kept where watch.address = any($25::text::bytea[]) and $17::text is not null
), unreplied as (
  update turn set reply = null from kept where turn.handle = kept.handle and $23::bool
), unwatched as (
  delete from watch using kept where watch.address = any($25::text::bytea[]) and $23::bool
), left_numbers as (
  select reach from handoff where handle = any($25::text::bytea[]) and reach is not null and $23::bool
), unhanded as (
  delete from handoff using kept
  where (handoff.handle = any($25::text::bytea[]) or handoff.reach = any($34::text::bytea[])) and $23::bool
), unlisted as (
  delete from sheet_person using kept
  where (sheet_person.address = any($34::text::bytea[]) or sheet_person.address in (select reach from left_numbers))
    and $23::bool
), followed as (
  ${insertFollowUp(["$40", "$41", "$42", "$43"], "handle", "from kept where $40::bytea is not null", "to_timestamp($9::float8 / 1000)")}
), refollowed as (
  update follow_up set gone_at = case when $17::text = 'out'
    then least(follow_up.gone_at, to_timestamp($9::float8 / 1000) + interval '24 hours')
    else follow_up.due_at + interval '${answerMs / 1000} seconds' end
  from kept where follow_up.address = any($25::text::bytea[]) and $17::text is not null and not $23::bool and not $44::bool
), unfollowed as (
  delete from follow_up using kept where (follow_up.address = any($25::text::bytea[])
      and ($44::bool or ($40::bytea is not null and follow_up.address <> kept.handle)))
    or ($23::bool and (follow_up.address = any($25::text::bytea[]) or follow_up.address = any($34::text::bytea[])
      or follow_up.address in (select reach from left_numbers)))
), uncoded as (
  delete from carry_code using kept where carry_code.handle = any($25::text::bytea[]) and $23::bool
), untexted as (
  delete from outbox using kept
  where (outbox.address = any($25::text::bytea[]) or outbox.address = any($34::text::bytea[])
    or (outbox.kind = any($36::text::text[]) and outbox.address in (select reach from left_numbers))) and $23::bool
), entered as (
  ${insertTexts("$27", ", kept")}
), audited as (
  insert into audit (at, event, actor, subject)
  select to_timestamp($9::float8 / 1000), e.event, 'person', decode(e.subject, 'hex')
  from kept, jsonb_to_recordset($24::text::jsonb) as e(event text, subject text)
)`;

const plainStatement = `${keepTurn} ${kept}`;
const specialStatement = `${keepTurn}${specially} ${kept}`;

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/**
 * Writes a turn, all or nothing.
 * @returns false when the conversation moved on since it was read.
 * @throws a unique violation when the very same turn was committed meanwhile: read again.
 */
export async function commitTurn(database: Database, w: TurnWrite, signal?: AbortSignal): Promise<boolean> {
  const { day, channel, locale, shard, counted } = w.tallies;
  const row = [
    w.handle,
    w.readVersion,
    w.sealed,
    w.attempts,
    w.answersUntil,
    w.goneAt,
    w.turnId,
    w.reply,
    w.now,
  ];
  const tally = [
    day,
    channel,
    locale,
    shard,
    `{${counted.map((c) => c.name).join(",")}}`,
    intArray(counted.map((c) => c.segmentsIn)),
    intArray(counted.map((c) => c.segmentsOut)),
  ];
  if (w.carried) return commitMove(database, [...row, ...tally], w.carried, signal);
  const values: Value[] = [...row, ...tally, ...(w.special ? specialValues(w.special) : [])];
  const rows = await database.query<{ kept: number }>(
    w.special ? specialStatement : plainStatement,
    values,
    signal,
  );
  return rows[0]?.kept === 1;
}

function specialValues(special: Special): Value[] {
  const {
    consent,
    said: events,
    texts,
    watch,
    handoff,
    erase,
    audit,
    handles,
    phones,
    wait,
    followUp,
  } = special;
  const said = [consent?.state ?? null, consent?.sealed ?? null];
  const watched = [watch?.sealed ?? null, watch?.wording ?? "", watch?.locale ?? "", watch?.goneAt ?? 0];
  const audited = audit.map((entry) => ({ event: entry.event, subject: hex(entry.subject) }));
  const rows = [audited, events, texts].map((all) => JSON.stringify(all));
  const [audits = "", consents = "", later = ""] = rows;
  const handed = [
    handoff?.id ?? null,
    handoff?.sealed ?? null,
    handoff?.kind ?? "",
    handoff?.urgent ?? false,
    handoff?.locale ?? "",
    handoff?.goneAt ?? 0,
  ];
  const asks = followUp === "none" ? undefined : followUp;
  const followed = [
    asks?.sealed ?? null,
    asks?.locale ?? "",
    asks?.dueAt ?? 0,
    asks?.goneAt ?? 0,
    followUp === "none",
  ];
  return [
    ...said,
    ...watched,
    erase,
    audits,
    byteaArray(handles),
    consents,
    later,
    ...handed,
    byteaArray(phones),
    handoff?.reach ?? null,
    `{${[...answerKinds, "followUp"].join(",")}}`,
    wait?.worker ?? null,
    wait?.scope ?? "",
    wait?.goneAt ?? 0,
    ...followed,
  ];
}
