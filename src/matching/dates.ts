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

/** One bit for each of the ten characters in which two dates differ; the first character is bit 0. */
function differing(a: string, b: string): number {
  let bits = 0;
  for (let i = 0; i < 10; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) bits |= 1 << i;
  return bits;
}

const yearBits = 0b1111;
const monthBits = 0b11 << 5;
const dayBits = 0b11 << 8;

function sameTwo(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i) === b.charCodeAt(j) && a.charCodeAt(i + 1) === b.charCodeAt(j + 1);
}

/** Exactly two neighbouring digits differ, by having changed places; the dashes are skipped. */
function areExchanged(a: string, b: string, bits: number): boolean {
  for (const [i, j] of neighbours) {
    if (bits !== ((1 << i) | (1 << j))) continue;
    return a.charCodeAt(i) === b.charCodeAt(j) && a.charCodeAt(j) === b.charCodeAt(i);
  }
  return false;
}

const neighbours = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 5],
  [5, 6],
  [6, 8],
  [8, 9],
] as const;

/** Compares an asker's date with a record's; both YYYY-MM-DD or undefined. Only the record's can be a placeholder. */
export function compareDates(asked: string | undefined, filed: string | undefined): DateLevel {
  if (asked === undefined || filed === undefined) return "unknown";
  const bits = differing(asked, filed);
  const firstOfJanuary = filed.endsWith("-01-01");
  if (bits === 0) return firstOfJanuary ? "equalFirstOfJanuary" : "equal";
  const sameYear = (bits & yearBits) === 0;
  if (sameYear && sameTwo(asked, 5, filed, 8) && sameTwo(asked, 8, filed, 5)) return "swapped";
  if (firstOfJanuary) return sameYear ? "placeholderSameYear" : "placeholder";
  const sameMonthDay = (bits & (monthBits | dayBits)) === 0;
  if (sameMonthDay && Math.abs(Number(asked.slice(0, 4)) - Number(filed.slice(0, 4))) === 10) return "decade";
  if ((bits & (bits - 1)) === 0) return "digit";
  if (areExchanged(asked, filed, bits)) return "transposed";
  if (sameMonthDay) return "sameMonthDay";
  if (!sameYear) return "different";
  if ((bits & monthBits) === 0) return "sameYearAndMonth";
  return (bits & dayBits) === 0 ? "sameYearAndDay" : "sameYear";
}
