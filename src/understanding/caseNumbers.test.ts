import { describe, expect, it } from "vitest";
import { anyCaseNumbers, findCaseNumbers, refusesCaseNumber } from "./caseNumbers.ts";

describe("findCaseNumbers", () => {
  it.each([
    ["#BA-123456-01", "BA123456"],
    ["xcnba123456-01", "BA123456"],
    ["it is A537388.", "A537388"],
    ["9IG03456", "9IG03456"],
    ["89M01234", "89M01234"],
    ["24CJCF01234", "24CJCF01234"],
  ])("finds %s", (text, number) => {
    expect(findCaseNumbers(text).map((found) => found.number)).toEqual([number]);
  });

  it.each(["Maria Lopez", "7/25/1968", "CLINIC42", "a 1968 case", "323-555-0142"])(
    "finds none in %s",
    (text) => {
      expect(findCaseNumbers(text)).toEqual([]);
    },
  );
});

describe("anyCaseNumbers", () => {
  it("refuses no format, only a lone year", () => {
    expect(anyCaseNumbers("31 12345")).toEqual(["3112345"]);
    expect(anyCaseNumbers("Q-778/B1234").length).toBeGreaterThan(0);
    expect(anyCaseNumbers("1992")).toEqual([]);
  });
});

describe("refusesCaseNumber", () => {
  it.each(["no", "2", "no tengo", "dont have it", "lost it", "ninguno", "se me perdieron los papeles"])(
    "hears %s",
    (words) => {
      expect(refusesCaseNumber(words)).toBe(true);
    },
  );

  it.each(["what number", "donde esta el numero", "ba123456", "why"])("hears none in %s", (words) => {
    expect(refusesCaseNumber(words)).toBe(false);
  });
});
