/**
 * 13 · By text, to who goes for a copy: may one question be texted a month later? Nothing but a yes is one.
 */
import type { Question } from "../../dialog/types.ts";
import { followUpSince, followUpStands } from "../laterTexts.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

const choices = ["yes", "no"];

export const followUp = (options: FlowOptions): Question => ({
  id: "followUp",
  since: followUpSince,
  onlyWhenAsked: true,
  applies: (s) => s.answers.get("topics") === "finish" && followUpStands(s, options),
  choices: () => choices,
  ask: () => [{ key: "questions.followUp.ask" }],
  read: (text, s) => read("watch", text, s, choices),
  unsure: "no",
  accept: (value) => ({
    effects: [
      { type: "followUp", agreed: value === "yes" },
      { type: "say", key: value === "yes" ? "questions.followUp.kept" : "questions.followUp.declined" },
    ],
  }),
});
