/**
 * 1 · For whom. On the web and at outreach: someone may be helping. Who cannot say yes gets no lookup.
 */
import type { Question } from "../../dialog/types.ts";
import { questionChoices } from "../../understanding/types.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

export const forWhom = (options: FlowOptions): Question => ({
  id: "forWhom",
  since: 1,
  onlyWhenAsked: true,
  counts: true,
  typical: "me",
  applies: (s) => s.channel !== "sms" && options.lookups !== "off" && s.answers.get("start") === "agree",
  choices: () => questionChoices.forWhom,
  ask: () => [{ key: "questions.forWhom.ask" }],
  read: (text, s) => read("forWhom", text, s),
  invalidates: ["confirm", "lookup", "lookupTold", "anotherTry", "outcome"],
});
