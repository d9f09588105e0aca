/**
 * Imports a list file: all or nothing, repeatable, and invisible to lookups until it is whole (R11). Nothing comes in
 * without the authority it came by (P23).
 */
import { timingSafeEqual } from "node:crypto";
import path from "node:path";
import { dateCell } from "../lists/csv/cells.ts";
import { readList, layoutOf } from "../lists/csv/readList.ts";
import { rejections, type Layout, type Rejection } from "../lists/csv/layout.ts";
import { ListFileError } from "../lists/csv/listFileError.ts";
import type { ListBytes } from "../lists/csv/rows.ts";
import { RejectionReport } from "../lists/csv/rejectionReport.ts";
import { fileHash } from "../lists/fileHash.ts";
import { whileHolding } from "../lists/importLock.ts";
import { currentFile, listOverviews } from "../lists/listOverview.ts";
import { loadVersion, type Loaded } from "../lists/loadVersion.ts";
import { purgeRetired } from "../lists/purgeRetired.ts";
import { listSource, type ListSource } from "../lists/source.ts";
import { encodeRecord } from "../lists/recordCodec.ts";
import { deriveKeys, unwrapSecret } from "../lists/versionKeys.ts";
import type { ListRecord } from "../matching/types.ts";
import { losAngelesDate } from "../runtime.ts";
import { ListRefusal } from "./list-refusal.ts";
import { isSampleId } from "./load-sample.ts";
import type { Services } from "./services.ts";

/** Why rows were rejected, in words. */
export const rejectionWords: Readonly<Record<Rejection, string>> = rejections;
export type { ListBytes, Rejection };

/** How far an import is. */
export interface ImportStage {
  /** Rows read so far, whatever became of them. */
  rows: number;
  /** Records sealed and written. */
  written: number;
  /** Share of the labels written, 0 to 1: they come last. */
  labels: number;
}

export interface ImportRequest {
  /** Absolute path, or bytes that come once. Rejected rows of a path go to a report beside it. */
  file: string | ListBytes;
  list: string;
  /** YYYY-MM-DD. */
  announced: string;
  /** Order or agency, date, contact. */
  authority: string;
  title?: string | undefined;
  /** "doj", "county", or the path of a JSON mapping; absent for our own columns. */
  map?: string | undefined;
  /** Reads and reports, and writes nothing to the database. */
  dryRun?: boolean;
  importedBy: string;
  signal?: AbortSignal;
  /** Share done, 0 to 1, and the records read so far. */
  onProgress?: (share: number, records: number, stage: ImportStage) => void;
  /** Told each rejected row: its line in the file, and why. */
  onRejected?: (line: number, reason: Rejection) => void;
  /** No more bytes than these are unpacked from a gzip file. */
  unpackedMax?: number | undefined;
}

export interface ImportSummary {
  outcome: "imported" | "unchanged" | "checked";
  records: number;
  labels: number;
  /** Rows that are no case of the list (DOJ layouts). */
  skipped: number;
  /** Cells that were no possible date, taken as missing. */
  impossibleDates: number;
  rejected: Partial<Record<Rejection, number>>;
  /** Where the rejected rows are named; absent when there is none. */
  reportFile?: string;
  facts?: Loaded["facts"];
}

const listId = /^[a-z0-9][a-z0-9_-]{0,39}$/i;

const noCounts: Omit<ImportSummary, "outcome" | "labels"> = {
  records: 0,
  skipped: 0,
  impossibleDates: 0,
  rejected: {},
};

/**
 * Imports, or with `dryRun` only checks.
 * @throws ListRefusal or ListFileError in one line when nothing was changed because of the request or the file.
 */
