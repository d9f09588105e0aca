/**
 * Rules for sentences of legal meaning: each has its source, and none that is blocked reaches a message.
 */
import { confidences, isStated, type SourceEntry } from "../../src/law/sources.ts";
import type { Entry } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import { forbidden } from "./words.ts";

/** Keys whose texts say what the law or a list is: they need an entry in sources.json. */
const legal = [
  /^outcomes\.(?!status\.|caseLine$|sampleNotice$|info$|notYou$)/,
  /^topics\.(?!clinicNext$)/,
  /^questions\.gotCopy\.step$/,
  /^pages\.lead$/,
  // What is read aloud at a clinic table before a yes.
  /^outreach\.(?:consent\.say|take\.consent)$/,
  /^shortform\.consent\.(?:now|later)$/,
];
const day = /^\d{4}-\d\d-\d\d$/;

/** Complete entries for every legal key, none for a key that is not there, and nothing blocked in use. */
export function checkSources(
  entries: readonly Entry[],
  sources: Readonly<Record<string, SourceEntry>>,
  used: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const keys = new Set(entries.map((entry) => entry.key));
  for (const key of keys) {
    if (legal.some((pattern) => pattern.test(key)) && !(key in sources))
      findings.push({ where: key, what: "has legal meaning and no entry in sources.json" });
  }
  for (const [key, entry] of Object.entries(sources)) {
    const say = (what: string) => findings.push({ where: `sources.json ${key}`, what });
    if (!keys.has(key)) say("is no key of the catalogue");
    if (entry.sources.length === 0 || entry.sources.some((source) => source.label.trim() === ""))
      say("names no source");
    for (const { label } of entry.sources)
      if (forbidden.en.some((pattern) => pattern.test(label))) say(`shows people a forbidden word: ${label}`);
    if (!confidences.includes(entry.confidence)) say(`has no such confidence: ${entry.confidence}`);
    if (!day.test(entry.factsAt)) say("does not say when its facts were compared");
    if (entry.reviewed !== null && !day.test(entry.reviewed)) say("has a review date that is no date");
    if (entry.reviewer.trim() === "") say("does not say who reviewed it, or that nobody did");
    if (entry.status === "stated" && !isStated(entry)) say(`is stated on ${entry.confidence} alone`);
    if (entry.status === "blocked" && used.has(key)) say("is blocked and used");
    if (entry.status === "blocked" && (entry.joins ?? []).length === 0)
      say("is blocked and joins no message: clearing it would change nothing");
    for (const message of entry.joins ?? []) {
      // A text message may leave it out, for its length.
      const places = entries.filter((text) => text.key === message && !text.sms);
      if (places.length === 0 || !places.every((text) => text.text.includes("{{cleared}}")))
        say(`joins ${message}, which has no place for it`);
    }
  }
  const joined = new Set(Object.values(sources).flatMap((entry) => entry.joins ?? []));
  for (const { locale, fullKey, key, text } of entries) {
    if (text.includes("{{cleared}}") && !joined.has(key))
      findings.push({ where: `${locale} ${fullKey}`, what: "has a place for a sentence that nobody wrote" });
  }
  return findings;
}
