/**
 * Questions that stand before any other when something calls for them: going on after a silence, and what DELETE meant.
 */
import type { Question } from "../../dialog/types.ts";
import { isOpen } from "../aside.ts";
import { endAside } from "../person.ts";
import { readPair } from "../reading.ts";

export const resume: Question = {
  id: "resume",
  since: 1,
  typical: "goOn",
  onStart: "goOn",
  applies: (s) => isOpen(s, "pause"),
  choices: () => ["goOn", "startNew"],
  ask: () => [{ key: "questions.resume.ask" }],
  read: (text, s) => readPair(text, s, ["goOn", "startNew"], true),
  unsure: "goOn",
  accept: (value, s) => {
    if (value === "startNew") return { restart: true, keep: false };
    // Who asked for a person and said nothing more has the number; the conversation goes on.
    if (!s.answers.has("personAsked") || s.answers.has("reach")) return { keep: false, drop: ["pause"] };
    const ended = endAside(s);
    return { ...ended, drop: ["pause", ...(ended.drop ?? [])] };
  },
};

export const deleteWhich: Question = {
  id: "deleteWhich",
  since: 1,
  typical: "clear",
  applies: (s) => isOpen(s, "deleteAsked"),
  choices: () => ["erase", "clear"],
  ask: () => [{ key: "questions.deleteWhich.ask" }],
  read: (text, s) => readPair(text, s, ["erase", "clear"]),
  unsure: "clear",
  accept: (value) =>
    value === "erase"
      ? {
          restart: true,
          keep: false,
          done: true,
          effects: [{ type: "erase" }, { type: "say", key: "commands.erased" }],
        }
      : { keep: false, drop: ["deleteAsked"] },
};
