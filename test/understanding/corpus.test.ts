/**
 * Every line of corpus.tsv and fresh.tsv is read as it says. The lines are invented texts of imagined people: short,
 * misspelled, without accents, in two languages at once.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type QuestionId, questionIds, type Locale } from "../../src/understanding/types.ts";
import { understand } from "../../src/understanding/understand.ts";

const today = "2026-11-22";
const lines = ["corpus.tsv", "fresh.tsv"].flatMap((file) =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .map((line, i) => ({ file, number: i + 1, cells: line.split("\t") }))
    .filter(({ cells }) => cells.length === 5 && !(cells[0] ?? "").startsWith("#")),
);

describe("corpus of utterances", () => {
  it("holds at least 500 lines and every question in both languages", () => {
    expect(lines.length).toBeGreaterThanOrEqual(500);
    for (const question of questionIds) {
      for (const locale of ["en", "es"]) {
        expect(lines.some(({ cells }) => cells[0] === question && cells[1] === locale)).toBe(true);
      }
    }
  });

  it.each(lines)("$file line $number: $cells", ({ cells }) => {
    const [question, locale, channel, text = "", expected = ""] = cells;
    const reading = understand(question as QuestionId, text, {
      locale: locale as Locale,
      channel: channel as "sms" | "web",
      today,
    });
    expect(JSON.parse(JSON.stringify(reading))).toEqual(JSON.parse(expected));
  });
});
