/**
 * Why a person on the list was not confirmed: what lies in the record, what in the typing, what in the matcher.
 */
import { decide } from "../../src/matching/match.ts";
import type { Comparison } from "../../src/matching/match.ts";
import { compareDates } from "../../src/matching/dates.ts";
import type { Hit, Index } from "./lookup.ts";
import { operators } from "./corrupt.ts";
import type { Query } from "./population.ts";

export const causes = [
  "record: no birth date",
  "record: birth date wrong",
  "record: another surname",
  "asker: birth date wrong or missing",
  "asker: another name",
  "matcher: record not reached",
  "matcher: given name not recognised",
  "matcher: family name not recognised",
  "matcher: only the date met it, so no guess would be counted",
  "matcher: weight too low",
] as const;
export type Cause = (typeof causes)[number];

const dateOperators = new Set(operators.filter((one) => one.date === true).map((one) => one.name));
const otherNames = new Set(["married name", "second given name only", "second surname only"]);

/** Names agree and the date is equal or swapped: all that `confirmed` asks besides weight. */
export function agreesOnDate(comparison: Comparison): boolean {
  return (
    comparison.given && comparison.family && (comparison.date === "equal" || comparison.date === "swapped")
  );
}

/** The first cause that explains it, in the order of `causes`; `own` are the person's records that were opened. */
export function causeOf(index: Index, query: Query, own: readonly Hit[]): Cause {
  const known = index.from.people.get(query.personId ?? -1);
  const records = (known?.records ?? []).map((place) => index.from.records[place]);
  if (records.every((record) => record?.birthDate === undefined)) return "record: no birth date";
  const right = (date: string | undefined): boolean => {
    const level = compareDates(known?.person.birthDate, date);
    return level === "equal" || level === "equalFirstOfJanuary" || level === "swapped";
  };
  if (!records.some((record) => right(record?.birthDate))) return "record: birth date wrong";
  if (known?.person.formerSurname !== undefined && query.asker.names.length < 2)
    return "record: another surname";
  if (query.labels.some((label) => dateOperators.has(label) && label !== "day and month swapped")) {
    return "asker: birth date wrong or missing";
  }
  const top = own.toSorted((a, b) => b.comparison.weight - a.comparison.weight)[0];
  if (
    query.labels.some((label) => otherNames.has(label)) &&
    !(top !== undefined && agreesOnDate(top.comparison))
  ) {
    return "asker: another name";
  }
  if (top === undefined) return "matcher: record not reached";
  if (!top.comparison.given) return "matcher: given name not recognised";
  if (!top.comparison.family) return "matcher: family name not recognised";
  if (agreesOnDate(top.comparison) && decide(top.comparison, "date") === "confirmed")
    return "matcher: only the date met it, so no guess would be counted";
  return "matcher: weight too low";
}
