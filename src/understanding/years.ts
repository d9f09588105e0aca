/**
 * About what year: single years, ranges, decades and their parts, "thirty years ago", in both languages.
 * Gives one range that holds everything said; early is 0–3 of a decade, mid 4–6, late 7–9.
 */
import type { YearRange } from "../matching/types.ts";
import { repairDigits } from "./dateTokens.ts";
import { findDates, mayHoldDate } from "./dates.ts";
import { digitise } from "./numberWords.ts";
import { foldInPlace, plain } from "./text.ts";

/** The earliest year asked for; nothing on any list is older. */
export const firstYear = 1950;
/** "About thirty years ago" is off by this many years either way. */
const agoTolerance = 2;

const partWords: readonly (readonly [string, number, number])[] = [
  [
    "early|earlier|erly|beginning of|start of|first part of|principios? de|principios? del|inicios? de|inicios? del|comienzos? de|comienzos? del|empezando|a principios|al principio de|al inicio de|entrando",
    0,
    3,
  ],
  ["mid|middle|middle of|mediados de|mediados del|a mediados|mitad de|a la mitad de", 4, 6],
  [
    "late|later|latter|end of|ending of|fines de|fines del|finales de|finales del|final de|final del|fin de|a finales|a fines|terminando",
    7,
    9,
  ],
];
const article = "(?: (?:the|los|de los|anos|de|del|in|part of))*";
/** "early 1992" is that year; a decade ends in 0 and says so by its s, its article or its two digits. */
const partPatterns = partWords.map(([words, first, last]) => ({
  pattern: new RegExp(`\\b(?:${words})${article} '?(\\d{4} ?s|\\d0 ?s?|los \\d{4})\\b`, "g"),
  first,
  last,
}));
const vague = "(?: (?:y )?(?:something|somethin|sumthing|sumthin|odd|tantos|tanto|pico|algo))";
const decadeWord = "(?:decade of the|decada de los|decada de|decada del|the|los|anos)";
const wholeDecade = new RegExp(
  `\\b(?:(\\d{4}|\\d{2}) ?s\\b|${decadeWord} (\\d0|\\d{3}0)(?! ?(?:years|anos))\\b|(\\d0)${vague})`,
  "g",
);

/** Two digits as a year of court: 50–99 are 19xx, 00 to this year 20xx. */
function shortYear(value: number, thisYear: number): number | undefined {
  if (value >= 50) return 1900 + value;
  return 2000 + value <= thisYear ? 2000 + value : undefined;
}

function decadeStart(digits: string, thisYear: number): number | undefined {
  const value = Number(digits);
  if (value % 10 !== 0) return undefined;
  return digits.length === 4 ? value : shortYear(value, thisYear);
}

/** Everything found so far, and the text with it taken out. */
interface Search {
  rest: string;
  ranges: YearRange[];
  thisYear: number;
}

/** Takes out each match of a pattern and keeps the range it means, if it means one. */
function take(
  search: Search,
  pattern: RegExp,
  read: (match: RegExpExecArray) => YearRange | undefined,
): void {
  search.rest = search.rest.replace(pattern, (...args: unknown[]) => {
    const groups = args
      .slice(0, -2)
      .map((arg) => (typeof arg === "string" ? arg : "")) as unknown as RegExpExecArray;
    const range = read(groups);
    if (range === undefined) return " ";
    search.ranges.push(range);
    return " ; ";
  });
}

/** "mid to late 90s" says both parts of one decade. */
const partsJoined =
  /\b(early|mid|late|principios|mediados|finales|fines)(?: de| del)? (?:to|or|and|a|o|y) (early|mid|late|principios|mediados|finales|fines)((?: (?:of|the|de|del|los|anos))* \d{2,4} ?s?)\b/g;

function takeDecades(search: Search): void {
  search.rest = search.rest.replace(partsJoined, (_all, first: string, second: string, decade: string) => {
    const de = /^[pmf]\w{4}/.test(first) && !decade.startsWith(" de") ? " de" : "";
    return `${first}${de}${decade} ${second}${de}${decade}`;
  });
  for (const { pattern, first, last } of partPatterns) {
    take(search, pattern, (m) => {
      const start = decadeStart((m[1] ?? "").replace(/\D/g, ""), search.thisYear);
      return start === undefined ? undefined : { from: start + first, to: start + last };
    });
  }
  take(search, wholeDecade, (m) => {
    const start = decadeStart(m[1] || m[2] || m[3] || "", search.thisYear);
    return start === undefined ? undefined : { from: start, to: start + 9 };
  });
}

