/**
 * Full dates in free text, by a closed grammar of day, month and year. Two readings are both given, an
 * impossible date is given as none, and nothing ever rolls forward (30 February is no date).
 */
import { type DateToken, dateTokens } from "./dateTokens.ts";

/** One date as written: no reading (impossible), one, or several. */
export interface FoundDate {
  /** YYYY-MM-DD, distinct, the likelier first; empty when the numbers are no real date. */
  readings: string[];
  /** Where it stood in the text. */
  start: number;
  end: number;
  /** Written as one run of digits ("07251968"), so that it might be any other number. */
  run: boolean;
}

/** How days and months that are both below 13 are taken. */
export type DayOrder = "monthFirst" | "ask";

/** Two-digit years fall in 1920–2004; those between name no birth year. */
const firstShortYear = 20;
const lastShortYear = 4;

function fullYear(value: number, digits: number): number | undefined {
  if (digits === 4) return value >= 1900 && value <= 2099 ? value : undefined;
  if (digits !== 2) return undefined;
  if (value >= firstShortYear) return 1900 + value;
  return value <= lastShortYear ? 2000 + value : undefined;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/** The ISO form, or undefined when the calendar has no such day. */
function iso(year: number | undefined, month: number, day: number): string | undefined {
  if (year === undefined || month < 1 || month > 12 || day < 1) return undefined;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : undefined;
}

function distinct(readings: readonly (string | undefined)[]): string[] {
  return [...new Set(readings.filter((reading) => reading !== undefined))];
}

type NumberToken = Extract<DateToken, { kind: "number" }>;

function isNumber(token: DateToken | undefined): token is NumberToken {
  return token?.kind === "number";
}

/** Day and month as numbers with a year: by order where both could be either. */
function numericReadings(a: number, b: number, year: number | undefined, order: DayOrder): string[] {
  const monthFirst = iso(year, a, b);
  const dayFirst = iso(year, b, a);
  if (order === "monthFirst") return distinct([monthFirst ?? dayFirst]);
  return distinct([dayFirst, monthFirst]);
}

/** Digits run together, cut every way that is a date with a full year of four or, for six and fewer, two digits. */
function runReadings(digits: string, order: DayOrder): string[] {
  const yearDigits = digits.length >= 7 ? 4 : 2;
  const yearText = digits.slice(-yearDigits);
  const year = fullYear(Number(yearText), yearDigits);
  const head = digits.slice(0, -yearDigits);
  const isoFirst =
    digits.length === 8
      ? iso(fullYear(Number(digits.slice(0, 4)), 4), Number(digits.slice(4, 6)), Number(digits.slice(6)))
      : undefined;
  const readings: string[] = [];
  for (const cut of head.length === 4 ? [2] : head.length === 3 ? [1, 2] : []) {
    readings.push(...numericReadings(Number(head.slice(0, cut)), Number(head.slice(cut)), year, order));
  }
  return distinct([...readings, isoFirst]);
}

const dayMonthWords = new Set([
  "de",
  "del",
  "d",
  "of",
  "the",
  "el",
  "in",
  "en",
  "y",
  "a",
  "ano",
  "year",
  "on",
  "dia",
  "mes",
  "day",
  "month",
]);
const connectingMarks = new Set([
  ",",
  ".",
  "/",
  "-",
  "'",
  "\\",
  "_",
  "|",
  ":",
  "´",
  "~",
  "º",
  "°",
  "ª",
  "#",
  "\n",
]);
const tightMarks = new Set(["/", "-", ".", "\\"]);

/** The tokens that may stand inside a date, with the Spanish connector noted between them. */
interface Part {
  token: NumberToken | Extract<DateToken, { kind: "month" }>;
  /** "de" or "del" stood before it. */
  del: boolean;
  /** A slash, dash or dot joins it to the part before. */
  tight: boolean;
  /** A label stood before it: "dia 25", "mes 7", "year 1968". */
  label?: "day" | "month" | "year";
}

const labels: Readonly<Record<string, "day" | "month" | "year">> = {
  dia: "day",
  day: "day",
  mes: "month",
  month: "month",
  ano: "year",
  year: "year",
};

/** Cuts the tokens into stretches in which nothing stands between the parts of a date. */
function stretches(tokens: readonly DateToken[]): Part[][] {
  const all: Part[][] = [];
  let current: Part[] = [];
  let del = false;
  let tight = false;
  let label: Part["label"];
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "number" || token.kind === "month") {
      current.push(label === undefined ? { token, del, tight } : { token, del, tight, label });
      del = false;
      tight = false;
      label = undefined;
    } else if (token.kind === "word" && dayMonthWords.has(token.word)) {
      del ||= token.word === "de" || token.word === "del" || token.word === "d";
      label = labels[token.word] ?? label;
    } else if (token.kind === "mark" && connectingMarks.has(token.mark)) {
      // A dot before a space may end a sentence: "I am 41. 4/17/85".
      const loose = token.mark === "." && tokens[i + 1]?.start !== token.end;
      tight ||= tightMarks.has(token.mark) && !loose;
    } else {
      all.push(current);
      current = [];
      del = false;
      tight = false;
      label = undefined;
    }
  }
  all.push(current);
  return all.filter((stretch) => stretch.length > 0);
}

