import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeContext } from "../../test/support/command.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { listRows, temporaryFolder, writeList } from "../../test/support/lists.ts";
import { makeServices, type TestServices } from "../../test/support/services.ts";
import { UsageError } from "./command.ts";
import { listsCommand } from "./lists.ts";

const folder = temporaryFolder();
writeList(folder, "list.csv", listRows(30));
const authority = ["--announced", "2020-02-13", "--authority", "Order of 2020-02-11, clerk@example.org"];

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

  async function lists(args: string, ...more: string[]): Promise<{ out: string; err: string; code: number }> {
    const { context, said } = fakeContext(services, folder);
    const code = await listsCommand.run([...args.split(" "), ...more], context);
    return { ...said, code };
  }

  it("import, show, rollback and remove say what they did", async () => {
    const imported = await lists("import list.csv --list 2020", ...authority);
    expect(imported.code).toBe(0);
    expect(imported.out).toContain("Imported 30 records into 2020");
    expect(imported.err).toContain("100 % (30 records");
    expect((await lists("import list.csv --list 2020", ...authority)).out).toContain("nothing changed");
    const shown = (await lists("show")).out;
    expect(shown).toContain("2020: 2020, announced 2020-02-13");
    expect(shown).toContain("current: 30 records");
    await expect(lists("rollback 2020")).rejects.toThrow("2020 has no earlier import to go back to");
    writeList(folder, "next.csv", listRows(29));
    await lists("import next.csv --list 2020 --title Changed", ...authority);
    expect((await lists("show")).out).toContain("kept for roll-back: 30 records");
    expect((await lists("rollback 2020")).out).toContain("to version 1");
    expect((await lists("remove 2020")).out).toContain("Removed 2020");
    expect((await lists("show")).out).toBe("No list is loaded.\n");
  });

  it("quality says what a list holds, and writes a page where it is told to", async () => {
    await lists("import list.csv --list 2020", ...authority);
    const { out, err } = await lists("quality 2020 --out quality.html");
    expect(out).toMatch(/2020, version \d+: 30 records\n {2}can be confirmed by name and birth date: \d+/);
    expect(out).toContain("rows that stand twice");
    expect(err).toContain("quality.html is made");
    expect(readFileSync(path.join(folder, "quality.html"), "utf8")).toMatch(/^<!doctype html>[^]*<\/html>$/);
    const spanish = await lists("quality 2020 --locale es --out quality.html");
    expect(spanish.out).toContain("se confirman por nombre y fecha de nacimiento");
    expect(readFileSync(path.join(folder, "quality.html"), "utf8")).toContain('<html lang="es">');
    await expect(lists("quality 2020 --out none/quality.html")).rejects.toThrow("ENOENT");
  });

  it("bad input is a usage error in one line, and nothing has changed", async () => {
    writeFileSync(path.join(folder, "wrong.csv"), "a,b\n1,2\n");
    const wrong: [string, string[], RegExp][] = [
      ["nonsense", [], /lists takes one of import, show/],
      ["constructor", [], /lists takes one of/],
      ["import --list x", authority, /takes one FILE/],
      ["import a.csv b.csv --list x", authority, /takes one FILE/],
      ["import list.csv", authority, /needs --list/],
      ["import list.csv --list x --announced 2020-02-13", [], /needs --authority/],
      ["import absent.csv --list x", authority, /absent.csv: does not exist/],
      ["import wrong.csv --list x", authority, /wrong.csv: line 1: the header names neither/],
      ["import list.csv --list x --map absent.json", authority, /neither doj nor county nor a readable file/],
      ["import list.csv --list sample-2020", authority, /such names are the sample's/],
      ["remove", [], /takes one ID/],
      ["quality", [], /takes one ID/],
      ["quality 2020 --locale fr", [], /"fr" is no language/],
      ["quality never", [], /there is no list never/],
      ["remove never", [], /there is no list never/],
      ["sample --records 1", [], /--records/],
      ["show all", [], /takes no arguments/],
    ];
    for (const [args, more, message] of wrong) {
      const failed = lists(args, ...more);
      await expect(failed).rejects.toThrow(UsageError);
      await expect(failed).rejects.toThrow(message);
      expect(String(await failed.catch((error: unknown) => error))).not.toContain("\n");
    }
    expect((await lists("show")).out).toBe("No list is loaded.\n");
  });

  it("a dry run reports and changes nothing", async () => {
    writeFileSync(path.join(folder, "bad.csv"), "case_number,status\nBA1,filed\nBA2,wrong\n");
    const { out } = await lists("import bad.csv --list 2020 --dry-run", ...authority);
    expect(out).toContain("Only checked, nothing changed: 1 records could be imported.");
    expect(out).toContain("1 unknown status");
    expect((await lists("show")).out).toBe("No list is loaded.\n");
  });

  it("the sample is called one wherever it shows, goes with the first real list, and stays away", async () => {
    expect((await lists("sample --records 60")).out).toContain("Loaded the invented sample: 60 records");
    expect((await lists("show")).out).toContain("(an invented sample)");
    await lists("import list.csv --list 2020", ...authority);
    expect((await lists("show")).out).not.toContain("sample");
    await expect(lists("sample")).rejects.toThrow(/stays away/);
    await lists("remove 2020");
    await expect(lists("sample")).rejects.toThrow(/stays away/);
  });

  it("rekey makes every list anew on request, and says when there is nothing to do", async () => {
    await lists("import list.csv --list 2020", ...authority);
    expect((await lists("rekey")).out).toContain("All lists are of this version");
    expect((await lists("rekey --all")).out).toBe("2020: version 1 is now version 2, 30 records.\n");
  });
});

describe("lists sample --out", () => {
  it("writes list files that the import takes, without opening a database", async () => {
    const out = path.join(folder, "csv");
    mkdirSync(out, { recursive: true });
    const context = {
      ...fakeContext(makeServices({ database: {} as TestDatabase }), folder).context,
      services: () => Promise.reject(new Error("opened")),
    };
    expect(await listsCommand.run(["sample", "--records", "40", "--out", "csv"], context)).toBe(0);
    const lines = readFileSync(path.join(out, "sample-2020.csv"), "utf8").trim().split("\r\n");
    expect(lines[0]).toMatch(/^case_number,first_name/);
    expect(existsSync(path.join(out, "sample-2021.csv"))).toBe(true);
    expect(lines.length - 1).toBe(21);
  });
});
