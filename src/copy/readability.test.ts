/**
 * Reading levels rest on counts: syllables of common words in both languages, words and sentences of real texts.
 */
import { describe, expect, it } from "vitest";
import { countText, englishSyllables, gradeLevel, inflesz, spanishSyllables } from "./readability.ts";

/** Syllables as a dictionary gives them. */
const english = {
  1: "case court list name phone lists dates names voice changed looked asked the who year send",
  2: "people dismissed lawyer copy cases answer record waiting county places pages little table wanted create quiet",
  3: "employer certified citizen defender another area idea juvenile messages citizens video serious",
  4: "information immigration prosecutor",
} as const;
const spanish = {
  1: "quien fue ley hoy juez que más",
  2: "caso corte ciudad país día río aún leer tuvo estoy guía",
  3: "línea área respuesta archivos público",
  4: "información ciudadano nacimiento averigüe teléfono migratorio",
  5: "desestimado",
} as const;

const words = (table: Readonly<Record<number, string>>) =>
  Object.entries(table).flatMap(([count, list]) =>
    list
      .split(" ")

      .map((word) => [word, Number(count)] as const),
  );

describe("syllables", () => {
  it.each(words(english))("of %s", (word, count) => {
    expect(englishSyllables(word)).toBe(count);
  });
  it.each(words(spanish))("of %s", (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });
});

describe("countText", () => {
  it("leaves numbers, form names, phones and addresses out, and keeps their sentence end", () => {
    const text = "Call (323) 555-0142. See https://example.org/a.b. Use form CR-400, or BA123456.\nThen wait";
    expect(countText(text, () => 1)).toEqual({ sentences: 4, words: 7, syllables: 7, longest: 3 });
  });

  it("counts no sentence where there is no word", () => {
    expect(countText("1992. 12/3! \n ", () => 1)).toEqual({
      sentences: 0,
      words: 0,
      syllables: 0,
      longest: 0,
    });
  });
});

describe("levels", () => {
  it("gives the Flesch-Kincaid grade: 3 sentences, 11 words, 12 syllables", () => {
    expect(gradeLevel("We looked. A person can help you. Call us at noon.")).toBeCloseTo(
      (0.39 * 11) / 3 + (11.8 * 12) / 11 - 15.59,
    );
  });

  it("gives Szigriszt-Pazos: 3 sentences, 9 words, 18 syllables", () => {
    expect(inflesz("Ya buscamos. Una persona le puede ayudar. Llame hoy.")).toBeCloseTo(
      206.835 - 62.3 * 2 - 3,
    );
  });

  it("puts the language of law beyond what copy may be", () => {
    expect(
      gradeLevel("Petitioners demonstrating eligibility may file notwithstanding prior stipulations."),
    ).toBeGreaterThan(12);
    expect(inflesz("La desestimación administrativa requiere autorización jurisdiccional.")).toBeLessThan(40);
  });

  it("takes a text without words as easy", () => {
    expect(gradeLevel("1992")).toBe(0);
    expect(inflesz("1992")).toBe(100);
  });
});
