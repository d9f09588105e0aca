/**
 * The catalogues as the checks read them: every text of both languages, and those that a text message may carry.
 */
import { type CatalogueEntry, isSentByText, listTexts } from "../../src/copy/catalogue.ts";
import { locales } from "./finding.ts";

export { readSources } from "../../src/copy/catalogue.ts";
export type Entry = CatalogueEntry;

/** Every text of both languages. */
export function readEntries(): Entry[] {
  return locales.flatMap((locale) => listTexts(locale));
}

/** The texts a text message may carry: the `_sms` variant, or the web's text where there is none. */
export function smsEntries(entries: readonly Entry[]): Entry[] {
  const varied = new Set(entries.filter((e) => e.sms).map((e) => `${e.locale}/${e.key}/${e.plural ?? ""}`));
  return entries.filter(
    (e) => isSentByText(e.key) && (e.sms || !varied.has(`${e.locale}/${e.key}/${e.plural ?? ""}`)),
  );
}
