/**
 * Writes the rows of a list version: sealed records in random order, then block labels in the order of labels.
 * In small batches with a breath between, so that lookups go on meanwhile; memory stays flat in the list's length
 * but for the window and twelve bytes a block entry.
 */
import { setImmediate } from "node:timers/promises";
import { bigintArray, byteaArray, intArray, type Database } from "../db/database.ts";
import type { VersionFacts } from "../db/schema/list.ts";
import { recordBlockKeys } from "../matching/blockKeys.ts";
import { FrequencyCounter, type NameFrequencies } from "../matching/frequencies.ts";
import type { ListRecord } from "../matching/types.ts";
import type { Runtime } from "../runtime.ts";
import { BlockIndex, type Block } from "./blockIndex.ts";
import { blockDigests, labelBytes } from "./labelKey.ts";
import { RandomNumbers } from "./random.ts";
import { encodeRecord, padRecord, shortBytes } from "./recordCodec.ts";
import { RecordWindow } from "./recordWindow.ts";
import type { VersionKeys } from "./versionKeys.ts";

/**
 * Rows a statement. PGlite takes one statement at a time, in this process: a batch holds lookups up for 10 to 40 ms.
 * PostgreSQL works beside us. (Not COPY: from postgres.js it waits 40 ms for each, and hangs when the server refuses.)
 */
const batches = {
  pglite: { records: 500, labels: 2000 },
  postgres: { records: 2000, labels: 8000 },
} as const;
const insertRecords = `insert into record (version, id, sealed)
  select $1::int, t.id, t.sealed from unnest($2::text::int[], $3::text::bytea[]) as t(id, sealed)`;
const insertLabels = `insert into label (version, label, refs)
  select $1::int, t.label, t.refs from unnest($2::text::bigint[], $3::text::bytea[]) as t(label, refs)`;
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
  #inserted: Promise<unknown> = Promise.resolve();

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
    const labels = keys.labelKey.labels(blockDigests(recordBlockKeys(record)));
    for (let at = 0; at < labels.length; at += labelBytes) this.#index.add(labels, id, at);
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

  /** After a failure: waits until nothing is being written any more, so that a purge finds every row. */
  async settle(): Promise<void> {
    await this.#inserted.catch(() => {});
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
    const { database, keys } = this.#options;
    const batch = batches[database.kind].records;
    let ids: number[] = [];
    let sealed: Buffer[] = [];
    for (const { id, encoded } of this.#window.drain(this.#random)) {
      ids.push(id);
      sealed.push(keys.recordKey.seal(id, padRecord(encoded), this.#random.bytes(12)));
      if (ids.length % (breath * 4) === 0) await setImmediate();
      if (ids.length < batch) continue;
      await this.#insert(insertRecords, intArray(ids), sealed);
      this.#written += ids.length;
      [ids, sealed] = [[], []];
    }
    await this.#insert(insertRecords, intArray(ids), sealed);
    await this.#inserted;
    this.#written += ids.length;
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
        await this.#insertLabels(waiting);
        waiting = [];
      }
      labels += blocks.length;
    }
    await this.#insertLabels(waiting);
    await this.#inserted;
    return labels;
  }

  async #insertLabels(blocks: Block[]): Promise<void> {
    const { keys } = this.#options;
    const refs: Buffer[] = [];
    for (let from = 0; from < blocks.length; from += breath * 16) {
      const part = blocks.slice(from, from + breath * 16);
      const labels = Buffer.concat(part.map((block) => block.label));
      const hidden = keys.labelKey.hide(
        labels,
        part.map((block) => block.ids),
      );
      const bytes = hidden.length / part.length;
      for (let row = 0; row < part.length; row++) refs.push(hidden.subarray(row * bytes, (row + 1) * bytes));
      await setImmediate();
    }
    await this.#insert(insertLabels, bigintArray(blocks.map(({ label }) => label.readBigInt64BE(0))), refs);
  }

  /** Hands a batch over as soon as the one before is in: the next is made ready while the database works. */
  async #insert(statement: string, ids: string, sealed: readonly Buffer[]): Promise<void> {
    const { database, version, signal } = this.#options;
    await this.#inserted;
    signal?.throwIfAborted();
    this.#tell();
    if (sealed.length === 0) return;
    this.#inserted = database.query(statement, [version, ids, byteaArray(sealed)]);
    // Awaited before the next batch; until then a failure must not count as unhandled.
    this.#inserted.catch(() => {});
    // A macrotask: requests that came in meanwhile are taken before the next batch.
    await setImmediate();
  }

  #tell(): void {
    this.#options.onProgress?.({ read: this.#read, written: this.#written, labels: this.#labelShare });
  }
}
