/**
 * Whatever comparing says has its words in both languages, or the page of that person would not open.
 */
import { describe, expect, it } from "vitest";
import { createCopy } from "../../copy/copy.ts";
import { readConfig } from "../../env.ts";
import { caseStatuses } from "../../matching/types.ts";
import { weights } from "../../matching/weights.ts";
import { waterfall } from "./match.tsx";
import { spellPhone, spellWeight } from "./words.ts";

const copy = createCopy(readConfig({}).org);
const second = (level: string) => `second${level.charAt(0).toUpperCase()}${level.slice(1)}`;
const levels = {
  name: [
    ...Object.keys({ ...weights.given, ...weights.family, ...weights.order }),
    ...Object.keys({ ...weights.secondGiven, ...weights.secondFamily }).map(second),
  ],
  date: Object.keys(weights.birthDate),
  year: Object.keys(weights.year),
  number: Object.keys(weights.caseNumber),
  suffix: Object.keys(weights.suffix),
};

describe("the words of a near match", () => {
  for (const locale of ["en", "es"] as const) {
    it(`are there for every level of every field, ${locale}`, () => {
      const keys = Object.entries(levels).flatMap(([group, all]) =>
        all.map((level) => `queue.level.${group}.${level}`),
      );
      expect(keys.length).toBeGreaterThan(40);
      const fields = ["given", "family", "birthDate", "year", "caseNumber", "suffix"];
      const others = [
        ...fields.map((field) => `queue.field.${field}`),
        ...caseStatuses.map((status) => `queue.status.${status}`),
      ];
      expect([...keys, ...others].filter((key) => !copy.has(key, locale))).toEqual([]);
    });
  }

  it("weights carry their sign, phones are read as they are said", () => {
    expect([6.08, -2, 0.01, -0.04].map(spellWeight)).toEqual(["+6.1", "−2.0", "0.0", "0.0"]);
    expect(spellPhone("+13235550142")).toBe("(323) 555-0142");
    expect(spellPhone("+526641234567")).toBe("+526641234567");
  });
});

describe("the bars", () => {
  it("stand end to end, within the picture, to the left where a reason speaks against", () => {
    const marks = { possible: 16.5, confirmed: 20 };
    const reasons = [
      { field: "given", level: "equal", weight: 6 },
      { field: "family", level: "different", weight: -9 },
      { field: "birthDate", level: "equal", weight: 14 },
    ] as const;
    const { steps, at, sum } = waterfall(reasons, marks);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 6],
      [6, -3],
      [-3, 11],
    ]);
    expect(sum).toBe(11);
    for (const bits of [0, 6, -3, 11, marks.possible, marks.confirmed]) {
      expect(at(bits)).toBeGreaterThan(0);
      expect(at(bits)).toBeLessThan(100);
    }
    expect(at(-3)).toBeLessThan(at(0));
    expect(waterfall([], marks).sum).toBe(0);
  });
});
