/**
 * Agreement, in so many words. Where the language is unknown its two choices both agree.
 */
import { readNumbers } from "../choices.ts";
import type { Extras } from "../extras.ts";
import { against, readStart, readStartClauses } from "../questions/start.ts";
import { clauses } from "../text.ts";
import type { Reading, ReadingContext } from "../types.ts";
import { leadingYesNo } from "../yesNo.ts";
import { type Also, alsoAnswered, languageOf, withAlso } from "./also.ts";

/** Reads the answer to the greeting: a choice offered now, "no", or unknown with whatever else was typed. */
export function readStartAnswer(
  text: string,
  words: string,
  choices: readonly string[],
  extras: Extras,
  context: ReadingContext,
): Reading {
  const also = alsoAnswered("start", extras, context);
  const chosen = readNumbers(text);
  if (chosen !== undefined && chosen.numbers.length === 1) {
    const choice = choices[(chosen.numbers[0] ?? 0) - 1];
    const said = chosen.rest === undefined ? undefined : readStart(chosen.rest);
    if (choice === undefined || (said !== undefined && said !== choice && choices.includes(said))) {
      return withAlso({ kind: "unknown" }, also);
    }
    return withAlso({ kind: "value", value: choice }, also);
  }
  const said = readStart(words) ?? readStartClauses(clauses(text)) ?? agreedBefore(words, extras, also);
  if (said === undefined) return withAlso({ kind: "unknown" }, also);
  if (said === "no" || choices.includes(said)) return withAlso({ kind: "value", value: said }, also);
  const language = said === "agree" ? languageOf(text) : undefined;
  return withAlso(
    language !== undefined && choices.includes(language)
      ? { kind: "value", value: language }
      : { kind: "unknown" },
    also,
  );
}

/** "Yes BA123456", "1, Maria Lopez": agreed, and the rest is an answer in itself. */
function agreedBefore(words: string, extras: Extras, also: Also): "agree" | undefined {
  const told = Object.keys(also);
  if (told.length === 0) return undefined;
  // "Yes it's for my cousin"; a bare "si" before it may be an "if".
  if (told.every((question) => question === "forWhom"))
    return /^(?:yes|yeah|yea|yep|sure|ok|okay|simon|claro)\b/.test(words) && !against.test(words)
      ? "agree"
      : undefined;
  if (readStart(extras.restWords) === "agree" || readStart(clauses(extras.rest)[0] ?? "") === "agree")
    return "agree";
  return leadingYesNo(words)?.yes === true &&
    !/\b(?:but|pero)\b(?! (?:i )?(?:dont have|no tengo|without|sin|i lost|perdi)\b)|^\w+ (?:dont|not)\b/.test(
      words,
    )
    ? "agree"
    : undefined;
}
