/**
 * Slips of the keyboard between two words: insertion, deletion, substitution, neighbours exchanged.
 * Restricted Damerau–Levenshtein ("optimal string alignment") with an upper bound, for short words.
 */

const widest = 64;
let before = new Uint8Array(widest + 1);
let previous = new Uint8Array(widest + 1);
let current = new Uint8Array(widest + 1);

/**
 * The number of slips between two words, or `bound + 1` when there are more than `bound` (1 to 3 is meant).
 * Words longer than 64 letters are compared by their first 64.
 */
export function slips(a: string, b: string, bound: number): number {
  const n = Math.min(a.length, widest);
  const m = Math.min(b.length, widest);
  if (Math.abs(n - m) > bound) return bound + 1;
  for (let j = 0; j <= m; j++) previous[j] = j;
  for (let i = 1; i <= n; i++) {
    current[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (previous[j - 1] ?? 0) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > bound) return bound + 1;
    const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return Math.min(previous[m] ?? 0, bound + 1);
}
