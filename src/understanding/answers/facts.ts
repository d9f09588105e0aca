/**
 * The open questions: case number, name, birth date, about what year.
 */
import { anyCaseNumbers, joinSpelled, refusesCaseNumber } from "../caseNumbers.ts";
import { givenNames } from "../data/givenNames.ts";
import { doubtOf, type Extras } from "../extras.ts";
import { longestNames, readFamilyName, readNames } from "../names.ts";
import { isKnownName } from "../nameWords.ts";
import { readPlace } from "../questions/place.ts";
import { plain } from "../text.ts";
import type { Reading, ReadingContext } from "../types.ts";
import { readYears } from "../years.ts";
import { alsoAnswered, caseNumberValue, nameValue, withAlso } from "./also.ts";

/** Words a further number may be tied to the first by; anything else makes it talk. */
const onlyNumbers =
  /^(?:[^a-z]*|(?:and|y|or|o|also|tambien|case|caso|no|number|numero|the|el|other|otro|my|mi|is|es|1|2)\b| )*(?:[a-z]{0,3}[ -]?\d[\d a-z-]*)?$/i;

/** Numbers in the order in which they stand in the message. */
function asTyped(numbers: readonly string[], words: string): string[] {
  const glued = words.replaceAll(" ", "").toUpperCase();
  return numbers.toSorted((a, b) => glued.indexOf(a) - glued.indexOf(b));
}

/** A number of any format, or that there is none. Names and dates are never numbers. */
export function readCaseNumber(words: string, extras: Extras, context: ReadingContext): Reading {
  const also = alsoAnswered("caseNumber", extras, context);
  const loose = anyCaseNumbers(joinSpelled(extras.rest));
  if (extras.caseNumbers.length > 0) {
    const further = onlyNumbers.test(plain(extras.rest)) ? loose : [];
    const numbers = asTyped([...new Set([...extras.caseNumbers, ...further])], words);
    return withAlso({ kind: "value", value: caseNumberValue(numbers) }, also);
  }
  if (refusesCaseNumber(words) || refusesCaseNumber(plain(extras.rest.split(/[,.;]/)[0] ?? ""))) {
    return withAlso({ kind: "value", value: { none: true } }, also);
  }
  if (loose.length > 0 && also.name === undefined) {
    return withAlso({ kind: "value", value: caseNumberValue(loose) }, also);
  }
  return withAlso({ kind: "unknown" }, also);
}

/** One name or several; where the question asks the family name alone, choices hold "family". */
export function readName(extras: Extras, context: ReadingContext): Reading {
  const also = alsoAnswered("name", extras, context);
  // Long beyond any list of names, even with dates and numbers between them.
  if (extras.rest.length > 2 * longestNames) return withAlso({ kind: "unknown" }, also);
  const text = withoutYears(withoutRuns(extras), context.today);
  const spanish = context.locale === "es";
  const names = context.choices?.includes("family")
    ? readFamilyName(text)
    : (readNames(withoutPlace(text), spanish) ?? readNames(text.replace(afterName, ""), spanish))?.names;
  if (names === undefined) return withAlso({ kind: "unknown" }, also);
  return withAlso({ kind: "value", value: nameValue(names) }, also);
}

/** "Ana Ruiz from East LA", "Ana Ruiz, Compton": the message without a place after the name. */
function withoutPlace(text: string): string {
  const found =
    /^(.*\S\s+\S*[^\s,])(\s+(?:from|in|at|de|en|of)\s+|\s*,\s*(?:(?:from|in|at|de|en|of)\s+)?)(\S.*?)[\s.!]*$/is.exec(
      text,
    );
  const words = plain(found?.[3] ?? "");
  // "Ruiz de León" is a name; after a comma or "from" a place is one.
  const every = words.split(" ");
  const isName =
    every.some((word) => givenNames.has(word)) ||
    (/^\s*(?:de|in|at|en|of)\s*$/i.test(found?.[2] ?? "") && every.some(isKnownName));
  if (found === null || isName) return text;
  return readPlace("", words, true).length > 0 ? (found[1] ?? text) : text;
}

