/**
 * Who may be asked once, a month later: the row of a phone that agreed. It holds the phone and no word of what was told.
 */
import type { Locale } from "../../dialog/types.ts";
import type { Sealer } from "../../privacy/seal.ts";

const dayMs = 24 * 3_600_000;
/** Asked this long after it was agreed to. */
export const followUpMs = 30 * dayMs;
/** Put off for this long at most, while other texts of ours are near. */
export const putOffMs = 31 * dayMs;
/** The row stands until this long after the day it was due; an answer counts while the outbox knows of the text. */
export const answerMs = 60 * dayMs;

/** What a turn, a worker or staff write for a phone. Instants in epoch milliseconds. */
export interface FollowUpRow {
  sealed: Buffer;
  locale: Locale;
  dueAt: number;
  goneAt: number;
}

const rowName = (address: Uint8Array | string) =>
  `follow_up/${typeof address === "string" ? address : Buffer.from(address).toString("hex")}`;

/** @param address the keyed hash that the row stands under. @param phone as people write to us. */
export function followUpRow(
  sealer: Sealer,
  address: Uint8Array,
  phone: string,
  locale: Locale,
  now: number,
): FollowUpRow {
  return {
    sealed: sealer.sealJson("phones", rowName(address), { phone }),
    locale,
    dueAt: now + followUpMs,
    goneAt: now + followUpMs + answerMs,
  };
}

/** @param address in hex. @returns the phone, or undefined when no listed key opens the row. */
export function openFollowUp(sealer: Sealer, address: string, sealed: Uint8Array): string | undefined {
  const kept = sealer.openJson("phones", rowName(address), sealed) as { phone?: unknown } | undefined;
  return typeof kept?.phone === "string" ? kept.phone : undefined;
}

/**
 * The insert, as a part of a statement; agreed to again, the newest counts and is asked anew.
 * @param values parameters of the sealed phone, the language, the day it is due and the day it goes, in this order.
 * @param address what the row stands under, and `from` where that comes from, with its conditions.
 * @param at an instant.
 */
export function insertFollowUp(
  values: readonly [sealed: string, locale: string, dueAt: string, goneAt: string],
  address: string,
  from: string,
  at: string,
): string {
  const [sealed, locale, dueAt, goneAt] = values;
  return `insert into follow_up as f (address, sealed, locale, at, due_at, gone_at)
  select ${address}, ${sealed}::bytea, ${locale}::text, ${at}, to_timestamp(${dueAt}::float8 / 1000),
    to_timestamp(${goneAt}::float8 / 1000)
  ${from}
  on conflict (address) do update set sealed = excluded.sealed, locale = excluded.locale, at = excluded.at,
    due_at = excluded.due_at, text = null, gone_at = excluded.gone_at`;
}
