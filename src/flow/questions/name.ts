/**
 * 3 · The name on the case: first, last, both last names, other names used. Where only numbers are looked up, the last name.
 */
import type { Json, Question, Reading, Situation } from "../../dialog/types.ts";
import { isSearching } from "../answers.ts";
import { found, forHelper } from "../asking.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

export const name = (options: FlowOptions): Question => ({
  id: "name",
  since: 1,
  counts: true,
  typical: [{ given: ["A"], family: ["B"] }],
  applies: (s) =>
    isSearching(s, options) &&
    // With no number there is nothing to look up by last name alone.
    (options.lookups === "full" || !isNone(s.answers.get("caseNumber"))),
  ask: (s) => [
    { key: options.lookups === "number" ? "questions.name.askFamily" : forHelper(s, "questions.name.ask") },
  ],
  read: (text, s) => {
    const reading = read("name", text, s);
    return options.lookups === "number" && reading.kind === "unknown"
      ? (familyName(text, s) ?? reading)
      : reading;
  },
  unsure: null,
  invalidates: found,
});

function isNone(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value["none"] === true;
}

/** One to four words of letters are a last name. */
function familyName(text: string, _s: Situation): Reading | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length > 4 || !words.every((word) => /^\p{L}[\p{L}\p{M}'’.-]+$/u.test(word))) return undefined;
  return { kind: "value", value: [{ given: [], family: words }] };
}
