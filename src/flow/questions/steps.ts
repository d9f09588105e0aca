/**
 * 8, 9, 10 · Where the case was, what it was for, how it ended: facts, asked only while an outcome needs them.
 */
import type { Question, Situation } from "../../dialog/types.ts";
import { decideOutcome } from "../../law/outcomes.ts";
import { questionChoices } from "../../understanding/types.ts";
import { factsOf, wantsSteps } from "../answers.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

type StepId = "place" | "offense" | "disposition";

const typical: Record<StepId, string> = { place: "laCounty", offense: "had", disposition: "convicted" };

const question = (id: StepId, options: FlowOptions): Question => ({
  id,
  since: 1,
  counts: true,
  typical: typical[id],
  applies: (s) => wantsSteps(s, options) && !s.answers.has("outcome") && needs(s) === id,
  choices: () => questionChoices[id],
  ask: () => [{ key: `questions.${id}.ask` }],
  read: (text, s) => read(id, text, s),
  unsure: "unsure",
  invalidates: ["outcome", "topics"],
});

function needs(s: Situation): StepId | undefined {
  const decision = decideOutcome(factsOf(s));
  return "needs" in decision ? decision.needs : undefined;
}

export const steps = (options: FlowOptions): Question[] => [
  question("place", options),
  question("offense", options),
  question("disposition", options),
];
