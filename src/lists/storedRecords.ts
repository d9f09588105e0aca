/**
 * Every record of a version, opened page by page: what re-keying and the quality report read. Memory stays flat, and
 * other requests are taken between pages.
 */
import { setImmediate } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import type { ListRecord } from "../matching/types.ts";
import { decodeRecord } from "./recordCodec.ts";
import type { RecordKey } from "./recordKey.ts";

/** Rows a page: PGlite takes one statement at a time, and a page holds lookups up for some 10 ms. */
const page = 500;

export interface StoredRecord {
  id: number;
  /** Absent for a row that does not open. */
  record: ListRecord | undefined;
}

/**
 * @param version the version's number. @param key its own.
 * @returns all its rows, in the order of ids, which is random.
 */
export async function* storedRecords(
  database: Database,
  version: number,
  key: RecordKey,
  signal?: AbortSignal,
): AsyncGenerator<StoredRecord> {
  for (let after = -(2 ** 31) - 1; ;) {
    const rows = await database.query<{ id: number; sealed: Uint8Array }>(
      "select id, sealed from record where version = $1 and id > $2::bigint order by id limit $3",
      [version, after, page],
      signal,
    );
    for (const { id, sealed } of rows) {
      const plain = key.open(id, sealed);
      yield { id, record: plain && decodeRecord(plain) };
      after = id;
    }
    if (rows.length < page) return;
    await setImmediate();
  }
}
