/**
 * Slips of the keyboard between two words: insertion, deletion, substitution, neighbours exchanged.
 * Restricted Damerau–Levenshtein ("optimal string alignment") by bit vectors, after Hyyrö (2003).
 */

/** Bits of one machine word less the sign; longer names differ before that or not at all. */
const widest = 31;
const letters = 128;
const places = new Int32Array(letters);

function slot(text: string, i: number): number {
  return text.charCodeAt(i) % letters;
}

/**
 * The number of slips between two words. Words are compared by their first 31 letters; letters outside ASCII
 * are told apart modulo 128, which is enough for folded names.
 */
export function slips(a: string, b: string): number {
  const n = Math.min(a.length, widest);
  const m = Math.min(b.length, widest);
  if (n === 0 || m === 0) return Math.max(n, m);
  for (let i = 0; i < n; i++) {
    const at = slot(a, i);
    places[at] = (places[at] ?? 0) | (1 << i);
  }
  const top = 1 << (n - 1);
  // Where the column rises, where it falls, the diagonal of the column before, and its letter.
  let rises = -1;
  let falls = 0;
  let diagonal = 0;
  let before = 0;
  let count = n;
  for (let j = 0; j < m; j++) {
    const match = places[slot(b, j)] ?? 0;
    const exchanged = ((~diagonal & match) << 1) & before;
    diagonal = (((match & rises) + rises) ^ rises) | match | falls | exchanged;
    const up = falls | ~(diagonal | rises);
    const down = diagonal & rises;
    if ((up & top) !== 0) count++;
    else if ((down & top) !== 0) count--;
    const shifted = (up << 1) | 1;
    rises = (down << 1) | ~(diagonal | shifted);
    falls = diagonal & shifted;
    before = match;
  }
  for (let i = 0; i < n; i++) places[slot(a, i)] = 0;
  return count;
}

/** The letters a word holds, one bit each (a–z; anything else shares the highest bits). */
export function letterSet(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) set |= 1 << ((text.charCodeAt(i) - 97) & 31);
  return set;
}

/** How many letters only one of two words holds. A slip changes this by at most two. */
export function lettersApart(a: number, b: number): number {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
