/**
 * Rules for every text: the same keys, placeholders and links in both languages, easy to read, and no word that
 * blames, promises, advises or misleads.
 */
import {
  countText,
  englishSyllables,
  gradeLevel,
  inflesz,
  spanishSyllables,
} from "../../src/copy/readability.ts";
import type { Entry } from "./catalogue.ts";
import { type Finding, type Locale, locales } from "./finding.ts";
import { fill, longest, placeholders, typical } from "./values.ts";
import { bilingual, forbidden, glossary } from "./words.ts";

const gradeMax = 6;
const infleszMin = 65;
const sentenceWordsMax = 15;
/** Shorter texts (labels, a date) have no level worth the name. */
const readingWordsMin = 5;

const link = /(?:https?:\/\/)?(?:[\w-]+\.)+(?:org|gov|com|net)(?:\/[\w./-]*[\w/-])?/gi;

const links = (text: string) => [...new Set(text.match(link) ?? [])].sort();

/** One text of each key and channel, as that channel shows it; plural forms joined. */
function byKey(entries: readonly Entry[], locale: Locale, sms: boolean): Map<string, string> {
  const texts = new Map<string, string>();
  const own = entries.filter((entry) => entry.locale === locale);
  const varied = new Set(own.filter((entry) => entry.sms).map((entry) => entry.key));
  for (const entry of own) {
    if (sms ? !entry.sms && varied.has(entry.key) : entry.sms) continue;
    texts.set(entry.key, `${texts.get(entry.key) ?? ""}${entry.text}`);
  }
  return texts;
}

/** The same keys, plural forms, placeholders and links in both languages, on both channels. */
export function checkParity(entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = [];
  for (const sms of [false, true]) {
    const [en, es] = [byKey(entries, "en", sms), byKey(entries, "es", sms)];
    const channel = sms ? " (sms)" : "";
    for (const key of new Set([...en.keys(), ...es.keys()])) {
      const [english, spanish] = [en.get(key), es.get(key)];
      if (english === undefined || spanish === undefined) {
        findings.push({
          where: `${key}${channel}`,
          what: `is missing in ${english === undefined ? "en" : "es"}`,
        });
        continue;
      }
      const [a, b] = [placeholders(english).join(" "), placeholders(spanish).join(" ")];
      if (a !== b)
        findings.push({ where: `${key}${channel}`, what: `has placeholders en [${a}], es [${b}]` });
      const [c, d] = [links(english).join(" "), links(spanish).join(" ")];
      if (c !== d) findings.push({ where: `${key}${channel}`, what: `has links en [${c}], es [${d}]` });
    }
  }
  return [...findings, ...checkPlurals(entries), ...checkValues(entries)];
}

function checkPlurals(entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = [];
  for (const locale of locales) {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort().join(" ");
    const forms = new Map<string, string[]>();
    for (const entry of entries) {
      if (entry.locale !== locale || entry.plural === undefined) continue;
      const name = `${entry.key}${entry.sms ? "_sms" : ""}`;
      forms.set(name, [...(forms.get(name) ?? []), entry.plural]);
    }
    for (const [key, had] of forms) {
      const has = had.sort().join(" ");
      if (has !== wanted)
        findings.push({ where: `${locale} ${key}`, what: `has plural forms ${has}, not ${wanted}` });
    }
  }
  return findings;
}

/** A placeholder nobody fills would be read aloud. */
function checkValues(entries: readonly Entry[]): Finding[] {
  return entries.flatMap((entry) =>
    placeholders(entry.text)
      .filter((name) => !(name in longest[entry.locale]))
      .map((name) => ({
        where: `${entry.locale} ${entry.fullKey}`,
        what: `has an unknown placeholder ${name}`,
      })),
  );
}

/** Grade of an English text or INFLESZ of a Spanish one, with ordinary values filled in. */
export function readingLevel(entry: Entry): number {
  const text = fill(entry.text, typical[entry.locale]);
  return entry.locale === "en" ? gradeLevel(text) : inflesz(text);
}

/** Grade 6 or lower, INFLESZ 65 or higher, 15 words a sentence. */
export function checkReading(entries: readonly Entry[]): Finding[] {
  return entries.flatMap((entry) => {
    // A waiting sentence is read within the message it joins.
    if (bilingual.includes(entry.key) || /\.(?:choice|status|blocked)\./.test(entry.key)) return [];
    const where = `${entry.locale} ${entry.fullKey}`;
    const text = fill(entry.text, typical[entry.locale]);
    const { words, longest: longestSentence } = countText(
      text,
      entry.locale === "en" ? englishSyllables : spanishSyllables,
    );
    if (words < readingWordsMin) return [];
    const findings: Finding[] = [];
    const level = readingLevel(entry);
    if (entry.locale === "en" && level > gradeMax)
      findings.push({ where, what: `reads at grade ${level.toFixed(1)}, over ${gradeMax}` });
    if (entry.locale === "es" && level < infleszMin)
      findings.push({ where, what: `reads at INFLESZ ${level.toFixed(1)}, under ${infleszMin}` });
    if (longestSentence > sentenceWordsMax)
      findings.push({ where, what: `has a sentence of ${longestSentence} words, over ${sentenceWordsMax}` });
    return findings;
  });
}

/** No forbidden word in either language; terms of law as the glossary has them. */
export function checkWords(entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = [];
  for (const entry of entries) {
    const languages: readonly Locale[] = bilingual.includes(entry.key) ? locales : [entry.locale];
    for (const pattern of languages.flatMap((locale) => forbidden[locale])) {
      const found = pattern.exec(entry.text)?.[0];
      if (found !== undefined)
        findings.push({ where: `${entry.locale} ${entry.fullKey}`, what: `uses “${found}”` });
    }
  }
  for (const sms of [false, true]) {
    const [en, es] = [byKey(entries, "en", sms), byKey(entries, "es", sms)];
    for (const [key, english] of en) {
      const spanish = es.get(key) ?? "";
      for (const { term, en: inEnglish, es: inSpanish } of glossary) {
        if (inEnglish.test(english) && !inSpanish.test(spanish))
          findings.push({
            where: `es ${key}${sms ? " (sms)" : ""}`,
            what: `has no word of the glossary for ${term}`,
          });
      }
    }
  }
  return findings;
}

/** Where both numbers stand, the organisation's own comes first: that is who answers for what was said. */
export function checkPhones(entries: readonly Entry[]): Finding[] {
  return entries
    .filter(({ text }) => text.includes("{{pd}}") && text.indexOf("{{phone}}") > text.indexOf("{{pd}}"))
    .map((entry) => ({
      where: `${entry.locale} ${entry.fullKey}`,
      what: "names the Public Defender's number before the organisation's",
    }));
}
