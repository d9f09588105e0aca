import { beforeAll, beforeEach, expect, it } from "vitest";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { recordStatements } from "../../test/support/databaseProbe.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../../test/support/lists.ts";
import { makeServices, testKeys, type TestServices } from "../../test/support/services.ts";
import { noFrequencies } from "../matching/frequencies.ts";
import { KeyRing } from "../privacy/keys.ts";
import { ListsNotReadyError, VersionCache } from "./versionCache.ts";
import { rewrapVersions } from "./versionKeys.ts";

const folder = temporaryFolder();
const rows = listRows(60);
const file = writeList(folder, "list.csv", rows);
const [firstKey = "", secondKey = ""] = testKeys.split(",");

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

  const cacheWith = (keys: string) => new VersionCache(database, KeyRing.parse(keys));

  it("opens current versions by announcement, with what an answer may say of their list", async () => {
    await importFile(services, file, { list: "later", announced: "2021-09-27", title: "September 2021" });
    await importFile(services, file, { list: "earlier" });
    const versions = await services.versions.current();
    expect(versions.map((v) => v.list)).toEqual([
      { id: "earlier", title: "earlier", announced: "2020-02-13", sample: false },
      { id: "later", title: "September 2021", announced: "2021-09-27", sample: false },
    ]);
    expect(versions.map((v) => [v.records, v.importedDay])).toEqual([
      [60, "2026-03-02"],
      [60, "2026-03-02"],
    ]);
    expect(versions[0]?.frequencies.records).toBe(60);
    expect(versions[0]?.frequencies).not.toEqual(noFrequencies);
  });

  it("reads keys once and which versions are current each time", async () => {
    const probe = recordStatements(database);
    const cache = new VersionCache(probe.database, services.sealer.keys);
    await importFile(services, file);
    const [first] = await cache.current();
    expect(probe.asked).toHaveLength(2);
    const [again] = await cache.current();
    expect(probe.asked).toHaveLength(3);
    expect(again).toBe(first);
    expect(await cache.open([first?.version ?? 0])).toEqual([first]);
    expect(probe.asked).toHaveLength(3);
    await importFile(services, writeList(folder, "next.csv", rows.slice(1)));
    const [next] = await cache.current();
    expect(next?.version).not.toBe(first?.version);
    expect(next?.records).toBe(59);
  });

  it("opens named versions by one more statement each, and leaves out one that is gone", async () => {
    await importFile(services, file);
    const cache = cacheWith(testKeys);
    const [current] = await services.versions.current();
    expect((await cache.open([current?.version ?? 0, 9999])).map((v) => v.version)).toEqual([
      current?.version,
    ]);
  });

  it("is not ready, and answers nothing, while a list is of another scheme", async () => {
    await importFile(services, file);
    expect(await services.versions.ready()).toBe(true);
    await database.query("update list_version set scheme = scheme + 1");
    expect(await services.versions.ready()).toBe(false);
    await expect(services.versions.current()).rejects.toThrow(ListsNotReadyError);
  });

  it("is not ready when the master key of a list is not among its keys", async () => {
    await importFile(services, file);
    expect(await cacheWith(secondKey).ready()).toBe(false);
    expect(await cacheWith(`${secondKey},${firstKey}`).ready()).toBe(true);
  });

  it("reads lists on under a new master key once they are re-wrapped, without the old one", async () => {
    await importFile(services, file);
    const both = KeyRing.parse(`${secondKey},${firstKey}`);
    const random = (length: number) => services.runtime.bytes(length);
    expect(await rewrapVersions(database, both, random)).toEqual({ rewrapped: 1, unreadable: [] });
    expect(await rewrapVersions(database, both, random)).toEqual({ rewrapped: 0, unreadable: [] });
    const [version] = await cacheWith(secondKey).current();
    expect(version?.frequencies.records).toBe(60);
    expect(await cacheWith(firstKey).ready()).toBe(false);
  });

  it("does without name frequencies that do not open", async () => {
    await importFile(services, file);
    await database.query(
      "update list_version set frequencies = set_byte(frequencies, 50, 1 - sign(get_byte(frequencies, 50))::int)",
    );
    const [version] = await cacheWith(testKeys).current();
    expect(version?.frequencies).toEqual(noFrequencies);
  });
});
