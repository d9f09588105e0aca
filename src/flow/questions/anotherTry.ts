/**
 * 7 · Not confirmed: a person, what people can do, or another name or date. The same whatever nearly matched.
 */
import { limits } from "../../dialog/limits.ts";
import type { Question, Situation } from "../../dialog/types.ts";
import { lookupOf } from "../answers.ts";
import { choosePerson, readPersonWish } from "../person.ts";
import { read } from "../reading.ts";

export const anotherTry: Question = {
  id: "anotherTry",
  since: 1,
  onlyWhenAsked: true,
  corrects: true,
  applies: (s) => lookupOf(s)?.kind === "notConfirmed",
  choices,
  ask: () => [{ key: "questions.anotherTry.ask" }],
  read: (text, s) => readPersonWish(text, s, read("anotherTry", text, s, choices(s))),
  unsure: "goOn",
  accept: (value, s, also) => {
    if (value === "person") return choosePerson(s);
    if (value === "again") {
      // "try Maria Ruiz": the name is taken, and only the summary is left to agree to.
      const which = Object.keys(also).length === 0 ? { changing: true } : undefined;
      return { keep: false, drop: ["lookup", "lookupTold", "confirm"], ...(which ? { also: which } : {}) };
    }
    return {};
  },
};

function choices(s: Situation): readonly string[] {
  return s.conversation.attempts < limits.attempts ? ["person", "goOn", "again"] : ["person", "goOn"];
}
