/**
 * The keys of a list version: random, its own, wrapped by the master key. Forgetting the wrapped bytes makes every
 * row of the version unreadable at once. A new master key re-wraps them and touches no row.
 */
import { hkdfSync } from "node:crypto";
import type { Database } from "../db/database.ts";
import type { KeyRing, Purpose } from "../privacy/keys.ts";
import { openWith, sealWith } from "../privacy/seal.ts";
import { LabelKey } from "./labelKey.ts";
import { RecordIds } from "./recordIds.ts";
import { RecordKey } from "./recordKey.ts";

const keyBytes = 32;
const wrappedBytes = 12 + keyBytes + 16;

/** The two random keys from which the others of a version follow. */
export interface VersionSecret {
  records: Buffer;
  labels: Buffer;
}

/** What reading and writing a version's rows takes. */
export interface VersionKeys {
  recordKey: RecordKey;
  recordIds: RecordIds;
  labelKey: LabelKey;
  /** Seals the name frequencies. */
  frequencyKey: Buffer;
  /** Hashes the file a version was made from. */
  fileKey: Buffer;
}

export function newSecret(random: (length: number) => Buffer): VersionSecret {
  return { records: Buffer.from(random(keyBytes)), labels: Buffer.from(random(keyBytes)) };
}

export function deriveKeys(secret: VersionSecret, listId: string, version: number): VersionKeys {
  const derive = (key: Buffer, use: string) =>
    Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), `clearline/version/1/${use}`, keyBytes));
  return {
    recordKey: new RecordKey(derive(secret.records, "record"), listId, version),
    recordIds: new RecordIds(derive(secret.records, "ids")),
    labelKey: new LabelKey(derive(secret.labels, "label"), derive(secret.labels, "pad")),
    frequencyKey: derive(secret.records, "frequencies"),
    fileKey: derive(secret.records, "file"),
  };
}

/** Wraps under the active master key: 120 bytes, bound to the version. */
export function wrapSecret(
  keys: KeyRing,
  random: (length: number) => Buffer,
  listId: string,
  version: number,
  secret: VersionSecret,
): Buffer {
  const wrap = (purpose: Purpose, key: Buffer) =>
    sealWith(keys.subKey(purpose), random(12), key, wrapRow(purpose, listId, version));
  return Buffer.concat([wrap("records", secret.records), wrap("labels", secret.labels)]);
}

/** @returns the keys, or undefined when the master key is not in the ring or the bytes do not open. */
export function unwrapSecret(
  keys: KeyRing,
  keyId: string,
  listId: string,
  version: number,
  wrapped: Uint8Array,
): VersionSecret | undefined {
  if (!keys.has(keyId) || wrapped.length !== 2 * wrappedBytes) return undefined;
  const unwrap = (purpose: Purpose, part: Uint8Array) =>
    openWith(keys.subKey(purpose, keyId), part, wrapRow(purpose, listId, version));
  const records = unwrap("records", wrapped.subarray(0, wrappedBytes));
  const labels = unwrap("labels", wrapped.subarray(wrappedBytes));
  return records && labels && { records, labels };
}

/**
 * Wraps every version's keys under the active master key (key rotation).
 * @returns how many were re-wrapped, and the ids of versions whose keys do not open with any listed key.
 */
export async function rewrapVersions(
  database: Database,
  keys: KeyRing,
  random: (length: number) => Buffer,
): Promise<{ rewrapped: number; unreadable: number[] }> {
  const rows = await database.query<{ id: number; list: string; key_id: string; wrapped: Uint8Array }>(
    `select id, list_id as list, key_id, wrapped_keys as wrapped from list_version
     where wrapped_keys is not null and key_id <> $1 order by id`,
    [keys.activeId],
  );
  let rewrapped = 0;
  const unreadable: number[] = [];
  for (const row of rows) {
    const secret = unwrapSecret(keys, row.key_id, row.list, row.id, row.wrapped);
    if (!secret) {
      unreadable.push(row.id);
      continue;
    }
    // A version retired meanwhile has lost its keys for good.
    const done = await database.query(
      `update list_version set wrapped_keys = $2, key_id = $3 where id = $1 and wrapped_keys is not null returning id`,
      [row.id, wrapSecret(keys, random, row.list, row.id, secret), keys.activeId],
    );
    rewrapped += done.length;
  }
  return { rewrapped, unreadable };
}

function wrapRow(purpose: Purpose, listId: string, version: number): Buffer {
  return Buffer.from(`clearline/version-keys/1|${purpose}|${listId}|${version}`);
}
