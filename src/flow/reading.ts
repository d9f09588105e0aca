/**
 * Between a question and what reads people's messages.
 */
import type { Json, Reading, Situation } from "../dialog/types.ts";
import type { QuestionId } from "../understanding/types.ts";
import { understand } from "../understanding/understand.ts";

/** Reads a message as an answer to a question, among the choices as offered now. */
export function read(question: QuestionId, text: string, s: Situation, choices?: readonly string[]): Reading {
  return understand(question, text, {
    locale: s.locale,
    channel: s.channel === "sms" ? "sms" : "web",
    today: s.today,
    ...(choices ? { choices } : {}),
  });
}

/** Reads one of two choices by number; yes and no stand for the first and the second where that is so. */
export function readPair(
  text: string,
  s: Situation,
  pair: readonly [string, string],
  yesIsFirst = false,
): Reading {
  const reading = read("watch", text, s, ["yes", "no"]);
  if (reading.kind !== "value") return reading;
  if (!yesIsFirst && !/[12]/.test(text)) return { kind: "unknown" };
  return { kind: "value", value: reading.value === "yes" ? pair[0] : pair[1] };
}

/** Wishes that the words of a question may narrow: "call me" is a wish for a person, and "nothing more" ends. */
const narrowed: readonly (string | undefined)[] = ["person", "skip", "finish", undefined];

/**
 * Reads a question that has words of its own: the words that always work first, then its own, then a choice by number.
 * What else the message may answer is left alone: digits of a phone are no case number here.
 * @param refuses a plain no here, the last choice, in words that ask us to stop writing at any other question.
 */
export function readOwn(
  text: string,
  s: Situation,
  choices: readonly string[],
  own: (text: string) => Json | undefined,
  refuses?: (text: string) => boolean,
): Reading {
  if (refuses?.(text) === true) return { kind: "value", value: choices.at(-1) ?? null };
  const { also: _, ...reading } = read("watch", text, s, choices);
  if (!narrowed.includes(reading.command)) return reading;
  const value = own(text);
  return value === undefined ? reading : { kind: "value", value };
}
