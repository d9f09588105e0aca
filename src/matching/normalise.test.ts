/**
 * Folding of names and the one form of a case number.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseNumberKey, caseNumberKeys } from "./caseNumbers.ts";
import { fold, nameTokens, normaliseCaseNumber } from "./normalise.ts";

describe("fold", () => {
  it("strips accents, case, apostrophes and punctuation", () => {
    expect(fold("  Peña-NÚÑEZ ")).toBe("pena nunez");
    expect(fold("O’Brien")).toBe("obrien");
    expect(fold("Ma. de la Luz")).toBe("ma de la luz");
    expect(fold("Mª")).toBe("ma");
    expect(fold("Łukasz Straße")).toBe("lukasz strasse");
    expect(fold("¿?")).toBe("");
  });

  it("gives the same for composed and decomposed letters", () => {
    expect(fold("José".normalize("NFD"))).toBe(fold("José".normalize("NFC")));
  });

  it("is idempotent and never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(folded).toBe(folded.trim());
      }),
    );
  });
});

describe("nameTokens", () => {
  it("cuts folded words where folding left a blank", () => {
    expect(nameTokens(["García-López", "de la", "O'Neil", "-"])).toEqual([
      "garcia",
      "lopez",
      "de",
      "la",
      "oneil",
    ]);
  });
});

describe("normaliseCaseNumber", () => {
  it.each([
    ["KA057009", "KA057009"],
    ["ka-057009", "KA057009"],
    ["KA 057009-01", "KA057009"],
    ["BAO57OO9", "BA057009"],
    ["8A123456", "BA123456"],
    ["5A1234S6", "SA123456"],
    ["BA57009", "BA057009"],
    ["A537388", "A537388"],
    ["a 537-388", "A537388"],
    ["XCNBA123456-01", "BA123456"],
    ["XCNBA12345601", "BA123456"],
    ["XEAKA123456", "KA123456"],
    ["XCNA537388", "A537388"],
    ["OCJ01234", "0CJ01234"],
    ["0CJO1234", "0CJ01234"],
    ["9IG03456", "9IG03456"],
    ["0CJ1234", "0CJ01234"],
    ["89M01234", "89M01234"],
    ["24CJCF01234-02", "24CJCF01234"],
    ["LA012345", "LA012345"],
    ["0031442", "31442"],
    ["", ""],
    ["--", ""],
  ])("writes %s as %s", (typed, number) => {
    expect(normaliseCaseNumber(typed)).toBe(number);
  });

  it("keeps what has no known format", () => {
    expect(normaliseCaseNumber("M-12/77-B")).toBe("M1277B");
    expect(normaliseCaseNumber("hello")).toBe("HELLO");
  });

  it("reads no more than the beginning of a long text", () => {
    for (const text of ["1-".repeat(5000), "BA".repeat(5000), " ".repeat(10_000)]) {
      expect(normaliseCaseNumber(text).length).toBeLessThanOrEqual(60);
    }
  });

  it("is idempotent, whatever the text", () => {
    const likely = fc.stringMatching(/^[A-Z0-9OISBx -]{0,16}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), likely), (text) => {
        const once = normaliseCaseNumber(text);
        expect(normaliseCaseNumber(once)).toBe(once);
      }),
    );
  });
});

describe("caseNumberKey", () => {
  it("makes confusable characters and leading zeros one", () => {
    expect(caseNumberKey("BA012345")).toBe(caseNumberKey("8A 12345"));
    expect(caseNumberKey("89M01234")).toBe(caseNumberKey("89M-1234"));
    expect(caseNumberKey("O1B55")).toBe(caseNumberKey("01855"));
  });

  it("tells different numbers apart", () => {
    expect(caseNumberKey("BA123456")).not.toBe(caseNumberKey("KA123456"));
    expect(caseNumberKey("BA123456")).not.toBe(caseNumberKey("BA123457"));
  });

  it("cuts a cell of several numbers", () => {
    expect(caseNumberKeys("BA123456; KA057009;;BA-123456")).toEqual(["8A123456", "KA57009"]);
    expect(caseNumberKeys(" ")).toEqual([]);
  });
});
