/**
 * The list versions that answer lookups, opened. Keys and name frequencies stay in memory by version id; which
 * versions are current is read from the database each time, since any process may have imported meanwhile.
 */
import { inflateRawSync } from "node:zlib";
import type { Database } from "../db/database.ts";
import { scheme } from "../matching/blockKeys.ts";
import { mergeFrequencies, noFrequencies, type NameFrequencies } from "../matching/frequencies.ts";
import type { KeyRing } from "../privacy/keys.ts";
import { openWith, unpad } from "../privacy/seal.ts";
import { losAngelesDate } from "../runtime.ts";
import { deriveKeys, unwrapSecret, type VersionKeys } from "./versionKeys.ts";

/** A version ready for lookups. */
export interface OpenVersion extends VersionKeys {
  list: { id: string; title: string; announced: string; sample: boolean };
  version: number;
  records: number;
  frequencies: NameFrequencies;
  /** The local day of the import, YYYY-MM-DD. */
  importedDay: string;
}

/** A current list cannot be read by this program: built under another scheme, or its master key is not listed. */
export class ListsNotReadyError extends Error {
  override name = "ListsNotReadyError";
  readonly code: "SCHEME_DIFFERS" | "KEY_MISSING";
  constructor(code: "SCHEME_DIFFERS" | "KEY_MISSING", listId: string) {
    super(`list ${listId} is not ready for lookups: ${code}`);
    this.code = code;
  }
}

interface CurrentRow {
  id: string;
  title: string;
  announced: string;
  sample: boolean;
  version: number;
  records: number;
  scheme: number;
  ready_at: number;
}

interface KeyRow {
  key_id: string;
  list: string;
  wrapped: Uint8Array | null;
  frequencies: Uint8Array | null;
}

const versionColumns = `l.id, l.title, l.announced::text as announced, l.sample, v.id as version, v.records, v.scheme,
  (extract(epoch from v.ready_at) * 1000)::float8 as ready_at`;

export class VersionCache {
  readonly #database: Database;
  readonly #keys: KeyRing;
  readonly #opened = new Map<number, OpenVersion>();
  #merged: { of: string; frequencies: NameFrequencies } | undefined;

  constructor(database: Database, keys: KeyRing) {
    this.#database = database;
    this.#keys = keys;
  }

  /**
   * The current versions, by announcement: one statement, and one more for each version not seen before.
   * @throws ListsNotReadyError when one of them cannot be read: answering from the others would be a wrong no.
   */
  async current(signal?: AbortSignal): Promise<OpenVersion[]> {
    const rows = await this.#database.query<CurrentRow>(
      `select ${versionColumns} from list l join list_version v on v.id = l.current order by l.announced, l.id`,
      [],
      signal,
    );
    const open = await this.#openAll(rows, signal);
    const current = new Set(rows.map((row) => row.version));
    for (const id of this.#opened.keys()) if (!current.has(id)) this.#opened.delete(id);
    return open;
  }

  /**
   * The named versions, from memory where possible: no statement at all once they have been opened.
   * @param ids of current versions, as read by the caller's own statement.
   * @throws ListsNotReadyError as `current` does; a version that is gone is left out.
   */
  async open(ids: readonly number[], signal?: AbortSignal): Promise<OpenVersion[]> {
    const missing = ids.filter((id) => !this.#opened.has(id));
    if (missing.length > 0) {
      const rows = await this.#database.query<CurrentRow>(
        `select ${versionColumns} from list l join list_version v on v.list_id = l.id
         where v.id = any($1::text::int[]) and v.state = 'ready'`,
        [`{${missing.join(",")}}`],
        signal,
      );
      await this.#openAll(rows, signal);
    }
    return ids.flatMap((id) => this.#opened.get(id) ?? []);
  }

  /** How rare names are over all these versions together: what comparisons weigh by, whichever list a record is on. */
  frequencies(versions: readonly OpenVersion[]): NameFrequencies {
    const of = versions.map((v) => v.version).join(",");
    if (this.#merged?.of !== of) {
      this.#merged = { of, frequencies: mergeFrequencies(versions.map((v) => v.frequencies)) };
    }
    return this.#merged.frequencies;
  }

  /** Can every current version be read by this program? What /readyz asks. */
  async ready(signal?: AbortSignal): Promise<boolean> {
    try {
      await this.current(signal);
      return true;
    } catch (error) {
      if (error instanceof ListsNotReadyError) return false;
      throw error;
    }
  }

  async #openAll(rows: CurrentRow[], signal?: AbortSignal): Promise<OpenVersion[]> {
    const all: OpenVersion[] = [];
    for (const row of rows) {
      if (row.scheme !== scheme) throw new ListsNotReadyError("SCHEME_DIFFERS", row.id);
      const known = this.#opened.get(row.version);
      const opened = known ?? (await openVersion(this.#database, this.#keys, row, signal));
      if (!opened) continue;
      opened.list = { id: row.id, title: row.title, announced: row.announced, sample: row.sample };
      this.#opened.set(row.version, opened);
      all.push(opened);
    }
    return all;
  }
}

async function openVersion(
  database: Database,
  keys: KeyRing,
  row: CurrentRow,
  signal?: AbortSignal,
): Promise<OpenVersion | undefined> {
  const [stored] = await database.query<KeyRow>(
    "select key_id, list_id as list, wrapped_keys as wrapped, frequencies from list_version where id = $1",
    [row.version],
    signal,
  );
  // Replaced and retired between the two statements: its successor answers the next lookup.
  if (!stored?.wrapped) return undefined;
  const secret = unwrapSecret(keys, stored.key_id, stored.list, row.version, stored.wrapped);
  if (!secret) throw new ListsNotReadyError("KEY_MISSING", row.id);
  const versionKeys = deriveKeys(secret, stored.list, row.version);
  return {
    ...versionKeys,
    list: { id: row.id, title: row.title, announced: row.announced, sample: row.sample },
    version: row.version,
    records: row.records,
    frequencies: openFrequencies(versionKeys, row.version, stored.frequencies),
    importedDay: losAngelesDate(row.ready_at),
  };
}

/** What name frequencies are sealed with: bound to their version. */
export function frequencyRow(version: number): Buffer {
  return Buffer.from(`clearline/frequencies/1|${version}`);
}

function openFrequencies(keys: VersionKeys, version: number, sealed: Uint8Array | null): NameFrequencies {
  const padded = sealed && openWith(keys.frequencyKey, sealed, frequencyRow(version));
  const packed = padded && unpad(padded);
  // Without them matching still works, every name taken as middling rare.
  if (!packed) return noFrequencies;
  return JSON.parse(inflateRawSync(packed).toString()) as NameFrequencies;
}