export async function importList(services: Services, request: ImportRequest): Promise<ImportSummary> {
  checkImport(services, request);
  const layout = await layoutOf(request.map);
  const report =
    typeof request.file === "string" ? new RejectionReport(`${request.file}.rejected.csv`) : undefined;
  try {
    if (request.dryRun === true) {
      const source = dryRunSource(request.file);
      const counts = await readAll(services, request, source, layout, report, (record) =>
        Promise.resolve(encodeRecord(record) !== undefined),
      );
      return { outcome: "checked", labels: 0, ...counts, ...(await report?.close()) };
    }
    const held = await whileHolding(services.database, request.list, () =>
      importHolding(services, request, layout, report),
    );
    if (!held) throw new ListRefusal(`another import of ${request.list} is under way`, "underWay");
    return { ...held.result, ...(await report?.close()) };
  } finally {
    await report?.close();
  }
}

/**
 * Looks at what is said of a list before its file is opened.
 * @throws ListRefusal that names the first part that cannot be.
 */
export function checkImport(
  { runtime }: Pick<Services, "runtime">,
  request: Pick<ImportRequest, "list" | "announced" | "authority">,
): void {
  const today = losAngelesDate(runtime.now());
  if (!listId.test(request.list)) {
    throw new ListRefusal(`--list "${request.list}": 1 to 40 letters, digits, hyphens`, "list");
  }
  if (isSampleId(request.list))
    throw new ListRefusal(`--list "${request.list}": such names are the sample's`, "sample");
  if (dateCell(request.announced, today) !== request.announced) {
    throw new ListRefusal(`--announced "${request.announced}": a past date as YYYY-MM-DD`, "announced");
  }
  if (!/\p{L}{2}/u.test(request.authority)) {
    throw new ListRefusal("--authority: name the order or agency, its date, and a contact", "authority");
  }
}

async function importHolding(
  services: Services,
  request: ImportRequest,
  layout: Layout,
  report: RejectionReport | undefined,
): Promise<ImportSummary> {
  const { database, sealer, runtime } = services;
  const known = (await listOverviews(database)).find((list) => list.id === request.list);
  if (known?.sample === true)
    throw new ListRefusal(`"${request.list}" is the sample's: choose another --list`, "sample");
  const source = await listSource(request.file);
  const same = source.known && (await madeFrom(services, request.list, source.known, layout));
  if (same !== undefined) return unchanged(same);
  await purgeRetired(database, { held: request.list, signal: request.signal });
  const title = request.title ?? known?.title ?? request.list;
  let counts: Counts | undefined;
  let digest: Buffer = Buffer.alloc(0);
  const progress = new Progress(request.onProgress);
  const loading = loadVersion(
    { database, runtime, keys: sealer.keys },
    {
      list: { id: request.list, title, announced: request.announced, sample: false },
      provenance: { authority: request.authority, importedBy: request.importedBy },
      event: "list_import_started",
      fileHash: (keys) => fileHash(keys, digest, layout.id),
      signal: request.signal,
      onProgress: ({ read, written, labels }) => progress.wrote(read, written, labels),
      async fill(add) {
        counts = await readAll(services, request, source, layout, report, add, progress);
        if (counts.records === 0) throw new ListFileError(`${source.prefix}no row could be taken`, "noRows");
        digest = await source.digest();
        if (source.known === undefined) {
          const known = await madeFrom(services, request.list, digest, layout);
          if (known !== undefined) throw new SameFileError(known);
        }
        return Object.values(counts.rejected).reduce((sum, n) => sum + n, 0);
      },
    },
  );
  const loaded = await loading.catch((error: unknown) => {
    if (error instanceof SameFileError) return error;
    throw error;
  });
  if (loaded instanceof SameFileError) return unchanged(loaded.records);
  // The list stands; what is left of older versions is unreadable already and can wait for the next purge.
  await purgeRetired(database, { held: request.list }).catch(() => {
    services.log.warn("purge_after_import_failed", { list: request.list });
  });
  const { records, labels, facts } = loaded;
  return { outcome: "imported", ...(counts ?? noCounts), records, labels, facts };
}

