/**
 * What a text costs is counted as an independent calculator counts it, and folding changes punctuation alone.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SegmentedMessage } from "sms-segments-calculator";
import { foldPunctuation, outsideGsm, segments } from "./segments.ts";

const gsm = fc.constantFrom(...Array.from("abc XYZ 019 \n.,?!¿¡éñüÑ@$_-'\"()/:;&%#+*=<>€[]{}^~|\\"));
const any = fc.constantFrom(...Array.from("abc é á í ó ú Ñ “ ” — … € [ 😀 ñ x y z"));

const oracle = (text: string) => {
  const message = new SegmentedMessage(text);
  return { encoding: message.encodingName, segments: message.segmentsCount };
};

describe("segments", () => {
  it.each([
    ["", "GSM-7", 0, 0],
    ["a".repeat(160), "GSM-7", 160, 1],
    ["a".repeat(161), "GSM-7", 161, 2],
    ["a".repeat(306), "GSM-7", 306, 2],
    ["a".repeat(307), "GSM-7", 307, 3],
    ["€".repeat(80), "GSM-7", 160, 1],
    ["€".repeat(81), "GSM-7", 162, 2],
    ["¿En qué año fue?", "GSM-7", 16, 1],
    ["á".repeat(70), "UCS-2", 70, 1],
    ["á".repeat(71), "UCS-2", 71, 2],
    ["á".repeat(135), "UCS-2", 135, 3],
    ["😀".repeat(35), "UCS-2", 70, 1],
    ["😀".repeat(36), "UCS-2", 72, 2],
  ] as const)("counts %j as %s, %i units, %i segments", (text, encoding, units, count) => {
    expect(segments(text)).toEqual({ encoding, units, segments: count });
  });

  it("never cuts a character of two units between segments", () => {
    expect(segments(`${"a".repeat(152)}€${"a".repeat(152)}`).segments).toBe(3);
    expect(segments(`á${"a".repeat(65)}😀${"a".repeat(66)}`).segments).toBe(3);
  });

  it.each([
    ["GSM-7", gsm],
    ["mixed", any],
  ])("agrees with an independent calculator on %s text", (_, alphabet) => {
    fc.assert(
      fc.property(fc.string({ unit: alphabet, minLength: 1, maxLength: 700 }), (text) => {
        const { encoding, segments: count } = segments(text);
        expect({ encoding, segments: count }).toEqual(oracle(text));
      }),
    );
  });
});

describe("foldPunctuation", () => {
  it.each([
    ["“No”, it’s 1990–1993…", `"No", it's 1990-1993...`],
    ["¿Sí?\u00a0Más\u200b", "¿Sí? Más"],
    ["« a — b »", '" a - b "'],
  ])("folds %j to %j", (text, folded) => {
    expect(foldPunctuation(text)).toBe(folded);
  });

  it("leaves every letter and digit as it is, and folds what it folded to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const folded = foldPunctuation(text);
        const lettersOf = (t: string) => t.match(/[\p{L}\p{M}\p{N}]/gu) ?? [];
        expect(lettersOf(folded)).toEqual(lettersOf(text));
        expect(foldPunctuation(folded)).toBe(folded);
      }),
    );
  });

  it("names what GSM-7 lacks, each once", () => {
    expect(outsideGsm("á é í á ñ €")).toEqual(["á", "í"]);
  });
});