function numberOf(part: Part | undefined): NumberToken | undefined {
  return isNumber(part?.token) ? part.token : undefined;
}

/**
 * A month by name with a day and a year on either side, or undefined when the three are not that. `more`: another
 * number follows, so that two digits before the month need not be its year.
 */
function namedDate(parts: readonly [Part, Part, Part], more: boolean): string[] | undefined {
  const months = parts.flatMap((part) => (part.token.kind === "month" ? [part.token.month] : []));
  const month = months[0];
  if (months.length !== 1 || month === undefined) return undefined;
  const [a, b] = parts.flatMap((part) => (isNumber(part.token) ? [part.token] : []));
  if (a === undefined || b === undefined) return undefined;
  const shortYearFirst = parts[1].token.kind === "month" && a.digits === 2 && a.value > 31;
  // "92 july 25 68": which of the two is the year?
  if (shortYearFirst && more) return [];
  const yearFirst = a.digits === 4 || shortYearFirst;
  // "1 25 july" is a choice before a date, not a year after it.
  if (parts[2].token.kind === "month" && a.digits !== 4) return undefined;
  const [day, year] = yearFirst ? [b, a] : [a, b];
  if (day.digits > 2) return undefined;
  return distinct([iso(fullYear(year.value, year.digits), month, day.value)]);
}

/** "jul251968": day and year as one run after the month's name. */
function gluedToMonth(month: number, run: NumberToken | undefined): string[] | undefined {
  if (run === undefined || run.digits < 5 || run.digits > 6) return undefined;
  return distinct([iso(fullYear(run.value % 10000, 4), month, Math.floor(run.value / 10000))]);
}

/** "1 dec 31 1970": the two digits after the month are a day, since the year follows. */
function goesOn(parts: readonly Part[], at: number): boolean {
  const [third, fourth] = [numberOf(parts[at + 2]), numberOf(parts[at + 3])];
  return (
    parts[at + 1]?.token.kind === "month" && third !== undefined && third.value <= 31 && fourth?.digits === 4
  );
}

/** "1 july 25 68", "1990 march 4 1970": four parts that are a date from the first on and from the second on. */
function eitherEnd(parts: readonly Part[], at: number): string[] | undefined {
  const [first, month, third, fourth] = parts.slice(at, at + 4);
  const numbers = [first, third, fourth].map(numberOf);
  if (month?.token.kind !== "month" || numbers.some((number) => number === undefined)) return undefined;
  const [a, b, c] = numbers as [NumberToken, NumberToken, NumberToken];
  if (b.value > 31 || b.digits > 2 || (c.digits !== 2 && c.digits !== 4)) return undefined;
  if (a.digits !== 4 && c.digits === 4) return undefined;
  const number = month.token.month;
  return distinct([
    iso(fullYear(c.value, c.digits), number, b.value),
    a.digits === 4
      ? iso(fullYear(a.value, 4), number, b.value)
      : iso(fullYear(b.value, b.digits), number, a.value),
  ]);
}

