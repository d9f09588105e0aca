/**
 * A person: the number to call. Any that can be called is taken; by text message the one that is texting is offered.
 */
import type { Question, Situation } from "../../dialog/types.ts";
import { declinesCall } from "../../understanding/questions/reach.ts";
import { isOpen } from "../aside.ts";
import { askedSince, endAside, personAnswers, phoneOf } from "../person.ts";
import { readOwn } from "../reading.ts";

export const reachPhone: Question = {
  id: "reachPhone",
  since: askedSince,
  aside: personAnswers,
  typical: "thisNumber",
  applies: (s) => isOpen(s, "personAsked"),
  choices,
  ask: () => [{ key: "questions.reachPhone.ask" }],
  read: (text, s) =>
    readOwn(text, s, choices(s), () => phoneOf(text, s, true) ?? (declinesCall(text) ? null : undefined)),
  unsure: null,
  accept: (value, s) => (value === null ? endAside(s, { type: "say", key: "questions.reachDeclined" }) : {}),
};

function choices(s: Situation): readonly string[] {
  return s.channel === "sms" ? ["thisNumber"] : [];
}
