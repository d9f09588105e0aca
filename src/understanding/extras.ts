/**
 * What else a message holds: case numbers, birth dates, names, years, places. Read narrowly, since none
 * of it was asked for, and taken out of the text so that the rest can be read as the answer.
 */
import type { PersonName, YearRange } from "../matching/types.ts";
import { findCaseNumbers, type FoundCaseNumber } from "./caseNumbers.ts";
import { givenNames } from "./data/givenNames.ts";
import { monthOf } from "./data/months.ts";
import { dateTokens } from "./dateTokens.ts";
import { type DayOrder, findDates, mayHoldDate } from "./dates.ts";
import { detectLocale } from "./detectLocale.ts";
import { readPlace } from "./questions/place.ts";
import { readNames } from "./names.ts";
import { isKnownName } from "./nameWords.ts";
import { foldInPlace, plain, readable } from "./text.ts";
import type { QuestionId, ReadingContext } from "./types.ts";
import { readYears } from "./years.ts";

const youngest = 10;
const oldest = 110;
/** Nobody on the lists was born later: the lists end in November 2016. */
const lastBirthYear = 2004;

/** A word about the case; "on the case" and "en el caso" only say where a name or a date is written. */
const caseCue =
  /\b(?<!\b(?:(?:on|in) (?:the|my|his|her|their) |en (?:el|mi|su) ))(?:arrest\w*|convict\w*|court|courtdate|case|sentenc\w*|charged?|charges|plead|pled|pleaded|guilty|dismiss\w*|dropped|ticket|cited|busted|caught|offense|violation|incident|happened|probation|parole|released|corte|caso|condena\w*|agarraron|detuvieron|detenid\w*|culpable|multa|juicio|paso|soltaron|sentencia|fecha del caso|expir\w*|issued|died|murio|fallecio|passed away|casad\w*|married|divorced|moved|came here|got out|appointment|hearing|graduated|hired|cita|sali|llegue|me mude|deported|deportaron)\b/g;
const birthCue =
  /\b(?:born|birth\w*|bday|b day|bithday|brithday|dob|d\.? ?o\.? ?b|na[cs]i|na[cs]io|nacid[oa]|nacimiento|cumpl\w*|f\.? ?d\.? ?n|fdn)\b/g;

function lastIndexOf(text: string, pattern: RegExp): number {
  let last = -1;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) last = match.index;
  return last;
}

/** Age in whole years on a day; both YYYY-MM-DD. */
function ageOn(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** What takes back the date before it: "7/25/68 oops 7/26/68". */
const correction =
  /\b(?:oops|wait|i mean|i meant|correction|perdon|digo|mejor dicho|quise decir|quiero decir|actually|no no|my bad|me equivoque)\b/;
/** What denies the date after it. */
const denial =
  /(?:\bnot|\bisnt|\bwasnt|\bno es|\bno era|\by no|\binstead of|\ben vez de|[\s,]no)\s+(?:el |the |on )?$/;

/** "… was the arrest", "… fue cuando me agarraron": what is said of a date after it. */
function toldAfter(text: string): string {
  const clause = text.split(/[,.;\n]|\b(?:and|y|but|pero)\b/)[0] ?? "";
  return /^\s*(?:was|is|fue|es|era|when|cuando|thats|that is|that was)\b/.test(clause) ? clause : "";
}

/** "Arrested on my birthday 3/4/92" gives no birth year. */
const byBirthday =
  /\b(?:on|after|before|around|near|en|antes de|despues de|cerca de|para|dia de) (?:my|mi|his|her|su|the day of my) (?:\w+ )?(?:birthday|bday|b day|cumple\w*)\b/;

/** What was found, and the message without it. */
export interface Extras {
  caseNumbers: string[];
  /** Each date that may be one of birth, with its possible readings; empty readings are impossible dates. */
  births: { readings: string[]; cued: boolean; run: boolean }[];
  /** The year of a date that is the case's. */
  caseYear?: YearRange;
  /** The message with case numbers and dates blanked. */
  rest: string;
  /** `rest` folded with its positions, and as `plain` words. */
  restFolded: string;
  restWords: string;
  /** The message with case numbers and dates marked as birth dates blanked. */
  withoutBirths: string;
}

function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  if (spans.length === 0) return text;
  let out = text;
  for (const { start, end } of spans.toSorted((a, b) => b.start - a.start)) {
    out = `${out.slice(0, start)} , ${out.slice(end)}`;
  }
  return readable(out);
}

