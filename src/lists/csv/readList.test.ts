import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { ListRecord } from "../../matching/types.ts";
import { dojColumns } from "./dojColumns.ts";
import { rejections, type ReadItem } from "./layout.ts";
import { ListFileError } from "./listFileError.ts";
import { layoutOf, readList } from "./readList.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-lists-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(content: string | Uint8Array): string {
  const file = path.join(folder, `list-${++files}.csv`);
  writeFileSync(file, content);
  return file;
}

async function read(content: string | Uint8Array, map?: string): Promise<ReadItem[]> {
  const reading = readList(fileOf(content), await layoutOf(map), "2026-03-02");
  const items: ReadItem[] = [];
  for await (const item of reading.items) items.push(item);
  return items;
}

const recordsOf = (items: ReadItem[]): ListRecord[] =>
  items.flatMap((item) => ("record" in item ? [item.record] : []));
const rejectedOf = (items: ReadItem[]) =>
  items.flatMap((item) => ("rejected" in item ? [`${item.line} ${rejections[item.rejected]}`] : []));

describe("our own columns", () => {
  const header =
    "case_number,first_name,middle_name,last_name,suffix,aka,date_of_birth,charges,conviction_date,court,status,status_date";
  const row =
    'BA123456,MARIA,ELENA,"LOPEZ GARCIA",,"LOPEZ, MARY; Maria Garcia",07/25/1968,11357(A) HS;11359 HS,19920310,"Foltz, Central",Dismissed,2020-02-13';
  const record: ListRecord = {
    caseNumber: "BA123456",
    name: { given: ["MARIA", "ELENA"], family: ["LOPEZ", "GARCIA"] },
    aka: [
      { given: ["MARY"], family: ["LOPEZ"] },
      { given: ["Maria"], family: ["Garcia"] },
    ],
    birthDate: "1968-07-25",
    charges: ["11357(A) HS", "11359 HS"],
    convictionDate: "1992-03-10",
    court: "Foltz, Central",
    status: "dismissed",
    statusDate: "2020-02-13",
  };

  it("are read whole, with quotes, semicolons and the three kinds of dates", async () => {
    expect(recordsOf(await read(`${header}\n${row}\n`))).toEqual([record]);
  });

  it("read the same with a byte order mark, CRLF, no last line end, empty lines, gzip, and unknown columns", async () => {
    const variants: (string | Uint8Array)[] = [
      `\uFEFF${header}\n${row}`,
      `${header}\r\n\r\n${row}\r\n\r\n`,
      gzipSync(`${header}\n${row}\n`),
      `${header},notes\n${row},"more, of it"\n`,
      `${header.toUpperCase().replaceAll("_", " ")}\n${row}\n`,
    ];
    for (const variant of variants) expect(recordsOf(await read(variant))).toEqual([record]);
  });

  it("may hold one name column, and a case number or a name alone", async () => {
    const items = await read('case_number,name\n,"LOPEZ, MARIA"\nBA1,\nBA2;BA3,"DIAZ, JUAN"\n');
    expect(recordsOf(items)).toEqual([
      { name: { given: ["MARIA"], family: ["LOPEZ"] }, aka: [], charges: [] },
      { caseNumber: "BA1", aka: [], charges: [] },
      { caseNumber: "BA2", name: { given: ["JUAN"], family: ["DIAZ"] }, aka: [], charges: [] },
      { caseNumber: "BA3", name: { given: ["JUAN"], family: ["DIAZ"] }, aka: [], charges: [] },
    ]);
  });

  it("count impossible dates as missing and keep the first of January", async () => {
    const file = fileOf("case_number,date_of_birth\nA1,1980-02-30\nA2,01/01/1950\nA3,2091-01-01\n");
    const reading = readList(file, await layoutOf(undefined), "2026-03-02");
    const dates: (string | undefined)[] = [];
    for await (const item of reading.items) if ("record" in item) dates.push(item.record.birthDate);
    expect(dates).toEqual([undefined, "1950-01-01", undefined]);
    expect(reading.impossibleDates()).toBe(2);
  });

  it("reject a row by its line and a reason from a closed set, and go on", async () => {
    const rows = ["case_number,last_name,status", ",,", "A1,Diaz,pardoned", "A2", "A3,D\u0000,", "A4,Ruiz,"];
    rows.push(`A5,${"x".repeat(1_000_000)},`, `A6${",".repeat(10_000)}`, "A7,Gil,FILED");
    const items = await read(`${rows.join("\n")}\n`);
    expect(recordsOf(items).map((one) => one.caseNumber)).toEqual(["A4", "A7"]);
    expect(rejectedOf(items)).toEqual([
      "2 neither case number nor name",
      "3 unknown status",
      "4 another number of columns than the header",
      "5 control characters",
      "7 a cell is too long",
      "8 another number of columns than the header",
    ]);
  });
});

