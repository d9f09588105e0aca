/**
 * 5 · About what year in court. A guess, a range, a decade will do; a case number makes it needless.
 */
import type { Question } from "../../dialog/types.ts";
import { birthDateOf, caseNumbersOf, isSearching } from "../answers.ts";
import { found, instead } from "../asking.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

export const year = (options: FlowOptions): Question => ({
  id: "year",
  since: 1,
  counts: true,
  typical: { from: 1990, to: 1990 },
  applies: (s) =>
    options.lookups === "full" &&
    isSearching(s, options) &&
    s.answers.get("name") !== null &&
    caseNumbersOf(s).length === 0 &&
    (!s.answers.has("birthDate") || birthDateOf(s) !== undefined),
  choices: (s) => instead(s, "unsure"),
  ask: () => [{ key: "questions.year.ask" }],
  read: (text, s) => read("year", text, s),
  accept: (value) => (value === "unsure" ? { value: null } : {}),
  unsure: null,
  invalidates: found,
});