const count = "(\\d{1,2})(?:(?: (?:o|or|a|to|y|and))? (\\d{1,2}))?";
const roundAbout =
  "(?:como|unos|unas|mas o menos|mas de|casi|ya|aproximadamente|cerca de|about|like|over|almost|around|more than|some)";
const agoPatterns = [
  new RegExp(`\\b${count} ?(?:plus )?(?:years?|yrs?|anos?)(?: or so)?(?: o asi)? (?:ago|back|atras)\\b`, "g"),
  new RegExp(`\\b(?:hace|ase|tiene|hara|van|va para|been)(?: ${roundAbout})* ${count} anos?\\b`, "g"),
  new RegExp(`\\bbeen(?: ${roundAbout})* ${count} (?:years?|yrs?)\\b`, "g"),
];

/** "treinta y tantos años", "thirty something years": anywhere in that ten. */
const tensAgo =
  /\b(?:(?:hace|ase|tiene|hara) (?:(?:como|unos|unas|ya|mas de) )*(\d0) (?:y )?(?:tantos|tanto|pico|algo) (?:de )?anos?|(\d0) (?:something|somethin|odd|some) (?:years?|yrs?)(?: ago| back))\b/g;

function takeAgo(search: Search): void {
  const { thisYear } = search;
  take(search, tensAgo, (m) => {
    const tens = Number(m[1] || m[2]);
    return { from: thisYear - tens - 9, to: thisYear - tens };
  });
  for (const pattern of agoPatterns) {
    take(search, pattern, (m) => {
      const [a, b] = [Number(m[1]), Number(m[2] || m[1])];
      const to = thisYear - Math.min(a, b) + agoTolerance;
      return { from: thisYear - Math.max(a, b) - agoTolerance, to: Math.min(thisYear, to) };
    });
  }
  take(search, /\b(?:last year|el ano pasado)\b/g, () => ({ from: thisYear - 1, to: thisYear - 1 }));
  take(search, /\b(?:this year|este ano)\b/g, () => ({ from: thisYear, to: thisYear }));
}

const notAYear =
  /\b\d+(?:st|nd|rd|th)?(?: ?(?:years? old|yrs? old|yo|anos de edad|meses|mes|months?|days?|dias?|weeks?|semanas?|grams?|gramos?|g|oz|ounces?|onzas?|lbs?|pounds?|libras?|plants?|matas?|plantas?|joints?|toques?|years?|yrs?|anos?|am|pm|times|veces|street|st|calle))\b/g;
const anAge =
  /\b(?:i was|im|i am|when i was|was only|tenia|tengo|tenia como|edad|age|aged|turned|cumpli)(?: (?:about|like|como|unos|only))? \d{1,2}\b(?! ?s)/g;
const shortCue =
  "(?:in|en el|en|el|del|de el|from|around|about|circa|back in|como en el|como|since|por el|por ahi del|alla por el|was|fue|say|maybe|or|o|y|and|to|al|a|between|entre|entre el|through|thru|summer of|spring of|fall of|winter of|ano|year|christmas|creo que|think|mid|early|late|principios del|mediados del|finales del|fines del)";

const shortYears = new RegExp(
  `^(\\d{2})(?= |$)|(?<=\\b${shortCue} )(\\d{2})(?!\\d)|(?<=; )(\\d{2})(?!\\d)`,
  "g",
);
const cue =
  "(?:in|en|en el|del|de|from|around|about|circa|approx|aprox|aproximadamente|approximately|back in|ano|year|fue en|por ahi del|como en el|como en)";
const cuedYears = new RegExp(`(?<=\\b${cue} )(\\d{4})(?!\\d)`, "g");

function takeSingles(search: Search, bare: boolean): void {
  const ok = (year: number | undefined): YearRange | undefined =>
    year === undefined ? undefined : { from: year, to: year };
  if (bare) {
    take(search, /(?<![\d])(\d{4})(?!\d)/g, (m) => ok(Number(m[1])));
    take(search, shortYears, (m) => ok(shortYear(Number(m[1] || m[2] || m[3]), search.thisYear)));
    take(search, /\b([5-9]\d)\b/g, (m) => ok(1900 + Number(m[1])));
    return;
  }
  take(
    search,
    /\b(?:case|caso|court|corte)(?: (?:was|fue|is|es|from|de|del|in|en|el|number|no))* (\d{4})(?!\d)/g,
    (m) => ok(Number(m[1])),
  );
  take(search, cuedYears, (m) => ok(Number(m[1])));
  take(
    search,
    /(?<=\b(?:en el|del|back in|in|year|ano|case from|caso del) )([5-9]\d)(?! ?\w*s\b)(?!\d)/g,
    (m) => ok(1900 + Number(m[1])),
  );
}

