/**
 * 3 · The name on the case: first, last, both last names, other names used. Where only numbers are looked up, the last name.
 */
import type { Json, Question, Reading } from "../../dialog/types.ts";
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
    return options.lookups === "number" ? asFamily(text, reading) : reading;
  },
  unsure: null,
  invalidates: found,
});

function isNone(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value["none"] === true;
}

/**
 * Where only the last name is asked: one to four words are one, however they would read as a whole name; that reading
 * is kept beside, for who typed the first name too.
 */
function asFamily(text: string, reading: Reading): Reading {
  if (reading.kind !== "value" && reading.kind !== "unknown") return reading;
  const words = text.trim().split(/\s+/);
  const plain = words.length <= 4 && words.every((word) => /^\p{L}[\p{L}\p{M}'’.-]+$/u.test(word));
  if (!plain) return reading;
  const whole = Array.isArray(reading.value) ? reading.value : [];
  return { ...reading, kind: "value", value: [{ given: [], family: words }, ...whole] };
}
