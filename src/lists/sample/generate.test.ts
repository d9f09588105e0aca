/**
 * The sample: deterministic, exact in number, of the real lists' make-up, and with its fixed people on it.
 */
import { describe, expect, it } from "vitest";
import { frequencyIndex, FrequencyCounter, mergeFrequencies } from "../../matching/frequencies.ts";
import { compare, decide, prepareAsker } from "../../matching/match.ts";
import { normaliseCaseNumber } from "../../matching/normalise.ts";
import type { ListRecord } from "../../matching/types.ts";
import { askerBlockKeys, recordBlockKeys } from "../../matching/blockKeys.ts";
import { generateSample, knownRecords, sampleLists, samplePeople } from "./generate.ts";

function share<T>(list: readonly T[], test: (one: T) => boolean): number {
  return list.filter(test).length / list.length;
}

describe("sampleLists", () => {
  it("gives exactly the records asked for, split as the real lists are", () => {
    for (const records of [0, 1, 7, 2000]) {
      const lists = sampleLists(records, 1);
      const counts = lists.map((list) => [...list.records].length);
      expect(counts).toEqual(lists.map((list) => list.count));
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(records);
    }
    expect(sampleLists(124_000, 1).map((list) => list.count)).toEqual([66_000, 58_000]);
  });

  it("is the same for the same seed, iterated again, and another for another seed", () => {
    const [list] = sampleLists(300, 5);
    const again = sampleLists(300, 5)[0];
    const other = sampleLists(300, 6)[0];
    expect([...(list?.records ?? [])]).toEqual([...(again?.records ?? [])]);
    expect([...(list?.records ?? [])]).toEqual([...(list?.records ?? [])]);
    expect([...(list?.records ?? [])]).not.toEqual([...(other?.records ?? [])]);
  });

  it("holds real dates, in order of a life, before Proposition 64", () => {
    for (const list of sampleLists(4000, 3)) {
      for (const record of list.records) {
        for (const date of [record.birthDate, record.convictionDate, record.statusDate]) {
          if (date === undefined) continue;
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
        if (record.convictionDate === undefined) continue;
        expect(record.convictionDate < "2016-11-09").toBe(true);
        const age = Number(record.convictionDate.slice(0, 4)) - Number(record.birthDate?.slice(0, 4) ?? 1900);
        expect(age).toBeGreaterThan(3);
      }
    }
  });
});

describe("the make-up of the lists", () => {
  const first = [...knownRecords({ records: 6000, seed: 2, list: "2020" })];
  const second = [...knownRecords({ records: 6000, seed: 2, list: "2021" })];

  it("is that of the people of 2020 as the press gave it", () => {
    const people = [...new Map(first.map((one) => [one.personId, one.person])).values()];
    expect(share(people, (one) => one.origin === "latino")).toBeCloseTo(0.45, 1);
    expect(share(people, (one) => one.origin === "black")).toBeCloseTo(0.32, 1);
    expect(share(people, (one) => one.origin === "white")).toBeCloseTo(0.2, 1);
    expect(first.length / people.length).toBeGreaterThan(1.15);
    expect(first.length / people.length).toBeLessThan(1.35);
  });

  it("has some people on both lists", () => {
    const ids = new Set(first.map((one) => one.personId));
    const both = share(second, (one) => ids.has(one.personId));
    expect(both).toBeGreaterThan(0.03);
    expect(both).toBeLessThan(0.2);
  });

  it("has the gaps of old records, more of them in 2021", () => {
    const undated = (one: { record: ListRecord }): boolean => one.record.birthDate === undefined;
    expect(share(first, undated)).toBeLessThan(share(second, undated));
    expect(share(second, undated)).toBeGreaterThan(0.02);
    expect(share(second, (one) => one.record.status === undefined)).toBeGreaterThan(0.5);
    expect(share(first, (one) => one.record.status === "dismissed")).toBeGreaterThan(0.85);
  });

  it("numbers cases in the formats of their time", () => {
    for (const { record } of [...first, ...second]) {
      if (record.caseNumber === undefined) continue;
      expect(normaliseCaseNumber(record.caseNumber)).toMatch(
        /^(?:[A-Z]?A\d{6}|\d[A-Z]{2}\d{5}|\d{2}[MPCT]\d{5})$/,
      );
    }
  });
});

describe("generateSample", () => {
  it("writes the records of the list as rows, without blanks standing for nothing", () => {
    const rows = [...generateSample({ records: 50, seed: 9, list: "2021" })];
    const records = [...(sampleLists(0, 9)[1]?.records ?? [])];
    expect(records).toEqual([]);
    expect(rows).toHaveLength(50);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).toBe(cell.trim());
  });
});

describe.each(["en", "es"] as const)("samplePeople in %s", (locale) => {
  const lists = sampleLists(400, 8).map((list) => [...list.records]);
  const records = lists.flat();
  const tables = lists.map((list) => {
    const counter = new FrequencyCounter();
    for (const record of list) counter.add(record);
    return counter.finish();
  });
  const frequencies = mergeFrequencies(tables);
  const people = samplePeople(locale);

  it("has three people with the three outcomes", () => {
    expect(people.map((one) => one.outcome).toSorted()).toEqual(["dismissed", "listed", "reduced"]);
  });

  it.each(people)("$name is confirmed by name and date, against one record alone", (person) => {
    expect(frequencyIndex(frequencies).given.share("x")).toBeGreaterThan(0);
    const asker = {
      names: [{ given: person.given, family: person.family }],
      birthDate: person.birthDate,
      caseNumbers: [],
    };
    const keys = new Set(askerBlockKeys(asker));
    const prepared = prepareAsker(asker);
    const confirmed = records
      .filter((record) => recordBlockKeys(record).some((key) => keys.has(key)))
      .filter((record) => decide(compare(prepared, record, frequencies), "date") === "confirmed");
    expect(confirmed.map((record) => record.caseNumber)).toEqual([person.caseNumber]);
    const told = { dismissed: "dismissed", reduced: "reduced", filed: "listed" } as Record<string, string>;
    expect(told[confirmed[0]?.status ?? ""]).toBe(person.outcome);
  });

  it.each(people)("$name is confirmed by case number and family name", (person) => {
    const asker = {
      names: [{ given: [], family: person.family }],
      caseNumbers: [person.caseNumber.toLowerCase()],
    };
    const confirmed = records.filter(
      (record) => decide(compare(prepareAsker(asker), record, frequencies), "caseNumber") === "confirmed",
    );
    expect(confirmed.map((record) => record.caseNumber)).toEqual([person.caseNumber]);
  });
});
