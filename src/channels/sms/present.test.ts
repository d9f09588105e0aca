/**
 * Short texts go out together where that costs no more, results stand alone, and nothing is lost or out of order.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segments } from "../../copy/segments.ts";
import { joinTexts } from "./present.ts";

const cost = (texts: readonly string[]) => texts.reduce((sum, text) => sum + segments(text).segments, 0);
const short = (letter: string, length: number) => letter.repeat(length);

describe("joinTexts", () => {
  it("joins what fits into two segments", () => {
    expect(joinTexts([short("a", 100), short("b", 100)])).toHaveLength(1);
    expect(joinTexts([short("a", 60), short("b", 60), short("c", 60)])).toHaveLength(1);
  });

  it("joins two texts of two segments each when three carry both", () => {
    const texts = [short("a", 200), short("b", 200)];
    expect(cost(texts)).toBe(4);
    expect(joinTexts(texts)).toEqual([texts.join("\n")]);
    expect(cost(joinTexts(texts))).toBe(3);
  });

  it("keeps texts apart where joining saves nothing", () => {
    expect(joinTexts([short("a", 300), short("b", 300)])).toHaveLength(2);
  });

  it("leaves a result alone, before it and after it", () => {
    const result = short("r", 400);
    expect(joinTexts(["note", result, "question"])).toEqual(["note", result, "question"]);
  });

  it("never costs more than apart, never sends more than four segments at once, and keeps every word in order", () => {
    const word = fc.stringMatching(/^[a-zñé]{1,12}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 90 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const sent = joinTexts(texts);
        const apart = texts.flatMap((one) => joinTexts([one]));
        expect(cost(sent)).toBeLessThanOrEqual(cost(apart));
        for (const one of sent) expect(segments(one).segments).toBeLessThanOrEqual(4);
        expect(sent.join(" ").split(/\s+/)).toEqual(texts.join(" ").split(/\s+/));
      }),
    );
  });
});
