/**
 * Links and telephone numbers in messages.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphs, spans } from "./richText.ts";

describe("spans", () => {
  it("dials a telephone number however it is written", () => {
    for (const number of ["(323) 760-6763", "323-760-6763", "323.760.6763"]) {
      expect(spans(`Call ${number}.`)).toEqual([
        { text: "Call " },
        { text: number, href: "tel:+13237606763" },
        { text: "." },
      ]);
    }
  });

  it("dials a number abroad with its own country's code", () => {
    expect(spans("Va a llamar a +52 664 123 4567.")).toEqual([
      { text: "Va a llamar a " },
      { text: "+52 664 123 4567", href: "tel:+526641234567" },
      { text: "." },
    ]);
  });

  it("leaves the full stop after a link outside it", () => {
    expect(spans("See https://example.org/help.")).toEqual([
      { text: "See " },
      { text: "https://example.org/help", href: "https://example.org/help" },
      { text: "." },
    ]);
  });

  it("takes no case number or date for a telephone number", () => {
    expect(spans("BA123456, 1992-07-25, 11357(b)")).toEqual([{ text: "BA123456, 1992-07-25, 11357(b)" }]);
  });

  it("loses and adds no letter, and links to http, https and tel alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (message) => {
        const found = spans(message);
        expect(found.map((span) => span.text).join("")).toBe(message);
        for (const { href } of found)
          if (href !== undefined) expect(href).toMatch(/^(https?:\/\/|tel:\+1\d{10}$|tel:\+\d{5,19}$)/);
      }),
    );
  });
});

describe("paragraphs", () => {
  it("divides at blank lines and keeps single breaks", () => {
    expect(paragraphs("one\ntwo\n\n\nthree\n")).toEqual(["one\ntwo", "three"]);
  });
});
