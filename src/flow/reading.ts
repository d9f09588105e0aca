/**
 * Between a question and what reads people's messages.
 */
import type { Reading, Situation } from "../dialog/types.ts";
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
