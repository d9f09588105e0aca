/**
 * What kept an asker and a record apart, in one word: to count reviewers' verdicts by it. Of the reasons of matching only
 * this is kept, never a value.
 */
import type { FieldReason } from "../../matching/match.ts";

export const differences = [
  "nothing",
  "name",
  "birthDate",
  "noBirthDate",
  "caseNumber",
  "year",
  "more",
] as const;
export type Difference = (typeof differences)[number];

/** Levels at which a field says the same on both sides. */
const agreeing: Readonly<Record<FieldReason["field"], RegExp>> = {
  given: /^(?:equal|equalOther|second.*)$/,
  family: /^(?:equal|equalOther|second.*)$/,
  birthDate: /^(?:equal|equalFirstOfJanuary)$/,
  year: /^(?:within|near)$/,
  caseNumber: /^equal$/,
  suffix: /^equal$/,
};

const named: Readonly<Record<FieldReason["field"], Difference>> = {
  given: "name",
  family: "name",
  suffix: "name",
  birthDate: "birthDate",
  year: "year",
  caseNumber: "caseNumber",
};

/** A date that stands for none, or none at all, differs from nothing: there was nothing to compare. */
const compared = (reasons: readonly FieldReason[]) =>
  reasons.some(({ field, level }) => field === "birthDate" && !level.startsWith("placeholder"));

/** @param reasons as a comparison gave them. */
export function differenceOf(reasons: readonly FieldReason[]): Difference {
  const apart = new Set<Difference>();
  for (const { field, level } of reasons) {
    if (field === "birthDate" && level.startsWith("placeholder")) continue;
    if (!agreeing[field].test(level)) apart.add(named[field]);
  }
  if (!compared(reasons)) apart.add("noBirthDate");
  const [only = "nothing", ...others] = apart;
  return others.length === 0 ? only : "more";
}
