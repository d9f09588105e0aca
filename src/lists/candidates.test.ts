import { beforeAll, describe, expect, it } from "vitest";
import { forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { recordStatements } from "../../test/support/databaseProbe.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../../test/support/lists.ts";
import { makeServices, type TestServices } from "../../test/support/services.ts";
import type { Asker } from "../matching/types.ts";
import { findCandidates, probesPerList, recordsPerLookup } from "./candidates.ts";
import type { SampleRow } from "./sample/generate.ts";

const folder = temporaryFolder();
const rows = listRows(400);

const askerOf = (row: SampleRow): Asker => ({
  names: [{ given: [row.first_name], family: row.last_name.split(" ") }],
  ...(row.date_of_birth === "" ? {} : { birthDate: row.date_of_birth }),
  caseNumbers: [],
});
const stranger: Asker = {
  names: [{ given: ["Zyxw"], family: ["Qqqqqq"] }],
  birthDate: "1999-12-31",
  caseNumbers: ["ZZ999999"],
};
const nobody: Asker = { names: [], caseNumbers: [] };

describe("records a lookup opens", () => {
  it("are 32 up to a million records, and 2 more for each doubling", () => {
    expect([0, 2000, 1_000_000, 1_000_001, 2_000_000, 2_500_000, 8_000_000].map(recordsPerLookup)).toEqual([
      32, 32, 32, 34, 34, 36, 38,
    ]);
  });
});

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let services: TestServices;

  beforeAll(async () => {
    database = await makeDatabase();
    services = makeServices({ database });
    await importFile(services, writeList(folder, "a.csv", rows), { list: "a" });
    await importFile(services, writeList(folder, "b.csv", listRows(90, 8)), { list: "b" });
  });

  it("finds the record of everyone on the list by name and birth date, and by case number alone", async () => {
    const versions = await services.versions.current();
    for (const row of rows.slice(0, 60)) {
      const found = await findCandidates(services, versions, askerOf(row));
      if (row.date_of_birth !== "") {
        expect(found.map((c) => c.record.caseNumber ?? "")).toContain(row.case_number);
      }
      if (row.case_number === "") continue;
      const byNumber = await findCandidates(services, versions, {
        names: [],
        caseNumbers: [row.case_number],
      });
      expect(byNumber.map((c) => c.record.caseNumber)).toContain(row.case_number);
    }
  });

  it("asks the same two statements for the same number of labels and records, hit or miss", async () => {
    const versions = await services.versions.current();
    const probe = recordStatements(database);
    const shapes = new Set<string>();
    for (const asker of [...rows.slice(0, 20).map(askerOf), stranger, nobody]) {
      probe.asked.length = 0;
      await findCandidates({ ...services, database: probe.database }, versions, asker);
      const sizes = probe.asked.map(({ values }) => values.map((value) => String(value).split(",").length));
      shapes.add(JSON.stringify([probe.asked.map(({ text }) => text), sizes]));
    }
    expect([...shapes]).toHaveLength(1);
    const [texts, sizes] = JSON.parse([...shapes][0] ?? "[]") as [string[], number[][]];
    expect(texts).toHaveLength(2);
    expect(sizes).toEqual([[2 * probesPerList], [recordsPerLookup(490), recordsPerLookup(490)]]);
  });

  it("fetches as many rows as it asked for, dummies that exist, in an order that tells nothing", async () => {
    const versions = await services.versions.current();
    let fetched = 0;
    const counting = {
      ...database,
      query: async <Row extends object>(...args: Parameters<typeof database.query>) => {
        const found = await database.query<Row>(...args);
        fetched = found.length;
        return found;
      },
    };
    for (const asker of [askerOf(rows[0] as SampleRow), stranger]) {
      await findCandidates({ ...services, database: counting }, versions, asker);
      expect(fetched).toBe(recordsPerLookup(490));
    }
  });

  it("finds nothing for a stranger, for someone who said nothing, and where no list is loaded", async () => {
    const versions = await services.versions.current();
    expect(await findCandidates(services, versions, stranger)).toEqual([]);
    expect(await findCandidates(services, versions, nobody)).toEqual([]);
    expect(await findCandidates(services, [], stranger)).toEqual([]);
  });

  it("says which records are met whatever day is typed: those of the names and the year, slips and all", async () => {
    const [first] = rows;
    if (!first) throw new Error("no rows");
    const named = { ...first, first_name: "JOSE", middle_name: "", last_name: "GARCIA", aka: "" };
    const all = makeServices({ database: await makeDatabase() });
    await importFile(
      all,
      writeList(folder, "named.csv", [
        { ...named, case_number: "BA77001", date_of_birth: "1970-05-13" },
        ...rows.slice(0, 50),
      ]),
    );
    const versions = await all.versions.current();
    const counted = async (given: string, family: string, birthDate: string) => {
      const asker: Asker = { names: [{ given: [given], family: [family] }], birthDate, caseNumbers: [] };
      const found = await findCandidates(all, versions, asker);
      return found.find(({ record }) => record.caseNumber === "BA77001")?.counted;
    };
    for (const [given, family] of [
      ["Jose", "Garcia"],
      ["Jose", "Garxia"],
      ["Jose", "Barcia"],
      ["Jise", "Garcia"],
      ["Lose", "Garcia"],
      ["Pepe", "Garcia"],
      ["Garcia", "Jose"],
    ] as const) {
      for (const birthDate of ["1970-05-13", "1970-09-21", "1970-02-03"]) {
        expect([given, family, birthDate, await counted(given, family, birthDate)]).toEqual([
          given,
          family,
          birthDate,
          true,
        ]);
      }
    }
    // Too far from the name to be met by it: found by the date alone, and not at all on another day.
    expect(await counted("Wendy", "Garcia", "1970-05-13")).toBe(false);
    expect(await counted("Wendy", "Garcia", "1970-09-21")).toBeUndefined();
  });

  it("works on a list smaller than what every lookup opens", async () => {
    const small = makeServices({ database: await makeDatabase() });
    await importFile(small, writeList(folder, "small.csv", rows.slice(0, 3)));
    const versions = await small.versions.current();
    const found = await findCandidates(small, versions, askerOf(rows[0] as SampleRow));
    expect(found.map((c) => c.record.caseNumber)).toContain(rows[0]?.case_number);
  });

  it("leaves out a record whose bytes were altered, logs it once by code, and never throws", async () => {
    const damaged = makeServices({ database: await makeDatabase() });
    await importFile(damaged, writeList(folder, "damaged.csv", rows.slice(0, 40)));
    const versions = await damaged.versions.current();
    const asker = askerOf(rows[1] as SampleRow);
    expect(await findCandidates(damaged, versions, asker)).not.toEqual([]);
    await damaged.database.query(
      "update record set sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1)",
    );
    expect(await findCandidates(damaged, versions, asker)).toEqual([]);
    expect(await findCandidates(damaged, versions, asker)).toEqual([]);
    const warnings = damaged.logged.filter((line) => line.includes("record_unreadable"));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).not.toContain(rows[1]?.last_name);
  });

  it("stops when it is told to", async () => {
    const versions = await services.versions.current();
    await expect(findCandidates(services, versions, stranger, AbortSignal.abort())).rejects.toThrow();
  });
});
