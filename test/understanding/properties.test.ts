/**
 * What holds for every message, whatever it is: understanding is total and pure, digits carry no language,
 * and a birth date is never taken from less than a day, a month and a year.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionChoices, questionIds, type ReadingContext } from "../../src/understanding/types.ts";
import { detectLocale, understand } from "../../src/understanding/understand.ts";

const question = fc.constantFrom(...questionIds);
const context: fc.Arbitrary<ReadingContext> = fc.record({
  locale: fc.constantFrom("en" as const, "es" as const),
  channel: fc.constantFrom("sms" as const, "web" as const),
  today: fc.constant("2026-11-22"),
});
const fragments = fc.constantFrom(
  "stop", "no", "sí", "1", "7/25/68", "25 de julio", "del 68", "BA123456", "Maria", "Lopez", "aka", "o", "no sé", "mota",
  "\u0000", "\ud800", "مرحبا", "👍", "1️⃣", "'", "\n", "de la", "LOPEZ,", "03/04/70", "92", "los 90", "!!!",
); // prettier-ignore
const message = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join(" ")),
);

const birthDay = fc.date({
  min: new Date(Date.UTC(1921, 0, 1)),
  max: new Date(Date.UTC(2004, 11, 31)),
  noInvalidDate: true,
});
const monthsEn =
  "January February March April May June July August September October November December".split(" ");
const monthsEs =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const small =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tensEn = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const hastaVeintinueve =
  "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(
    " ",
  );
const decenas = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const inEnglish = (n: number): string =>
  n < 20
    ? (small[n - 1] ?? "")
    : `${tensEn[Math.floor(n / 10) - 2]}${n % 10 === 0 ? "" : ` ${small[(n % 10) - 1]}`}`;
const enPalabras = (n: number): string =>
  n < 30
    ? (hastaVeintinueve[n - 1] ?? "")
    : `${decenas[Math.floor(n / 10) - 3]}${n % 10 === 0 ? "" : ` y ${hastaVeintinueve[(n % 10) - 1]}`}`;
const yearEn = (y: number): string =>
  y >= 2000
    ? `two thousand${y === 2000 ? "" : ` ${inEnglish(y - 2000)}`}`
    : `nineteen ${y % 100 < 10 ? `oh ${small[(y % 100) - 1]}` : inEnglish(y % 100)}`;
const yearEs = (y: number): string =>
  y >= 2000
    ? `dos mil${y === 2000 ? "" : ` ${enPalabras(y - 2000)}`}`
    : `mil novecientos ${enPalabras(y % 100)}`;
const byEar = (text: string): string =>
  text
    .replace(/v/g, "b")
    .replace(/c(?=[ei])/g, "s")
    .replace("mil nob", "mil nuebe ")
    .replace("nuebe esi", "nuebe si");

/** Ways to say a day, from its year, month 1–12 and day, none of which can be read as another day. */
const spokenForms: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${monthsEn[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${(monthsEn[m - 1] ?? "").slice(0, 3)}. ${d} ${y}`,
  (y, m, d) => `the ${d}th of ${monthsEn[m - 1]} ${y}`,
  (y, m, d) => `${String(d).padStart(2, "0")}${(monthsEn[m - 1] ?? "").slice(0, 3).toUpperCase()}${y}`,
  (y, m, d) => `${d}-${(monthsEn[m - 1] ?? "").slice(0, 3)}-${y}`,
  (y, m, d) => `${monthsEn[m - 1]} ${inEnglish(d)}, ${yearEn(y)}`,
  (y, m, d) => `${d} de ${monthsEs[m - 1]} de ${y}`,
  (y, m, d) => `${d} ${monthsEs[m - 1]} del ${y}`,
  (y, m, d) => `${monthsEs[m - 1]} ${d} de ${y}`,
  (y, m, d) => `un ${d} de ${monthsEs[m - 1]} en ${y}`,
  (y, m, d) => `${d} del ${m} del ${y}`,
  (y, m, d) => `dia ${d} mes ${m} año ${y}`,
  (y, m, d) => `${enPalabras(d)} de ${monthsEs[m - 1]} de ${yearEs(y)}`,
  (y, m, d) => byEar(`${enPalabras(d)} de ${monthsEs[m - 1]} de ${yearEs(y)}`),
  (y, m, d) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
  (y, m, d) => `${y}${String(m).padStart(2, "0")}${String(d).padStart(2, "0")}`,
];

describe("understand", () => {
  it("reads any text at any question without throwing, and its reading is well formed", () => {
    fc.assert(
      fc.property(question, message, context, (q, text, c) => {
        const reading = understand(q, text, c);
        expect(["value", "ambiguous", "unknown", "command"]).toContain(reading.kind);
        expect(reading.value !== undefined).toBe(reading.kind === "value");
        expect((reading.options?.length ?? 0) > 1).toBe(reading.kind === "ambiguous");
        expect(() => structuredClone(reading)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["a long run of one letter", "a".repeat(10_000)],
    ["white space", " ".repeat(10_000)],
    ["lone surrogates", "\ud800\udc00\ud800".repeat(3_000)],
    ["NUL", "\u0000".repeat(10_000)],
    ["right to left", "مرحبا بك ".repeat(1_200)],
    ["emoji", "😀🛑👍".repeat(1_600)],
    ["dates", "7/25/68 ".repeat(1_250)],
    ["polite words", "please would like any more ".repeat(400)],
  ])("survives 10 000 characters of %s at every question", (_name, text) => {
    for (const q of questionIds) {
      expect(() => understand(q, text, { locale: "es", channel: "sms", today: "2026-11-22" })).not.toThrow();
    }
  });

  it("gives the same reading twice", () => {
    fc.assert(
      fc.property(question, message, context, (q, text, c) => {
        expect(understand(q, text, c)).toEqual(understand(q, text, c));
      }),
      { numRuns: 150 },
    );
  });

  it("reads the birth date it gave, typed again, as the same date", () => {
    const day = fc.date({
      min: new Date(Date.UTC(1920, 0, 1)),
      max: new Date(Date.UTC(2004, 11, 31)),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, context, (date, c) => {
        const iso = date.toISOString().slice(0, 10);
        expect(understand("birthDate", iso, c)).toEqual({ kind: "value", value: iso });
      }),
    );
  });

  it("reads every spoken and written form of a birth date as that date, in both languages", () => {
    fc.assert(
      fc.property(birthDay, fc.constantFrom(...spokenForms), fc.nat(2), (date, form, around) => {
        const iso = date.toISOString().slice(0, 10);
        const said = form(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        const text = [said, `nací el ${said}`, `DOB: ${said}`][around] ?? said;
        for (const locale of ["en", "es"] as const) {
          const reading = understand("birthDate", text, { locale, channel: "sms", today: "2026-11-22" });
          expect({ text, reading }).toEqual({ text, reading: { kind: "value", value: iso } });
        }
      }),
      { numRuns: 400 },
    );
  });

  it("takes no age, count or second day for a part of a birth date", () => {
    const age = fc.integer({ min: 20, max: 89 });
    const partial = fc.constantFrom(
      "july 25",
      "7/25",
      "25 de julio",
      "the 3rd of march",
      "march 3",
      "12 de mayo",
    );
    const beside = fc.constantFrom(
      (n: number) => `${n} years old`,
      (n: number) => `${n} años`,
      (n: number) => `im ${n}`,
      (n: number) => `tengo ${n}`,
      (n: number) => `${n} yrs ago`,
      (n: number) => `age ${n}`,
    );
    fc.assert(
      fc.property(partial, age, beside, context, (day, n, told, c) => {
        for (const text of [`${day}, ${told(n)}`, `${day} ${told(n)}`, `${told(n)} ${day}`]) {
          expect({ text, kind: understand("birthDate", text, c).kind }).not.toEqual({ text, kind: "value" });
          expect(understand("name", `Ana Ruiz ${text}`, c).also?.birthDate).toBeUndefined();
        }
      }),
    );
  });

  it("never takes a birth date from a text without both a day and a month", () => {
    const year = fc.integer({ min: 1900, max: 2030 }).map(String);
    const month = fc.constantFrom("julio", "july", "enero", "march", "dic");
    const partial = fc.oneof(
      year,
      fc.tuple(month, year).map((parts) => parts.join(" ")),
      fc.tuple(fc.integer({ min: 1, max: 31 }), month).map((parts) => parts.join(" ")),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
        .map((parts) => parts.join("/")),
      fc
        .tuple(fc.constantFrom("tengo", "im", "age"), fc.integer({ min: 18, max: 90 }))
        .map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(partial, context, (text, c) => {
        expect(understand("birthDate", text, c).kind).not.toBe("value");
        expect(understand("name", text, c).also?.birthDate).toBeUndefined();
      }),
    );
  });

  it("asks back, in Spanish, every date whose day and month could change places", () => {
    const small = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(small, small, fc.integer({ min: 1930, max: 2000 }), (a, b, year) => {
        const reading = understand("birthDate", `${a}/${b}/${year}`, {
          locale: "es",
          channel: "sms",
          today: "2026-11-22",
        });
        expect(reading.kind).toBe(a === b ? "value" : "ambiguous");
      }),
    );
  });

  it("never gives a date after today or an age below ten or above 110", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1850, max: 2100 }),
        (m, d, y) => {
          const reading = understand("birthDate", `${m}/${d}/${y}`, {
            locale: "en",
            channel: "sms",
            today: "2026-11-22",
          });
          if (typeof reading.value === "string") {
            expect(reading.value < "2016-11-23").toBe(true);
            expect(reading.value > "1915-11-21").toBe(true);
          }
        },
      ),
    );
  });

  it("reads each choice by its number among the choices offered, and no number beyond them", () => {
    for (const [id, full] of Object.entries(questionChoices)) {
      const q = id as keyof typeof questionChoices;
      const offered = [...full].reverse().slice(0, 2);
      const c = { locale: "en", channel: "sms", today: "2026-11-22", choices: offered } as const;
      expect(understand(q, "1", c)).toEqual({ kind: "value", value: offered[0] });
      expect(understand(q, "2️⃣", c)).toEqual({ kind: "value", value: offered[1] });
      expect(understand(q, "3", c).kind).toBe("unknown");
    }
  });

  it("never lets a volunteered answer be agreement", () => {
    fc.assert(
      fc.property(question, message, context, (q, text, c) => {
        const also = understand(q, text, c).also ?? {};
        for (const forbidden of ["start", "confirm", q]) expect(Object.keys(also)).not.toContain(forbidden);
      }),
      { numRuns: 300 },
    );
  });

  it("reads the opt-out words at every question on sms and at none on the web", () => {
    for (const q of questionIds) {
      for (const word of ["STOP", "stop.", "Alto", "BAJA", "no más", "UNSUBSCRIBE", "cancelar", "END"]) {
        expect(understand(q, word, { locale: "en", channel: "sms", today: "2026-11-22" })).toEqual({
          kind: "command",
          command: "stop",
        });
        expect(understand(q, word, { locale: "en", channel: "web", today: "2026-11-22" }).command).not.toBe(
          "stop",
        );
      }
    }
  });

  it("takes no word for an opt-out by its beginning", () => {
    for (const q of questionIds) {
      for (const word of [
        "Stopford",
        "yesterday",
        "ayudante",
        "parada",
        "bajas",
        "ended",
        "quitman",
        "cancelada",
      ]) {
        expect(understand(q, word, { locale: "en", channel: "sms", today: "2026-11-22" }).command).not.toBe(
          "stop",
        );
      }
    }
  });
});

describe("detectLocale", () => {
  it("learns no language from digits, punctuation or emoji", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789 .-/#()'!".split("")), maxLength: 40 }),
        (text) => {
          expect(detectLocale(text)).toBeNull();
        },
      ),
    );
  });

  it("is total", () => {
    fc.assert(
      fc.property(message, (text) => [null, "en", "es"].includes(detectLocale(text))),
      { numRuns: 200 },
    );
  });
});
