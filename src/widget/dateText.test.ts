/**
 * Three plain fields as a date in words.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateText } from "./dateText.ts";

describe("dateText", () => {
  it("spells the month in the person's language", () => {
    const fields = { day: "25", month: "7", year: "1968" };
    expect(dateText(fields, "en")).toBe("July 25, 1968");
    expect(dateText(fields, "es")).toBe("25 de julio de 1968");
  });

  it("passes on what is no date as typed, in the order people write it", () => {
    expect(dateText({ day: "30", month: "2", year: "1970" }, "en")).toBe("2/30/1970");
    expect(dateText({ day: "30", month: "2", year: "1970" }, "es")).toBe("30/2/1970");
    expect(dateText({ day: "25", month: "julio", year: "68" }, "es")).toBe("25 julio 68");
    expect(dateText({ day: "", month: "7", year: "1968" }, "en")).toBe("7/1968");
    expect(dateText({ day: "", month: " ", year: "" }, "en")).toBe("");
  });

  it("never turns what was typed into another day", () => {
    const part = fc.integer({ min: 1, max: 40 }).map(String);
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1900, max: 2030 }).map(String), (day, month, year) => {
        for (const locale of ["en", "es"] as const) {
          expect(dateText({ day, month, year }, locale).match(/\d+/g)).toContain(day);
        }
      }),
    );
  });
});
