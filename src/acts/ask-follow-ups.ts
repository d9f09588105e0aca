/**
 * The question a month later: whoever agreed to it is texted once, when no other text of ours is near. What keeps it from
 * going twice is the row's own mark, which goes in with the text; what holds it back at night or after a STOP is the
 * outbox's.
 */
import type { Copy } from "../copy/copy.ts";
import { byteaArray } from "../db/database.ts";
import type { Locale } from "../dialog/types.ts";
import { answerMs, openFollowUp, putOffMs } from "./followUp/row.ts";
import { insertTexts, outboxRow } from "./outbox/rows.ts";
import type { Services } from "./services.ts";

const dayMs = 24 * 3_600_000;
/** At most one text in this time, this question and the watch's together. */
const monthMs = 30 * dayMs;
const batch = 200;

interface Due {
  /** Hex. */
  address: string;
  sealed: Uint8Array;
  locale: string;
  due: string;
}

const instant = (parameter: string) => `to_timestamp(${parameter}::float8 / 1000)`;

/** Not asked yet, and neither told of a list in the last month nor texted about anything in the last day. */
const free = (now: string) => `f.text is null and f.gone_at > ${now}
  and not exists (select 1 from watch w where w.address = f.address and w.told_at > ${now} - interval '${monthMs / 1000} seconds')
  and not exists (select 1 from outbox o where o.address = f.address and o.state in ('waiting', 'claimed', 'sent')
    and greatest(o.at, o.not_before, o.claimed_at) > ${now} - interval '${dayMs / 1000} seconds')`;

// After a STOP the row waits for its last day; a START in time gives it back whole.
const dueStatement = `
select encode(f.address, 'hex') as address, f.sealed, f.locale, f.due_at::text as due
from follow_up f
where f.due_at <= ${instant("$1")} and f.due_at > ${instant("$1")} - interval '${putOffMs / 1000} seconds'
  and f.gone_at >= f.due_at + interval '${answerMs / 1000} seconds' and ${free(instant("$1"))}
order by f.due_at, f.address limit ${batch}`;

// The watch counts the text as one of its own: the next import tells this person a month later.
const askStatement = `
with asked as (
  update follow_up f set text = t.id
  from unnest($2::text::bytea[], $3::text::bytea[]) as t(address, id)
  where f.address = t.address and ${free(instant("$4"))}
  returning f.address
), told as (
  update watch set told_at = ${instant("$4")} from asked where watch.address = asked.address
), entered as (
  ${insertTexts("$1", " where exists (select 1 from asked where asked.address = decode(r.address, 'hex'))")}
)
select count(*)::int as n from asked`;

/** Puts the question into the outbox for everyone whose month is over. @returns how many people. */
export async function askFollowUps(services: Services, copy: Copy, signal?: AbortSignal): Promise<number> {
  const { database, runtime, sealer } = services;
  let asked = 0;
  for (;;) {
    signal?.throwIfAborted();
    const now = runtime.now();
    const due = await database.query<Due>(dueStatement, [now]);
    const texts = due.map(({ address, sealed, locale, due: dueAt }) => {
      const phone = openFollowUp(sealer, address, sealed);
      if (phone === undefined) return undefined;
      const cause = [address, dueAt];
      const text = { kind: "followUp", phone, locale: locale as Locale, cause } as const;
      // The row stands under the question's own hash, which an earlier key may have made.
      return { ...outboxRow(sealer, copy, text, now), address };
    });
    const rows = await database.query<{ n: number }>(askStatement, [
      JSON.stringify(texts.filter((text) => text !== undefined)),
      byteaArray(due.map(({ address }) => Buffer.from(address, "hex"))),
      // What no listed key opens is marked as well, and never asked: it goes with its time.
      byteaArray(texts.map((text) => Buffer.from(text?.id ?? "", "hex"))),
      now,
    ]);
    asked += rows[0]?.n ?? 0;
    if (due.length < batch) return asked;
  }
}
