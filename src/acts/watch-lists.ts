/**
 * The watch (conversation.md, 9): after an import that added records everyone who asked is texted the same words, found
 * or not, at most once a month, for a year; and told when the year ends. What caused a text is the import's own audit
 * entry, so a crash between import and texts loses none.
 */
import type { Copy } from "../copy/copy.ts";
import type { Locale } from "../dialog/types.ts";
import { byteaArray } from "../db/database.ts";
import { insertTexts, outboxRow, type OutboxRow } from "./outbox/rows.ts";
import type { TextKindId } from "./outbox/texts.ts";
import type { Services } from "./services.ts";
import { watchMs } from "./watchTerm.ts";

/** At most one text in this time. */
const dayMs = 24 * 3_600_000;
const monthMs = 30 * dayMs;
const batch = 200;

interface Watching {
  /** Hex. */
  address: string;
  sealed: Uint8Array;
  locale: string;
}

/** The last import that added records to a list that is current; its audit entry is the round. */
const roundStatement = `
select id::text as round, (extract(epoch from at) * 1000)::float8 as at from (
  select id, at, detail ->> 'list' as list, (detail ->> 'records')::int as records,
    lag((detail ->> 'records')::int) over (partition by detail ->> 'list' order by id) as before
  from audit where event = 'list_imported'
) i
where records > coalesce(before, 0)
  and exists (select 1 from list l where l.id = i.list and not l.sample and l.current is not null)
order by id desc limit 1`;

const dueStatement = `
select encode(address, 'hex') as address, sealed, locale from watch
where round < $1::text::bigint and at < to_timestamp($2::float8 / 1000) and gone_at > to_timestamp($3::float8 / 1000)
  and (told_at is null or told_at <= to_timestamp($4::float8 / 1000))
order by address limit ${batch}`;

// Only who was not told meanwhile, by another process, is told: the text goes in with the mark.
const tellStatement = `
with told as (
  update watch set round = $3::text::bigint, told_at = to_timestamp($4::float8 / 1000)
  where address = any($2::text::bytea[]) and round < $3::text::bigint
    and (told_at is null or told_at <= to_timestamp($5::float8 / 1000))
  returning address
), entered as (
  ${insertTexts("$1", " where exists (select 1 from told where told.address = decode(r.address, 'hex'))")}
)
select count(*)::int as n from told`;

/** Puts a text into the outbox for everyone whom the last import concerns. @returns how many people. */
export async function tellWatchers(services: Services, copy: Copy, signal?: AbortSignal): Promise<number> {
  const { database, runtime } = services;
  const [last] = await database.query<{ round: string; at: number }>(roundStatement);
  if (!last) return 0;
  let told = 0;
  for (;;) {
    signal?.throwIfAborted();
    const now = runtime.now();
    const due = await database.query<Watching>(dueStatement, [last.round, last.at, now, now - monthMs]);
    const texts = due.flatMap((watching) => textFor(services, copy, watching, "watchAgain", last.round));
    const rows = await database.query<{ n: number }>(tellStatement, [
      JSON.stringify(texts),
      byteaArray(due.map((watching) => Buffer.from(watching.address, "hex"))),
      last.round,
      now,
      now - monthMs,
    ]);
    told += rows[0]?.n ?? 0;
    if (due.length < batch) return told;
  }
}

const endStatement = `
with ended as (
  delete from watch where address = any($2::text::bytea[]) and gone_at <= to_timestamp($3::float8 / 1000)
  returning address
), entered as (
  ${insertTexts("$1", " where exists (select 1 from ended where ended.address = decode(r.address, 'hex'))")}
)
select count(*)::int as n from ended`;

/** Ends the watches whose year is over, and says so to each; after a STOP they end in silence. @returns how many. */
export async function endWatches(services: Services, copy: Copy, signal?: AbortSignal): Promise<number> {
  const { database, runtime } = services;
  let ended = 0;
  for (;;) {
    signal?.throwIfAborted();
    const now = runtime.now();
    const due = await database.query<Watching & { until: string; whole: boolean; near: boolean }>(
      `select encode(address, 'hex') as address, sealed, locale, gone_at::text as until,
         gone_at >= at + interval '${watchMs / 1000} seconds' as whole,
         coalesce(told_at > to_timestamp(($1::float8 - ${dayMs}) / 1000), false) as near
       from watch where gone_at <= to_timestamp($1::float8 / 1000) order by address limit ${batch}`,
      [now],
    );
    const texts = due
      .filter((watching) => watching.whole)
      // Who was texted today hears of the end tomorrow.
      .flatMap((watching) =>
        textFor(services, copy, watching, "watchEnded", watching.until, watching.near ? now + dayMs : now),
      );
    const rows = await database.query<{ n: number }>(endStatement, [
      JSON.stringify(texts),
      byteaArray(due.map((watching) => Buffer.from(watching.address, "hex"))),
      now,
    ]);
    ended += rows[0]?.n ?? 0;
    if (due.length < batch) return ended;
  }
}

/** The text for one watch; none when no listed key opens it. */
function textFor(
  { sealer, runtime }: Services,
  copy: Copy,
  { address, sealed, locale }: Watching,
  kind: TextKindId,
  cause: string,
  notBefore = 0,
): OutboxRow[] {
  const kept = sealer.openJson("phones", `watch/${address}`, sealed) as { phone?: unknown } | undefined;
  if (typeof kept?.phone !== "string") return [];
  const text = { kind, phone: kept.phone, locale: locale as Locale, cause: [address, cause], notBefore };
  // The row stands under the watch's own hash, which an earlier key may have made.
  return [{ ...outboxRow(sealer, copy, text, runtime.now()), address }];
}
