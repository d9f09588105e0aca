/**
 * Evidence of a consent: who said what, when, and to which words of ours, one row for each time (P13: five years). A
 * DELETE leaves it, as it leaves an opt-out: it is what shows that a text was asked for, or that we were told to stop.
 */
import type { Locale } from "../dialog/types.ts";
import type { Sealer } from "../privacy/seal.ts";

export interface ConsentSaid {
  /** Texts off and on again; a later text that was asked for. */
  kind: "out" | "in" | "watch" | "reminder" | "followUp";
  phone: string;
  /** The person's exact words. */
  text: string;
  /** Ours, as they were shown, where there were any to agree to. */
  wording?: string;
  locale: Locale;
  /** Epoch milliseconds. */
  at: number;
  /** What it was said in: the same cause never gives two rows. */
  cause: readonly string[];
}

/** A row as the insert takes it: bytes in hex. */
export interface ConsentEventRow {
  id: string;
  kind: string;
  locale: string;
  sealed: string;
}

const rowName = (id: string) => `consentEvent/${id}`;

export function consentEvent(sealer: Sealer, said: ConsentSaid): ConsentEventRow {
  const { kind, phone, text, wording, locale, at, cause } = said;
  const id = sealer.hash("turns", "consent", kind, ...cause).toString("hex");
  const content = { phone, text, at, ...(wording === undefined ? {} : { wording }) };
  return { id, kind, locale, sealed: sealer.sealJson("phones", rowName(id), content).toString("hex") };
}

/** @returns what stands in a row, or undefined when no listed key opens it. */
export function openConsentEvent(
  sealer: Sealer,
  id: string,
  sealed: Uint8Array,
): { phone: string; text: string; at: number; wording?: string } | undefined {
  const value = sealer.openJson("phones", rowName(id), sealed);
  return typeof (value as { phone?: unknown } | undefined)?.phone === "string"
    ? (value as { phone: string; text: string; at: number; wording?: string })
    : undefined;
}

/** Seals a row's content again under the active key. */
export function resealConsentEvent(sealer: Sealer, id: string, content: object): Buffer {
  return sealer.sealJson("phones", rowName(id), content);
}

/**
 * The insert, as a part of a statement.
 * @param rows the parameter that holds `JSON.stringify(ConsentEventRow[])`.
 * @param address what the row stands under, and `from` where that comes from (`kept.handle`, `, kept`).
 * @param at an instant.
 */
export function insertConsentEvents(rows: string, address: string, from: string, at: string): string {
  return `insert into consent_event (id, address, kind, locale, sealed, at)
  select decode(e.id, 'hex'), ${address}, e.kind, e.locale, decode(e.sealed, 'hex'), ${at}
  from jsonb_to_recordset(${rows}::text::jsonb) as e(id text, kind text, locale text, sealed text)${from}
  on conflict (id) do nothing`;
}
