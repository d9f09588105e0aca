/**
 * How two birth dates can agree: equal, day and month swapped, one slip away, or not at all.
 * The first of January is what clerks file when they know the year alone.
 */

/** Levels from the strongest agreement to none. */
export const dateLevels = [
  "equal",
  "equalFirstOfJanuary",
  "swapped",
  "digit",
  "transposed",
  "decade",
  "sameMonthDay",
  "sameYearAndMonth",
  "sameYearAndDay",
  "sameYear",
  "placeholderSameYear",
  "placeholder",
  "different",
  "unknown",
] as const;
export type DateLevel = (typeof dateLevels)[number];

/** The date with day and month exchanged, or undefined where that is no date or the same one. YYYY-MM-DD both. */
export function swappedDate(date: string): string | undefined {
  const month = date.slice(5, 7);
  const day = date.slice(8, 10);
  if (day > "12" || day === month || day === "00") return undefined;
  return `${date.slice(0, 4)}-${day}-${month}`;
}

function isFirstOfJanuary(date: string): boolean {
  return date.endsWith("-01-01");
}

/** How many of the ten characters differ, and whether exactly two differ by having changed places. */
function difference(a: string, b: string): { count: number; exchanged: boolean } {
  let count = 0;
  let first = -1;
  let second = -1;
  for (let i = 0; i < 10; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    count++;
    if (first < 0) first = i;
    else if (second < 0) second = i;
  }
  // Digits next to each other, the dash between year and month skipped.
  const near = second - first === 1 || (second - first === 2 && a.charAt(first + 1) === "-");
  const exchanged =
    count === 2 && near && a.charAt(first) === b.charAt(second) && a.charAt(second) === b.charAt(first);
  return { count, exchanged };
}

/** Compares an asker's date with a record's; both YYYY-MM-DD or undefined. Only the record's can be a placeholder. */
export function compareDates(asked: string | undefined, filed: string | undefined): DateLevel {
  if (asked === undefined || filed === undefined) return "unknown";
  if (asked === filed) return isFirstOfJanuary(filed) ? "equalFirstOfJanuary" : "equal";
  if (swappedDate(asked) === filed) return "swapped";
  const sameYear = asked.slice(0, 4) === filed.slice(0, 4);
  if (isFirstOfJanuary(filed)) return sameYear ? "placeholderSameYear" : "placeholder";
  const sameMonthDay = asked.slice(5) === filed.slice(5);
  if (sameMonthDay) {
    const apart = Math.abs(Number(asked.slice(0, 4)) - Number(filed.slice(0, 4)));
    if (apart === 10) return "decade";
  }
  const { count, exchanged } = difference(asked, filed);
  if (count === 1) return "digit";
  if (exchanged) return "transposed";
  if (sameMonthDay) return "sameMonthDay";
  if (!sameYear) return "different";
  if (asked.slice(5, 7) === filed.slice(5, 7)) return "sameYearAndMonth";
  return asked.slice(8, 10) === filed.slice(8, 10) ? "sameYearAndDay" : "sameYear";
}
