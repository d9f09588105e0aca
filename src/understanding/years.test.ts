import { describe, expect, it } from "vitest";
import { readYears } from "./years.ts";

describe("readYears", () => {
  it.each([
    ["early 90s", 1990, 1993],
    ["mid nineties", 1994, 1996],
    ["finales de los 80", 1987, 1989],
    ["entre el 88 y el 90", 1988, 1990],
    ["hace como 30 años", 1994, 1998],
    ["mil novecientos noventa y dos", 1992, 1992],
  ])("reads %s", (text, from, to) => {
    expect(readYears(text, "2026-11-22", "answer")).toEqual({ from, to });
  });

  it("counts years ago from the given day", () => {
    expect(readYears("30 years ago", "2030-01-01", "answer")).toEqual({ from: 1998, to: 2002 });
  });

  it("never leaves 1950 to today", () => {
    expect(readYears("1949", "2026-11-22", "answer")).toBeUndefined();
    expect(readYears("2027", "2026-11-22", "answer")).toBeUndefined();
    expect(readYears("last year or 2026", "2026-11-22", "answer")).toEqual({ from: 2025, to: 2026 });
  });

  it("takes only marked years from an answer to something else", () => {
    expect(readYears("selling in 1993", "2026-11-22", "marked")).toEqual({ from: 1993, to: 1993 });
    expect(readYears("11357 92 grams", "2026-11-22", "marked")).toBeUndefined();
  });
});
