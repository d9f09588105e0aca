/**
 * Counts of stretches of time that overlap: the last week, the last month, each day. Whoever sees several can subtract
 * one from another, so a stretch is shown only where nothing from 1 to 10 follows from it and those shown before it.
 */
import { leastShown, type Shown } from "../../lists/quality/suppress.ts";

/** Days, numbered; `to` is the first one that no longer belongs to it. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * What may be shown of each stretch. Two edges that shown stretches connect give away the count between them, by adding
 * and subtracting; so among connected edges each count from one to the next must be nothing or at least eleven, and with
 * them every sum is. Edges with nothing between them count as one: whoever is shown a nothing knows all that lies in it.
 * @param counts by day number.
 * @param stretches those that matter most first: an earlier one is never hidden for a later one.
 * @returns in the order given.
 */
export function showStretches(counts: ReadonlyMap<number, number>, stretches: readonly Stretch[]): Shown[] {
  const before = countsBefore(counts, stretches);
  /** By how many lie before an edge: the edges it is connected with, likewise, in their order. */
  const groups = new Map<number, readonly number[]>();
  return stretches.map((stretch) => {
    const [from, to] = [before(stretch.from), before(stretch.to)];
    const [one, other] = [groups.get(from) ?? [from], groups.get(to) ?? [to]];
    if (one.includes(to)) return to - from;
    const both = [...one, ...other].sort((a, b) => a - b);
    if (both.some((edge, i) => i > 0 && edge - (both[i - 1] ?? edge) < leastShown)) return null;
    for (const edge of both) groups.set(edge, both);
    return to - from;
  });
}

/** How many were counted before an edge. */
function countsBefore(
  counts: ReadonlyMap<number, number>,
  stretches: readonly Stretch[],
): (edge: number) => number {
  const edges = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const days = [...counts].sort(([a], [b]) => a - b);
  const sums = new Map<number, number>();
  let sum = 0;
  let next = 0;
  for (const edge of edges) {
    for (; next < days.length && (days[next]?.[0] ?? Infinity) < edge; next++) sum += days[next]?.[1] ?? 0;
    sums.set(edge, sum);
  }
  return (edge) => sums.get(edge) ?? 0;
}

/** Stretches with the largest counts first: what must be hidden so that a small one is safe is then small itself. */
export function largestFirst(counts: ReadonlyMap<number, number>, stretches: readonly Stretch[]): Stretch[] {
  const before = countsBefore(counts, stretches);
  return [...stretches].sort(
    (a, b) => before(b.to) - before(b.from) - (before(a.to) - before(a.from)) || a.from - b.from,
  );
}
