/**
 * A phone number to call, in any form: US numbers with and without +1, Mexican ones, spelled in words, inside a
 * sentence. What counts as a number is Google's list of numbering plans, by libphonenumber-js; its full list, since
 * the short one knows neither premium lines nor which Mexican area codes exist.
 */
import { findPhoneNumbersInText, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { digitise } from "../numberWords.ts";
import { plain, readable } from "../text.ts";

/** E.164, and what to dial after it. */
export interface PhoneAnswer {
  number: string;
  extension?: string;
}

/** What ten digits alone may be: dialled from the United States without a country's code and at no other price. */
const domestic: ReadonlySet<string> = new Set(["US", "PR", "VI", "GU", "AS", "MP", "CA"]);

/** Mexico's three largest cities write two digits, four and four; a US number is never grouped so. */
const mexicanGroups = /(?<!\d)(?:55|56|33|81)[ .-]\d{4}[ .-]\d{4}(?!\d)/;
/** The 1 after Mexico's code and the 044 or 045 before a mobile number, both gone since 2019 and still written. */
const oldMexican = [
  [/(?<!\d)((?:\+|00|011 ?)?52[ .-]?)1[ .-]?(?=\(?\d{2,3}\)?[ .-]?\d{3,4}[ .-]?\d{4}(?!\d))/g, "$1"],
  [/(?<!\d)04[45][ .-]?(?=\d{2,3}[ .-]?\d{3,4}[ .-]?\d{4}(?!\d))/g, "+52 "],
  [/(?<![\d+])(?:00 ?)?(?=52[ .-]?\d{2,3}[ .-]?\d{3,4}[ .-]?\d{4}(?!\d))/g, "+"],
] as const;

const candidate = /(?:\+ ?)?\(?\d[\d\s().\-/]{6,}\d/g;

/**
 * Reads a phone number out of a message; of several, the first.
 * @returns undefined where there is none that can be called: too short, no such area code, or a premium line.
 */
export function readPhone(text: string): PhoneAnswer | undefined {
  const typed = readable(text);
  return phoneIn(typed) ?? phoneIn(spokenDigits(plain(text)));
}

/** A number as people write it: "(213) 555-0142", "+52 664 123 4567". Takes E.164. */
export function showPhone({ number, extension }: PhoneAnswer): string {
  const parsed = parsePhoneNumberFromString(number);
  const shown = parsed === undefined ? number : international(parsed);
  return extension === undefined ? shown : `${shown} x${extension}`;
}

function international(number: PhoneNumber): string {
  return number.countryCallingCode === "1" ? number.formatNational() : number.formatInternational();
}

function phoneIn(typed: string): PhoneAnswer | undefined {
  if (mexicanGroups.test(typed)) {
    const mexican = firstOf(typed, "MX");
    if (mexican) return mexican;
  }
  const text = oldMexican.reduce((changed, [from, to]) => changed.replace(from, to), typed);
  // A number that no US phone can have may be Mexican.
  return firstOf(text, "US") ?? firstOf(text, "MX");
}

function firstOf(text: string, country: "US" | "MX"): PhoneAnswer | undefined {
  for (const { number } of findPhoneNumbersInText(text, country)) {
    const answer = callable(number, text, country);
    if (answer) return answer;
  }
  // Digits set apart one by one are no number to the finder, and are one to the parser.
  for (const [digits] of text.matchAll(candidate)) {
    const number = parsePhoneNumberFromString(digits, country);
    const answer = number && callable(number, text, country);
    if (answer) return answer;
  }
  return undefined;
}

function callable(number: PhoneNumber, text: string, country: "US" | "MX"): PhoneAnswer | undefined {
  const type = number.getType();
  if (!number.isValid() || type === "PREMIUM_RATE" || type === "SHARED_COST") return undefined;
  const abroad = text.includes("+") || /(?<!\d)(?:00|011)/.test(text);
  const here = country === "MX" ? number.country === "MX" : domestic.has(number.country ?? "");
  if (!here && !abroad) return undefined;
  return { number: number.number, ...(number.ext === undefined ? {} : { extension: number.ext }) };
}

/** Number words as digits: "two one three, five fifty-five, oh one four two". Takes `plain` text. */
function spokenDigits(words: string): string {
  const out: string[] = [];
  for (const word of digitise(words).split(" ")) {
    const times = out.at(-1) === "double" || out.at(-1) === "doble" ? 2 : out.at(-1) === "triple" ? 3 : 1;
    if (times > 1 && /^\d$/.test(word)) out[out.length - 1] = word.repeat(times);
    else out.push(word === "oh" || word === "o" ? "0" : word);
  }
  return out.join(" ");
}
