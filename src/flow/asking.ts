/**
 * How questions are put: pronouns for someone who helps, and what falls when an answer to the search changes.
 */
import type { Situation } from "../dialog/types.ts";

/** What rests on the search, and falls when one of its answers changes. */
export const found = [
  "changing",
  "confirm",
  "lookup",
  "lookupTold",
  "anotherTry",
  "outcome",
  "topics",
] as const;

/** A button for who has no answer, where there are buttons; a text message says it in words. */
export function instead(s: Situation, id: string): readonly string[] {
  return s.channel === "sms" ? [] : [id];
}

/** The key as worded for the person themselves, or for someone helping another. */
export function forHelper(s: Situation, key: string): string {
  return s.answers.get("forWhom") === "helping" ? `${key}Helping` : key;
}
