/**
 * 2 · The case number on the papers, or none. Any format is searched, none refused.
 */
import type { Question } from "../../dialog/types.ts";
import { isSearching } from "../answers.ts";
import { found, forHelper, instead } from "../asking.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

export const caseNumber = (options: FlowOptions): Question => ({
  id: "caseNumber",
  since: 1,
  counts: true,
  typical: { none: true },
  applies: (s) => isSearching(s, options),
  choices: (s) => instead(s, "none"),
  ask: (s) => [{ key: forHelper(s, "questions.caseNumber.ask") }],
  read: (text, s) => read("caseNumber", text, s),
  accept: (value) => (value === "none" ? { value: { none: true } } : {}),
  unsure: { none: true },
  invalidates: found,
});
