/**
 * The catalogues flattened: every text with its key, its variant for text messages and its plural form.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { localesFolder, readCatalogue } from "../../src/copy/copy.ts";
import type { SourceEntry } from "../../src/law/sources.ts";
import { type Locale, locales } from "./finding.ts";

export interface Entry {
  locale: Locale;
  /** The key as code names it: without variant and plural. */
  key: string;
  /** The key as it stands in the file. */
  fullKey: string;
  /** Written for text messages alone. */
  sms: boolean;
  plural?: string;
  text: string;
}

const form = /^(?<key>.+?)(?<sms>_sms)?(?:_(?<plural>zero|one|two|few|many|other))?$/;

function flatten(locale: Locale, node: unknown, trail: string, into: Entry[]): void {
  if (typeof node !== "object" || node === null) {
    const parts = form.exec(trail)?.groups ?? {};
    const plural = parts["plural"];
    into.push({
      locale,
      key: parts["key"] ?? trail,
      fullKey: trail,
      sms: parts["sms"] !== undefined,
      ...(plural === undefined ? {} : { plural }),
      text: String(node),
    });
    return;
  }
  for (const [name, value] of Object.entries(node)) {
    flatten(locale, value, trail === "" ? name : `${trail}.${name}`, into);
  }
}

/** Every text of both languages. */
export function readEntries(): Entry[] {
  const entries: Entry[] = [];
  for (const locale of locales) flatten(locale, readCatalogue(locale), "", entries);
  return entries;
}

/** `locales/sources.json`, by key. */
export function readSources(): Record<string, SourceEntry> {
  const file = path.join(localesFolder(), "sources.json");
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, SourceEntry>;
}

/** Keys only the web shows: they need no variant for text messages. */
const webOnly = [
  /^pages\./,
  /^questions\.forWhom\./,
  /Helping$/,
  /^commands\.deadToken$/,
  /^errors\.(notFound|forbidden)$/,
];

/** The texts a text message may carry: the `_sms` variant, or the web's text where there is none. */
export function smsEntries(entries: readonly Entry[]): Entry[] {
  const varied = new Set(entries.filter((e) => e.sms).map((e) => `${e.locale}/${e.key}/${e.plural ?? ""}`));
  return entries.filter(
    (e) =>
      !webOnly.some((pattern) => pattern.test(e.key)) &&
      (e.sms || !varied.has(`${e.locale}/${e.key}/${e.plural ?? ""}`)),
  );
}
