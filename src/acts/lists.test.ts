import { beforeAll, beforeEach, expect, it } from "vitest";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { failAt } from "../../test/support/databaseProbe.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../../test/support/lists.ts";
import { makeServices, testKeys, type TestServices } from "../../test/support/services.ts";
import { findCandidates } from "../lists/candidates.ts";
import { purgeRetired } from "../lists/purgeRetired.ts";
import type { SampleRow } from "../lists/sample/generate.ts";
import { currentLists } from "./current-lists.ts";
import { loadSample, samplePeople } from "./load-sample.ts";
import { rekeyLists } from "./rekey-lists.ts";
import { rollBackList } from "./roll-back-list.ts";
import { showLists } from "./show-lists.ts";

const folder = temporaryFolder();
const rows = listRows(40);
const file = writeList(folder, "list.csv", rows);
const changed = writeList(folder, "changed.csv", rows.slice(2));

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let services: TestServices;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    services = makeServices({ database });
  });

  const finds = async (on: TestServices, row: SampleRow) =>
    (
      await findCandidates(on, await on.versions.current(), {
        names: [{ given: [row.first_name], family: row.last_name.split(" ") }],
        birthDate: row.date_of_birth,
        caseNumbers: [],
      })
    ).some(({ record }) => record.caseNumber === row.case_number);

  it("the sample loads once, of the size asked for, with the people it promises", async () => {
    const told: number[] = [];
    const onProgress = (done: number, total: number) => told.push(done / total);
    expect(await loadSample(services, { records: 80, onProgress })).toBe(80);
    expect(told.at(-1)).toBe(1);
    expect(told.every((share, n) => share >= (told[n - 1] ?? 0))).toBe(true);
    expect(await loadSample(services, { records: 80 })).toBe(0);
    const lists = await showLists(services);
    expect(lists.map((list) => [list.id, list.sample])).toEqual([
      ["sample-2020", true],
      ["sample-2021", true],
    ]);
    expect(lists.reduce((sum, list) => sum + (list.versions[0]?.records ?? 0), 0)).toBe(80);
    for (const person of samplePeople("en")) {
      const candidates = await findCandidates(services, await services.versions.current(), {
        names: [{ given: person.given, family: person.family }],
        birthDate: person.birthDate,
        caseNumbers: [],
      });
      expect(candidates.length).toBeGreaterThan(0);
    }
  });

  it("a sample load that was killed is made good by the next", async () => {
    const killed = failAt(database, 12);
    await expect(loadSample({ ...services, database: killed.database }, { records: 60 })).rejects.toThrow();
    expect(await loadSample(services, { records: 60 })).toBeGreaterThan(0);
    expect((await services.versions.current()).reduce((sum, v) => sum + v.records, 0)).toBe(60);
  });

  it("a sample of an older scheme is made anew at the next start, and lookups go on", async () => {
    await loadSample(services, { records: 60 });
    await database.query("update list_version set scheme = scheme - 1");
    const restarted = makeServices({ database });
    expect((await currentLists(restarted)).notReady).toBe("SCHEME_DIFFERS");
    expect(await loadSample(restarted, { records: 60 })).toBe(60);
    const { versions, notReady } = await currentLists(restarted);
    expect([versions.length, notReady]).toEqual([2, undefined]);
  });

  it("the sample never loads beside a real list, nor after one", async () => {
    await importFile(services, file);
    expect(await loadSample(services)).toBe(0);
    await expect(loadSample(services, { replace: true })).rejects.toThrow(/stays away/);
    expect((await showLists(services)).map((list) => list.id)).toEqual(["county-2020"]);
  });

  it("a real list takes the sample away in the same step, keys and all", async () => {
    await loadSample(services, { records: 60 });
    await importFile(services, file);
    expect((await services.versions.current()).map((v) => v.list.id)).toEqual(["county-2020"]);
    const left = await database.query("select 1 from list_version where list_id like 'sample-%'");
    expect(left).toEqual([]);
  });

  it("rekey answers alike under new keys, for roll-back too, and old rows are gone", async () => {
    await importFile(services, file);
    await importFile(services, changed);
    const [first = "", second = ""] = testKeys.split(",");
    const rotated = makeServices({ database, keys: `${second},${first}` });
    const done = await rekeyLists(rotated, { actor: "operator" });
    expect(done.map(({ records, unreadable }) => [records, unreadable])).toEqual([
      [38, 0],
      [40, 0],
    ]);
    expect(await rekeyLists(rotated, { actor: "operator" })).toEqual([]);
    const onlyNew = makeServices({ database, keys: second });
    expect(await finds(onlyNew, rows[5] as SampleRow)).toBe(true);
    expect((await showLists(onlyNew))[0]?.versions.map((v) => [v.role, v.records, v.authority])).toEqual([
      ["current", 38, "Order of 2020-02-11, clerk@example.org"],
      ["previous", 40, "Order of 2020-02-11, clerk@example.org"],
    ]);
    await rollBackList(onlyNew, "county-2020", "operator");
    expect(await finds(onlyNew, rows[0] as SampleRow)).toBe(true);
    const [left] = await database.query<{ n: number }>("select count(*)::int as n from record");
    expect(left?.n).toBe(40);
  });

  it("rekey of a list under another scheme makes a server ready again", async () => {
    await importFile(services, file);
    await database.query("update list_version set scheme = scheme - 1");
    expect(await services.versions.ready()).toBe(false);
    await rekeyLists(services, { actor: "operator" });
    expect(await services.versions.ready()).toBe(true);
    expect(await finds(services, rows[5] as SampleRow)).toBe(true);
  });

  it("rekey without the key of a list is refused and changes nothing", async () => {
    await importFile(services, file);
    const stranger = makeServices({ database, keys: `z:${Buffer.alloc(32, 9).toString("base64")}` });
    await expect(rekeyLists(stranger, { actor: "operator" })).rejects.toThrow(
      /key a is not among CLEARLINE_KEYS/,
    );
    expect(await finds(services, rows[5] as SampleRow)).toBe(true);
  });

  it("rekey killed anywhere leaves a list that answers", async () => {
    await importFile(services, file);
    for (let at = 1; ; at++) {
      const dying = { ...makeServices({ database }), database: failAt(database, at).database };
      const died = await rekeyLists(dying, { actor: "operator", all: true }).then(
        () => false,
        () => true,
      );
      expect((await services.versions.current()).map((v) => v.records)).toEqual([40]);
      expect(await finds(services, rows[5] as SampleRow)).toBe(true);
      if (!died) break;
    }
    await purgeRetired(database);
    const [left] = await database.query<{ n: number }>("select count(*)::int as n from record");
    expect(left?.n).toBe(40);
  });
});