/** Covers spans with spaces, so that positions stay. */
function cover(text: string, spans: readonly { start: number; end: number }[]): string {
  let out = text;
  for (const { start, end } of spans) out = out.slice(0, start) + ";".repeat(end - start) + out.slice(end);
  return out;
}

/** How 03/04 is read: month first in English alone; a Spanish message in an English conversation is asked back. */
function dayOrder(text: string, context: ReadingContext): DayOrder {
  return context.locale === "en" && detectLocale(text) !== "es" ? "monthFirst" : "ask";
}

/** "BA203391 not BA203319" tells one number. */
function withoutDenied(numbers: FoundCaseNumber[], folded: string): FoundCaseNumber[] {
  if (numbers.length < 2) return numbers;
  const kept = numbers.filter(
    (found) => !denial.test(folded.slice(Math.max(0, found.start - 20), found.start)),
  );
  return kept.length === 0 ? numbers : kept;
}

/** Takes a message and its surroundings; gives the numbers and dates in it, and what is left. Never throws. */
export function findExtras(text: string, context: ReadingContext): Extras {
  const source = readable(text);
  const numbers = withoutDenied(findCaseNumbers(source), foldInPlace(source));
  const covered = cover(source, numbers);
  const folded = foldInPlace(covered);
  const dates = mayHoldDate(folded) ? findDates(covered, dayOrder(source, context)) : [];
  const births: Extras["births"] = [];
  const dateSpans: { start: number; end: number }[] = [];
  const birthSpans: { start: number; end: number }[] = [];
  let caseYear: YearRange | undefined;
  let from = 0;
  for (const [i, date] of dates.entries()) {
    const after = toldAfter(folded.slice(date.end, dates[i + 1]?.start));
    const before = `${folded.slice(from, date.start)}${after}`;
    const [birth, other] = [lastIndexOf(before, birthCue), lastIndexOf(before, caseCue)];
    from = date.end + after.length;
    if (birth > other && other >= 0 && byBirthday.test(before)) {
      dateSpans.push(date);
      births.push({ readings: [], cued: true, run: date.run });
      continue;
    }
    if (date.run && date.readings.length === 0) continue;
    if (!date.run || birth >= 0) dateSpans.push(date);
    if (other > birth) {
      const year = Number((date.readings[0] ?? "").slice(0, 4));
      if (year >= 1950 && year <= Number(context.today.slice(0, 4))) caseYear ??= { from: year, to: year };
      continue;
    }
    const readings = date.readings.filter((reading) => {
      const age = ageOn(reading, context.today);
      return reading <= context.today && age >= youngest && age <= oldest;
    });
    if (births.length > 0 && correction.test(before)) births.length = 0;
    // "Not 7/25/68 but 7/26/68", "3/4/70 no 3/5/70"
    if (denial.test(before) && dates.length > 1) continue;
    births.push({ readings, cued: birth >= 0, run: date.run });
    if (birth >= 0) birthSpans.push(date);
  }
  const spans = [...numbers, ...dateSpans];
  const rest = blank(source, spans);
  return {
    caseNumbers: [...new Set(numbers.map((found) => found.number))],
    births,
    ...(caseYear === undefined ? {} : { caseYear }),
    rest,
    restFolded: spans.length === 0 ? folded : foldInPlace(rest),
    restWords: plain(rest),
    withoutBirths: blank(source, [...numbers, ...birthSpans]),
  };
}

const alternative =
  /\b(?:or|o|u)\b(?: (?:maybe|perhaps|tal vez|a lo mejor|el|the|was it))*\s+'?(?:\d|((?:ene|feb|mar|abr|apr|may|jun|jul|ago|aug|sep|oct|nov|dic|dec)\w*)\b)/i;

/** "Either March 3 or , ": the "or" stands right before the date that was taken out. */
const orBeforeDate = /\b(?:or|o|u)\b(?: (?:maybe|perhaps|tal vez|a lo mejor|el|the|was it))*\s*,/;
const partOfDate = /\d|\b(?:ene|jan|feb|mar|abr|apr|may|jun|jul|ago|aug|sep|oct|nov|dic|dec)\w*/i;