describe("a mapping", () => {
  const mapping = (value: unknown) => fileOf(JSON.stringify(value));

  it("sends their headers and statuses to ours", async () => {
    const map = mapping({
      columns: { "Case No.": "case_number", Defendant: "name" },
      statuses: { Granted: "dismissed" },
    });
    expect(recordsOf(await read('Case No.,Defendant,Extra\nBA1,"DIAZ, ANA",x\n', map))).toEqual([
      { caseNumber: "BA1", name: { given: ["ANA"], family: ["DIAZ"] }, aka: [], charges: [] },
    ]);
    const flat = mapping({ nr: "case_number", outcome: "status" });
    expect(recordsOf(await read("NR,Outcome\nBA1,filed\n", flat))[0]?.status).toBe("filed");
  });

  it("that is wrong, or does not fit the file, is said in one line", async () => {
    await expect(read("a\n1\n", mapping({ a: "case" }))).rejects.toThrow(/column that is none of/);
    await expect(read("a\n1\n", mapping([1]))).rejects.toThrow("the mapping is not a JSON object");
    await expect(read("a\n1\n", mapping({ b: "case_number" }))).rejects.toThrow(
      /"b" of the mapping is missing/,
    );
    await expect(read("a\n1\n", path.join(folder, "absent.json"))).rejects.toThrow(/neither doj nor county/);
  });
});

/** A row of the DOJ layout from the cells that matter. */
function dojRow(cells: Record<string, string>): string {
  return dojColumns.map((column) => `"${cells[column] ?? ""}"`).join(",");
}