/** What follows a name and is none: "… born in Zacatecas", "… case in Pomona". */
const afterName =
  /(?<=\S\s+\S+)[\s,.]+(?:born|nac[ií]|nacid[oa]|dob|fecha de nacimiento|birth\w*|cumplea\w+|case|caso|convicted|arrested|arrestad\w+|mi caso|my case)\b.*$/is;

const aboutTime =
  /\d|\b(?:(?:twen|thir|fif|six|seven|eigh|nine?)ties|ninet[iy]\w*|ago|hace|cincuentas?|sesentas?|setentas?|ochentas?|noventas?)\b/i;

/** The message without the pieces between commas that tell a year: "…, early 90s", "…, como en los noventa". */
function withoutYears(text: string, today: string): string {
  if (!aboutTime.test(text)) return text;
  return text
    .split(/([,;\n]+)/)
    .filter((piece) => !aboutTime.test(piece) || readYears(piece, today, "answer") === undefined)
    .join("");
}

/** A day and a month without a year say nothing of a name. */
const months =
  "(?:ene(?:ro)?|jan(?:uary)?|feb(?:rero|ruary)?|mar(?:zo|ch)?|abr(?:il)?|apr(?:il)?|may(?:o)?|june?|junio|july?|julio|ago(?:sto)?|aug(?:ust)?|sept?(?:iembre|ember)?|oct(?:ubre|ober)?|nov(?:iembre|ember)?|dic(?:iembre)?|dec(?:ember)?)";
const dayAndMonth = new RegExp(
  `(?<![\\w])(?:\\d{1,2}(?:st|nd|rd|th)? (?:de |of )?${months}|${months} \\d{1,2}(?:st|nd|rd|th)?)(?![\\w])`,
  "gi",
);

/** The message without digits run together that were read as a birth date, and without a marked year. */
function withoutRuns(extras: Extras): string {
  return (
    extras.rest
      .replace(/(?<!\d)\d{8}(?!\d)/g, " , ")
      .replace(dayAndMonth, " , ")
      .replace(/[,\s]+\d{1,3} ?(?:años|anos|years?(?: old)?|yrs?(?: old)?|yo)\b/gi, " , ")
      .replace(/\([^()]*\d[^()]*\)/g, " ")
      .replace(
        /(?:,?\s*\b(?:in|en el|en|from|del|case|caso|year|año|ano|about|como en el)\b)+\s*'?\d{2}(?:\d{2})?s?(?!\d)/gi,
        " , ",
      )
      .replace(/[,\s]+(?:19|20)\d{2}\s*$/, "")
      // A phone number or another number nobody asked for.
      .replace(/[\s,]+\(?\d(?:[\s().-]{0,2}\d){6,}[\s.]*$/, "")
  );
}

/** A day, month and year beyond doubt; several readings are asked back; anything less is unknown. */
export function readBirthDate(extras: Extras, context: ReadingContext): Reading {
  const also = alsoAnswered("birthDate", extras, context);
  const written = extras.births.filter((birth) => !birth.run || birth.cued);
  const births = written.length > 0 ? written : extras.births;
  const readings = [...new Set(births.flatMap((birth) => birth.readings))];
  const [only] = readings;
  if (only === undefined || births.some((birth) => birth.readings.length === 0) || readings.length > 4) {
    return withAlso({ kind: "unknown" }, also);
  }
  if (readings.length > 1) return withAlso({ kind: "ambiguous", options: readings }, also);
  const doubt = doubtOf(only, extras.rest);
  if (doubt !== undefined) {
    return withAlso(doubt === "" ? { kind: "unknown" } : { kind: "ambiguous", options: [only, doubt] }, also);
  }
  return withAlso({ kind: "value", value: only }, also);
}

/** A year, a range or a decade; a full date counts by its year unless it is marked as the birth date. */
export function readYear(extras: Extras, context: ReadingContext): Reading {
  const also = alsoAnswered("year", extras, context);
  const born = /\b(?:i was born|born|nac[ií]|nacimiento|dob|birthday)\b[^,;.\n]*/gi;
  const years = readYears(extras.withoutBirths.replace(born, " , "), context.today, "answer");
  if (years === undefined) return withAlso({ kind: "unknown" }, also);
  return withAlso({ kind: "value", value: { from: years.from, to: years.to } }, also);
}
