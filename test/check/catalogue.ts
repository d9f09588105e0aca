/**
 * The catalogues as the checks read them: every text of both languages, and those that a text message may carry.
 */
import { type CatalogueEntry, isSentByText, listTexts } from "../../src/copy/catalogue.ts";
import type { SourceEntry } from "../../src/law/sources.ts";
import { locales } from "./finding.ts";

export { readSources } from "../../src/copy/catalogue.ts";
export type Entry = CatalogueEntry;

/** Every text of both languages. */
export function readEntries(): Entry[] {
  return locales.flatMap((locale) => listTexts(locale));
}

/**
 * The texts as they will be once every waiting sentence is cleared, so that clearing one breaks no rule.
 * Takes the catalogue and `sources.json`; gives the entries with `{{cleared}}` filled.
 */
export function withCleared(
  entries: readonly Entry[],
  sources: Readonly<Record<string, SourceEntry>>,
): Entry[] {
  const written = new Map(entries.map((e) => [`${e.locale}/${e.fullKey}`, e.text]));
  return entries.map((entry) => {
    if (!entry.text.includes("{{cleared}}")) return entry;
    const joining = Object.keys(sources).filter((key) => sources[key]?.joins?.includes(entry.key) === true);
    const sentences = joining.map((key) => {
      const own = entry.sms ? written.get(`${entry.locale}/${key}_sms`) : undefined;
      return ` ${own ?? written.get(`${entry.locale}/${key}`) ?? ""}`;
    });
    return { ...entry, text: entry.text.replace("{{cleared}}", sentences.join("")) };
  });
}

/** The texts a text message may carry: the `_sms` variant, or the web's text where there is none. */
export function smsEntries(entries: readonly Entry[]): Entry[] {
  const varied = new Set(entries.filter((e) => e.sms).map((e) => `${e.locale}/${e.key}/${e.plural ?? ""}`));
  return entries.filter(
    (e) => isSentByText(e.key) && (e.sms || !varied.has(`${e.locale}/${e.key}/${e.plural ?? ""}`)),
  );
}