/** "… or the 26th", "… o marzo"; "or Mary" names no other month. */
function hasAlternative(rest: string): boolean {
  if (orBeforeDate.test(rest) && partOfDate.test(rest)) return true;
  const found = alternative.exec(rest);
  return found !== null && (found[1] === undefined || monthOf(found[1].toLowerCase()) !== undefined);
}

/** "Between march 3 and , ": the same month with another day. */
function otherDay(rest: string, month: number, day: number): boolean {
  return dateTokens(rest).some((token, i, all) => {
    if (token.kind !== "month" || token.month !== month) return false;
    const beside = [all[i - 1], all[i - 2], all[i + 1]].flatMap((near) =>
      near?.kind === "number" && near.value <= 31 && near.digits <= 2 ? [near.value] : [],
    );
    return beside.length > 0 && !beside.includes(day);
  });
}

/**
 * What beside a date speaks against it. Takes the date and the rest of the message; gives the date with day
 * and month swapped where the month named beside it says so ("4/3/70 (march 4)"), an empty text where
 * another month or an alternative ("or 68") leaves it open, undefined where nothing does.
 */
export function doubtOf(date: string, rest: string): string | undefined {
  const [year, month, day] = date.split("-");
  const named = dateTokens(rest).flatMap((token, i, all) =>
    token.kind === "month" && (all[i + 1]?.kind === "number" || all[i - 1]?.kind === "number")
      ? [token.month]
      : [],
  );
  // "March 5 1970, not march 4" has no other day.
  const kept = rest.replace(/(?:\bnot|\binstead of|\ben vez de|[\s,]no)\s[^,;.\n]{1,25}/gi, " ");
  if (otherDay(kept, Number(month), Number(day))) return "";
  const stranger = named.find((found) => found !== Number(month));
  if (stranger !== undefined) return stranger === Number(day) ? `${year}-${day}-${month}` : "";
  return hasAlternative(rest) ? "" : undefined;
}

/** The one birth date a message states beyond doubt, or undefined. `runs`: digits run together count. */
export function certainBirth(extras: Extras, runs: boolean): string | undefined {
  const stated = extras.births.filter((birth) => runs || birth.cued || !birth.run);
  const readings = new Set(stated.flatMap((birth) => birth.readings));
  const [only] = readings;
  if (readings.size !== 1 || only === undefined || stated.some((birth) => birth.readings.length === 0))
    return undefined;
  if (doubtOf(only, extras.rest) !== undefined) return undefined;
  return Number(only.slice(0, 4)) <= lastBirthYear ? only : undefined;
}

/** After a whole birth date "it was in 2009" tells of something else. */
const itWas = /\b(?:it was|fue|eso fue)\b/;
const lifeYears =
  /\b(?:born|birth\w*|na[cs]i|na[cs]io|nacid[oa]|nacimiento|killed|murdered|mataron|overdosed|died|dead|murio|fallecio|passed|deceased|since i was|desde que naci|married|casad[oa]|deported|deportaron|came here|llegue|vine)\b[^,;.\n]{0,20}?(?:\d{2,4}|(?:\w+ )?\w+ (?:years?|yrs) ago|hace (?:\w+ ){1,3}anos?|last year|this year|(?:el )?ano pasado|este ano)(?:,? (?:y )?(?:no|not)\b[^,;.\n]{0,10}?\d{2,4})?/g;

/** Takes a message and gives it folded, without the years that tell of a life and not of a case ("born in 70"). */
export function withoutLifeYears(text: string): string {
  return foldInPlace(text).replace(lifeYears, " ");
}

/**
 * The year of the case, where the message marks one ("in 1992", "en el 92"). `ofCase`: only beside a word
 * about the case, since the years in an answer about birth are those of birth.
 */
export function markedYear(extras: Extras, today: string, ofCase: boolean): YearRange | undefined {
  if (extras.caseYear !== undefined) return extras.caseYear;
  const folded = extras.restFolded;
  if (ofCase && lastIndexOf(folded, caseCue) < 0 && !itWas.test(folded)) return undefined;
  return readYears(folded.replace(lifeYears, " "), today, "marked");
}

