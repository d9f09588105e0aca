/**
 * What is known of lists and versions without opening a row: totals, provenance, state.
 */
import type { Database } from "../db/database.ts";
import type { VersionFacts } from "../db/schema/list.ts";

export interface VersionOverview {
  version: number;
  role: "current" | "previous" | "loading";
  records: number;
  labels: number;
  scheme: number;
  keyId: string;
  authority: string;
  importedBy: string;
  /** Epoch milliseconds. */
  startedAt: number;
  readyAt: number | null;
  facts: VersionFacts | null;
}

export interface ListOverview {
  id: string;
  title: string;
  /** YYYY-MM-DD. */
  announced: string;
  sample: boolean;
  versions: VersionOverview[];
}

/** All lists that have a version which is not retired, by announcement; what is kept for roll-back stands last. */
export async function listOverviews(database: Database): Promise<ListOverview[]> {
  const rows = await database.query<ListOverview & VersionOverview>(
    `select l.id, l.title, l.announced::text as announced, l.sample, v.id as version,
       case when v.id = l.current then 'current' when v.id = l.previous then 'previous' else 'loading' end as role,
       v.records, v.labels, v.scheme, v.key_id as "keyId", v.authority, v.imported_by as "importedBy",
       (extract(epoch from v.started_at) * 1000)::float8 as "startedAt",
       (extract(epoch from v.ready_at) * 1000)::float8 as "readyAt", v.facts
     from list l join list_version v on v.list_id = l.id
     where v.state <> 'retired'
     order by l.announced, l.id, v.id is not distinct from l.previous, v.id desc`,
  );
  const lists: ListOverview[] = [];
  for (const { id, title, announced, sample, versions: _none, ...version } of rows) {
    let list = lists.at(-1);
    if (list?.id !== id) lists.push((list = { id, title, announced, sample, versions: [] }));
    list.versions.push(version);
  }
  return lists;
}

export interface CurrentFile {
  version: number;
  records: number;
  keyId: string;
  wrapped: Uint8Array;
  fileHash: Uint8Array;
}

/** The stored facts about the current version that recognising its file takes; undefined when there is none. */
export async function currentFile(database: Database, listId: string): Promise<CurrentFile | undefined> {
  const rows = await database.query<CurrentFile>(
    `select v.id as version, v.records, v.key_id as "keyId", v.wrapped_keys as wrapped, v.file_hash as "fileHash"
     from list l join list_version v on v.id = l.current where l.id = $1 and v.wrapped_keys is not null`,
    [listId],
  );
  return rows[0];
}