describe("the DOJ research file", () => {
  const person = {
    SUBJECT_ID: "1",
    PRI_NAME: "SKYWALKER,LUKE S       ",
    REQ_NAME: "SKYWALKER,LUCAS",
    PRI_DOB: "19680725",
  };
  const conviction = {
    ...person,
    CNT_ORDER: "001002001",
    STP_EVENT_DATE: "19920310",
    STP_TYPE_DESCR: "COURT ACTION",
    STP_ORI_DESCR: "SUPERIOR COURT LOS ANGELES",
    STP_ORI_CNTY_NAME: "LOS ANGELES",
    DISP_DESCR: "CONVICTED",
    OFN: "BA111111; BA222222",
    OFFENSE_DESCR: "11357(C) HS-POSSESS MARIJUANA",
  };
  const rows = [
    dojRow({ ...person, CNT_ORDER: "001001001", STP_TYPE_DESCR: "ARREST/DETAINED/CITED", OFN: "9-1" }),
    dojRow(conviction),
    dojRow({ ...conviction, CNT_ORDER: "001002002", OFN: "", OFFENSE_DESCR: "11359HS-INTENT SELL" }),
    dojRow({ ...conviction, CNT_ORDER: "002001001", OFN: "SA1", OFFENSE_DESCR: "459 PC-BURGLARY" }),
    dojRow({ ...conviction, CNT_ORDER: "002002001", OFN: "SA2", DISP_DESCR: "DISMISSED" }),
    dojRow({ ...conviction, CNT_ORDER: "002003001", OFN: "SA3", STP_ORI_CNTY_NAME: "ORANGE" }),
    dojRow({
      ...conviction,
      SUBJECT_ID: "2",
      PRI_NAME: "ORGANA,LEIA",
      REQ_NAME: "",
      OFN: "NULL",
      OFFENSE_DESCR: "SEE COMMENT FOR CHARGE",
      COMMENT_TEXT: "11360(A) HS-TRANSPORT",
    }),
  ];
  const expected: ListRecord[] = [
    ...["BA111111", "BA222222"].map((caseNumber) => ({
      caseNumber,
      name: { given: ["LUKE", "S"], family: ["SKYWALKER"] },
      aka: [{ given: ["LUCAS"], family: ["SKYWALKER"] }],
      birthDate: "1968-07-25",
      charges: ["11357(C) HS", "11359HS"],
      convictionDate: "1992-03-10",
      court: "SUPERIOR COURT LOS ANGELES",
    })),
    {
      name: { given: ["LEIA"], family: ["ORGANA"] },
      aka: [],
      birthDate: "1968-07-25",
      charges: ["11360(A) HS"],
      convictionDate: "1992-03-10",
      court: "SUPERIOR COURT LOS ANGELES",
    },
  ];

  it("gives a case for each number of the court's rows, with all its charges, and skips what is no such conviction", async () => {
    const items = await read(`${rows.join("\n")}\n`, "doj");
    expect(recordsOf(items)).toEqual(expected);
    expect(items.filter((item) => "skipped" in item)).toHaveLength(4);
  });

  it("reads the same with a header", async () => {
    expect(recordsOf(await read(`${dojColumns.join(",")}\n${rows.join("\n")}\n`, "doj"))).toEqual(expected);
  });

  it("of another width and without a header is refused", async () => {
    await expect(read("1,2,3\n", "doj")).rejects.toThrow(/neither a header nor the columns/);
  });

  it("with the county's results takes its case numbers and determinations", async () => {
    const header =
      "CII_NUMBER,PRI_NAME,PRI_DOB,OFFENSE_DESCR,Case Number,Date of Conviction,Eligibility Determination";
    const results = [
      '7,"SOLO,HAN",19420713,11358 HS-CULTIVATE,BA1; BA2,03/10/1992,Eligible for Dismissal',
      '7,"SOLO,HAN",19420713,459 PC-BURGLARY,BA3,03/10/1992,-',
      '8,"CALRISSIAN,LANDO",19370406,11359 HS-SALE,BA4,03/10/1993,Hand Review',
      '9,"ANTILLES,WEDGE",19500101,11359 HS-SALE,BA5,03/10/2017,Not eligible',
    ];
    const items = await read(`${header}\n${results.join("\n")}\n`, "county");
    expect(recordsOf(items).map((one) => [one.caseNumber, one.status, one.convictionDate])).toEqual([
      ["BA1", "eligible", "1992-03-10"],
      ["BA2", "eligible", "1992-03-10"],
      ["BA4", "eligible", "1993-03-10"],
    ]);
    await expect(read("PRI_NAME\nX\n", "county")).rejects.toThrow(/Case Number is missing/);
  });
});

describe("a file that is no list", () => {
  it.each([
    ["empty", "", /is empty/],
    ["a header that names nothing", "foo,bar\n1,2\n", /neither case_number, last_name nor name/],
    ["a column twice", "case_number,Case Number\n1,2\n", /two columns are case_number/],
    ["ISO 8859-1", Buffer.from("case_number,name\nBA1,Mu\xf1oz\n", "latin1"), /is not UTF-8 \(near line 2\)/],
    ["UTF-16", Buffer.from("\uFEFFcase_number\nBA1\n", "utf16le"), /is not UTF-8/],
    ["UTF-8 cut in the middle", Buffer.from("case_number\nÑ").subarray(0, -1), /is not UTF-8/],
    ["a quote that never closes", 'case_number\nBA1\n"BA2\n', /a quote is not closed/],
    ["half a gzip file", gzipSync("case_number\nBA1\n".repeat(500)).subarray(0, 40), /not a whole gzip file/],
  ])("is refused in one line: %s", async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
    await expect(read(content)).rejects.toThrow(ListFileError);
  });

  it("is refused when it is missing, or a folder", async () => {
    const layout = await layoutOf(undefined);
    const first = (file: string) => readList(file, layout, "2026-03-02").items.next();
    await expect(first(path.join(folder, "absent.csv"))).rejects.toThrow(/does not exist/);
    await expect(first(folder)).rejects.toThrow(/is not a file/);
  });

  it("of any bytes gives records, rejections or one ListFileError, and never anything else", async () => {
    const layouts = [undefined, "doj", "county"];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: "binary" }).map((s) => Buffer.from(s)),
        ),
        fc.constantFrom(...layouts),
        fc.boolean(),
        async (bytes, map, withHeader) => {
          const head = Buffer.from(withHeader ? "case_number,name,date_of_birth\n" : "");
          try {
            await read(Buffer.concat([head, bytes]), map);
          } catch (error) {
            expect(error).toBeInstanceOf(ListFileError);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
