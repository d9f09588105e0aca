import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { fakeContext } from "../../test/support/command.ts";
import { forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { recordStatements } from "../../test/support/databaseProbe.ts";
import { importFile, temporaryFolder } from "../../test/support/lists.ts";
import { makeServices, type TestServices } from "../../test/support/services.ts";
import { checkCommand } from "./check.ts";
import { UsageError } from "./command.ts";
import { csvLine } from "./csvOut.ts";

const folder = temporaryFolder();
const header = "case_number,first_name,last_name,date_of_birth,conviction_date,status\n";
const list = path.join(folder, "list.csv");
const filler = Array.from({ length: 60 }, (_, n) => `XX${n},Firstname${n},Lastname${n},19${n + 20}-06-15,,`);
writeFileSync(
  list,
  `${header}${[
    "BA100001,Maria,Villaseñor,1968-07-25,1992-03-10,dismissed",
    "BA100002,Maria,Villasenor,1968-07-25,1995-01-20,reduced",
    "BA100003,Tomas,Quintanilla,1970-03-04,1990-05-05,eligible",
    ...filler,
  ].join("\n")}\n`,
);

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let services: TestServices;

  beforeAll(async () => {
    database = await makeDatabase();
    services = makeServices({ database });
    await importFile(services, list, { list: "2020" });
  });

  async function check(people: string): Promise<{ rows: Record<string, string>[]; out: string }> {
    writeFileSync(path.join(folder, "people.csv"), people);
    const { context, said } = fakeContext(services, folder);
    expect(await checkCommand.run(["people.csv", "--out", "results.csv"], context)).toBe(0);
    const text = readFileSync(path.join(folder, "results.csv"), "utf8");
    return { rows: parse(text, { columns: true }), out: said.out };
  }

  it("writes one row a query, in order, with outcome, every case, score and reasons", async () => {
    const { rows, out } = await check(
      [
        "query_id,first_name,last_name,date_of_birth,conviction_year,case_number",
        '"q,1",María,Villaseñor,07/25/1968,,',
        "q2,Tomas,Quintanilla,,,ba100003",
        "q3,Nobody,Whatsoever,1999-09-09,,",
        "q4,,,,,",
        "",
      ].join("\n"),
    );
    expect(rows.map((row) => [row["query_id"], row["outcome"]])).toEqual([
      ["q,1", "confirmed"],
      ["q2", "confirmed"],
      ["q3", "none"],
      ["q4", "none"],
    ]);
    const [first, second, third] = rows;
    expect(first?.["case_numbers"]?.split(";").toSorted()).toEqual(["BA100001", "BA100002"]);
    expect(first?.["lists"]).toBe("2020;2020");
    expect(first?.["statuses"]?.split(";").toSorted()).toEqual(["dismissed", "reduced"]);
    expect(Number(first?.["score"])).toBeGreaterThan(10);
    expect(first?.["reasons"]).toMatch(
      /^given:[^:;]+:-?[\d.]+;family:[^:;]+:-?[\d.]+;birthDate:equal:[\d.]+/,
    );
    expect(second?.["case_numbers"]).toBe("BA100003");
    expect(third).toMatchObject({ case_numbers: "", lists: "", statuses: "" });
    expect(out).toContain("Checked 4 people: 2 confirmed, 0 possible, 2 none.");
  });

  it("keeps the order of many queries, and answers each as it would alone", async () => {
    const people = ["query_id,first_name,last_name,date_of_birth"];
    for (let n = 0; n < 60; n++) people.push(`${n},Firstname${n},Lastname${n},19${n + 20}-06-15`);
    const { rows } = await check(`${people.join("\n")}\n`);
    expect(rows.map((row) => row["query_id"])).toEqual(Array.from({ length: 60 }, (_, n) => String(n)));
    expect(rows.every((row, n) => row["case_numbers"] === `XX${n}`)).toBe(true);
  });

  it("is audited once a run, before the first lookup, with how many and nothing else", async () => {
    const probe = recordStatements(database);
    const watched = { ...services, database: probe.database };
    writeFileSync(path.join(folder, "three.csv"), "query_id,last_name\n1,Villasenor\n2,B\n3,C\n");
    await checkCommand.run(["three.csv", "--out", "three-out.csv"], fakeContext(watched, folder).context);
    const texts = probe.asked.map(({ text }) => text);
    const audits = texts.flatMap((text, at) => (text.includes("insert into audit") ? [at] : []));
    expect(audits).toHaveLength(1);
    expect(texts.findIndex((text) => text.includes("from label"))).toBeGreaterThan(audits[0] ?? Infinity);
    const [entry] = await database.query<{ event: string; actor: string; detail: object; subject: unknown }>(
      "select event, actor, subject, detail from audit order by id desc limit 1",
    );
    expect(entry).toEqual({
      event: "list_checked",
      actor: "operator",
      subject: null,
      detail: { queries: 3 },
    });
  });

  it("bad input leaves neither a result nor an audit entry", async () => {
    const wrong: [string, RegExp][] = [
      ["first_name\nx\n", /people.csv: line 1: the column query_id is missing/],
      ["query_id\n1\n", /line 1: none of the columns/],
      ["query_id,last_name\n1,a\n2\n", /line 3: 1 columns where the header has 2/],
      ["", /is empty/],
      ['query_id,last_name\n1,"a\n', /a quote is not closed/],
    ];
    const audits = () => database.query("select 1 from audit");
    const before = (await audits()).length;
    for (const [people, message] of wrong) {
      writeFileSync(path.join(folder, "people.csv"), people);
      const { context } = fakeContext(services, folder);
      const failed = checkCommand.run(["people.csv", "--out", "never.csv"], context);
      await expect(failed).rejects.toThrow(UsageError);
      await expect(failed).rejects.toThrow(message);
    }
    const { context } = fakeContext(services, folder);
    await expect(checkCommand.run([], context)).rejects.toThrow(/takes one PEOPLE.csv/);
    await expect(checkCommand.run(["people.csv"], context)).rejects.toThrow(/needs --out/);
    await expect(checkCommand.run(["a.csv", "--out", "./a.csv"], context)).rejects.toThrow(
      /--out names the file/,
    );
    await expect(checkCommand.run(["absent.csv", "--out", "b.csv"], context)).rejects.toThrow(
      /does not exist/,
    );
    expect((await audits()).length).toBe(before);
    expect(existsSync(path.join(folder, "never.csv"))).toBe(false);
  });
});

describe("csvLine", () => {
  it("quotes what must be quoted and nothing else", () => {
    expect(csvLine(["a", "b c", 'd"e', "f,g", "h\ni", ""])).toBe('a,b c,"d""e","f,g","h\ni",\r\n');
  });
});
