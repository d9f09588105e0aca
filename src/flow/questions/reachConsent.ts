/**
 * A person, last: what would be handed over to whom, for how long, and whether that is agreed to. Nothing is before.
 */
import type { Param, Question, Situation } from "../../dialog/types.ts";
import { readConsent, refusesConsent } from "../../understanding/questions/reach.ts";
import { showPhone } from "../../understanding/questions/phone.ts";
import { isOpen } from "../aside.ts";
import { askedSince, endAside, handOff, hasAnswers, personAnswers, typedPhone } from "../person.ts";
import { readOwn } from "../reading.ts";

/** Names of their own: a yes pressed twice at the question before is no consent. */
const choices = ["handOver", "keepHere"];

/** With nothing answered and nothing told there is the number alone to hand over. */
const wording = (s: Situation) =>
  hasAnswers(s) ? "questions.reachConsent.ask" : "questions.reachConsent.askNumber";

export const reachConsent: Question = {
  id: "reachConsent",
  since: askedSince,
  aside: personAnswers,
  onlyWhenAsked: true,
  typical: "keepHere",
  applies: (s) => isOpen(s, "personAsked"),
  choices: () => choices,
  ask: (s) => [{ key: wording(s), params: { called: called(s) } }],
  read: (text, s) => readOwn(text, s, choices, consentIn, refusesConsent),
  unsure: "keepHere",
  accept: (value, s) =>
    value === "handOver"
      ? endAside(s, handOff(s, wording(s)), { type: "say", key: "questions.reachDone" })
      : endAside(s, { type: "say", key: "questions.reachDeclined" }),
};

function consentIn(text: string): string | undefined {
  const said = readConsent(text);
  return said === undefined ? undefined : said === "yes" ? "handOver" : "keepHere";
}

function called(s: Situation): Param {
  const typed = typedPhone(s);
  return typed
    ? { kind: "typed", text: showPhone(typed) }
    : { kind: "copy", key: "questions.reachConsent.thisNumber" };
}
