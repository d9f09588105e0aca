/**
 * The question a month later, asked by a text of ours: its answer is a conversation of its own, and is counted, not kept.
 */
import type { Accepted, Effect, Question, Reading, Situation } from "../../dialog/types.ts";
import { readGotCopy } from "../../understanding/questions/gotCopy.ts";
import { readEventCode } from "../eventCode.ts";
import { followUpMark, followUpSince } from "../laterTexts.ts";
import { read, readOwn } from "../reading.ts";

const choices = ["got", "notYet", "trouble"] as const;
type Answer = (typeof choices)[number];

const say = (key: string): Effect => ({ type: "say", key });

export const gotCopy: Question = {
  id: "gotCopy",
  since: followUpSince,
  onlyWhenAsked: true,
  repeatsNothing: true,
  applies: (s) => s.answers.has(followUpMark),
  choices: () => choices,
  ask: () => [{ key: "questions.gotCopy.ask" }],
  read: readAnswer,
  accept: (value) => {
    const answer = choices.find((one) => one === value);
    return answer === undefined ? { keep: false, drop: [followUpMark] } : answered(answer);
  },
};

/** Who sends a case number or a birth date, or just says hello, has come for something else. */
function readAnswer(text: string, s: Situation): Reading {
  const reading = readOwn(text, s, choices, readGotCopy);
  if (reading.kind !== "unknown") return reading;
  if (readEventCode(text) !== undefined) return { kind: "value", value: "anew" };
  const { also } = read("watch", text, s, choices);
  const begins = also !== undefined && ("caseNumber" in also || "birthDate" in also);
  return begins ? { kind: "value", value: "anew", also } : reading;
}

function answered(answer: Answer): Accepted {
  const counted: Effect = { type: "followedUp", answer };
  const over = { keep: false, drop: [followUpMark], done: true };
  switch (answer) {
    case "got":
      return { ...over, effects: [counted, say("questions.gotCopy.thanks")] };
    case "notYet":
      return { ...over, effects: [counted, say("questions.gotCopy.step"), say("questions.gotCopy.noMore")] };
    case "trouble":
      // Kept while a person is offered: it is what would be handed over.
      return {
        drop: [followUpMark],
        also: { personAsked: { over: true } },
        effects: [counted, say("questions.gotCopy.trouble"), say("commands.person")],
      };
  }
}