/** What came once is what the list holds already: seen at its end, when rows stand that nobody will read. */
class SameFileError extends Error {
  override name = "SameFileError";
  readonly records: number;

  constructor(records: number) {
    super("this very file is what the list holds already");
    this.records = records;
  }
}

const unchanged = (records: number): ImportSummary => ({
  ...noCounts,
  outcome: "unchanged",
  records,
  labels: 0,
});

/** The number of records of the current version when it was made from this very file, else undefined. */
async function madeFrom(
  services: Services,
  list: string,
  digest: Buffer,
  layout: Layout,
): Promise<number | undefined> {
  const current = await currentFile(services.database, list);
  if (!current) return undefined;
  const secret = unwrapSecret(services.sealer.keys, current.keyId, list, current.version, current.wrapped);
  if (!secret) return undefined;
  const hash = fileHash(deriveKeys(secret, list, current.version), digest, layout.id);
  const same = hash.length === current.fileHash.length && timingSafeEqual(hash, current.fileHash);
  return same ? current.records : undefined;
}

type Counts = Pick<ImportSummary, "records" | "skipped" | "impossibleDates" | "rejected">;
const dryRunSource = (file: string | ListBytes) => ({
  from: file,
  prefix: typeof file === "string" ? `${path.basename(file)}: ` : "",
});

async function readAll(
  services: Services,
  request: ImportRequest,
  source: Pick<ListSource, "from" | "prefix">,
  layout: Layout,
  report: RejectionReport | undefined,
  add: (record: ListRecord) => Promise<boolean>,
  progress = new Progress(request.onProgress),
): Promise<Counts> {
  const counts: Counts = { records: 0, skipped: 0, impossibleDates: 0, rejected: {} };
  report?.clear();
  let rows = 0;
  let read = 0;
  const reading = readList(source.from, layout, losAngelesDate(services.runtime.now()), {
    signal: request.signal,
    unpackedMax: request.unpackedMax,
    onRead: (share) => progress.read((read = share), counts.records, rows),
  });
  const reject = async (line: number, reason: Rejection) => {
    counts.rejected[reason] = (counts.rejected[reason] ?? 0) + 1;
    request.onRejected?.(line, reason);
    await report?.add(line, rejections[reason]);
  };
  try {
    for await (const item of reading.items) {
      // Rows follow their bytes by a while, when these come slowly.
      if (++rows % 64 === 0) progress.read(read, counts.records, rows);
      if ("skipped" in item) counts.skipped++;
      else if ("rejected" in item) await reject(item.line, item.rejected);
      else if (await add(item.record)) counts.records++;
      else await reject(item.line, "recordTooLong");
    }
  } catch (error) {
    if (!(error instanceof ListFileError)) throw error;
    const { message, problem, place } = error;
    const whole = typeof source.from === "string" && message.startsWith(source.from);
    throw whole ? error : new ListFileError(`${source.prefix}${message}`, problem, place);
  }
  counts.impossibleDates = reading.impossibleDates();
  return counts;
}

/** One share of three phases, by their measured parts of the time: reading, records, labels. */
class Progress {
  readonly #tell: ImportRequest["onProgress"];
  #readShare = 0;
  #rows = 0;
  #written = 0;

  constructor(tell: ImportRequest["onProgress"]) {
    this.#tell = tell;
  }

  read(share: number, records: number, rows: number): void {
    this.#readShare = share;
    this.#rows = rows;
    this.#tell?.(share * parts.read, records, { rows, written: this.#written, labels: 0 });
  }

  wrote(read: number, written: number, labels: number): void {
    const records = this.#readShare * (read === 0 ? 0 : written / read);
    this.#written = written;
    const share = this.#readShare * parts.read + records * parts.records + labels * parts.labels;
    this.#tell?.(share, read, { rows: Math.max(read, this.#rows), written, labels });
  }
}

const parts = { read: 0.4, records: 0.3, labels: 0.3 };