/** Three numbers stand alone, or are tied to each other and not to their neighbours. */
function standsAlone(parts: readonly Part[], at: number): boolean {
  const [before, after] = [numberOf(parts[at - 1]), numberOf(parts[at + 3])];
  if (before === undefined && after === undefined) return true;
  const tied = parts[at + 1]?.tight === true && parts[at + 2]?.tight === true;
  return tied && parts[at]?.tight !== true && parts[at + 3]?.tight !== true;
}

function numericDate(parts: readonly [Part, Part, Part], order: DayOrder): string[] | undefined {
  const [a, b, c] = parts.map(numberOf);
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const labelled = (label: Part["label"]): NumberToken | undefined =>
    numberOf(parts.find((part) => part.label === label));
  const [day, month, year] = [labelled("day"), labelled("month"), labelled("year")];
  if (day !== undefined && month !== undefined) {
    const rest = year ?? [a, b, c].find((token) => token !== day && token !== month);
    return rest === undefined
      ? undefined
      : distinct([iso(fullYear(rest.value, rest.digits), month.value, day.value)]);
  }
  if (a.digits === 4 && b.digits <= 2 && c.digits <= 2) {
    const year = fullYear(a.value, 4);
    return distinct([iso(year, b.value, c.value) ?? iso(year, c.value, b.value)]);
  }
  if (a.digits > 2 || b.digits > 2 || c.digits === 1) return undefined;
  const yearOfC = fullYear(c.value, c.digits);
  // "25 del 7 del 68" is day before month in any hand.
  if (parts[1].del && parts[2].del)
    return distinct([iso(yearOfC, b.value, a.value) ?? iso(yearOfC, a.value, b.value)]);
  return numericReadings(a.value, b.value, yearOfC, order);
}

/** What every date holds: a digit, or the stem of a number word that can name its year. */
const dateHint =
  /\d|tw[ae]nt|thirt|fort|fourt|fift|sixt|sevent|eight|nin[et]|[vb]eint|trei?nt|[ck]uarent|[cs]in[ck]uent|[sc]e[sc]ent|[sc]etent|ochent|no[vb]ent|mil|thousand|nine?teen|die[cs]inueve/;

/** False when folded text can hold no date at all: nothing in it could be a year. */
export function mayHoldDate(folded: string): boolean {
  return dateHint.test(folded);
}

/**
 * Finds every full date in a message.
 * Takes the text (already `readable`) and how 03/04 is to be taken; gives the dates in their order, each
 * with its readings. Parts of a date (a year alone, a day and a month) are not dates and not given.
 */
export function findDates(text: string, order: DayOrder): FoundDate[] {
  const found: FoundDate[] = [];
  for (const parts of stretches(dateTokens(text))) {
    for (let at = 0; at < parts.length;) {
      const either = eitherEnd(parts, at);
      if (either !== undefined && either.length > 1) {
        const [start, end] = [parts[at]?.token.start ?? 0, parts[at + 3]?.token.end ?? 0];
        found.push({ readings: either, start, end, run: false });
        at += 4;
        continue;
      }
      const three = parts.slice(at, at + 3) as [Part, Part, Part];
      const readings =
        three.length === 3 && !goesOn(parts, at)
          ? (namedDate(three, numberOf(parts[at + 3]) !== undefined) ??
            (standsAlone(parts, at) ? numericDate(three, order) : undefined))
          : undefined;
      const [first, , third] = three;
      if (readings !== undefined && third !== undefined) {
        // "25-26 july 1968": a number tied to the day is another day.
        const isTied = first.tight && numberOf(parts[at - 1]) !== undefined;
        found.push({
          readings: isTied ? [] : readings,
          start: first.token.start,
          end: third.token.end,
          run: false,
        });
        at += 3;
        continue;
      }
      const glued =
        first.token.kind === "month" ? gluedToMonth(first.token.month, numberOf(parts[at + 1])) : undefined;
      if (glued !== undefined) {
        found.push({
          readings: glued,
          start: first.token.start,
          end: parts[at + 1]?.token.end ?? first.token.end,
          run: false,
        });
        at += 2;
        continue;
      }
      const single = numberOf(first);
      if (single !== undefined && single.digits >= 5 && single.digits <= 8 && !single.ordinal) {
        const digits = String(single.value).padStart(single.digits, "0");
        found.push({ readings: runReadings(digits, order), start: single.start, end: single.end, run: true });
      }
      at += 1;
    }
  }
  return found;
}
