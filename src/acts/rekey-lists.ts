/**
 * Makes versions anew from their own opened rows: under the normalisers of this program and the active master key.
 * Lookups go on over the old version until the new one takes its place, which it also does for roll-back.
 */
import { whileHolding } from "../lists/importLock.ts";
import { listOverviews, type ListOverview, type VersionOverview } from "../lists/listOverview.ts";
import { loadVersion } from "../lists/loadVersion.ts";
import { purgeRetired } from "../lists/purgeRetired.ts";
import { storedRecords } from "../lists/storedRecords.ts";
import { deriveKeys, unwrapSecret, type VersionKeys } from "../lists/versionKeys.ts";
import { scheme } from "../matching/blockKeys.ts";
import { ListRefusal } from "./list-refusal.ts";
import type { Services } from "./services.ts";

export interface RekeyRequest {
  /** Also versions that are up to date. */
  all?: boolean;
  actor: string;
  onProgress?: (list: string, done: number, total: number) => void;
  signal?: AbortSignal;
}

export interface Rekeyed {
  list: string;
  from: number;
  to: number;
  records: number;
  /** Rows that did not open and so are lost. */
  unreadable: number;
}

/** @throws ListRefusal when a version's master key is not listed, or an import is under way. */
export async function rekeyLists(services: Services, request: RekeyRequest): Promise<Rekeyed[]> {
  const { database, sealer } = services;
  const done: Rekeyed[] = [];
  for (const list of await listOverviews(database)) {
    for (const version of list.versions) {
      const stale = version.scheme !== scheme || version.keyId !== sealer.keys.activeId;
      if (version.role === "loading" || !(stale || request.all === true)) continue;
      const held = await whileHolding(database, list.id, async () => {
        await purgeRetired(database, { held: list.id, signal: request.signal });
        const rekeyed = await rekeyVersion(services, list, version, request);
        // The new version stands; what is left of the old one is unreadable and can wait for the next purge.
        await purgeRetired(database, { held: list.id }).catch(() => {
          services.log.warn("purge_after_rekey_failed", { list: list.id });
        });
        return rekeyed;
      });
      if (!held) throw new ListRefusal(`an import of ${list.id} is under way`);
      done.push(held.result);
    }
  }
  return done;
}

async function rekeyVersion(
  services: Services,
  list: ListOverview,
  version: VersionOverview,
  request: RekeyRequest,
): Promise<Rekeyed> {
  const { database, runtime, sealer } = services;
  const keys = await keysOf(services, list.id, version);
  let unreadable = 0;
  const loaded = await loadVersion(
    { database, runtime, keys: sealer.keys },
    {
      list: { id: list.id, title: list.title, announced: list.announced, sample: list.sample },
      provenance: { authority: version.authority, importedBy: request.actor },
      event: "list_import_started",
      // Made from rows, not from a file: no file is the same.
      fileHash: () => runtime.bytes(32),
      replaces: version.version,
      signal: request.signal,
      onProgress: ({ read }) => request.onProgress?.(list.id, read, version.records),
      async fill(add) {
        for await (const { record } of storedRecords(database, version.version, keys.recordKey)) {
          if (record) await add(record);
          else unreadable++;
        }
        return version.facts?.rejected ?? 0;
      },
    },
  );
  return { list: list.id, from: version.version, to: loaded.version, records: loaded.records, unreadable };
}

async function keysOf(services: Services, listId: string, version: VersionOverview): Promise<VersionKeys> {
  const rows = await services.database.query<{ wrapped: Uint8Array | null }>(
    "select wrapped_keys as wrapped from list_version where id = $1",
    [version.version],
  );
  const wrapped = rows[0]?.wrapped;
  const secret =
    wrapped && unwrapSecret(services.sealer.keys, version.keyId, listId, version.version, wrapped);
  if (!secret) throw new ListRefusal(`${listId}: the key ${version.keyId} is not among CLEARLINE_KEYS`);
  return deriveKeys(secret, listId, version.version);
}
