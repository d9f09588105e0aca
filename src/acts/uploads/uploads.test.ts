import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  dumpDatabase,
  emptyDatabase,
  forBothDatabases,
  type TestDatabase,
} from "../../../test/support/database.ts";
import { listCsv, listRows } from "../../../test/support/lists.ts";
import { makeServices, type TestServices } from "../../../test/support/services.ts";
import { createCopy } from "../../copy/copy.ts";
import { tellWatchers } from "../watch-lists.ts";
import { rollBackList } from "../roll-back-list.ts";
import { showLists } from "../show-lists.ts";
import { cancelUpload } from "./cancel-upload.ts";
import { purge } from "../purge.ts";
import { readUpload, recentUploads, rejectedRows } from "./read-uploads.ts";
import { stopUploads } from "./running.ts";
import { takeUpload, type UploadRequest } from "./take-upload.ts";
import { silentMs } from "./types.ts";

let made = 0;
const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`;

/** A promise and what settles it. */
function gate<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((resolved, rejected) => ([resolve, reject] = [resolved, rejected]));
  return { promise, resolve, reject };
}

/** Chunks that a test hands on one by one, like a connection: `wanted` resolves when the reader asks for one. */
function slowly(chunks: readonly Buffer[]) {
  const gates = chunks.map(() => gate<undefined>());
  const wanted = chunks.map(() => gate<undefined>());
  const over = gate<never>();
  over.promise.catch(() => {});
  async function* sent() {
    for (const [i, chunk] of chunks.entries()) {
      wanted[i]?.resolve(undefined);
      await Promise.race([gates[i]?.promise, over.promise]);
      yield chunk;
    }
  }
  return {
    chunks: sent(),
    size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    wanted: (i: number) => wanted[i]?.promise,
    send: (i: number) => gates[i]?.resolve(undefined),
    fail: (error: Error) => over.reject(error),
  };
}

const atOnce = (...chunks: (string | Buffer)[]) => {
  const buffers = chunks.map((chunk) => Buffer.from(chunk));
  const bytes = slowly(buffers);
  for (const i of buffers.keys()) bytes.send(i);
  return bytes;
};

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

  const request = (bytes: UploadRequest["bytes"], more: Partial<UploadRequest> = {}): UploadRequest => ({
    id: newId(),
    list: "county-2020",
    announced: "2020-02-13",
    authority: "Order of 2020-02-11, clerk@example.org",
    layout: "plain",
    dryRun: false,
    actor: "staff-1",
    bytes,
    stopping: new AbortController(),
    ...more,
  });
  const upload = async (bytes: UploadRequest["bytes"], more: Partial<UploadRequest> = {}) => {
    const wanted = request(bytes, more);
    const { ended } = await takeUpload(services, wanted);
    await ended;
    return readUpload(services, wanted.id);
  };
  const current = async () => (await services.versions.current()).map(({ records }) => records);
  const events = () =>
    database.query<{ event: string; actor: string }>(
      "select event, actor from audit where event like 'list%' order by id",
    );

  describe("a file that is sent", () => {
    it("is imported, counted and audited with who sent it, plain or packed; the one before can come back", async () => {
      const first = await upload(atOnce(listCsv(listRows(30))));
      expect(first).toMatchObject({
        state: "imported",
        by: "staff-1",
        result: { records: 30, rejected: {}, skipped: 0 },
        progress: { share: 1, rows: 30, written: 30, labels: 1 },
      });
      expect(first?.result?.labels).toBeGreaterThan(30);
      const packed = gzipSync(listCsv(listRows(45, 9)));
      const second = await upload(
        atOnce(packed.subarray(0, 1), packed.subarray(1, 700), packed.subarray(700)),
      );
      expect(second).toMatchObject({
        state: "imported",
        progress: { received: packed.length, size: packed.length },
      });
      expect(await current()).toEqual([45]);
      expect(await events()).toEqual(
        ["first", "second"].flatMap(() => [
          { event: "list_import_started", actor: "staff-1" },
          { event: "list_imported", actor: "staff-1" },
        ]),
      );
      await rollBackList(services, "county-2020", "staff-1");
      expect(await current()).toEqual([30]);
      expect((await recentUploads(services)).map(({ state }) => state)).toEqual(["imported", "imported"]);
    });

    it("is followed by the texts of those who asked for one, as an import by the command is", async () => {
      const { sealer, runtime } = services;
      const address = sealer.hash("phones", "+13235550101");
      const kept = { phone: "+13235550101", query: {} };
      await database.query(
        `insert into watch (address, sealed, wording, locale, at, gone_at)
         values ($1::bytea, $2::bytea, 'questions.watch.ask', 'es', to_timestamp($3::float8 / 1000),
           to_timestamp($3::float8 / 1000) + interval '1 year')`,
        [address, sealer.sealJson("phones", `watch/${address.toString("hex")}`, kept), runtime.now() - 1000],
      );
      const copy = createCopy(services.config.org);
      expect(await tellWatchers(services, copy)).toBe(0);
      await upload(atOnce(listCsv(listRows(20))));
      expect(await tellWatchers(services, copy)).toBe(1);
    });

    it("twice is recognised at its end and changes nothing", async () => {
      const csv = listCsv(listRows(30));
      await upload(atOnce(csv));
      const [before] = await showLists(services);
      expect(await upload(atOnce(csv))).toMatchObject({ state: "unchanged", result: { records: 30 } });
      expect((await showLists(services))[0]?.versions).toEqual(before?.versions);
    });

    it("only checked leaves no list, and says what would be read", async () => {
      const csv = `${listCsv(listRows(20))},,,,,,,,,,\r\n`;
      const seen = await upload(atOnce(csv), { dryRun: true });
      expect(seen).toMatchObject({
        state: "checked",
        result: { records: 20, labels: 0 },
        progress: { share: 1 },
      });
      expect(Object.values(seen?.result?.rejected ?? {})).toEqual([1]);
      expect(await showLists(services)).toEqual([]);
      expect(await events()).toEqual([]);
    });

    it("shows how far it is in another process, which can stop it; nothing is left", async () => {
      await upload(atOnce(listCsv(listRows(10))));
      const other = makeServices({ database });
      const csv = Buffer.from(listCsv(listRows(400, 5)));
      const bytes = slowly([csv.subarray(0, 30_000), csv.subarray(30_000)]);
      const wanted = request(bytes);
      wanted.stopping.signal.addEventListener("abort", () => bytes.fail(new Error("stopped")));
      const { ended } = await takeUpload(services, wanted);
      bytes.send(0);
      await bytes.wanted(1);
      let seen = await readUpload(other, wanted.id);
      while ((seen?.progress.rows ?? 0) === 0) {
        // A loop without a macrotask would keep the clock's ticks out.
        await setImmediate();
        seen = await readUpload(other, wanted.id);
      }
      expect(seen).toMatchObject({ state: "running", progress: { received: 30_000, size: csv.length } });
      expect(await cancelUpload(other, wanted.id)).toBe(true);
      await ended;
      expect(await readUpload(other, wanted.id)).toMatchObject({ state: "cancelled" });
      expect(await cancelUpload(other, wanted.id)).toBe(false);
      expect(await current()).toEqual([10]);
      await purge(services);
      const rows = await database.query<{ n: number }>("select count(*)::int as n from record");
      expect(rows).toEqual([{ n: 10 }]);
    });

    it("to a list that is being imported is refused before a byte is read; another list is not", async () => {
      const bytes = slowly([Buffer.from(listCsv(listRows(10)))]);
      const first = request(bytes);
      const { ended } = await takeUpload(services, first);
      const again = takeUpload(makeServices({ database }), request(atOnce("")));
      await expect(again).rejects.toMatchObject({ because: "underWay" });
      expect(await upload(atOnce(listCsv(listRows(12, 3))), { list: "county-2021" })).toMatchObject({
        state: "imported",
      });
      bytes.send(0);
      await ended;
      await expect(takeUpload(services, { ...first, bytes: atOnce("") })).rejects.toMatchObject({
        because: "twice",
      });
      expect(await readUpload(services, first.id)).toMatchObject({ state: "imported" });
    });

    it("whose server stops says so; one whose server is gone is lost, and holds nobody up", async () => {
      const stopped = request(slowly([Buffer.from("case_number\n")]));
      stopped.stopping.signal.addEventListener("abort", () =>
        (stopped.bytes as ReturnType<typeof slowly>).fail(new Error("stopped")),
      );
      await takeUpload(services, stopped);
      await stopUploads(services);
      expect(await readUpload(services, stopped.id)).toMatchObject({
        state: "failed",
        problem: { code: "stopped" },
      });
      await database.query(
        `insert into list_upload (id, list_id, dry_run, started_by, started_at, seen_at, progress)
         values ($1::uuid, 'county-2020', false, 'staff-1', to_timestamp($2::float8 / 1000),
           to_timestamp($2::float8 / 1000), '{}')`,
        [newId(), services.runtime.now()],
      );
      await expect(upload(atOnce(""))).rejects.toMatchObject({ because: "underWay" });
      services.runtime.advance(silentMs + 1);
      expect((await recentUploads(services)).map(({ state }) => state).sort()).toEqual(["failed", "lost"]);
      expect(await upload(atOnce(listCsv(listRows(5))))).toMatchObject({ state: "imported" });
    });
  });

  describe("a file that cannot be taken", () => {
    const header = "case_number,first_name,last_name,date_of_birth";
    const good = `${header}\nQUUX1,Ana,Canaryson,1968-07-25\n`;
    const cases: [string, string | Buffer, Partial<UploadRequest>, object][] = [
      ["is empty", "", {}, { code: "empty" }],
      ["has another header", "Canary,Canaryson\nQUUX1,1968-07-25\n", {}, { code: "header" }],
      ["is a workbook", Buffer.from("PK\u0003\u0004Canaryson"), {}, { code: "workbook" }],
      [
        "is ISO 8859-1",
        Buffer.from(`${good}QUUX2,José,Canaryson,\n`, "latin1"),
        {},
        { code: "encoding", line: 3 },
      ],
      ["is a cut gzip", gzipSync(good).subarray(0, -9), {}, { code: "gzip" }],
      ["has an open quote", `${good}"QUUX2,Canaryson\n`, {}, { code: "quote", line: 3 }],
      ["is of another layout", good, { layout: "county" }, { code: "missingColumn", column: "PRI_NAME" }],
      ["is not the research file", good, { layout: "doj" }, { code: "layout" }],
      ["names a column twice", `${header},last_name\n`, {}, { code: "doubleColumn", column: "last_name" }],
      ["has no row to take", `${header}\n,,,1968-07-25\n`, {}, { code: "noRows" }],
    ];

    it.each(cases)(
      "because it %s: said by code and place, and nothing has changed",
      async (_why, file, more, problem) => {
        const seen = await upload(atOnce(file), more);
        expect(seen?.state).toBe("failed");
        expect(seen?.problem).toEqual(problem);
        expect(await current()).toEqual([]);
        const kept = [...services.logged, ...(await dumpDatabase(database))].join("\n");
        expect(/canary|1968-07|quux1/i.test(kept)).toBe(false);
      },
    );

    it("because the connection is lost, leaves the list as it was", async () => {
      await upload(atOnce(listCsv(listRows(10))));
      const csv = Buffer.from(listCsv(listRows(400, 5)));
      const bytes = slowly([csv.subarray(0, 30_000), csv.subarray(30_000)]);
      const wanted = request(bytes);
      const { ended } = await takeUpload(services, wanted);
      bytes.send(0);
      await bytes.wanted(1);
      bytes.fail(new Error("ECONNRESET Canaryson"));
      await ended;
      expect(await readUpload(services, wanted.id)).toMatchObject({
        state: "failed",
        problem: { code: "fault" },
      });
      expect(services.logged.join("")).toContain("upload_failed");
      expect(services.logged.join("")).not.toContain("Canary");
      expect(await current()).toEqual([10]);
    });

    it("what is said of the list is looked at first", async () => {
      for (const [more, because] of [
        [{ list: "no spaces" }, "list"],
        [{ list: "sample-1" }, "sample"],
        [{ announced: "13.2.2020" }, "announced"],
        [{ authority: " - " }, "authority"],
      ] as const)
        await expect(takeUpload(services, request(atOnce(good), more))).rejects.toMatchObject({ because });
      expect(await recentUploads(services)).toEqual([]);
    });
  });

  it("rejected rows are kept as lines and reasons for thirty days, and nothing of the rows", async () => {
    const lines = [
      "case_number,last_name,status",
      "QUUX1,Canaryson,eligible",
      ",,eligible",
      "QUUX2,Canaryson,forgiven",
    ];
    const seen = await upload(atOnce(lines.join("\n")));
    expect(seen?.result).toMatchObject({ records: 1, rejected: { noNameOrNumber: 1, unknownStatus: 1 } });
    expect(await rejectedRows(services, seen?.id ?? "")).toEqual([
      { line: 3, reason: "noNameOrNumber" },
      { line: 4, reason: "unknownStatus" },
    ]);
    expect(/canary|quux\d/i.test((await dumpDatabase(database)).join("\n"))).toBe(false);
    services.runtime.advance(29 * 24 * 3_600_000);
    await purge(services);
    expect(await recentUploads(services)).toHaveLength(1);
    services.runtime.advance(2 * 24 * 3_600_000);
    await purge(services);
    expect(await recentUploads(services)).toEqual([]);
  });
});
