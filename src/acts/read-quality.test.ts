/**
 * The quality report of an imported list, on both databases: true totals, sound rates, audited, nobody in it.
 */
import { beforeAll, expect, it } from "vitest";
import { forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../../test/support/lists.ts";
import { makeServices, type TestServices } from "../../test/support/services.ts";
import { ListRefusal } from "./list-refusal.ts";
import { readQuality, type ListQuality } from "./read-quality.ts";

const folder = temporaryFolder();
const rows = listRows(900);

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let services: TestServices;
  let quality: ListQuality;
  const told: number[] = [];

  beforeAll(async () => {
    database = await makeDatabase();
    services = makeServices({ database });
    const twice = [...rows, ...rows.slice(0, 15)];
    await importFile(services, writeList(folder, "list.csv", twice), { list: "a" });
    await importFile(services, writeList(folder, "other.csv", listRows(50, 9)), { list: "b" });
    quality = await readQuality(services, {
      list: "a",
      actor: "operator",
      askers: 60,
      onProgress: (share) => told.push(share),
    });
  });

  it("counts what the file held: gaps, repeated rows, what can be confirmed", () => {
    const { holdings } = quality;
    expect(holdings.records).toBe(915);
    expect(holdings.unreadable).toBe(0);
    expect(holdings.repeated).toBeGreaterThanOrEqual(15);
    const missing = (field: "birthDate" | "caseNumber") =>
      holdings.decades.reduce((sum, one) => sum + one.missing[field], 0);
    const all = [...rows, ...rows.slice(0, 15)];
    expect(missing("birthDate")).toBe(all.filter((row) => row.date_of_birth === "").length);
    expect(missing("caseNumber")).toBe(all.filter((row) => row.case_number === "").length);
    const { nameAndDate, numberOnly, never } = holdings.confirmable;
    expect(nameAndDate + numberOnly + never).toBe(915);
    expect(nameAndDate).toBe(all.length - missing("birthDate"));
  });

  it("asks after its own people: as filed all are met within what a lookup opens, and nearly all confirmed", () => {
    const clean = quality.recall.find(({ kind }) => kind === "clean");
    expect(clean?.asked).toBe(60);
    expect(clean?.opened).toBe(60);
    expect(clean?.confirmed).toBeGreaterThan(55);
    for (const { asked, opened, confirmed } of quality.recall) {
      expect(opened).toBeLessThanOrEqual(asked);
      expect(confirmed).toBeLessThanOrEqual(opened);
    }
    const wrongDay = quality.recall.find(({ kind }) => kind === "wrongDay");
    expect(wrongDay?.asked).toBeGreaterThan(0);
    expect(wrongDay?.confirmed).toBe(0);
    expect(quality.openedPerLookup).toBe(32);
  });

  it("says how many strangers would be told of a case, within an interval", () => {
    for (const { per10000, from, to } of Object.values(quality.strangers)) {
      expect(from).toBeLessThanOrEqual(per10000);
      expect(per10000).toBeLessThanOrEqual(to);
    }
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it("is audited by list and version alone, before anything is read", async () => {
    const events = await database.query<{ actor: string; detail: object }>(
      "select actor, detail from audit where event = 'list_quality_read'",
    );
    expect(events).toEqual([{ actor: "operator", detail: { list: "a", version: quality.version } }]);
  });

  it("refuses a list that is not there, and does not audit it", async () => {
    await expect(readQuality(services, { list: "never", actor: "operator" })).rejects.toThrow(ListRefusal);
    const [count] = await database.query<{ n: number }>(
      "select count(*)::int as n from audit where event = 'list_quality_read'",
    );
    expect(count?.n).toBe(1);
  });
});
