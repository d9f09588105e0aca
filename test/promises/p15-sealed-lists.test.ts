/**
 * P15, lists: a dump of the database shows totals and nothing else.
 */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { findCandidates } from "../../src/lists/candidates.ts";
import type { SampleRow } from "../../src/lists/sample/generate.ts";
import { recordBlockKeys } from "../../src/matching/blockKeys.ts";
import { fold, normaliseCaseNumber } from "../../src/matching/normalise.ts";
import { dumpDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../support/lists.ts";
import { makeServices, type TestServices } from "../support/services.ts";

const folder = temporaryFolder();
const rows = listRows(150);
const file = writeList(folder, "list.csv", rows);

/**
 * Every value of a person on the list, as filed, normalised, and in the other case. Shorter ones would turn up by
 * chance in a megabyte of random bytes.
 */
const facts = [...new Set(rows.flatMap(factsOf))].filter((fact) => fact.length >= 6);

function factsOf(row: SampleRow): string[] {
  const names = [row.first_name, row.last_name, fold(row.first_name), fold(row.last_name)];
  const dates = [row.date_of_birth, row.date_of_birth.replaceAll("-", ""), row.conviction_date];
  const number = [row.case_number, normaliseCaseNumber(row.case_number)];
  const all = [...names, ...dates, ...number, `${row.last_name}, ${row.first_name}`, row.court, row.charges];
  return all.flatMap((fact) => [fact, fact.toLowerCase(), fact.toUpperCase()]);
}

/** How a value could stand in a dump without being sealed: itself, in base64, or hashed without a key. */
function forms(fact: string): string[] {
  const bytes = Buffer.from(fact);
  const digests = ["sha256", "sha1", "md5"].map((name) =>
    createHash(name).update(bytes).digest().subarray(0, 8),
  );
  // Base64 of the middle is the same wherever the value begins.
  const base64 = [0, 1, 2].map((shift) =>
    bytes.subarray(shift).toString("base64").slice(0, -4).replace(/=+$/, ""),
  );
  return [
    bytes.toString("latin1"),
    ...digests.flatMap((digest) => [digest.toString("latin1"), digest.toString("hex")]),
    ...base64.filter((text) => text.length >= 8),
  ];
}

/** A dump as one text in which binary columns stand as their bytes, not as hex digits that spell anything. */
function bytesOf(dump: string): string {
  return dump.replace(/\\x((?:[0-9a-f]{2})+)/g, (_, hex: string) =>
    Buffer.from(hex, "hex").toString("latin1"),
  );
}

it("the search of a dump finds a value in clear, as bytes, in base64 and as a bare hash", () => {
  const fact = "LOPEZ GARCIA";
  const hex = (text: string | Buffer) => Buffer.from(text).toString("hex");
  const digest = createHash("sha256").update(fact).digest();
  const planted = [fact, `"\\\\x00${hex(fact)}00"`, `x${Buffer.from(`=${fact}.`).toString("base64")}`];
  planted.push(digest.toString("hex"), `"\\\\x${hex(digest.subarray(0, 8))}"`);
  for (const dump of planted) {
    expect([dump, forms(fact).some((form) => bytesOf(dump).includes(form))]).toEqual([dump, true]);
  }
});

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let services: TestServices;
  let dump: string;

  beforeAll(async () => {
    database = await makeDatabase();
    services = makeServices({ database });
    await importFile(services, file, { list: "first" });
    // The same file as another list: what could be joined would now stand twice.
    await importFile(services, file, { list: "second" });
    dump = (await dumpDatabase(database)).join("\n");
  });

  it("a dump holds no name, birth date, case number, charge or court, in clear, encoded, or as a bare hash", () => {
    expect(facts.length).toBeGreaterThan(300);
    const bytes = bytesOf(dump);
    // The bytes are there: what is sealed is longer than the totals beside it.
    expect(bytes.length).toBeGreaterThan(300 * 284);
    expect(bytes.length).toBeLessThan(0.6 * dump.length);
    const found = facts.filter((fact) => forms(fact).some((form) => bytes.includes(form)));
    expect(found).toEqual([]);
  });

  it("a dump holds no block key and no hash of one", () => {
    const keys = rows.slice(0, 50).flatMap((row) =>
      recordBlockKeys({
        caseNumber: row.case_number,
        name: { given: [row.first_name], family: [row.last_name] },
        birthDate: row.date_of_birth,
        aka: [],
        charges: [],
      }),
    );
    for (const key of keys) {
      const digest = createHash("sha256").update(key).digest();
      expect(dump).not.toContain(digest.toString("hex", 0, 8));
      expect(dump).not.toContain(String(digest.readBigInt64BE(0)));
    }
  });

  it("all sealed records have one length and all label rows another; nothing stands twice", async () => {
    const [lengths] = await database.query<Record<string, number>>(
      `select (select count(distinct length(sealed))::int from record) as record_lengths,
        (select count(distinct length(refs))::int from label) as label_lengths,
        (select count(*)::int from record) as records,
        (select count(distinct sealed)::int from record) as distinct_records,
        (select count(distinct (substring(sealed from 1 for 12)))::int from record) as nonces,
        (select count(*)::int from label) as labels,
        (select count(distinct refs)::int from label) as distinct_refs`,
    );
    expect(lengths).toMatchObject({ record_lengths: 1, label_lengths: 1, records: 300 });
    expect(lengths?.["distinct_records"]).toBe(300);
    expect(lengths?.["nonces"]).toBe(300);
    expect(lengths?.["distinct_refs"]).toBe(lengths?.["labels"]);
  });

  it("two imports of one file share no label, no record id in its place, and not a word of a row", async () => {
    const [shared] = await database.query<{ labels: number; ids: number; words: number }>(
      `select
        (select count(*)::int from (select label from label group by label having count(*) > 1) t) as labels,
        (select count(*)::int from record a join record b on a.id = b.id and a.version < b.version) as ids,
        (select count(*)::int from record a join record b on a.version < b.version
           and substring(a.sealed from 13 for 16) = substring(b.sealed from 13 for 16)) as words`,
    );
    expect(shared).toEqual({ labels: 0, ids: 0, words: 0 });
  });

  it("rows do not stand in the order of the file", async () => {
    const [version] = await services.versions.current();
    const stored = await database.query<{ id: number }>(
      "select id from record where version = $1 order by ctid",
      [version?.version ?? 0],
    );
    const place = new Map(stored.map(({ id }, at) => [id, at]));
    const inPlace = rows.filter((_row, n) => place.get(version?.recordIds.at(n) ?? 0) === n);
    expect(inPlace.length).toBeLessThan(15);
  });

  it("no key lies beside the data: without the master key nothing opens", async () => {
    const stranger = makeServices({ database, keys: `a:${Buffer.alloc(32, 99).toString("base64")}` });
    await expect(stranger.versions.current()).rejects.toThrow(/KEY_MISSING/);
  });

  describe("with rows tampered with", () => {
    const asker = (row: SampleRow) => ({
      names: [{ given: [row.first_name], family: row.last_name.split(" ") }],
      birthDate: row.date_of_birth,
      caseNumbers: [row.case_number],
    });
    const found = async (on: TestServices, row: SampleRow) =>
      (await findCandidates(on, await on.versions.current(), asker(row))).map((c) => c.record.caseNumber);

    it("two swapped records open for nobody, and never as each other", async () => {
      const tampered = makeServices({ database: await makeDatabase() });
      await importFile(tampered, file);
      const [version] = await tampered.versions.current();
      const [a = 0, b = 0] = [0, 1].map((n) => version?.recordIds.at(n));
      expect(await found(tampered, rows[0] as SampleRow)).toContain(rows[0]?.case_number);
      await tampered.database.query(
        `update record r set sealed = o.sealed from record o
         where (r.id = $1::int and o.id = $2::int) or (r.id = $2::int and o.id = $1::int)`,
        [a, b],
      );
      expect(await found(tampered, rows[0] as SampleRow)).not.toContain(rows[0]?.case_number);
      expect(await found(tampered, rows[0] as SampleRow)).not.toContain(rows[1]?.case_number);
    });

    it("swapped label rows and flipped bytes find nobody, without an error", async () => {
      const tampered = makeServices({ database: await makeDatabase() });
      await importFile(tampered, file);
      await tampered.database.query(
        `update label l set refs = o.refs from (
           select label, lead(refs, 1, (select refs from label order by label limit 1)) over (order by label) as refs
           from label) o where l.label = o.label`,
      );
      for (const row of rows.slice(0, 5)) expect(await found(tampered, row)).toEqual([]);
      await tampered.database.query("update label set refs = ''::bytea");
      for (const row of rows.slice(0, 5)) expect(await found(tampered, row)).toEqual([]);
    });
  });
});
