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
