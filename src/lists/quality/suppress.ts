/**
 * Small cells are not shown: a count of 1 to 10 could be about somebody (the rule of federal health statistics,
 * "no cell of 10 or less"), nor may one be worked out from its row's total.
 */

/** The smallest count that is shown; none at all (0) is. */
export const leastShown = 11;

/** A count that may be shown, or `null` for one that is too small. */
export type Shown = number | null;

/** One count by itself. */
export function shown(count: number): Shown {
  return count > 0 && count < leastShown ? null : count;
}

/**
 * Counts that stand in a row whose total is known: what is hidden adds up to at least 11, so that no hidden count
 * follows from the total and the others.
 */
export function shownRow(counts: readonly number[]): Shown[] {
  const row = counts.map(shown);
  let hidden = 0;
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    if (row[i] !== null) continue;
    hidden++;
    sum += count;
  }
  const others = counts
    .map((count, i) => ({ count, i }))
    .filter(({ count, i }) => count > 0 && row[i] !== null);
  others.sort((a, b) => a.count - b.count);
  while (hidden > 0 && (hidden < 2 || sum < leastShown)) {
    const next = others.shift();
    if (!next) break;
    row[next.i] = null;
    hidden++;
    sum += next.count;
  }
  return row;
}
