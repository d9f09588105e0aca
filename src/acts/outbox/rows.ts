/**
 * A text as its outbox row: rendered once, sealed with its phone, and bound to the row. Everything that causes a text
 * writes it by `insertTexts` inside its own statement, so that neither stands without the other.
 */
import type { Copy } from "../../copy/copy.ts";
import { foldPunctuation, segments } from "../../copy/segments.ts";
import type { Sealer } from "../../privacy/seal.ts";
import { textKinds, type LaterText } from "./texts.ts";

/** A row without a body stays this long, so that staff can see what became of it. */
const keptMs = 30 * 24 * 3_600_000;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** A row as the insert takes it: bytes in hex, instants in epoch milliseconds. */
export interface OutboxRow {
  id: string;
  address: string;
  kind: string;
  locale: string;
  sealed: string;
  asked: boolean;
  segments: number;
  standing: number | null;
  notBefore: number;
  expiresAt: number;
  at: number;
  goneAt: number;
}

/** What stands sealed in a row. */
export interface SealedText {
  phone: string;
  body: string;
}

const rowName = (id: string) => `outbox/${id}`;

/** Renders and seals a text. */
export function outboxRow(sealer: Sealer, copy: Copy, text: LaterText, now: number): OutboxRow {
  const { key, worthMs, asked } = textKinds[text.kind];
  const body = foldPunctuation(copy.text(key, text.locale, {}, "sms"));
  const id = hex(sealer.hash("turns", "outbox", text.kind, ...text.cause));
  const notBefore = Math.max(now, text.notBefore ?? now);
  const expiresAt = Math.min(notBefore + worthMs, text.until ?? Infinity);
  const content: SealedText = { phone: text.phone, body };
  return {
    id,
    address: hex(sealer.hash("phones", text.phone)),
    kind: text.kind,
    locale: text.locale,
    sealed: hex(sealer.sealJson("phones", rowName(id), content)),
    asked,
    segments: segments(body).segments,
    standing: text.standing ?? null,
    notBefore,
    expiresAt,
    at: now,
    goneAt: expiresAt + keptMs,
  };
}

/** @returns phone and body, or undefined when no listed key opens the row. */
export function openText(sealer: Sealer, id: string, sealed: Uint8Array): SealedText | undefined {
  const value = sealer.openJson("phones", rowName(id), sealed) as Partial<SealedText> | undefined;
  if (typeof value?.phone !== "string" || typeof value.body !== "string") return undefined;
  return { phone: value.phone, body: value.body };
}

/** Seals a text again under the active key, for the same row. */
export function resealText(sealer: Sealer, id: string, text: SealedText): Buffer {
  return sealer.sealJson("phones", rowName(id), text);
}

/**
 * The insert, as a statement or a part of one.
 * @param rows the parameter that holds `JSON.stringify(OutboxRow[])`.
 * @param from further FROM items and conditions (`, kept`), when the rows go in with something else.
 */
export function insertTexts(rows: string, from = ""): string {
  return `insert into outbox (id, address, kind, locale, sealed, asked, segments, standing, state, not_before, expires_at, at, gone_at)
  select decode(r.id, 'hex'), decode(r.address, 'hex'), r.kind, r.locale, decode(r.sealed, 'hex'), r.asked, r.segments,
    r.standing, 'waiting', to_timestamp(r."notBefore" / 1000), to_timestamp(r."expiresAt" / 1000), to_timestamp(r.at / 1000),
    to_timestamp(r."goneAt" / 1000)
  from jsonb_to_recordset(${rows}::text::jsonb) as r(id text, address text, kind text, locale text, sealed text,
    asked bool, segments int, standing int, "notBefore" float8, "expiresAt" float8, at float8, "goneAt" float8)${from}
  on conflict (id) do nothing`;
}
