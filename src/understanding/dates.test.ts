import { describe, expect, it } from "vitest";
import { findDates } from "./dates.ts";

describe("findDates", () => {
  it("takes the month first in English and gives both readings where it must ask", () => {
    expect(findDates("03/04/70", "monthFirst")[0]?.readings).toEqual(["1970-03-04"]);
    expect(findDates("03/04/70", "ask")[0]?.readings).toEqual(["1970-04-03", "1970-03-04"]);
  });

  it.each(["30/02/1970", "31 de abril de 1970", "2/29/1971", "13/13/1970", "July 32 1970"])(
    "knows that %s is no day and never rolls it forward",
    (text) => {
      expect(findDates(text, "ask")[0]?.readings).toEqual([]);
    },
  );

  it("keeps two-digit years within 1920–2004", () => {
    expect(findDates("7/25/20", "monthFirst")[0]?.readings).toEqual(["1920-07-25"]);
    expect(findDates("7/25/04", "monthFirst")[0]?.readings).toEqual(["2004-07-25"]);
    expect(findDates("7/25/05", "monthFirst")[0]?.readings).toEqual([]);
    expect(findDates("7/25/19", "monthFirst")[0]?.readings).toEqual([]);
  });

  it("says where the date stood", () => {
    const [date] = findDates("Ana, 25 de julio de 1968.", "ask");
    expect("Ana, 25 de julio de 1968.".slice(date?.start, date?.end)).toBe("25 de julio de 1968");
  });

  it.each(["323-555-1234", "1 7 25 68", "1968", "july 1968", "25 de julio", "7/25"])(
    "finds no date in %s",
    (text) => {
      expect(findDates(text, "monthFirst").filter((date) => date.readings.length > 0)).toEqual([]);
    },
  );

  it("does not take a choice before a date for its year", () => {
    expect(findDates("1 25 july 1968", "monthFirst").map((date) => date.readings)).toEqual([["1968-07-25"]]);
  });
});
