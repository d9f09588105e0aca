import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastShown, shown, shownRow } from "./suppress.ts";

describe("small counts", () => {
  it("from 1 to 10 are not shown; none at all and 11 are", () => {
    expect([0, 1, 10, 11, 500].map(shown)).toEqual([0, null, null, 11, 500]);
  });

  it("do not follow from a row's total: another count is hidden beside a lonely small one", () => {
    expect(shownRow([400, 3, 90, 0])).toEqual([400, null, null, 0]);
    expect(shownRow([400, 90, 0])).toEqual([400, 90, 0]);
    expect(shownRow([5, 5, 90])).toEqual([null, null, null]);
  });

  it("are hidden in every row, and what is hidden is never one count alone nor fewer than 11 together", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 12 }), (counts) => {
        const row = shownRow(counts);
        const hidden = counts.filter((_, i) => row[i] === null);
        for (const [i, count] of counts.entries()) {
          if (row[i] !== null) expect(row[i]).toBe(count);
          if (count > 0 && count < leastShown) expect(row[i]).toBeNull();
        }
        const othersLeft = counts.some((count, i) => count > 0 && row[i] !== null);
        if (hidden.length > 0 && othersLeft) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(leastShown);
        }
      }),
    );
  });
});
