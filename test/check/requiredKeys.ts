/**
 * Keys that code builds from ids: every question, choice, outcome, line and topic there is must have its words.
 */
import { createFlow } from "../../src/flow/index.ts";
import { type ListOutcomeKey, lineRules, stepOutcomes } from "../../src/law/outcomes.ts";
import { questionChoices } from "../../src/understanding/types.ts";
import type { Entry } from "./catalogue.ts";
import { type Finding, locales } from "./finding.ts";

const listKeys: readonly ListOutcomeKey[] = [
  "dismissed",
  "listedEligible",
  "listedFiled",
  "listedUnknown",
  "reduced",
  "challenged",
];

/** Questions beside the understood ones, and what the greeting offers while the language is unknown. */
const otherChoices = {
  start: ["english", "spanish"],
  birthDate: ["first", "second"],
  resume: ["goOn", "startNew"],
  deleteWhich: ["erase", "clear"],
  reach: ["callMe", "iWillCall", "notMine"],
  reachPhone: ["thisNumber"],
  reachTime: ["morning", "afternoon", "evening", "any"],
  reachMessage: ["yes", "no"],
  reachUrgent: ["yes", "no"],
  reachConsent: ["handOver", "keepHere"],
  followUp: ["yes", "no"],
  gotCopy: ["got", "notYet", "trouble"],
} as const satisfies Record<string, readonly string[]>;

/** Topics that do something other than tell their text. */
const acting: readonly string[] = ["person", "another", "finish"];

function requiredKeys(): string[] {
  const questions = createFlow({ lookups: "full", watch: true, followUp: true }).questions.map(
    (question) => question.id,
  );
  const choices = [...Object.entries(questionChoices), ...Object.entries(otherChoices)];
  return [
    ...questions.flatMap((id) =>
      ["ask", "why", "retry1", "retry2", "retry3"].map((part) => `questions.${id}.${part}`),
    ),
    ...choices.flatMap(([id, ids]) => ids.map((choice) => `questions.${id}.choice.${choice}`)),
    ...[...listKeys, ...stepOutcomes, "notConfirmed", "callUs", "cannotAsk"].map((id) => `outcomes.${id}`),
    ...listKeys.map((id) => `outcomes.status.${id}`),
    ...lineRules.map(({ line }) => `outcomes.${line}`),
    ...questionChoices.topics.filter((id) => !acting.includes(id)).map((id) => `topics.${id}`),
  ];
}

/** Ids that have no words in a language. */
export function checkRequired(entries: readonly Entry[]): Finding[] {
  return locales.flatMap((locale) => {
    const keys = new Set(entries.filter((entry) => entry.locale === locale).map((entry) => entry.key));
    return requiredKeys()
      .filter((key) => !keys.has(key))
      .map((key) => ({ where: `${locale} ${key}`, what: "has no words" }));
  });
}
