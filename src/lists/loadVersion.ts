/**
 * Makes a list version out of records: keys of its own, rows, frequencies, and the one statement that puts it in
 * place. All or nothing: until that statement the version before answers, and a failure leaves unreadable rows that
 * the next purge removes.
 */
import { deflateRawSync } from "node:zlib";
import type { Database } from "../db/database.ts";
import { scheme } from "../matching/blockKeys.ts";
import type { NameFrequencies } from "../matching/frequencies.ts";
import type { ListRecord } from "../matching/types.ts";
import type { AuditEvent } from "../privacy/audit.ts";
import type { KeyRing } from "../privacy/keys.ts";
import { pad, sealWith } from "../privacy/seal.ts";
import type { Runtime } from "../runtime.ts";
import { frequencyRow } from "./versionCache.ts";
import { deriveKeys, newSecret, wrapSecret, type VersionKeys } from "./versionKeys.ts";
import {
  abandonVersion,
  beginVersion,
  makeCurrent,
  nextVersion,
  replaceVersion,
  type FinishVersion,
  type ListHead,
  type Provenance,
} from "./versionStore.ts";
import { VersionWriter, type WriterOptions, type Written } from "./versionWriter.ts";

/** Sealed frequencies are padded to a multiple of this, so that their length says little. */
const frequencyBlock = 16_384;

export interface LoadServices {
  database: Database;
  runtime: Runtime;
  keys: KeyRing;
}

export interface LoadOptions {
  list: ListHead;
  provenance: Provenance;
  event: AuditEvent;
  /** What a version of the same file would have, under this version's own key. Asked once all records are given. */
  fileHash(keys: VersionKeys): Uint8Array;
  /** Gives every record to `add`, which says whether it was kept. @returns how many rows were rejected. */
  fill(add: (record: ListRecord) => Promise<boolean>): Promise<number>;
  /** A version to take the place of, instead of becoming current. */
  replaces?: number | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: WriterOptions["onProgress"];
}

export interface Loaded extends Written {
  version: number;
}

/** The version was retired while it was loading: the list was removed, or another import took its place. */
export class VersionLostError extends Error {
  override name = "VersionLostError";
}

/**
 * Loads a version; the caller holds the list's lock.
 * @throws whatever `fill` or the database throws, after retiring what was begun.
 */
export async function loadVersion(services: LoadServices, options: LoadOptions): Promise<Loaded> {
  const { database, runtime, keys } = services;
  const { list, provenance } = options;
  const random = (length: number) => runtime.bytes(length);
  const version = await nextVersion(database);
  const secret = newSecret(random);
  const versionKeys = deriveKeys(secret, list.id, version);
  await beginVersion(database, runtime.now(), {
    ...provenance,
    list,
    version,
    keyId: keys.activeId,
    scheme,
    wrapped: wrapSecret(keys, random, list.id, version, secret),
    event: options.event,
  });
  const { signal, onProgress } = options;
  const writer = new VersionWriter({ database, runtime, keys: versionKeys, version, signal, onProgress });
  try {
    const rejected = await options.fill((record) => writer.add(record));
    const written = await writer.finish();
    signal?.throwIfAborted();
    const finish: FinishVersion = {
      list,
      version,
      records: written.records,
      labels: written.labels,
      facts: { ...written.facts, rejected },
      frequencies: sealFrequencies(versionKeys, version, written.frequencies, random),
      fileHash: options.fileHash(versionKeys),
      actor: provenance.importedBy,
    };
    const now = runtime.now();
    const placed =
      options.replaces === undefined
        ? await makeCurrent(database, now, finish)
        : await replaceVersion(database, now, options.replaces, finish);
    if (!placed) throw new VersionLostError("the list was removed or replaced while it was loading");
    return { ...written, version };
  } catch (error) {
    await writer.settle();
    // Best effort: when the database is gone, the next import or purge finds the version and removes it.
    const code = error instanceof Error ? error.name : "unknown";
    await abandonVersion(database, runtime.now(), version, provenance.importedBy, code).catch(() => {});
    throw error;
  }
}

function sealFrequencies(
  keys: VersionKeys,
  version: number,
  frequencies: NameFrequencies,
  random: (length: number) => Buffer,
): Buffer {
  const packed = pad(deflateRawSync(JSON.stringify(frequencies)), frequencyBlock);
  return sealWith(keys.frequencyKey, random(12), packed, frequencyRow(version));
}
