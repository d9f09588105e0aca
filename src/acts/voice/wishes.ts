/**
 * What callers say at the menu instead of pressing a key, in both languages.
 */

export type MenuWish = "person" | "callBack" | "steps" | "text";

/** The first that matches counts: "someone call me back" is a call back, not a person now. */
const wishes: readonly (readonly [MenuWish, RegExp])[] = [
  [
    "callBack",
    /\bcall(?:ed|ing)? (?:me )?back\b|\bcallback\b|\bcall me\b|\bll[aá]m(?:en|e|ar)me\b|\bme llame\w*\b|\bdevolver\w* la llamada\b/i,
  ],
  ["text", /\btext\b|\bmessage\b|\bsms\b|\bmensaje\b|\btexto\b/i],
  [
    "steps",
    /\bsteps?\b|\bwhat (?:can|do)\b|\binformation\b|\bpasos?\b|\bqu[eé] (?:se )?puede\b|\binformaci[oó]n\b/i,
  ],
  [
    "person",
    /\bperson\b|\bsome(?:one|body)\b|\bhuman\b|\boperator\b|\brepresentative\b|\blawyer\b|\bpersona\b|\balguien\b|\boperador\w*\b|\babogad\w*\b|\blicenciad\w*\b/i,
  ],
];

/** @returns the wish that was spoken, or undefined. */
export function menuWish(speech: string): MenuWish | undefined {
  return wishes.find(([, pattern]) => pattern.test(speech))?.[0];
}
