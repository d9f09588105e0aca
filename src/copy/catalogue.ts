/**
 * The catalogues flattened: every text with its key, its variant for text messages and its plural form; and
 * `sources.json`, by key. For what reads all copy: the checks, the attorney's sheet, the reviewers' page.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { SourceEntry } from "../law/sources.ts";
import { localesFolder, readCatalogue, type CopyLocale } from "./copy.ts";

export interface CatalogueEntry {
  locale: CopyLocale;
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

function flatten(locale: CopyLocale, node: unknown, trail: string, into: CatalogueEntry[]): void {
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

/** Every text of one language, in the order of the files. */
export function listTexts(locale: CopyLocale): CatalogueEntry[] {
  const entries: CatalogueEntry[] = [];
  flatten(locale, readCatalogue(locale), "", entries);
  return entries;
}

/** `locales/sources.json`, by key. */
export function readSources(): Record<string, SourceEntry> {
  const file = path.join(localesFolder(), "sources.json");
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, SourceEntry>;
}

/** Keys only the web, or whoever reviews the copy, is shown: no text message carries them. */
const webOnly = [
  /^pages\./,
  /^voice\./,
  /^review\./,
  /^staff\./,
  /^account\./,
  /^hours\./,
  /^queue\./,
  /^events\./,
  /^outreach\./,
  /^office\./,
  /^numbers\./,
  /^followup\./,
  /^shortform\./,
  /^imports\./,
  /^quality\./,
  /^questions\.forWhom\./,
  /Helping$/,
  /^commands\.deadToken$/,
  /^errors\.(notFound|forbidden|tooLong)$/,
];

/** May a text message carry this key? */
export function isSentByText(key: string): boolean {
  return !webOnly.some((pattern) => pattern.test(key));
}
