/**
 * 11 · After every outcome: what else the person wants to know.
 */
import type { Question } from "../../dialog/types.ts";
import { questionChoices } from "../../understanding/types.ts";
import { read } from "../reading.ts";

/** What "another case" clears; agreement and for whom stay. */
const ofOneCase =
  "caseNumber name birthDate birthDateOptions year changing confirm lookup lookupTold anotherTry place offense disposition outcome topicTold topics".split(
    " ",
  );

export const topics: Question = {
  id: "topics",
  since: 1,
  onlyWhenAsked: true,
  applies: (s) => s.answers.has("outcome"),
  choices: () => questionChoices.topics,
  ask: (s) => [{ key: s.answers.has("topicTold") ? "questions.topics.askAgain" : "questions.topics.ask" }],
  read: (text, s) => read("topics", text, s),
  unsure: "finish",
  accept: (value) => {
    if (value === "finish" || typeof value !== "string") return {};
    if (value === "another") return { keep: false, drop: ofOneCase };
    return {
      keep: false,
      also: { topicTold: true },
      effects: [{ type: "say", key: value === "person" ? "commands.person" : `topics.${value}` }],
    };
  },
};
