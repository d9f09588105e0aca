import { describe, expect, it } from "vitest";
import type { ListRecord } from "../../matching/types.ts";
import { confirmableBy, QualityTally } from "./tally.ts";

const whole: ListRecord = {
  caseNumber: "BA123456",
  name: { given: ["Maria"], family: ["Lopez"] },
  aka: [],
  birthDate: "1968-07-25",
  charges: ["11357(a) HS"],
  convictionDate: "1992-03-04",
};

function without(record: ListRecord, field: "caseNumber" | "name" | "birthDate"): ListRecord {
  const { [field]: _gone, ...rest } = record;
  return rest;
}

function holdingsOf(records: readonly ListRecord[]) {
  const tally = new QualityTally();
  for (const record of records) tally.add(record);
  return tally.finish();
}

describe("how a record can be confirmed", () => {
  it("is by name and date, by number and a name, or not at all", () => {
    expect(confirmableBy(whole)).toBe("nameAndDate");
    expect(confirmableBy(without(whole, "caseNumber"))).toBe("nameAndDate");
    expect(confirmableBy(without(whole, "birthDate"))).toBe("numberOnly");
    expect(confirmableBy({ ...whole, name: { given: [], family: ["Lopez"] } })).toBe("numberOnly");
    expect(confirmableBy(without(whole, "name"))).toBe("never");
    expect(confirmableBy(without(without(whole, "birthDate"), "caseNumber"))).toBe("never");
  });

  it("counts another name used as well", () => {
    const aka = [{ given: ["Mary"], family: ["Lopez"] }];
    expect(confirmableBy({ ...without(whole, "name"), aka })).toBe("nameAndDate");
  });
});

describe("what a list holds", () => {
  it("counts gaps by decade of conviction, those without a date by themselves", () => {
    const undated = { ...without(whole, "birthDate") };
    delete undated.convictionDate;
    const { decades } = holdingsOf([whole, without(whole, "caseNumber"), undated]);
    expect(decades.map(({ decade, records }) => [decade, records])).toEqual([
      [0, 1],
      [1990, 2],
    ]);
    expect(decades[0]?.missing).toMatchObject({ birthDate: 1, convictionDate: 1, caseNumber: 0, court: 1 });
    expect(decades[1]?.missing).toMatchObject({ birthDate: 0, convictionDate: 0, caseNumber: 1, charges: 0 });
  });

  it("tells a repeated row, however spelt, from a number that stands under two names", () => {
    const again = { ...whole, caseNumber: "ba-123456", name: { given: ["MARÍA"], family: ["LÓPEZ"] } };
    const other = { ...whole, name: { given: ["Juan"], family: ["Rios"] } };
    expect(holdingsOf([whole, again, other])).toMatchObject({ repeated: 1, conflicting: 1, records: 3 });
  });

  it("counts people by their cases, a repeated row once, and nobody without a birth date", () => {
    const cases = [1, 2, 3, 4, 5].map((n) => ({ ...whole, caseNumber: `BA12345${n}` }));
    const other = { ...whole, birthDate: "1970-01-01", caseNumber: "BA999999" };
    const held = holdingsOf([...cases, ...cases.slice(0, 1), other, without(whole, "birthDate")]);
    expect(held.peopleByCases).toEqual([1, 0, 0, 1]);
    expect(held.firstOfJanuary).toBe(1);
  });
});
