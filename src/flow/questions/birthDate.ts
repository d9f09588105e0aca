/**
 * 4 · The birth date. One that reads two ways is asked back, never guessed; it can be left out.
 */
import type { Json, Question, Reading, Situation } from "../../dialog/types.ts";
import { isSearching } from "../answers.ts";
import { found, forHelper, instead } from "../asking.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

export const birthDate = (options: FlowOptions): Question => ({
  id: "birthDate",
  since: 1,
  counts: true,
  typical: "1970-01-31",
  applies: (s) =>
    options.lookups === "full" &&
    isSearching(s, options) &&
    s.answers.get("name") !== undefined &&
    s.answers.get("name") !== null,
  choices: (s) => (pendingDates(s) ? ["first", "second"] : instead(s, "unsure")),
  ask: (s) => {
    const pending = pendingDates(s);
    if (!pending) return [{ key: forHelper(s, "questions.birthDate.ask") }];
    const [first, second] = pending;
    return [
      {
        key: "questions.birthDate.ambiguous",
        params: { first: { kind: "date", iso: first }, second: { kind: "date", iso: second } },
      },
    ];
  },
  read: (text, s) => {
    const reading = read("birthDate", text, s);
    const pending = pendingDates(s);
    return pending && reading.kind !== "command" ? (pick(text, pending) ?? reading) : reading;
  },
  accept: (value, s) => {
    const pending = pendingDates(s);
    const chosen = pending && (value === "first" ? pending[0] : value === "second" ? pending[1] : undefined);
    return { value: value === "unsure" ? null : (chosen ?? value), drop: ["birthDateOptions"] };
  },
  unsure: null,
  invalidates: [...found, "birthDateOptions"],
});

/** The two dates that the last answer could mean. */
function pendingDates(s: Situation): [string, string] | undefined {
  const options: Json | undefined = s.answers.get("birthDateOptions");
  if (!Array.isArray(options)) return undefined;
  const [first, second] = options;
  return typeof first === "string" && typeof second === "string" ? [first, second] : undefined;
}

function pick(text: string, [first, second]: [string, string]): Reading | undefined {
  const digit = /^[^\p{L}\d]*([12])\D*$/u.exec(text.trim())?.[1];
  return digit === undefined ? undefined : { kind: "value", value: digit === "1" ? first : second };
}
