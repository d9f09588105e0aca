/**
 * Numbers to call, as people send them.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPhone, showPhone } from "./phone.ts";

describe("readPhone", () => {
  it.each([
    ["213 555 0142", "+12135550142"],
    ["(213) 555-0142", "+12135550142"],
    ["213.555.0142", "+12135550142"],
    ["2135550142", "+12135550142"],
    ["1-213-555-0142", "+12135550142"],
    ["+1 213 555 0142", "+12135550142"],
    ["+12135550142", "+12135550142"],
    ["(213)5550142", "+12135550142"],
    ["213 / 555 / 0142", "+12135550142"],
    ["2 1 3 5 5 5 0 1 4 2", "+12135550142"],
    ["my number is 213-555-0142 thanks", "+12135550142"],
    ["es el 323 555 0142, gracias", "+13235550142"],
    ["call me at 213-555-0142 after 5", "+12135550142"],
    ["after 5, 213-555-0142", "+12135550142"],
    ["213-555-0142 or 323-555-0199", "+12135550142"],
    ["‭(213) 555‑0142‬", "+12135550142"],
    ["two one three five five five zero one four two", "+12135550142"],
    ["two one three, five fifty-five, oh one forty-two", "+12135550142"],
    ["two thirteen triple five oh one four two", "+12135550142"],
    ["dos uno tres cinco cinco cinco cero uno cuatro dos", "+12135550142"],
    ["dos trece, cinco cincuenta y cinco, cero uno, cuarenta y dos", "+12135550142"],
    ["800 555 0142", "+18005550142"],
    ["787 555 0142", "+17875550142"],
  ])("%s", (typed, number) => {
    expect(readPhone(typed)).toEqual({ number });
  });

  it.each([
    ["+52 664 123 4567", "+526641234567"],
    ["52 664 123 4567", "+526641234567"],
    ["011 52 664 123 4567", "+526641234567"],
    ["0052 664 123 4567", "+526641234567"],
    ["+52 1 664 123 4567", "+526641234567"],
    ["+5216641234567", "+526641234567"],
    ["044 55 1234 5678", "+525512345678"],
    ["55 1234 5678", "+525512345678"],
    ["+52 (55) 1234-5678", "+525512345678"],
    // No US area code: Tijuana and Ciudad Juárez.
    ["664 123 4567", "+526641234567"],
    ["(656) 123-4567", "+526561234567"],
  ])("Mexican: %s", (typed, number) => {
    expect(readPhone(typed)).toEqual({ number });
  });

  it("keeps an extension", () => {
    expect(readPhone("213 555 0142 ext. 12")).toEqual({ number: "+12135550142", extension: "12" });
    expect(readPhone("(213) 555-0142 x7")).toEqual({ number: "+12135550142", extension: "7" });
  });

  it("takes a number abroad where its country is written", () => {
    expect(readPhone("+503 2123 4567")).toEqual({ number: "+50321234567" });
  });

  it.each([
    "",
    "555 0142",
    "213 555 014",
    "213-555-01424",
    "111 111 1111",
    "000 000 0000",
    "211 555 0142",
    // Dear to call, though it looks like any other: a premium line, and Jamaica.
    "900 555 0142",
    "876 555 0142",
    "my house",
    "BA123456",
    "July 25, 1968",
    "five",
    "no",
    "213",
    "999999999999999999999999",
    "+",
    "((((((((((",
  ])("finds none in %j", (typed) => {
    expect(readPhone(typed)).toBeUndefined();
  });

  it("holds for any text: it gives a number that can be shown and read again, or none", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (typed) => {
        const read = readPhone(typed);
        if (read === undefined) return;
        expect(read.number).toMatch(/^\+\d{7,15}$/);
        expect(readPhone(showPhone(read))?.number).toBe(read.number);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 ()+.x-]{7,24}$/), (typed) => {
        const read = readPhone(typed);
        if (read) expect(readPhone(showPhone(read))?.number).toBe(read.number);
      }),
    );
  });
});

describe("showPhone", () => {
  it("writes a number as people do", () => {
    expect(showPhone({ number: "+12135550142" })).toBe("(213) 555-0142");
    expect(showPhone({ number: "+12135550142", extension: "12" })).toBe("(213) 555-0142 x12");
    expect(showPhone({ number: "+526641234567" })).toBe("+52 664 123 4567");
  });
});
