/**
 * 11 · After every outcome: what else the person wants to know.
 */
import type { Question, Situation } from "../../dialog/types.ts";
import { questionChoices } from "../../understanding/types.ts";
import { choosePerson, readPersonWish } from "../person.ts";
import { read } from "../reading.ts";

/** What "another case" clears; agreement and for whom stay. */
const ofOneCase =
  "caseNumber name birthDate birthDateOptions year changing confirm lookup lookupTold anotherTry place offense disposition outcome topicTold topics".split(
    " ",
  );

/** The topics asked for so far, in their order, each once. Older conversations kept only that there was one. */
export function topicsTold(s: Situation): string[] {
  const told = s.answers.get("topicTold");
  return Array.isArray(told) ? told.filter((id): id is string => typeof id === "string") : [];
}

export const topics: Question = {
  id: "topics",
  since: 1,
  onlyWhenAsked: true,
  applies: (s) => s.answers.has("outcome"),
  choices: () => questionChoices.topics,
  ask: (s) => [{ key: s.answers.has("topicTold") ? "questions.topics.askAgain" : "questions.topics.ask" }],
  read: (text, s) => readPersonWish(text, s, read("topics", text, s)),
  unsure: "finish",
  accept: (value, s) => {
    if (value === "finish" || typeof value !== "string") return {};
    if (value === "another") return { keep: false, drop: ofOneCase };
    if (value === "person") return choosePerson(s, { topicTold: topicsTold(s) });
    return {
      keep: false,
      also: { topicTold: [...topicsTold(s).filter((id) => id !== value), value] },
      effects: [{ type: "say", key: `topics.${value}` }],
    };
  },
};
