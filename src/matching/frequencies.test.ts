/**
 * Name frequencies: counted on the list, no rare name kept, one table from several.
 */
import { describe, expect, it } from "vitest";
import {
  FrequencyCounter,
  frequencyIndex,
  leastSeen,
  mergeFrequencies,
  noFrequencies,
} from "./frequencies.ts";
import type { ListRecord } from "./types.ts";

function record(given: string, family: string): ListRecord {
  return { name: { given: given.split(" "), family: family.split(" ") }, aka: [], charges: [] };
}

function counted(...records: ListRecord[]) {
  const counter = new FrequencyCounter();
  for (const one of records) counter.add(one);
  return counter.finish();
}

const many = (n: number, given: string, family: string): ListRecord[] =>
  Array.from({ length: n }, () => record(given, family));

describe("FrequencyCounter", () => {
  it("keeps no token seen fewer than five times", () => {
    const table = counted(
      ...many(leastSeen, "José", "García"),
      ...many(leastSeen - 1, "Xóchitl", "Xicotencatl"),
    );
    expect(table.given.seen).toEqual([["jose", leastSeen]]);
    expect(table.family.seen).toEqual([["garcia", leastSeen]]);
    expect(JSON.stringify(table)).not.toContain("xochitl");
    expect(table.given.rest).toBe(leastSeen - 1);
  });

  it("does not depend on the order of records", () => {
    const records = [...many(7, "Ana", "López Ruiz"), ...many(6, "Juan", "Ruiz"), record("Eva", "Sol")];
    expect(counted(...records)).toEqual(counted(...records.toReversed()));
  });

  it("counts a record once for a token it holds twice", () => {
    expect(counted(...many(5, "Juan", "García García")).family.seen).toEqual([["garcia", 5]]);
  });

  it("is JSON as it stands", () => {
    const table = counted(...many(9, "constructor", "__proto__"));
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expect(frequencyIndex(table).given.share("constructor")).toBeGreaterThan(
      frequencyIndex(table).given.share("x"),
    );
  });
});

describe("mergeFrequencies", () => {
  it("adds counts and records", () => {
    const merged = mergeFrequencies([counted(...many(6, "Ana", "Ruiz")), counted(...many(7, "Ana", "Soto"))]);
    expect(merged.records).toBe(13);
    expect(merged.given.seen).toEqual([["ana", 13]]);
    expect(merged.family.seen).toEqual([
      ["soto", 7],
      ["ruiz", 6],
    ]);
  });

  it("of nothing is the empty table", () => {
    expect(mergeFrequencies([])).toEqual(noFrequencies);
  });
});

describe("frequencyIndex", () => {
  it("finds a common name commoner than a rare one, and no share zero", () => {
    const { family } = frequencyIndex(counted(...many(900, "Ana", "García"), ...many(20, "Ana", "Zaragoza")));
    expect(family.share("garcia")).toBeGreaterThan(family.share("zaragoza"));
    expect(family.share("zaragoza")).toBeGreaterThan(family.share("xicotencatl"));
    expect(family.share("xicotencatl")).toBeGreaterThan(0);
  });

  it("sums the shares of names that sound alike", () => {
    const { family } = frequencyIndex(counted(...many(50, "Ana", "Valdez"), ...many(40, "Ana", "Baldes")));
    expect(family.soundShare("blds")).toBeCloseTo(family.share("valdez") + family.share("baldes"));
  });
});
