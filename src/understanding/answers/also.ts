/**
 * Further answers in a message, by question id, as far as they are beyond doubt. Never agreement.
 */
import { givenNames } from "../data/givenNames.ts";
import {
  certainBirth,
  type Extras,
  markedYear,
  namesVolunteered,
  volunteeredNames,
  withoutLifeYears,
} from "../extras.ts";
import { detectLocale } from "../detectLocale.ts";
import { readDisposition } from "../questions/disposition.ts";
import { readOffense } from "../questions/offense.ts";
import { readForWhom } from "../questions/people.ts";
import { readPlace } from "../questions/place.ts";
import { isKnownName } from "../nameWords.ts";
import type { YearRange } from "../../matching/types.ts";
import { readYears } from "../years.ts";
import { clauses, plain } from "../text.ts";
import type { Json, QuestionId, Reading, ReadingContext } from "../types.ts";

export type Also = Partial<Record<QuestionId, Json>>;

/** Several case numbers, or the one. Takes at least one. */
export function caseNumberValue(numbers: readonly string[]): Json {
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined ? { number: only } : { numbers: [...numbers] };
}

/** A name as a JSON value. */
export function nameValue(names: readonly { given: string[]; family: string[]; suffix?: string }[]): Json {
  return names.map((name) => ({ ...name }));
}

const placeCue =
  /\b(?:in|en|at|(?:case|caso|ticket|arrest|it) (?:was |is |fue |es )?(?:from|de|out of)|court(?:house)? (?:from|of|out of)) (?=((?:[a-z]+ ?){1,5}))/g;
const placesVolunteered: ReadonlySet<QuestionId> = new Set<QuestionId>([
  "start",
  "caseNumber",
  "year",
  "offense",
  "disposition",
]);

/** Where a year standing alone between commas can only be the case's: "Pomona, 1992". */
const yearsBare: ReadonlySet<QuestionId> = new Set<QuestionId>(["place", "offense", "disposition"]);

/** "It was in East Los Angeles"; a longer clause is a story in which a place stands. */
const longestPlaceClause = 6;
const aYear = /\b(?:19|20)\d{2}\b/;

/** "Pomona 1992", "1988 Compton": a place with a year and nothing else is where and when the case was. */
function yearBesidePlace(extras: Extras, today: string): YearRange | undefined {
  const clause = clauses(withoutLifeYears(extras.rest)).find((part) => {
    const place = part
      .replace(aYear, "")
      .replace(/^(?:in|en|at) /, "")
      .trim()
      .split(/ +/);
    return (
      aYear.test(part) &&
      place.length <= longestPlaceClause &&
      !place.some((word) => givenNames.has(word)) &&
      readPlace("", place.join(" "), true).length > 0
    );
  });
  return clause === undefined ? undefined : readYears(clause, today, "answer");
}

function bareYear(extras: Extras, today: string): YearRange | undefined {
  const clause = clauses(extras.rest).find((part) =>
    /^(?:(?:about|around|like|como|in|en|el|the|year|ano) )*(?:19|20)\d{2}$/.test(part),
  );
  return clause === undefined ? undefined : readYears(clause, today, "answer");
}

/** Where a place is told only beside the case, since people also say where they were born. */
const placesOfCase: ReadonlySet<QuestionId> = new Set<QuestionId>(["forWhom", "name", "birthDate"]);
const toldOfCase =
  /\b(?:case|caso|arrest\w*|court|corte|charged|convicted|busted|caught|me agarraron|detuvieron)\b/;

/** What is said of the case, from its word on. */
function ofTheCase(extras: Extras): Extras {
  const rest = extras.rest.slice(Math.max(0, extras.restFolded.search(toldOfCase)));
  return { ...extras, rest, restWords: plain(rest) };
}

/** Where "no number" can only mean the case number. */
const numbersVolunteered: ReadonlySet<QuestionId> = new Set<QuestionId>([
  "start",
  "forWhom",
  "name",
  "birthDate",
]);

