/**
 * The bit-vector edit distance against the plain table of its definition.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterSet, lettersApart, slips } from "./distance.ts";

/** Optimal string alignment by its definition. */
function byTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j - 1) + cost, at(i - 1, j) + 1, at(i, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = table[i];
      if (row !== undefined) row[j] = least;
    }
  }
  return at(a.length, b.length);
}

const word = fc.stringMatching(/^[a-e]{0,14}$/);

describe("slips", () => {
  it("equals the table of its definition for words up to 31 letters", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b)).toBe(byTable(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  it("counts an exchange of neighbours as one", () => {
    expect(slips("hernandez", "hernadnez")).toBe(1);
  });
});

describe("lettersApart", () => {
  it("never exceeds twice the slips, so that it may rule pairs out", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(lettersApart(letterSet(a), letterSet(b))).toBeLessThanOrEqual(2 * slips(a, b));
      }),
    );
  });
});
