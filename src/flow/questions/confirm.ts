/**
 * 6 · What will be searched, each line changeable by its number, before anything is looked up.
 */
import type { Param, Question, Situation } from "../../dialog/types.ts";
import { birthDateOf, canSearch, caseNumbersOf, isSearching, lookupOf, namesOf, yearOf } from "../answers.ts";
import { found } from "../asking.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

const lines = {
  full: ["name", "birthDate", "year", "caseNumber"],
  number: ["name", "caseNumber"],
  off: [],
} as const;

export const confirm = (options: FlowOptions): Question => ({
  id: "confirm",
  since: 1,
  onlyWhenAsked: true,
  corrects: true,
  counts: true,
  typical: "search",
  applies: (s) => isSearching(s, options) && canSearch(s) && lookupOf(s) === undefined,
  choices: (s) => choicesOf(s, options),
  ask: (s) => [
    {
      key: s.answers.has("changing") ? "questions.confirm.askChange" : "questions.confirm.ask",
      params: summary(s),
    },
  ],
  read: (text, s) => read("confirm", text, s, choicesOf(s, options)),
  accept: (value, s, also) => {
    if (value === "search") return { drop: ["changing"] };
    // "no, 1993" changes that line at once; a plain "no" asks which.
    if (Object.keys(also).length > 0) return { keep: false, drop: ["changing"] };
    if (value === "change") return { keep: false, also: { changing: true } };
    if (typeof value === "string" && (lines[options.lookups] as readonly string[]).includes(value)) {
      return { keep: false, drop: [value, `${value}Options`, ...found] };
    }
    return { keep: false, also: s.answers.has("changing") ? {} : { changing: true } };
  },
});

function choicesOf(s: Situation, options: FlowOptions): readonly string[] {
  return s.answers.has("changing") ? lines[options.lookups] : ["search", ...lines[options.lookups]];
}

const none: Param = { kind: "copy", key: "questions.confirm.none" };

/** What was typed, line by line. */
function summary(s: Situation): Record<string, Param> {
  const whole = namesOf(s).map((n) => [...n.given, ...n.family, n.suffix ?? ""].join(" ").trim());
  const names = [...new Set(whole)];
  const numbers = caseNumbersOf(s);
  const born = birthDateOf(s);
  const range = yearOf(s);
  return {
    name: names.length > 0 ? { kind: "typed", text: names.join(" / ") } : none,
    birthDate: born ? { kind: "date", iso: born } : none,
    year: range
      ? { kind: "typed", text: range.from === range.to ? `${range.from}` : `${range.from}-${range.to}` }
      : none,
    caseNumber: numbers.length > 0 ? { kind: "typed", text: numbers.join(", ") } : none,
  };
}