/** A place named after a preposition or as a clause of its own, if it is one and certain. */
function volunteeredPlace({ rest, restWords: words }: Extras, namesAsked: boolean): string | undefined {
  const places = new Set<string>();
  for (const clause of clauses(rest)) {
    if (namesAsked && isKnownName(clause)) continue;
    const named = clause.replace(aYear, "").trim();
    if (named.split(" ").length > longestPlaceClause) continue;
    for (const place of readPlace("", named, true)) places.add(place);
  }
  for (const match of words.matchAll(placeCue)) {
    const named = (match[1] ?? "").trim().split(" ").slice(0, 4);
    for (let length = named.length; length > 0; length--) {
      const found = readPlace("", named.slice(0, length).join(" "), true);
      if (found.length === 0) continue;
      for (const place of found) places.add(place);
      break;
    }
  }
  const [only] = places;
  return places.size === 1 ? only : undefined;
}

const offensesVolunteered: ReadonlySet<QuestionId> = new Set<QuestionId>([
  "start",
  "place",
  "year",
  "disposition",
]);
const offenseCue =
  /\b(?:for|por|charged with|convicted of|guilty (?:to|of)|culpable de|acusad[oa] de) ((?:simple |la |una |unlawful )?(?:pos+es+\w*|sell\w*|sales?|grow\w*|having|holding|carrying|smoking|cultiv\w*|vend\w*|venta|sembr\w*|traer\w*|tener\w*|cargar\w*|portar\w*|fumar\w*|llevar\w*|transport\w*|traffick\w*)(?: \w+){0,5})/;

/** "Busted with weed", "me agarraron … con mota": found with it. */
const foundWith =
  /\b(?:caught|busted|arrested|picked up|popped|got me|found me|agarraron|pescaron|cacharon|detuvieron|arrestaron|agarro|detuvo)\b(?: \w+){0,5} (?:with|con) ((?:\w+ ?){1,5})/;

/** A clause that is an offence and nothing else: "Compton, selling, 1988". */
function aloneOf(rest: string): RegExpExecArray | null {
  for (const clause of clauses(rest)) {
    const found =
      /^()((?:simple )?(?:selling|sales|possession|growing|cultivation|transporting|venta|posesion|cultivo|transportacion)(?: (?:of )?(?:weed|pot|marijuana|mota|marihuana|it))?)$/.exec(
        clause,
      );
    if (found !== null) return [found[0], found[2]] as unknown as RegExpExecArray;
  }
  return null;
}

/** An offence told in so many words: a section number, "for selling …", "caught with …". */
function volunteeredOffense({ rest, restWords: words }: Extras): string | undefined {
  const section = /\b11[35]\d\d(?:\.\d)?\b/.test(rest) ? readOffense(rest, "") : [];
  const told = offenseCue.exec(words) ?? foundWith.exec(words) ?? aloneOf(rest);
  const said = section.length > 0 ? section : told === null ? [] : readOffense("", told[1] ?? "");
  return said.length === 1 ? said[0] : undefined;
}

const dispositionsVolunteered: ReadonlySet<QuestionId> = new Set<QuestionId>([
  "start",
  "place",
  "year",
  "offense",
]);
const dispositionCue =
  /\b(?:(?:i |we )?(?:pled|plead|pleaded) (?:guilty|no contest|nolo)|(?:charges|case|it) (?:was|were|got) (?:dropped|dismissed|thrown out)|(?:they|judge|da) dropped (?:it|the case|the charges|everything)|(?:still|currently) on (?:probation|parole)|(?:me|se) declar[eo] (?:culpable|no contest)|(?:me dieron|they gave me|gave me|got) (?:\d+ )?(?:\w+ )?(?:de )?(?:probation|probatoria|provacion|libertad condicional)|pague (?:la |una )?multa|paid (?:a |the )?fine|(?:quitaron|retiraron|tumbaron) (?:los )?cargos|(?:sigo|todavia estoy|aun estoy) en (?:probation|probatoria|libertad condicional|parole))\b/;

/** How the case ended, told in so many words. */
function volunteeredDisposition(words: string): string | undefined {
  const told = dispositionCue.exec(words);
  const said = told === null ? [] : readDisposition(told[0]);
  return said.length === 1 ? said[0] : undefined;
}

/** "No case number", "no tengo número": told where it was not asked. */
const noNumber =
  /\b(?:no|without(?: a| the)?|sin|dont (?:have|know) (?:a|the|my|any)|(?:do not|didnt) have (?:a|the)|no (?:tengo|traigo|se|hay) (?:el |mi |un |ningun )?|lost (?:the|my)) ?(?:case (?:number|num|no)|number|numero(?: de(?:l)? caso)?|num)\b(?! (?:is|es|[a-z]?\d))/;