function within(range: YearRange, thisYear: number): YearRange | undefined {
  const clipped = { from: Math.max(range.from, firstYear), to: Math.min(range.to, thisYear) };
  return clipped.from <= clipped.to ? clipped : undefined;
}

/** "10/2009", "3/94": the month says nothing here. */
const monthAndYear = /(?<![\d/-])(?:0?[1-9]|1[0-2])[/-]((?:19|20)\d{2}|[5-9]\d)(?![\d/-])/g;

/** How a year may stand in the text: alone, as the answer to the year question, or only with words that mark it. */
export type YearStyle = "answer" | "marked";

/**
 * Reads about what year something was.
 * Takes the text, the local date YYYY-MM-DD and how freely bare numbers count; gives one range from 1950
 * to today, both years inclusive, or undefined. A full date counts by its year when it is the answer.
 */
export function readYears(text: string, today: string, style: YearStyle): YearRange | undefined {
  const thisYear = Number(today.slice(0, 4));
  const search: Search = {
    rest: digitise(
      plain(
        repairDigits(text)
          .replace(monthAndYear, " $1 ")
          .replace(/(?<=\d)\s?ish\b/gi, " ")
          .replace(/two thousands/gi, "2000s"),
      ),
    ),
    ranges: [],
    thisYear,
  };
  if (style === "answer") {
    const dates = mayHoldDate(foldInPlace(text))
      ? findDates(text, "monthFirst").filter((date) => !date.run)
      : [];
    for (const date of dates) {
      const year = Number((date.readings[0] ?? "").slice(0, 4));
      if (year > 0) search.ranges.push({ from: year, to: year });
    }
    if (search.ranges.length > 0) return hull(search.ranges, thisYear);
  }
  // No digits are left out: number words are digits by now.
  if (!/\d|\b(?:last year|ano pasado|this year|este ano)\b/.test(search.rest)) return undefined;
  takeAgo(search);
  if (style === "answer" || /\b(?:\d0 ?s|anos? \d0|los \d0)\b/.test(search.rest)) takeDecades(search);
  search.rest = search.rest.replace(anAge, " ").replace(notAYear, " ").replace(/ +/g, " ").trim();
  const open = style === "answer" ? takeOpen(search) : undefined;
  takeSingles(search, style === "answer");
  // "Before 2016, maybe 2011" is a guess at 2011.
  return hull(search.ranges, thisYear) ?? (open && within(open, thisYear));
}

const aYear = "(?: (?:the|el|de|del|de el|ano|que el))* (\\d{4}|\\d{2})\\b(?! ?s)";
const before = new RegExp(`\\b(?:before|prior to|antes)${aYear}`, "g");
const after = new RegExp(`\\b(?:after|despues)${aYear}`, "g");

/** "before 1990", "después del 95", or both at once: what is left between them, undefined for neither. */
function takeOpen(search: Search): YearRange | undefined {
  const open: Search = { ...search, ranges: [] };
  const year = (digits: string): number | undefined =>
    digits.length === 4 ? Number(digits) : shortYear(Number(digits), search.thisYear);
  take(open, before, (m) => {
    const to = year(m[1] ?? "");
    return to === undefined ? undefined : { from: firstYear, to: to - 1 };
  });
  take(open, after, (m) => {
    const from = year(m[1] ?? "");
    return from === undefined ? undefined : { from: from + 1, to: search.thisYear };
  });
  search.rest = open.rest;
  if (open.ranges.length === 0) return undefined;
  return {
    from: Math.max(...open.ranges.map((range) => range.from)),
    to: Math.min(...open.ranges.map((range) => range.to)),
  };
}

function hull(ranges: readonly YearRange[], thisYear: number): YearRange | undefined {
  const clipped = ranges.flatMap((range) => within(range, thisYear) ?? []);
  if (clipped.length === 0) return undefined;
  return {
    from: Math.min(...clipped.map((range) => range.from)),
    to: Math.max(...clipped.map((range) => range.to)),
  };
}
