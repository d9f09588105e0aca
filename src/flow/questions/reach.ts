/**
 * A person, first: to be called, or to call. After a confirmed case it can be said here that it is another's.
 */
import type { Question, Situation } from "../../dialog/types.ts";
import { readReach } from "../../understanding/questions/reach.ts";
import { readPhone } from "../../understanding/questions/phone.ts";
import { isOpen } from "../aside.ts";
import { askedSince, endAside, isConfirmed, isNotMine, personAnswers, reachIn } from "../person.ts";
import { readOwn } from "../reading.ts";

export const reach: Question = {
  id: "reach",
  since: askedSince,
  aside: personAnswers,
  yields: true,
  typical: "iWillCall",
  applies: (s) => isOpen(s, "personAsked"),
  choices,
  ask: () => [{ key: "questions.reach.ask" }],
  read: (text, s) => {
    const reading = readOwn(text, s, choices(s), readReach);
    // A number alone wants to be called at it.
    if (reading.kind === "unknown" && readPhone(text))
      return { kind: "value", value: "callMe", also: reachIn(text, s) };
    return reading.value === "callMe" ? { ...reading, also: reachIn(text, s) } : reading;
  },
  unsure: "iWillCall",
  accept: (value, s, also) =>
    value === "callMe" || value === "notMine"
      ? { also }
      : endAside(s, { type: "say", key: "questions.reachLater" }),
};

function choices(s: Situation): readonly string[] {
  return isConfirmed(s) && !isNotMine(s) ? ["callMe", "iWillCall", "notMine"] : ["callMe", "iWillCall"];
}
