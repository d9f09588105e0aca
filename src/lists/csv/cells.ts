/**
 * Cells of list files as values: text, dates, names, as clerks' offices and the state's research file write them.
 */
import type { PersonName } from "../../matching/types.ts";

/** What stands in cells that say nothing. Not in names: people are called Null and None. */
const nothing = new Set(["-", "--", "null", "n/a", "none", "unknown", "unk"]);

/** Tidy text, or undefined for a cell that says nothing. */
export function textCell(cell: string | undefined): string | undefined {
  const text = tidy(cell);
  return text === "" || nothing.has(text.toLowerCase()) ? undefined : text;
}

/** Several values in one cell, separated by semicolons. */
export function manyCell(cell: string | undefined): string[] {
  return (cell ?? "").split(";").flatMap((part) => textCell(part) ?? []);
}

/** Words of a name cell; a comma counts as a space. */
export function nameWords(cell: string | undefined): string[] {
  const text = tidy(cell?.replaceAll(",", " "));
  return text === "" || text === "-" ? [] : text.split(" ");
}

const suffixWord = /^(?:jr|sr|ii|iii|iv|2nd|3rd|4th)\.?$/i;

/**
 * A whole name: "LAST, FIRST MIDDLE SUFFIX" or, without a comma, "FIRST MIDDLE LAST".
 * @returns undefined for a cell without a letter.
 */
export function wholeName(cell: string | undefined): PersonName | undefined {
  const text = tidy(cell);
  if (!/\p{L}/u.test(text)) return undefined;
  const comma = text.indexOf(",");
  let family: string[];
  let given: string[];
  if (comma >= 0) {
    family = nameWords(text.slice(0, comma));
    given = nameWords(text.slice(comma + 1));
  } else {
    given = nameWords(text);
    const ends = given.length > 2 && suffixWord.test(given.at(-1) ?? "") ? 2 : 1;
    family = given.splice(Math.max(0, given.length - ends));
  }
  // After the given names, or, as some offices write it, before the comma: "LOPEZ JR, JUAN".
  const suffix = takeSuffix(given) ?? takeSuffix(family);
  return suffix === undefined ? { given, family } : { given, family, suffix };
}

/** A name from its parts; undefined when given and family names are both empty. */
export function partedName(
  first: string | undefined,
  middle: string | undefined,
  last: string | undefined,
  suffix: string | undefined,
): PersonName | undefined {
  const given = [...nameWords(first), ...nameWords(middle)];
  const family = nameWords(last);
  if (given.length === 0 && family.length === 0) return undefined;
  const ending = textCell(suffix) ?? takeSuffix(given) ?? takeSuffix(family);
  return ending === undefined ? { given, family } : { given, family, suffix: ending };
}

function takeSuffix(words: string[]): string | undefined {
  return words.length > 1 && suffixWord.test(words.at(-1) ?? "") ? words.pop() : undefined;
}

const dateForms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ].*)?$/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?: .*)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];

/**
 * A date as YYYY-MM-DD from YYYY-MM-DD, MM/DD/YYYY or YYYYMMDD (a time after it is ignored).
 * @param latest YYYY-MM-DD; a later date is impossible.
 * @returns undefined for an empty cell, null for one that is no date or none of these records (before 1850).
 */
export function dateCell(cell: string | undefined, latest: string): string | null | undefined {
  const text = textCell(cell);
  if (text === undefined || /^[0/-]+$/.test(text)) return undefined;
  for (const form of dateForms) {
    const parts = form.exec(text)?.groups;
    if (!parts) continue;
    const year = Number(parts["year"]);
    const month = Number(parts["month"]);
    const day = Number(parts["day"]);
    if (year < 1850 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
    const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    return date > latest ? null : date;
  }
  return null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Control characters other than tab and line ends: such a row is damaged. */
export function isDamaged(cell: string): boolean {
  // oxlint-disable-next-line no-control-regex -- it is control characters that are looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(cell);
}

function tidy(cell: string | undefined): string {
  return (cell ?? "").replace(/\s+/gu, " ").trim();
}