/** For whom, told in so many words before it was asked; being asked again settles what it permits. */
function volunteeredFor(text: string): string | undefined {
  const said = new Set(
    clauses(text)
      .filter((clause) => forWhomCue.test(clause))
      .flatMap((clause) => readForWhom(clause)),
  );
  const [only] = said;
  return said.size === 1 ? only : undefined;
}
const forWhomCue =
  /\b(?:for|4|para|pa|helping|behalf of|de parte de|ayud\w+ a|en nombre de) (?:me|myself|mi|mis|(?:my|mi|a|an|un|una) (?:\w+ )?(?:friend|client|relative|family|buddy|homie|cousin|person|lady|guy|man|woman|neighbor|amig[oa]|client[ea]|familiar|senora?|vecin[oa]|persona|brother|sister|mom|mother|dad|father|son|daughter|husband|wife|uncle|aunt|grandma|grandpa|hermano|hermana|mama|papa|hijo|hija|esposo|esposa|tio|tia|abuelo|abuela|primo|prima|novio|novia)|someone|somebody|alguien|him|her|them|otra persona|el|ella)\b(?! (?:job|work|record|trabajo))|^(?:its|it is|es|this is|the case is|el caso es) (?:me|mine|my own|mio|mi caso|my case|de mi \w+|my \w+s)\b/;

/** Takes the question that stands and what was found; gives the answers to other questions. */
export function alsoAnswered(question: QuestionId, extras: Extras, context: ReadingContext): Also {
  const also: Also = {};
  if (question !== "caseNumber" && extras.caseNumbers.length > 0)
    also.caseNumber = caseNumberValue(extras.caseNumbers);
  else if (numbersVolunteered.has(question) && clauses(extras.rest).some((clause) => noNumber.test(clause)))
    also.caseNumber = { none: true };
  if (question === "start") {
    const whom = volunteeredFor(extras.rest);
    if (whom !== undefined) also.forWhom = whom;
  }
  if (question !== "birthDate") {
    const birth = certainBirth(question === "year" ? cuedOnly(extras) : extras, question === "name");
    if (birth !== undefined) also.birthDate = birth;
  }
  if (question !== "year") {
    const year =
      markedYear(extras, context.today, question === "birthDate") ??
      (yearsBare.has(question) ? bareYear(extras, context.today) : undefined) ??
      (question === "birthDate" ? undefined : yearBesidePlace(extras, context.today));
    if (year !== undefined) also.year = { from: year.from, to: year.to };
  }
  if (namesVolunteered.has(question)) {
    const names = volunteeredNames(extras, context.locale === "es");
    if (names !== undefined) also.name = nameValue(names);
  }
  if (
    placesVolunteered.has(question) ||
    (placesOfCase.has(question) && (toldOfCase.test(extras.restWords) || also.year !== undefined))
  ) {
    const place = volunteeredPlace(
      placesVolunteered.has(question) ? extras : ofTheCase(extras),
      namesVolunteered.has(question) || question === "name",
    );
    if (place !== undefined) also.place = place;
  }
  if (offensesVolunteered.has(question)) {
    const offense = volunteeredOffense(extras);
    if (offense !== undefined) also.offense = offense;
  }
  if (dispositionsVolunteered.has(question)) {
    const disposition = volunteeredDisposition(extras.restWords);
    if (disposition !== undefined) also.disposition = disposition;
  }
  return also;
}

/** At the year question a bare date is the case's; one marked as a birth date is not. */
function cuedOnly(extras: Extras): Extras {
  return { ...extras, births: extras.births.filter((birth) => birth.cued) };
}

/** Adds further answers to a reading, if there are any. */
export function withAlso(reading: Reading, also: Also): Reading {
  return Object.keys(also).length === 0 ? reading : { ...reading, also };
}

/** The language of a message, for a bilingual greeting; falls back to none. */
export function languageOf(text: string): "english" | "spanish" | undefined {
  const locale = detectLocale(text);
  if (locale === null) return undefined;
  return locale === "es" ? "spanish" : "english";
}
