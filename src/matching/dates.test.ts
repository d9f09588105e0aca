/**
 * Levels of agreement between birth dates.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDates, swappedDate } from "./dates.ts";

describe("compareDates", () => {
  it.each([
    ["1970-03-14", "1970-03-14", "equal"],
    ["1970-01-01", "1970-01-01", "equalFirstOfJanuary"],
    ["1970-03-04", "1970-04-03", "swapped"],
    ["1970-03-14", "1970-03-15", "digit"],
    ["1970-03-14", "1971-03-14", "digit"],
    ["1970-03-14", "1980-03-14", "decade"],
    ["1970-03-14", "1970-03-41", "transposed"],
    ["1978-03-14", "1987-03-14", "transposed"],
    ["1970-03-14", "1962-03-14", "sameMonthDay"],
    ["1970-03-14", "1970-03-28", "sameYearAndMonth"],
    ["1970-03-14", "1970-12-14", "sameYearAndDay"],
    ["1970-03-14", "1970-12-28", "sameYear"],
    ["1970-03-14", "1970-01-01", "placeholderSameYear"],
    ["1970-03-14", "1971-01-01", "placeholder"],
    ["1970-03-14", "1955-12-28", "different"],
  ])("%s against %s is %s", (asked, filed, level) => {
    expect(compareDates(asked, filed)).toBe(level);
  });

  it("is unknown when either is missing", () => {
    expect(compareDates(undefined, "1970-03-14")).toBe("unknown");
    expect(compareDates("1970-03-14", undefined)).toBe("unknown");
  });

  it("calls equal or swapped exactly what is, whatever the dates", () => {
    const date = fc
      .date({ min: new Date("1920-01-01"), max: new Date("2005-12-31"), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, (a, b) => {
        const level = compareDates(a, b);
        expect(level === "equal" || level === "equalFirstOfJanuary").toBe(a === b);
        expect(level === "swapped").toBe(swappedDate(a) === b);
      }),
    );
  });
});

describe("swappedDate", () => {
  it("exchanges day and month where both can be months and differ", () => {
    expect(swappedDate("1970-03-04")).toBe("1970-04-03");
    expect(swappedDate("1970-03-13")).toBeUndefined();
    expect(swappedDate("1970-03-03")).toBeUndefined();
  });

  it("is its own inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (month, day) => {
        const date = `1980-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const swapped = swappedDate(date);
        expect(swapped === undefined ? undefined : swappedDate(swapped)).toBe(
          month === day ? undefined : date,
        );
      }),
    );
  });
});
