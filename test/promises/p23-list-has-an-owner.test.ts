/**
 * P23: nothing is imported without the authority it came by, shown and audited; roll-back and removal leave no
 * readable row.
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { removeList } from "../../src/acts/remove-list.ts";
import { rollBackList } from "../../src/acts/roll-back-list.ts";
import { showLists } from "../../src/acts/show-lists.ts";
import { listsCommand } from "../../src/cli/lists.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { failAt } from "../support/databaseProbe.ts";
import { fakeContext } from "../support/command.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../support/lists.ts";
import { makeServices, type TestServices } from "../support/services.ts";

const folder = temporaryFolder();
const rows = listRows(50);
const file = writeList(folder, "list.csv", rows);
const changed = writeList(folder, "changed.csv", rows.slice(1));

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

  const audited = async () =>
    (
      await database.query<{ event: string; actor: string; detail: Record<string, unknown> }>(
        "select event, actor, detail from audit order by id",
      )
    ).map(({ event, actor, detail }) => ({ event, actor, ...detail }));
  const count = async (table: string) =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

  it("an import without an authority is refused and leaves nothing, in the act and on the command line", async () => {
    for (const authority of ["", "  ", "-", "7"]) {
      await expect(importFile(services, file, { authority })).rejects.toThrow(/authority/);
    }
    const { context } = fakeContext(services, folder);
    const args = ["import", "list.csv", "--list", "x", "--announced", "2020-02-13"];
    await expect(listsCommand.run(args, context)).rejects.toThrow("lists import needs --authority");
    await expect(listsCommand.run([...args, "--authority", " "], context)).rejects.toThrow(/--authority/);
    expect(await dumpDatabase(database)).toEqual([]);
  });

  it("the authority is shown with the list, and audited with who imported it", async () => {
    await importFile(services, file, { authority: "Order 17 of 2020-02-11, clerk@example.org" });
    const [list] = await showLists(services);
    expect(list?.versions[0]).toMatchObject({
      authority: "Order 17 of 2020-02-11, clerk@example.org",
      importedBy: "operator",
    });
    const { context, said } = fakeContext(services, folder);
    await listsCommand.run(["show"], context);
    expect(said.out).toContain("authority: Order 17 of 2020-02-11, clerk@example.org");
    expect(await audited()).toEqual([
      {
        event: "list_import_started",
        actor: "operator",
        list: "county-2020",
        version: 1,
        authority: "Order 17 of 2020-02-11, clerk@example.org",
      },
      { event: "list_imported", actor: "operator", list: "county-2020", version: 1, records: 50 },
    ]);
  });

  it("an import, roll-back or removal that cannot be audited does not happen", async () => {
    await importFile(services, file);
    await importFile(services, changed);
    const before = await showLists(services);
    await database.query("alter table audit add constraint broken check (event = 'none') not valid");
    try {
      await expect(rollBackList(services, "county-2020", "operator")).rejects.toThrow();
      await expect(removeList(services, "county-2020", "operator")).rejects.toThrow();
      await expect(importFile(services, file)).rejects.toThrow();
    } finally {
      await database.query("alter table audit drop constraint broken");
    }
    expect(await showLists(services)).toEqual(before);
  });

  it("roll-back answers from the import before and leaves no row of the other", async () => {
    await importFile(services, file);
    const [first] = await services.versions.current();
    await importFile(services, changed);
    const { from, to } = await rollBackList(services, "county-2020", "operator");
    expect(to).toBe(first?.version);
    const [current] = await services.versions.current();
    expect([current?.version, current?.records]).toEqual([to, 50]);
    expect(await database.query("select 1 from record where version = $1", [from])).toEqual([]);
    expect(await database.query("select 1 from label where version = $1", [from])).toEqual([]);
    expect((await audited()).at(-1)).toEqual({
      event: "list_rolled_back",
      actor: "operator",
      list: "county-2020",
      from,
      to,
    });
    await expect(rollBackList(services, "county-2020", "operator")).rejects.toThrow(/no earlier import/);
  });

  it("removal leaves no row of the list, only the audit", async () => {
    await importFile(services, file);
    await importFile(services, changed);
    await removeList(services, "county-2020", "operator");
    expect(await services.versions.current()).toEqual([]);
    for (const table of ["record", "label", "list_version", "list"]) expect(await count(table)).toBe(0);
    expect((await audited()).at(-1)).toEqual({
      event: "list_removed",
      actor: "operator",
      list: "county-2020",
    });
    await expect(removeList(services, "county-2020", "operator")).rejects.toThrow(/no list/);
    await expect(removeList(services, "never", "operator")).rejects.toThrow(/no list/);
  });

  it("removal killed before its rows are gone has destroyed their keys already", async () => {
    await importFile(services, file);
    const [version] = await database.query<{ wrapped: Uint8Array }>(
      "select wrapped_keys as wrapped from list_version",
    );
    const killed = failAt(database, 1, true);
    await expect(
      removeList({ ...services, database: killed.database }, "county-2020", "operator"),
    ).rejects.toThrow();
    expect(await count("record")).toBe(50);
    expect(await services.versions.current()).toEqual([]);
    const dump = (await dumpDatabase(database)).join("\n");
    expect(dump).not.toContain(Buffer.from(version?.wrapped ?? []).toString("hex"));
    await expect(removeList(services, "county-2020", "operator")).rejects.toThrow(/no list/);
  });
});
