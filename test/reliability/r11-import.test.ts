/**
 * R11: an import is all or nothing and repeatable; lookups go on meanwhile; bad rows go to a report with line numbers
 * and reasons, no personal data in logs.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { showLists } from "../../src/acts/show-lists.ts";
import { findCandidates } from "../../src/lists/candidates.ts";
import { purgeRetired } from "../../src/lists/purgeRetired.ts";
import type { SampleRow } from "../../src/lists/sample/generate.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { failAt, InjectedFault } from "../support/databaseProbe.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../support/lists.ts";
import { makeServices, type TestServices } from "../support/services.ts";

const folder = temporaryFolder();
const rows = listRows(40);
const file = writeList(folder, "list.csv", rows);
const changed = writeList(folder, "changed.csv", listRows(55, 9));

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

  const finds = async (row: SampleRow) =>
    (
      await findCandidates(services, await services.versions.current(), {
        names: [{ given: [row.first_name], family: row.last_name.split(" ") }],
        birthDate: row.date_of_birth,
        caseNumbers: [],
      })
    ).some((candidate) => candidate.record.caseNumber === row.case_number);
  const totals = async () =>
    (
      await database.query<Record<string, number>>(
        `select (select count(*)::int from record) as records, (select count(*)::int from label) as labels,
          (select count(*)::int from list_version) as versions`,
      )
    )[0];

  it("killed before any of its calls to the database, the old version still answers, and the next import is whole", async () => {
    const old = { file, records: 40 };
    const next = { file: changed, records: 55 };
    await importFile(services, old.file);
    const diesAt = (at: number) => {
      const dying = { ...makeServices({ database }), database: failAt(database, at).database };
      return importFile(dying, next.file).then(
        () => false,
        (error: unknown) => error instanceof InjectedFault,
      );
    };
    for (let at = 1; ; at++) {
      const died = await diesAt(at);
      const records = (await services.versions.current()).map((v) => v.records);
      if (died) {
        expect(records).toEqual([old.records]);
        if (old.file === file) expect(await finds(rows[0] as SampleRow)).toBe(true);
        expect(await importFile(services, next.file)).toMatchObject({ records: next.records });
      } else {
        // From the flip on, what is left to do may be cut short: the import stands.
        expect(at).toBeGreaterThan(10);
        expect(records).toEqual([next.records]);
        break;
      }
      expect((await services.versions.current()).map((v) => v.records)).toEqual([next.records]);
      [old.file, old.records, next.file, next.records] = [next.file, next.records, old.file, old.records];
    }
    await importFile(services, old.file);
    expect(await totals()).toMatchObject({ versions: 2, records: 95 });
  }, 60_000);

  it("what a killed import left is removed by the next import, and by the purge", async () => {
    await importFile(services, file);
    const clean = await totals();
    const kill = async () => {
      const killed = failAt(database, 9, true);
      const dying = { ...makeServices({ database }), database: killed.database };
      await expect(importFile(dying, changed)).rejects.toThrow();
    };
    await kill();
    expect(await totals()).not.toEqual(clean);
    expect(await purgeRetired(database)).toBe(1);
    expect(await totals()).toEqual(clean);
    await kill();
    await importFile(services, changed);
    expect((await totals())?.["versions"]).toBe(2);
    expect((await totals())?.["records"]).toBe(95);
  });

  it("an import stopped by the operator changes nothing", async () => {
    await importFile(services, file);
    const stopping = new AbortController();
    const stopped = importFile(services, changed, {
      signal: stopping.signal,
      onProgress: (share) => share > 0.3 && stopping.abort(),
    });
    await expect(stopped).rejects.toThrow();
    expect((await services.versions.current()).map((v) => v.records)).toEqual([40]);
    expect(await finds(rows[0] as SampleRow)).toBe(true);
  });

  it("the same file twice is recognised, doubles nothing, and one more byte makes it another", async () => {
    const copy = path.join(folder, "copy.csv");
    writeFileSync(copy, readFileSync(file));
    expect(await importFile(services, file)).toMatchObject({ outcome: "imported", records: 40 });
    const once = await totals();
    expect(await importFile(services, copy)).toMatchObject({ outcome: "unchanged", records: 40 });
    expect(await totals()).toEqual(once);
    appendFileSync(copy, "\r\n");
    expect(await importFile(services, copy)).toMatchObject({ outcome: "imported", records: 40 });
    expect((await services.versions.current()).map((v) => v.records)).toEqual([40]);
  });

  it("keeps the version before for roll-back and none older", async () => {
    for (const n of [40, 39, 38, 37]) {
      await importFile(services, writeList(folder, `v${n}.csv`, rows.slice(0, n)));
    }
    const [list] = await showLists(services);
    expect(list?.versions.map((v) => [v.role, v.records])).toEqual([
      ["current", 37],
      ["previous", 38],
    ]);
    expect((await totals())?.["records"]).toBe(75);
  });

  it("two at once: the second is refused in plain words, another list is not", async () => {
    const outcomes = await Promise.allSettled([
      importFile(services, file),
      importFile(services, changed),
      importFile(services, changed, { list: "county-2021" }),
    ]);
    const refused = outcomes.filter((o) => o.status === "rejected");
    expect(refused.map((o) => String(o.reason))).toEqual([
      "ListRefusal: another import of county-2020 is under way",
    ]);
    expect(outcomes[2]?.status).toBe("fulfilled");
    expect((await services.versions.current()).length).toBe(2);
    expect(await importFile(services, changed)).toMatchObject({ records: 55 });
  });

  it("lookups made all the while get their answer from the version before", async () => {
    await importFile(services, file);
    const progress = { done: false, lookups: 0 };
    const importing = importFile(services, writeList(folder, "long.csv", listRows(3000, 3))).finally(() => {
      progress.done = true;
    });
    while (!progress.done) {
      // Requests come in by macrotasks; a loop of lookups without one would keep everything else out.
      await setImmediate();
      const [version] = await services.versions.current();
      if (version?.records === 40) {
        expect(await finds(rows[0] as SampleRow)).toBe(true);
        progress.lookups++;
      }
    }
    await importing;
    expect(progress.lookups).toBeGreaterThan(5);
    expect((await services.versions.current()).map((v) => v.records)).toEqual([3000]);
  });

  describe("bad rows", () => {
    const bad = path.join(folder, "bad.csv");
    const secret = "Canaryson";
    const lines = [
      "case_number,first_name,last_name,date_of_birth,status",
      `BA1,Ana,${secret},1968-07-25,eligible`,
      `,,,1968-07-26,eligible`,
      `BA2,Ana,${secret},1968-07-27,forgiven`,
      `BA3,Ana,${secret}`,
      `BA4,Ana,${secret},1968-02-30,filed`,
    ];
    writeFileSync(bad, `${lines.join("\n")}\n`);

    it("go to a report of lines and reasons that names nobody; the rest is imported; logs know nothing", async () => {
      const summary = await importFile(services, bad);
      expect(summary).toMatchObject({
        records: 2,
        impossibleDates: 1,
        rejected: { noNameOrNumber: 1, unknownStatus: 1, columnCount: 1 },
        reportFile: `${bad}.rejected.csv`,
      });
      const report = readFileSync(`${bad}.rejected.csv`, "utf8");
      expect(report.split("\r\n")).toEqual([
        "line,reason",
        "3,neither case number nor name",
        "4,unknown status",
        "5,another number of columns than the header",
        "",
      ]);
      expect(`${report}${services.logged.join("")}`).not.toMatch(/Canary|1968|BA\d/);
      const audit = await database.query<{ detail: unknown }>("select detail from audit");
      expect(JSON.stringify(audit)).not.toMatch(/Canary|1968|BA\d/);
    });

    it("a dry run reports the same and writes nothing to the database", async () => {
      const summary = await importFile(services, bad, { dryRun: true });
      expect(summary).toMatchObject({ outcome: "checked", records: 2, impossibleDates: 1 });
      expect(await totals()).toEqual({ records: 0, labels: 0, versions: 0 });
    });

    it("a report of an earlier run does not outlive a run without bad rows", async () => {
      await importFile(services, bad);
      writeFileSync(bad, `${lines.slice(0, 2).join("\n")}\n`);
      await importFile(services, bad);
      expect(existsSync(`${bad}.rejected.csv`)).toBe(false);
      writeFileSync(bad, `${lines.join("\n")}\n`);
    });

    it("a file none of whose rows can be taken changes nothing", async () => {
      await importFile(services, file);
      const none = path.join(folder, "none.csv");
      writeFileSync(none, "case_number,last_name,status\nBA1,Diaz,forgiven\n");
      await expect(importFile(services, none)).rejects.toThrow("none.csv: no row could be taken");
      expect((await services.versions.current()).map((v) => v.records)).toEqual([40]);
    });
  });

  it("a request that is wrong is refused before anything is read", async () => {
    const wrong: [object, RegExp][] = [
      [{ list: "" }, /--list/],
      [{ list: "a b" }, /--list/],
      [{ list: "sample-2020" }, /sample's/],
      [{ announced: "2020-02-30" }, /--announced/],
      [{ announced: "13.02.2020" }, /--announced/],
      [{ announced: "2099-01-01" }, /--announced/],
    ];
    for (const [request, message] of wrong) {
      await expect(importFile(services, file, request)).rejects.toThrow(message);
    }
    expect(await totals()).toEqual({ records: 0, labels: 0, versions: 0 });
  });
});
