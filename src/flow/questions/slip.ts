/**
 * A slip from a clinic without signal: who texts its code gives the birth date too, since phones and slips get lost. Then
 * what was asked there is looked up; a third wrong date ends the slip.
 */
import type { Json, Question, Situation } from "../../dialog/types.ts";
import { read } from "../reading.ts";

const triesMax = 3;

/** What the mark of a slip holds in the log. */
export type SlipMark = {
  /** The birth date written on the form; two where it reads two ways, none where it did not read. */
  born: string[];
  /** The form's other answers. */
  answers: { q: string; v: Json }[];
  tries: number;
};

export const slip: Question = {
  id: "slip",
  since: 1,
  applies: (s) => s.answers.has("slipOpen"),
  ask: () => [{ key: "questions.slip.ask" }],
  read: (text, s) => {
    const { also: _, ...reading } = read("birthDate", text, s);
    // Bare DELETE reads two ways too, and is a wish.
    if (reading.command !== undefined) return reading;
    // A date that reads two ways is right where one of them is.
    return reading.kind === "ambiguous" ? { kind: "value", value: reading.options ?? [] } : reading;
  },
  accept: (value, s) => {
    const { born, answers, tries } = markOf(s);
    const said = (Array.isArray(value) ? value : [value]).filter(
      (one): one is string => typeof one === "string",
    );
    const right = born.length === 0 ? said[0] : said.find((date) => born.includes(date));
    if (right !== undefined) {
      const also = Object.fromEntries(answers.map(({ q, v }) => [q, v]));
      return { keep: false, drop: ["slipOpen"], also: { ...also, birthDate: right, confirm: "search" } };
    }
    if (tries + 1 >= triesMax)
      return { keep: false, drop: ["slipOpen"], effects: [{ type: "say", key: "questions.slip.ended" }] };
    return {
      keep: false,
      also: { slipOpen: { born, answers, tries: tries + 1 } },
      effects: [{ type: "say", key: "questions.slip.wrong" }],
    };
  },
};

function markOf(s: Situation): SlipMark {
  return s.answers.get("slipOpen") as unknown as SlipMark;
}
