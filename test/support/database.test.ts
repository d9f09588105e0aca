import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appliedMigrations, expectedMigrations } from "../../src/db/migrate.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "./database.ts";
import { failAt, InjectedFault, recordStatements } from "./databaseProbe.ts";
import { TestRuntime } from "./runtime.ts";

forBothDatabases((kind, makeDatabase) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(() => emptyDatabase(database));

  const addSetting = (on: Pick<TestDatabase, "query">, key: string) =>
    on.query("insert into setting (key, value, at) values ($1, 'on', now())", [key]);

  it("a test database is migrated, of the named kind, and empty", async () => {
    expect(database.kind).toBe(kind);
    expect(await appliedMigrations(database)).toBe(expectedMigrations());
    expect(await dumpDatabase(database)).toEqual([]);
  });

  it("two test databases share no row", async () => {
    const other = await makeDatabase();
    await addSetting(database, "here");
    expect(await dumpDatabase(other)).toEqual([]);
    expect(await dumpDatabase(database)).toHaveLength(1);
  });

  it("a recorded database tells each statement with its values, in order", async () => {
    const probe = recordStatements(database);
    await addSetting(probe.database, "recorded");
    expect(probe.asked.map((a) => a.values)).toEqual([["recorded"]]);
  });

  it("a failing database carries out nothing from the chosen call on, or nothing after it", async () => {
    const before = failAt(database, 2);
    await addSetting(before.database, "first");
    await expect(addSetting(before.database, "second")).rejects.toThrow(InjectedFault);
    await expect(addSetting(before.database, "third")).rejects.toThrow(InjectedFault);
    expect(await dumpDatabase(database)).toHaveLength(1);
    const after = failAt(database, 1, true);
    await expect(addSetting(after.database, "fourth")).rejects.toThrow(InjectedFault);
    expect(await dumpDatabase(database)).toHaveLength(2);
  });
});

describe("the test runtime", () => {
  it("stands still until moved, never waits, and draws the same bytes from the same seed", async () => {
    const runtime = new TestRuntime({ now: "2026-01-01T00:00:00Z" });
    const start = runtime.now();
    await runtime.until(start + 1e9);
    expect(runtime.now()).toBe(start);
    const signal = runtime.deadline(5);
    runtime.advance(4);
    expect(signal.aborted).toBe(false);
    runtime.advance(1);
    expect(signal.aborted).toBe(true);
    expect(runtime.now()).toBe(start + 5);
    expect(runtime.bytes(100)).toEqual(new TestRuntime().bytes(100));
    expect(runtime.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  });
});
