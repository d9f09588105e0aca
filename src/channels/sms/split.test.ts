import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segments } from "../../copy/segments.ts";
import { splitText } from "./split.ts";

const sentences = fc
  .array(fc.array(fc.stringMatching(/^[a-zA-Zéñ]{1,14}$/), { minLength: 1, maxLength: 20 }), {
    maxLength: 40,
  })
  .map((all) => all.map((words) => `${words.join(" ")}.`).join(" "));
const bare = (text: string) => text.replace(/\s+/g, "");

describe("splitting a long text", () => {
  it("loses nothing, keeps the order and stays within the budget, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(sentences, fc.string({ unit: "grapheme", maxLength: 900 }), fc.string({ maxLength: 900 })),
        fc.integer({ min: 1, max: 4 }),
        (text, most) => {
          const parts = splitText(text, most);
          expect(bare(parts.join(""))).toBe(bare(text));
          for (const part of parts) expect(segments(part).segments).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it("cuts at sentence ends where sentences are short enough", () => {
    const text = Array.from({ length: 30 }, (_, n) => `This is sentence number ${n} of the text.`).join(" ");
    const parts = splitText(text, 2);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part).toMatch(/^This[^]*\.$/);
  });

  it("never cuts a character in two", () => {
    const parts = splitText("😀".repeat(200), 1);
    for (const part of parts) expect(part).toMatch(/^(?:😀)+$/u);
  });
});
