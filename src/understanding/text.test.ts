/**
 * The forms in which a message is read: the short ways give what the long ones give.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../matching/normalise.ts";
import { editDistance, foldInPlace, letterSet, mayBeNear, plain, readable, readableLength } from "./text.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("a", "Z", "é", "ñ", " ", "'", "’", "`", "-", "\n", "\u00a0", "9") }),
);
const word = fc.string({ unit: fc.constantFrom(..."abcdeñ9 ".split("")), maxLength: 12 });

describe("readable", () => {
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(text, (t) => {
        expect(readable(readable(t))).toBe(readable(t));
      }),
    );
  });
});

describe("plain", () => {
  it("folds simple text by the short way as by the long one", () => {
    const ascii = fc.string({ unit: fc.constantFrom(..."abzAZ09 '.,-#/!".split("")), maxLength: 60 });
    fc.assert(
      fc.property(ascii, (t) => {
        expect(plain(t)).toBe(fold(readable(t).replaceAll("'", "")));
      }),
    );
  });

  it("is never longer than what is read, whatever one character folds to", () => {
    expect(plain("\uFDFA".repeat(5_000)).length).toBeLessThanOrEqual(readableLength);
    fc.assert(
      fc.property(text, (t) => {
        expect(plain(t).length).toBeLessThanOrEqual(readableLength);
      }),
    );
  });
});

describe("foldInPlace", () => {
  it("keeps every position of the readable text", () => {
    fc.assert(
      fc.property(text, (t) => {
        expect(foldInPlace(t)).toHaveLength(readable(t).length);
      }),
    );
  });
});

describe("mayBeNear", () => {
  it("never rules out words that are within the limit", () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (a, b, limit) => {
        if (editDistance(a, b, limit) <= limit)
          expect(mayBeNear(letterSet(a), letterSet(b), limit)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
