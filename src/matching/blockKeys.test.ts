/**
 * Block keys: a record and its asker meet; probes are bounded, ordered and never of neighbouring dates.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askerBlockKeys, recordBlockKeys } from "./blockKeys.ts";
import type { Asker, ListRecord, PersonName } from "./types.ts";

function name(given: string, family: string): PersonName {
  return { given: given.split(" "), family: family.split(" ") };
}

const base: ListRecord = {
  caseNumber: "XCNBA123456-01",
  name: name("JESUS A", "DE LA CRUZ SOTO"),
  aka: [],
  birthDate: "1970-03-04",
  charges: [],
  convictionDate: "1993-05-05",
};

const asked: Asker = { names: [name("Jesús", "de la Cruz")], birthDate: "1970-03-04", caseNumbers: [] };

function meet(asker: Asker, record: ListRecord): string[] {
  const filed = new Set(recordBlockKeys(record));
  return askerBlockKeys(asker).filter((key) => filed.has(key));
}

function undated(record: ListRecord): ListRecord {
  const { birthDate: _, ...rest } = record;
  return rest;
}

describe("a record and its asker meet", () => {
  it.each<[string, Asker, ListRecord]>([
    ["by case number alone", { names: [], caseNumbers: ["ba 123456"] }, base],
    ["with everything right", asked, base],
    ["with the given name unrecognisable", { ...asked, names: [name("Zzz", "Cruz")] }, base],
    ["with the family name unrecognisable", { ...asked, names: [name("Jesus", "Zzz")] }, base],
    ["with a slip in both names", { ...asked, names: [name("Jeszs", "Krzu")] }, base],
    [
      "with a pet name and another day",
      { ...asked, names: [name("Chuy", "Cruz")], birthDate: "1970-03-28" },
      base,
    ],
    ["with a decade off", { ...asked, birthDate: "1980-03-04" }, base],
    ["with day and month swapped", { ...asked, birthDate: "1970-04-03" }, base],
    [
      "with given and family name swapped",
      { ...asked, names: [name("Soto", "Jesus")], birthDate: "1970-11-11" },
      base,
    ],
    ["with the second surname only", { ...asked, names: [name("Jesus", "Soto")] }, base],
    [
      "with particles glued on",
      { ...asked, names: [name("Jesus", "Delacruz")], birthDate: "1970-12-12" },
      base,
    ],
    ["without a date on file, by year", { ...asked, year: { from: 1994, to: 1994 } }, undated(base)],
    ["without a date on file or a year", asked, undated(base)],
    [
      "at the edge of a bucket",
      { ...asked, year: { from: 1995, to: 1995 } },
      { ...undated(base), convictionDate: "1994-12-30" },
    ],
    [
      "by another name of the record",
      { ...asked, names: [name("Juan", "Mora")] },
      { ...base, aka: [name("JUAN", "MORA")] },
    ],
    ["by another name of the asker", { ...asked, names: [name("Juan", "Mora"), ...asked.names] }, base],
  ])("%s", (_, asker, record) => {
    expect(meet(asker, record)).not.toEqual([]);
  });

  it("without either date", () => {
    const { convictionDate: _, ...record } = undated(base);
    expect(meet(asked, record)).not.toEqual([]);
  });
});

describe("askerBlockKeys", () => {
  it("looks under no date but the own and its swapped form", () => {
    const dates = askerBlockKeys(asked).flatMap((key) => /^date\|(\d{4}-\d{2}-\d{2})/.exec(key)?.[1] ?? []);
    expect(new Set(dates)).toEqual(new Set(["1970-03-04", "1970-04-03"]));
  });

  it("puts the most selective first", () => {
    const order = ["case", "date", "year", "near", "day", "undated"];
    const families = askerBlockKeys({ ...asked, caseNumbers: ["BA1"] }).map((key) =>
      order.indexOf(key.split("|")[0] ?? ""),
    );
    expect(families).toEqual(families.toSorted((a, b) => a - b));
  });

  it("gives at most 40 distinct keys and never throws, whatever was typed", () => {
    const words = fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 6 });
    const likely = fc.array(
      fc.constantFrom("Beto", "Lalo", "de", "la", "Vallejo", "Ximena", "Hernandez", "J"),
      {
        maxLength: 6,
      },
    );
    const part = fc.oneof(words, likely);
    fc.assert(
      fc.property(
        fc.array(fc.record({ given: part, family: part }), { maxLength: 6 }),
        fc.array(fc.string({ maxLength: 14 }), { maxLength: 9 }),
        fc.integer({ min: 1900, max: 2020 }),
        (names, caseNumbers, from) => {
          const keys = askerBlockKeys({
            names,
            caseNumbers,
            birthDate: "1970-03-04",
            year: { from, to: from + 30 },
          });
          expect(keys.length).toBeLessThanOrEqual(40);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it("is empty for an asker who said nothing", () => {
    expect(askerBlockKeys({ names: [], caseNumbers: [] })).toEqual([]);
  });
});

describe("recordBlockKeys", () => {
  it("is empty for an empty record and distinct otherwise", () => {
    expect(recordBlockKeys({ aka: [], charges: [] })).toEqual([]);
    const keys = recordBlockKeys({ ...base, aka: [name("JESUS", "CRUZ")] });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("files several case numbers of one cell", () => {
    const keys = recordBlockKeys({ aka: [], charges: [], caseNumber: "BA123456; KA057009" });
    expect(keys).toHaveLength(2);
  });
});
