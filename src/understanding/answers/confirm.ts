/**
 * What will be searched: searching needs a whole yes; anything new that was typed changes its line.
 */
import type { YearRange } from "../../matching/types.ts";
import { readNumbers } from "../choices.ts";
import { type Extras, withoutLifeYears } from "../extras.ts";
import { isKnownName } from "../nameWords.ts";
import { linesNamed, readConfirm } from "../questions/start.ts";
import { clauses, plain, readable } from "../text.ts";
import type { Reading, ReadingContext } from "../types.ts";
import { readYears } from "../years.ts";
import { type Also, alsoAnswered, withAlso } from "./also.ts";

/** A year typed as a correction: "no, 1993", "the year was 93 not 92". */
function correctedYear(words: string, extras: Extras, context: ReadingContext): YearRange | undefined {
  const corrects =
    /^(?:no|nope|nah|nel|yes but|si pero)\b|\b(?:year|ano|wrong|mal|change|cambi\w+|should be|debe ser|correct is)\b|\b(?:not|no)(?: in| en el| el)? \d{2,4}\b/.test(
      words,
    );
  const bareYear =
    /^(?:its |it is |it was |fue |es |era )?(?:en el |in |el )?'?\d{2}(?:\d{2})?$/.test(words) &&
    !/^\d{2}$/.test(words);
  if (!corrects && !bareYear) return undefined;
  const said = withoutLifeYears(extras.rest)
    .replace(/^\s*(?:no|nope|nah|nel)\b/i, " ")
    .replace(/\b(?:not|no|instead of|en vez de|y no|and not)\s+(?:in |en el |el )?'?\d{2,4}\b/gi, " ")
    .replace(/\bfrom '?\d{2,4} to\b/gi, " ");
  return readYears(said, context.today, "answer");
}

/** A name in a correction, though not a whole one: "no, es Garcia no Gracia". */
function mentionsName(text: string): boolean {
  const words = plain(text).split(" ");
  return words.length <= 8 && words.some((word) => word.length > 3 && isKnownName(word));
}

/** Reads what to do with the summary. */
export function readConfirmAnswer(
  text: string,
  words: string,
  choices: readonly string[],
  extras: Extras,
  context: ReadingContext,
): Reading {
  const chosen = readNumbers(text);
  const also: Also = alsoAnswered("confirm", extras, context);
  if (chosen !== undefined && chosen.rest === undefined) {
    const values = chosen.numbers.flatMap((number) => choices[number - 1] ?? []);
    const [only] = values;
    if (only === undefined || values.length < chosen.numbers.length) return { kind: "unknown" };
    return values.length === 1 ? { kind: "value", value: only } : { kind: "ambiguous", options: values };
  }
  const parts = clauses(text);
  const agreed =
    parts.length > 1 && parts.every((part) => readConfirm(part) === "search") ? "search" : readConfirm(words);
  if (agreed === "search" && Object.keys(also).length === 0) return { kind: "value", value: "search" };
  const year =
    also.year === undefined && also.birthDate === undefined
      ? correctedYear(words, extras, context)
      : undefined;
  if (year !== undefined) also.year = { from: year.from, to: year.to };
  if (Object.keys(also).length > 0) {
    // One line told anew names itself; several are changes.
    const told = Object.keys(also).filter((line) => choices.includes(line));
    const [line] = told;
    return withAlso(
      { kind: "value", value: told.length === 1 && line !== undefined ? line : "change" },
      also,
    );
  }
  // A date that reads two ways names its line, though not its value.
  const named =
    extras.births.length > 0 ? ["birthDate"] : linesNamed(words.replace(/^(?:no|nope|nah|nel) /, ""));
  const lines = named.filter((line) => choices.includes(line));
  const [line] = lines;
  if (line !== undefined) {
    return lines.length === 1 ? { kind: "value", value: line } : { kind: "ambiguous", options: lines };
  }
  if (agreed === "change" && choices.includes("name") && mentionsName(readable(text)))
    return { kind: "value", value: "name" };
  return agreed === undefined ? { kind: "unknown" } : { kind: "value", value: agreed };
}
