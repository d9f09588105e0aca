/**
 * From a comparison to one of three decisions, under counsel's switch.
 * Only an equal or day/month-swapped birth date confirms, or an equal case number; never mere weight.
 */
import type { Comparison } from "./match.ts";
import type { ConfirmRule, Decision } from "./types.ts";

/**
 * In bits of weight, chosen by hand on generated lists of 124,000 records with other seeds than those reported.
 * Longer lists raise them by the logarithm of their length (the prior odds of Fellegi and Sunter), shorter ones
 * do not lower them.
 * `confirmed`: what all fields together must reach beside an equal birth date.
 * `possible`: from here on a look by staff is worth it.
 * `caseName`: what one name must weigh to open a case by its number when the other disagrees; an initial never does.
 */
export const thresholds = { confirmed: 20, possible: 16.5, caseName: 2 } as const;

/** True when given or family name agrees by a whole word that is not too common to count. */
function oneNameAgrees(comparison: Comparison): boolean {
  return comparison.fields.some((reason) => {
    if (reason.level === "initial" || reason.level.startsWith("second")) return false;
    if (reason.field === "given") return comparison.given && reason.weight >= thresholds.caseName;
    return reason.field === "family" && comparison.family && reason.weight >= thresholds.caseName;
  });
}

/** Equal case number and a name that agrees: confirms that one case. */
function confirmsByNumber(comparison: Comparison): boolean {
  if (comparison.caseNumber !== "equal") return false;
  return (comparison.given && comparison.family) || oneNameAgrees(comparison);
}

/** Given and family name agree, the date is equal or swapped, and everything together weighs enough. */
function confirmsByDate(comparison: Comparison): boolean {
  if (!comparison.given || !comparison.family) return false;
  if (comparison.date !== "equal" && comparison.date !== "swapped") return false;
  return comparison.weight >= thresholds.confirmed + (comparison.raised ?? 0);
}

function yearAgrees(comparison: Comparison): boolean {
  return comparison.fields.some(
    (reason) => reason.field === "year" && (reason.level === "within" || reason.level === "near"),
  );
}

/**
 * Decides about one record. `rule` is the least that may confirm: "date" lets name and birth date do,
 * "dateAndYear" also wants the year of the case (within two years of the asker's), "caseNumber" only the number.
 */
export function decide(comparison: Comparison, rule: ConfirmRule): Decision {
  if (confirmsByNumber(comparison)) return "confirmed";
  if (confirmsByDate(comparison)) {
    if (rule === "date") return "confirmed";
    return rule === "dateAndYear" && yearAgrees(comparison) ? "confirmed" : "possible";
  }
  return comparison.weight >= thresholds.possible + (comparison.raised ?? 0) ? "possible" : "none";
}
