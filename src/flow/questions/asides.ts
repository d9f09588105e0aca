/**
 * Questions that stand before any other when something calls for them: going on after a silence, and what DELETE meant.
 */
import type { Question } from "../../dialog/types.ts";
import { readPair } from "../reading.ts";

export const resume: Question = {
  id: "resume",
  since: 1,
  applies: (s) => s.answers.has("pause"),
  choices: () => ["goOn", "startNew"],
  ask: () => [{ key: "questions.resume.ask" }],
  read: (text, s) => readPair(text, s, ["goOn", "startNew"], true),
  unsure: "goOn",
  accept: (value) =>
    value === "startNew" ? { restart: true, keep: false } : { keep: false, drop: ["pause"] },
};

export const deleteWhich: Question = {
  id: "deleteWhich",
  since: 1,
  applies: (s) => s.answers.has("deleteAsked"),
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
