/**
 * Writes the rows of a list version: sealed records in random order, then block labels in the order of labels.
 * In small batches with a breath between, so that lookups go on meanwhile; memory stays flat in the list's length
 * but for the window and twelve bytes a block entry.
 */
import { setImmediate } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import type { VersionFacts } from "../db/schema/list.ts";
import { recordBlockKeys } from "../matching/blockKeys.ts";
import { FrequencyCounter, type NameFrequencies } from "../matching/frequencies.ts";
import type { ListRecord } from "../matching/types.ts";
import type { Runtime } from "../runtime.ts";
import { BlockIndex, type Block } from "./blockIndex.ts";
import { RandomNumbers } from "./random.ts";
import { encodeRecord, padRecord, shortBytes } from "./recordCodec.ts";
import { RecordWindow } from "./recordWindow.ts";
import type { VersionKeys } from "./versionKeys.ts";

/**
 * Rows a COPY. PGlite takes one statement at a time, in this process: a batch holds lookups up for 10 to 40 ms.
 * PostgreSQL works beside us and asks 40 ms of patience for each COPY, whatever its size.
 */
const batches = {
  pglite: { records: 500, labels: 2000 },
  postgres: { records: 4000, labels: 16_000 },
} as const;
/** Records read, or rows made ready, between two breaths: about 3 ms. */
const breath = 64;

export interface Written {
  records: number;
  labels: number;
  facts: Omit<VersionFacts, "rejected">;
  frequencies: NameFrequencies;
}

export interface WriterOptions {
  database: Database;
  runtime: Pick<Runtime, "bytes">;
  keys: VersionKeys;
  version: number;
  signal?: AbortSignal | undefined;
  /** Told after each batch of records or labels; `labels` is their share written, 0 to 1. */
  onProgress?: ((progress: { read: number; written: number; labels: number }) => void) | undefined;
}

/** Takes records one by one; `finish` writes what is left and the labels. */
export class VersionWriter {
  readonly #options: WriterOptions;
  readonly #random: RandomNumbers;
  readonly #window = new RecordWindow();
  readonly #index = new BlockIndex();
  readonly #counter = new FrequencyCounter();
  readonly #facts: Omit<VersionFacts, "rejected"> = {
    withoutBirthDate: 0,
    withoutCaseNumber: 0,
    withoutName: 0,
    byStatus: {},
    long: 0,
  };
  #read = 0;
  #written = 0;
  #labelShare = 0;
  #copied: Promise<void> = Promise.resolve();

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#random = new RandomNumbers(options.runtime);
  }

  /** @returns false when the record is too long to be kept; nothing of it is then. */
  async add(record: ListRecord): Promise<boolean> {
    const encoded = encodeRecord(record);
    if (!encoded) return false;
    const { keys } = this.#options;
    const id = keys.recordIds.at(this.#read++);
    for (const key of recordBlockKeys(record)) this.#index.add(keys.labelKey.label(key), id);
    this.#counter.add(record);
    this.#count(record, encoded.length);
    this.#window.add(id, encoded);
    if (this.#window.full) await this.#writeWindow();
    // A source that never waits would otherwise hold up every request until it ends.
    else if (this.#read % breath === 0) await setImmediate();
    return true;
  }

  /** Writes everything that is not yet written. The version stays invisible. */
  async finish(): Promise<Written> {
    await this.#writeWindow();
    const labels = await this.#writeLabels();
    return { records: this.#read, labels, facts: this.#facts, frequencies: this.#counter.finish() };
  }

  #count(record: ListRecord, bytes: number): void {
    const facts = this.#facts;
    if (record.birthDate === undefined) facts.withoutBirthDate++;
    if (record.caseNumber === undefined) facts.withoutCaseNumber++;
    if (record.name === undefined) facts.withoutName++;
    const status = record.status ?? "none";
    facts.byStatus[status] = (facts.byStatus[status] ?? 0) + 1;
    if (bytes > shortBytes) facts.long++;
  }

  async #writeWindow(): Promise<void> {
    const { database, keys, version } = this.#options;
    const batch = batches[database.kind].records;
    let rows: string[] = [];
    for (const { id, encoded } of this.#window.drain(this.#random)) {
      const sealed = keys.recordKey.seal(id, padRecord(encoded), this.#random.bytes(12));
      rows.push(`${version}\t${id}\t\\\\x${sealed.toString("hex")}\n`);
      if (rows.length % (breath * 4) === 0) await setImmediate();
      if (rows.length < batch) continue;
      await this.#copy("record", ["version", "id", "sealed"], rows);
      rows = [];
    }
    await this.#copy("record", ["version", "id", "sealed"], rows);
    await this.#copied;
  }

  async #writeLabels(): Promise<number> {
    const batch = batches[this.#options.database.kind].labels;
    let labels = 0;
    let waiting: Block[] = [];
    let bucket = 0;
    for (const blocks of this.#index.drain(this.#random)) {
      this.#labelShare = ++bucket / 256;
      for (const block of blocks) {
        waiting.push(block);
        if (waiting.length < batch) continue;
        await this.#copyLabels(waiting);
        waiting = [];
      }
      labels += blocks.length;
    }
    await this.#copyLabels(waiting);
    await this.#copied;
    return labels;
  }

  async #copyLabels(blocks: Block[]): Promise<void> {
    const { keys, version } = this.#options;
    const rows: string[] = [];
    for (let from = 0; from < blocks.length; from += breath * 16) {
      const part = blocks.slice(from, from + breath * 16);
      const labels = Buffer.concat(part.map((block) => block.label));
      const ids = part.map((block) => block.ids);
      const refs = keys.labelKey.hide(labels, ids);
      const rowBytes = refs.length / part.length;
      for (const [i, { label }] of part.entries()) {
        const hidden = refs.toString("hex", i * rowBytes, (i + 1) * rowBytes);
        rows.push(`${label.readBigInt64BE(0)}\t${version}\t\\\\x${hidden}\n`);
      }
      await setImmediate();
    }
    await this.#copy("label", ["label", "version", "refs"], rows);
  }

  /** Hands a batch over as soon as the one before is in: the next is made ready while the database works. */
  async #copy(table: string, columns: string[], rows: string[]): Promise<void> {
    await this.#copied;
    this.#options.signal?.throwIfAborted();
    if (rows.length === 0) return;
    this.#copied = this.#load(table, columns, rows);
    // Awaited before the next batch; until then a failure must not count as unhandled.
    this.#copied.catch(() => {});
    // A macrotask: requests that came in meanwhile are taken before the next batch.
    await setImmediate();
  }

  async #load(table: string, columns: string[], rows: string[]): Promise<void> {
    await this.#options.database.copyIn(table, columns, rows.join(""));
    if (table === "record") this.#written += rows.length;
    this.#tell();
  }

  #tell(): void {
    this.#options.onProgress?.({ read: this.#read, written: this.#written, labels: this.#labelShare });
  }
}
