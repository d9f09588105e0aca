/**
 * Canonical strings of who a record is and what an asker guessed, to be keyed before they are kept.
 * Equal facts give equal strings, whatever the spelling, import or order.
 */
import { caseNumberKeys } from "./caseNumbers.ts";
import { swappedDate } from "./dates.ts";
import { nameForms } from "./nameForms.ts";
import { soundKey } from "./sound.ts";
import type { Asker, ListRecord } from "./types.ts";

/**
 * A record's canonical identity: case numbers, own name, birth date, and for records without a case number
 * the conviction date. Status and other names do not count, since later imports change them. Holds personal
 * data in clear: only ever a keyed hash of it may be stored.
 */
export function recordIdentity(record: ListRecord): string {
  const numbers = record.caseNumber === undefined ? [] : caseNumberKeys(record.caseNumber).sort();
  const forms = record.name === undefined ? undefined : nameForms(record.name);
  return JSON.stringify([
    numbers,
    forms === undefined ? [] : [forms.given, forms.family, forms.generation],
    record.birthDate ?? "",
    numbers.length === 0 ? (record.convictionDate ?? "") : "",
  ]);
}

/**
 * The birth date that was guessed; a date and its day/month-swapped twin are one guess, since either confirms
 * the other. Empty when none was given.
 */
export function askerDateTag(asker: Asker): string {
  const date = asker.birthDate ?? "";
  const swapped = swappedDate(date);
  return swapped !== undefined && swapped < date ? swapped : date;
}

/** The name that was guessed, by the sounds of its first given and family words, so that respelling is no new guess. */
export function askerNameTag(asker: Asker): string {
  const name = asker.names[0];
  if (name === undefined) return "";
  const forms = nameForms(name);
  return [forms.given[0], forms.family[0]]
    .map((token) => soundKey(token ?? ""))
    .sort()
    .join("-");
}
