/**
 * 7 · Not confirmed: a person, what people can do, or another name or date. The same whatever nearly matched.
 */
import { limits } from "../../dialog/limits.ts";
import type { Question, Situation } from "../../dialog/types.ts";
import { lookupOf } from "../answers.ts";
import { read } from "../reading.ts";

export const anotherTry: Question = {
  id: "anotherTry",
  since: 1,
  onlyWhenAsked: true,
  applies: (s) => lookupOf(s)?.kind === "notConfirmed",
  choices,
  ask: () => [{ key: "questions.anotherTry.ask" }],
  read: (text, s) => read("anotherTry", text, s, choices(s)),
  unsure: "goOn",
  accept: (value) => {
    if (value === "person") return { keep: false, effects: [{ type: "say", key: "commands.person" }] };
    if (value === "again")
      return { keep: false, drop: ["lookup", "lookupTold", "confirm"], also: { changing: true } };
    return {};
  },
};

function choices(s: Situation): readonly string[] {
  return s.conversation.attempts < limits.attempts ? ["person", "goOn", "again"] : ["person", "goOn"];
}
