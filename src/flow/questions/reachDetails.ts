/**
 * A person: the best time, whether a message may be left, and whether a job or a court date this week makes it urgent.
 */
import type { Json, Question } from "../../dialog/types.ts";
import { readLeaveMessage, readUrgent, refusesMessage } from "../../understanding/questions/reach.ts";
import { isOpen } from "../aside.ts";
import { askedSince, personAnswers, timeOf } from "../person.ts";
import { readOwn } from "../reading.ts";

type DetailId = "reachTime" | "reachMessage" | "reachUrgent";

const question = (
  id: DetailId,
  choices: readonly string[],
  unsure: string,
  own: (text: string) => Json | undefined,
  refuses?: (text: string) => boolean,
): Question => ({
  id,
  since: askedSince,
  aside: personAnswers,
  typical: unsure,
  applies: (s) => isOpen(s, "personAsked"),
  choices: () => choices,
  ask: () => [{ key: `questions.${id}.ask` }],
  read: (text, s) => readOwn(text, s, choices, own, refuses),
  unsure,
});

export const reachDetails: readonly Question[] = [
  question("reachTime", ["morning", "afternoon", "evening", "any"], "any", timeOf),
  question("reachMessage", ["yes", "no"], "no", readLeaveMessage, refusesMessage),
  question("reachUrgent", ["yes", "no"], "no", readUrgent),
];