const strongIntroduction =
  /\b(?:m?e? ?(?:ll|y)amo|me llamaba|se (?:ll|y)ama|(?:used?|using|usaba|uso|use|us[eé]) (?:the name|el nombre)(?: de)?|(?:salgo|aparezco|aparece|sale|estoy|esta|puse|puso|pusieron) (?:como|a nombre de|bajo)|a nombre de|bajo el nombre(?: de)?|under the name(?: of)?|(?:try|check|look up|look under|search|pruebe|intente|busque|cheque|revise|trate)(?: (?:it )?(?:with|under|for|as|con|bajo|a|como))?(?: (?:the name|el nombre|my name|mi nombre)(?: de)?)?(?= (?!again|another|otr|new|it|the|el|la|my|mi|with|con|under|bajo|for|as|como|a)\S+ \S)|mi nombre(?: completo)? es|my (?:full )?name is|my names|my name's|se llama|his name is|her name is|name is|(?:the|el) (?:name|nombre) (?:is|was|should be|es|era|fue|debe ser)|nombre:|name:)\s*/;

/** What speaks for a name: a known given name, a known family name, capitals as names have. */
function evidence(names: readonly PersonName[]): { given: boolean; family: boolean; capitals: boolean } {
  const [first] = names;
  const known = (words: readonly string[] | undefined, set: (word: string) => boolean): boolean =>
    (words ?? []).some((word) => set(plain(word)));
  return {
    given: known(first?.given, (word) => givenNames.has(word)),
    family: known(first?.family, isKnownName),
    capitals: [...(first?.given ?? []), ...(first?.family ?? [])].every((word) => /^\p{Lu}/u.test(word)),
  };
}

/** Names in a message that was asked for something else: introduced in so many words, or plainly names. */
export function volunteeredNames(extras: Extras, spanish: boolean): PersonName[] | undefined {
  // "1 Maria Lopez": the choice before a name is none of it.
  const source = extras.rest.replace(/^(\s*[1-9][.)]?)(?=\s+\p{L})/u, (choice) => " ".repeat(choice.length));
  const intro = strongIntroduction.exec(extras.restFolded);
  if (intro !== null) {
    const tail =
      source
        .slice(intro.index + intro[0].length)
        .split(
          /[.;\n?!]|\s(?:y no|and not|not|no|instead of|en vez de)\s|,(?=\s*,)|,\s*(?=no\b|i\b|y\b|the\b|my\b|mi\b)|\b(?:but|pero|and i|and it|and the|y no|y mi|y fue|y el|and my|because|porque)\b/i,
        )[0] ?? "";
    const found = readNames(tail, spanish);
    if (found !== undefined) return found.names;
  }
  // Without a word known from names there is no evidence to find.
  if (!extras.restWords.split(" ").some(isKnownName)) return undefined;
  const found = readNames(source, spanish) ?? nameInClause(source, spanish);
  const [first] = found?.names ?? [];
  if (found === undefined || first === undefined) return undefined;
  // "Los Angeles" is where they live.
  if (readPlace("", plain([...first.given, ...first.family].join(" ")), true).length > 0) return undefined;
  const { given, family, capitals } = evidence(found.names);
  const dated = extras.births.length > 0 || extras.caseNumbers.length > 0;
  return (given && family) || (dated && (given || (family && capitals))) ? found.names : undefined;
}

const mostClauses = 24;

/** The clause of a message that is a name: "no, I don't have it. Maria Lopez". */
function nameInClause(text: string, spanish: boolean): ReturnType<typeof readNames> {
  for (const clause of text.split(/[.;!?\n]\s|,\s/, mostClauses)) {
    const found = readNames(clause, spanish);
    if (found === undefined) continue;
    const { given, family } = evidence(found.names);
    if (given && family) return found;
  }
  return undefined;
}

/** Questions whose answers hold no names, since their words (places, offences) look like them. */
export const namesVolunteered: ReadonlySet<QuestionId> = new Set<QuestionId>([
  "start",
  "forWhom",
  "caseNumber",
  "birthDate",
  "confirm",
  "anotherTry",
]);
