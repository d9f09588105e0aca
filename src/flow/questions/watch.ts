/**
 * 12 · Not confirmed, by text: a message after a later list is loaded. None is known to be coming, and it says so.
 */
import type { Question } from "../../dialog/types.ts";
import { questionChoices } from "../../understanding/types.ts";
import { queryOf } from "../answers.ts";
import { watchStands } from "../laterTexts.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

export const watch = (options: FlowOptions): Question => ({
  id: "watch",
  since: 1,
  onlyWhenAsked: true,
  applies: (s) => s.answers.get("topics") === "finish" && watchStands(s, options),
  choices: () => questionChoices.watch,
  ask: () => [{ key: "questions.watch.ask" }],
  read: (text, s) => read("watch", text, s),
  unsure: "no",
  accept: (value, s) =>
    value === "yes"
      ? {
          effects: [
            { type: "watch", query: queryOf(s) },
            { type: "say", key: "questions.watch.kept" },
          ],
        }
      : { effects: [{ type: "say", key: "questions.watch.declined" }] },
});
