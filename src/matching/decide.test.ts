/**
 * Three decisions: what confirms, what counsel's switch holds back, and what mere weight never does.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, thresholds } from "./decide.ts";
import type { Comparison, FieldReason } from "./match.ts";

function comparison(change: Partial<Comparison> = {}): Comparison {
  const fields: FieldReason[] = [
    { field: "given", level: "equal", weight: 6 },
    { field: "family", level: "equal", weight: 6 },
  ];
  return {
    weight: 30,
    fields,
    given: true,
    family: true,
    date: "equal",
    caseNumber: "unknown",
    nearMiss: false,
    ...change,
  };
}

function withYear(level: string): Comparison {
  const base = comparison();
  return { ...base, fields: [...base.fields, { field: "year", level, weight: 1 }] };
}

describe("decide", () => {
  it("confirms name and date when the weight reaches the threshold", () => {
    expect(decide(comparison({ weight: thresholds.confirmed }), "date")).toBe("confirmed");
    expect(decide(comparison({ weight: thresholds.confirmed - 0.01 }), "date")).toBe("possible");
    expect(decide(comparison({ date: "swapped" }), "date")).toBe("confirmed");
  });

  it("never confirms without an equal or swapped date or an equal case number, whatever the weight", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 1000, noNaN: true }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("near", "different", "unknown"),
        fc.constantFrom("different", "unknown"),
        fc.constantFrom("date", "dateAndYear", "caseNumber"),
        (weight, given, family, date, caseNumber, rule) => {
          expect(decide(comparison({ weight, given, family, date, caseNumber }), rule)).not.toBe("confirmed");
        },
      ),
    );
  });

  it("never confirms by date when given or family name disagrees", () => {
    expect(decide(comparison({ given: false }), "date")).toBe("possible");
    expect(decide(comparison({ family: false }), "date")).toBe("possible");
  });

  it("confirms by case number when a name agrees, whatever the date", () => {
    const number = { caseNumber: "equal", date: "different", weight: 5 } as const;
    expect(decide(comparison(number), "date")).toBe("confirmed");
    expect(decide(comparison({ ...number, given: false }), "caseNumber")).toBe("confirmed");
    expect(decide(comparison({ ...number, given: false, family: false }), "date")).not.toBe("confirmed");
  });

  it("opens no case by its number and an initial alone", () => {
    const fields: FieldReason[] = [{ field: "given", level: "initial", weight: 4 }];
    const one = comparison({ caseNumber: "equal", family: false, date: "unknown", weight: 5, fields });
    expect(decide(one, "date")).not.toBe("confirmed");
  });

  it("wants the year as well under dateAndYear", () => {
    expect(decide(withYear("within"), "dateAndYear")).toBe("confirmed");
    expect(decide(withYear("near"), "dateAndYear")).toBe("confirmed");
    expect(decide(withYear("off"), "dateAndYear")).toBe("possible");
    expect(decide(comparison(), "dateAndYear")).toBe("possible");
  });

  it("lets only the case number confirm under caseNumber", () => {
    expect(decide(comparison(), "caseNumber")).toBe("possible");
    expect(decide(comparison({ caseNumber: "equal" }), "caseNumber")).toBe("confirmed");
  });

  it("asks a bit more for each doubling of the list", () => {
    const weight = thresholds.confirmed + 0.5;
    expect(decide(comparison({ weight }), "date")).toBe("confirmed");
    expect(decide(comparison({ weight, raised: 1 }), "date")).toBe("possible");
    const low = { date: "different", weight: thresholds.possible + 0.5 } as const;
    expect(decide(comparison({ ...low, raised: 1 }), "date")).toBe("none");
  });

  it("parts possible from none by weight", () => {
    const apart = { date: "different" } as const;
    expect(decide(comparison({ ...apart, weight: thresholds.possible }), "date")).toBe("possible");
    expect(decide(comparison({ ...apart, weight: thresholds.possible - 0.01 }), "date")).toBe("none");
  });
});
