/**
 * A message cut into the pieces a date is made of: numbers, month names, and the words between them.
 * Each piece knows where it stood, so that what was read can be taken out of the text.
 */
import { monthOf } from "./data/months.ts";
import { numberAt } from "./numberWords.ts";
import { foldInPlace } from "./text.ts";

export type DateToken = {
  /** Positions in the text given to `dateTokens`. */
  start: number;
  end: number;
} & (
  | { kind: "number"; value: number; digits: number; apostrophe: boolean; ordinal: boolean }
  | { kind: "month"; month: number }
  | { kind: "word"; word: string }
  | { kind: "mark"; mark: string }
);

/** Digits and letters typed for them, joined as a date is: "O7/25/196O", "o6-l2-7O". */
const joinedDigits = /(?<![a-z0-9])[\dOolI]{1,4}(?:[/.-][\dOolI]{1,4}){2}(?![a-z0-9])/g;
/** A year or a run of digits with such letters in it: "196O", "2OO3", "O7251968". */
const digitRun = /(?<![a-z0-9])[\dOolI]{4,8}(?![a-z0-9])/gi;

/**
 * Makes letters typed for digits digits again, position for position: "O7/25/196O", "l968". An "o" after
 * a one is left alone, since "1o de mayo" is an ordinal. Takes and gives text of the same length.
 */
export function repairDigits(text: string): string {
  const asDigits = (piece: string): string =>
    /\d/.test(piece) ? piece.replace(/[Oo]/g, "0").replace(/[lI]/g, "1") : piece;
  return text
    .replace(joinedDigits, asDigits)
    .replace(digitRun, asDigits)
    .replace(/(?<![a-z0-9])[oO](?=\d)/gi, "0")
    .replace(/(?<=\d)[oO](?=[\d/.-])/g, "0")
    .replace(/(?<=[/.-]\d)[oO](?![a-z0-9])/gi, "0")
    .replace(/(?<=\d{2})[oO](?![a-z0-9])/gi, "0")
    .replace(/(?<![a-z0-9])[lI](?=\d)/g, "1")
    .replace(/(?<=\d)[lI](?=[\d/.-])/g, "1");
}

const timeWords = new Set(
  "years yrs year yr anos ano months month meses mes weeks week days day decades decade long while time ages".split(
    " ",
  ),
);
const ordinalEndings = /^(?:st|nd|rd|th|ro|ero|er|do|to|mo|vo|no|o|º|°|ª)(?![a-z])/;
const piece = /\d+|[a-z]+|\n|[^\sa-z\d]/g;

/** Takes a message (already `readable`) and gives its pieces in order. */
export function dateTokens(text: string): DateToken[] {
  // The ordinal sign folds to a letter, which would glue it to a following word.
  const folded = foldInPlace(repairDigits(text));
  const tokens: DateToken[] = [];
  piece.lastIndex = 0;
  for (let m = piece.exec(folded); m !== null; m = piece.exec(folded)) {
    const start = m.index;
    const first = m[0];
    if (/^\d/.test(first)) {
      const ending = ordinalEndings.exec(folded.slice(start + first.length, start + first.length + 5));
      const ordinal = ending !== null && first.length <= 2;
      if (ordinal) piece.lastIndex += ending[0].length;
      const apostrophe = folded[start - 1] === "'";
      const value = first.length <= 8 ? Number(first) : Number.NaN;
      tokens.push({
        kind: "number",
        value,
        digits: first.length,
        apostrophe,
        ordinal,
        start,
        end: piece.lastIndex,
      });
    } else if (/^[a-z]/.test(first)) {
      // "Twenty years ago" names no August.
      const before = tokens.at(-1);
      const isPast = first === "ago" && before?.kind === "word" && timeWords.has(before.word);
      const month = isPast ? undefined : monthOf(first);
      const end = start + first.length;
      tokens.push(
        month === undefined
          ? { kind: "word", word: first, start, end }
          : { kind: "month", month, start, end },
      );
    } else {
      tokens.push({ kind: "mark", mark: first, start, end: start + first.length });
    }
  }
  return withoutCounts(joinNumberWords(tokens));
}

/** After these words, or before those, a number counts something and is no part of a date. */
const ageWords = new Set([
  "im",
  "am",
  "age",
  "aged",
  "edad",
  "turned",
  "turning",
  "cumpli",
  "cumplo",
  "tengo",
  "tenia",
  "was",
]);
const counted = new Set(
  "years yrs yr yo old anos anitos months meses days dias weeks semanas kids hijos times veces am pm ago street st apt ave joints plants grams gramos oz lbs dollars dolares bucks".split(
    " ",
  ),
);

/** Takes the tokens; numbers that tell an age or a count become words. */
function withoutCounts(tokens: readonly DateToken[]): DateToken[] {
  const wordAt = (i: number): string => {
    const token = tokens[i];
    return token?.kind === "word" ? token.word : "";
  };
  return tokens.map((token, i) => {
    if (token.kind !== "number" || token.ordinal || token.digits > 3) return token;
    const isTold = ageWords.has(wordAt(i - 1)) && isAge(token.value, tokens[i + 1]);
    return isTold || counted.has(wordAt(i + 1))
      ? { kind: "word", word: "#", start: token.start, end: token.end }
      : token;
  });
}

/** "Tengo 58" and "I was 22"; not "it was 7/25/68", "turned 7-25-68". */
function isAge(value: number, next: DateToken | undefined): boolean {
  return value >= 10 && value <= 99 && !(next?.kind === "mark" && "/-.\\".includes(next.mark));
}

const articles = new Set(["un", "una"]);

/** Turns runs of number words into number tokens; a hyphen between them belongs to the run. */
function joinNumberWords(tokens: readonly DateToken[]): DateToken[] {
  const out: DateToken[] = [];
  for (let at = 0; at < tokens.length;) {
    const run: DateToken[] = [];
    const words: string[] = [];
    for (let i = at; i < tokens.length && words.length < 12; i++) {
      const token = tokens[i];
      if (token?.kind === "word") {
        run.push(token);
        words.push(token.word);
      } else if (!(token?.kind === "mark" && token.mark === "-" && words.length > 0)) break;
    }
    // "Nací un 25 de julio": an article, not the day.
    const found = words.length === 0 || articles.has(words[0] ?? "") ? undefined : numberAt(words, 0);
    const first = run[0];
    const last = found === undefined ? undefined : run[found.taken - 1];
    const token = tokens[at];
    if (found !== undefined && first !== undefined && last !== undefined) {
      const digits = found.value < 10 ? 1 : found.value < 100 ? 2 : found.value < 1000 ? 3 : 4;
      out.push({
        kind: "number",
        value: found.value,
        digits,
        apostrophe: false,
        ordinal: false,
        start: first.start,
        end: last.end,
      });
      while (at < tokens.length && (tokens[at]?.start ?? 0) < last.end) at += 1;
    } else {
      if (token !== undefined) out.push(token);
      at += 1;
    }
  }
  return out;
}
