/**
 * The life of a list version in the database: begun invisible, made current in one statement, rolled back, removed.
 * Each change writes its audit entry in the same statement, so that neither stands without the other.
 */
import type { Database } from "../db/database.ts";
import type { VersionFacts } from "../db/schema/list.ts";
import type { AuditEvent } from "../privacy/audit.ts";

/** A list as announced. */
export interface ListHead {
  id: string;
  title: string;
  /** YYYY-MM-DD. */
  announced: string;
  sample: boolean;
}

export interface Provenance {
  /** The order or agency by which the list came, when, and who answers for it (P23). */
  authority: string;
  importedBy: string;
}

export interface BeginVersion extends Provenance {
  list: ListHead;
  version: number;
  keyId: string;
  scheme: number;
  wrapped: Uint8Array;
  event: AuditEvent;
}

/** The number of the next version, over all lists. */
export async function nextVersion(database: Database): Promise<number> {
  const rows = await database.query<{ id: number }>(
    "select nextval(pg_get_serial_sequence('list_version', 'id'))::int as id",
  );
  return rows[0]?.id ?? 0;
}

/** Notes a version that is being loaded; lookups do not see it. */
export async function beginVersion(database: Database, now: number, begin: BeginVersion): Promise<void> {
  const { list } = begin;
  await database.query(
    `with known as (
       insert into list (id, title, announced, sample) values ($1, $2, $3::text::date, $4)
       on conflict (id) do nothing
     ), noted as (${auditInsert("$11", "$12", "$13", "$14")})
     insert into list_version
       (id, list_id, state, key_id, scheme, wrapped_keys, file_hash, authority, imported_by, started_at)
     overriding system value
     values ($5, $1, 'loading', $6, $7, $8::bytea, ''::bytea, $9, $10, to_timestamp($11::float8 / 1000))`,
    [
      list.id,
      list.title,
      list.announced,
      list.sample,
      begin.version,
      begin.keyId,
      begin.scheme,
      begin.wrapped,
      begin.authority,
      begin.importedBy,
      now,
      begin.event,
      begin.importedBy,
      JSON.stringify({ list: list.id, version: begin.version, authority: begin.authority }),
    ],
  );
}

export interface FinishVersion {
  list: ListHead;
  version: number;
  records: number;
  labels: number;
  facts: VersionFacts;
  frequencies: Uint8Array;
  /** Recognises the file it was made from: see fileHash.ts. */
  fileHash: Uint8Array;
  actor: string;
}

/** What a version loses when it is retired: without its keys no row of it can be read again. */
const retire =
  "state = 'retired', wrapped_keys = null, frequencies = null, file_hash = ''::bytea, facts = null";

/**
 * Makes a loaded version current, in one statement: the one before stays for roll-back, older ones lose their keys,
 * and with a real list the sample goes.
 * @returns false when the version is no longer loading; nothing has changed then.
 */
export async function makeCurrent(database: Database, now: number, finish: FinishVersion): Promise<boolean> {
  const { list } = finish;
  const rows = await database.query(
    `with ready as (
       update list_version set state = 'ready', records = $3, labels = $4, facts = $5::text::jsonb,
         frequencies = $6::bytea, file_hash = $14::bytea, ready_at = to_timestamp($7::float8 / 1000)
       where id = $2 and list_id = $1 and state = 'loading' returning id
     ), retired as (
       update list_version set ${retire}
       where exists (select 1 from ready) and state <> 'retired' and id <> $2 and (
         (list_id = $1 and id is distinct from (select current from list where id = $1))
         or (not $10 and list_id in (select id from list where sample)))
     ), unsampled as (
       update list set current = null, previous = null
       where exists (select 1 from ready) and not $10 and sample and id <> $1
     ), noted as (
       ${auditInsert("$7", "$11", "$12", "$13")} where exists (select 1 from ready)
     )
     update list set previous = current, current = (select id from ready), title = $8, announced = $9::text::date
     where id = $1 and exists (select 1 from ready) returning id`,
    [
      list.id,
      finish.version,
      finish.records,
      finish.labels,
      JSON.stringify(finish.facts),
      finish.frequencies,
      now,
      list.title,
      list.announced,
      list.sample,
      "list_imported",
      finish.actor,
      JSON.stringify({ list: list.id, version: finish.version, records: finish.records }),
      finish.fileHash,
    ],
  );
  return rows.length === 1;
}

/**
 * Puts a re-made version in the place of the one it was made from (`lists rekey`), current or kept for roll-back.
 * @returns false when either is no longer where it was; nothing has changed then.
 */
export async function replaceVersion(
  database: Database,
  now: number,
  old: number,
  finish: FinishVersion,
): Promise<boolean> {
  const rows = await database.query(
    `with ready as (
       update list_version set state = 'ready', records = $3, labels = $4, facts = $5::text::jsonb,
         frequencies = $6::bytea, file_hash = $12::bytea,
         ready_at = (select ready_at from list_version where id = $8)
       where id = $2 and list_id = $1 and state = 'loading'
         and exists (select 1 from list where id = $1 and (current = $8 or previous = $8))
       returning id
     ), retired as (
       update list_version set ${retire} where id = $8 and exists (select 1 from ready)
     ), noted as (
       ${auditInsert("$7", "$9", "$10", "$11")} where exists (select 1 from ready)
     )
     update list set current = case when current = $8 then $2 else current end,
       previous = case when previous = $8 then $2 else previous end
     where id = $1 and exists (select 1 from ready) returning id`,
    [
      finish.list.id,
      finish.version,
      finish.records,
      finish.labels,
      JSON.stringify(finish.facts),
      finish.frequencies,
      now,
      old,
      "list_rekeyed",
      finish.actor,
      JSON.stringify({ list: finish.list.id, version: finish.version, from: old }),
      finish.fileHash,
    ],
  );
  return rows.length === 1;
}

/** Retires a version that did not come to be current. */
export async function abandonVersion(
  database: Database,
  now: number,
  version: number,
  actor: string,
  code: string,
): Promise<void> {
  await database.query(
    `with retired as (update list_version set ${retire} where id = $1 and state = 'loading' returning list_id)
     ${auditInsert("$2", "'list_import_failed'", "$3", "$4")} where exists (select 1 from retired)`,
    [version, now, actor, JSON.stringify({ version, code })],
  );
}

/**
 * Goes back to the version before; the one that was current loses its keys.
 * @returns the versions, or undefined when the list has none to go back to.
 */
export async function rollBack(
  database: Database,
  now: number,
  listId: string,
  actor: string,
): Promise<{ from: number; to: number } | undefined> {
  const rows = await database.query<{ from: number; to: number }>(
    `with before as (
       select id, current, previous from list where id = $1 and previous is not null for update
     ), back as (
       update list l set current = before.previous, previous = null from before where l.id = before.id
       returning before.current as from_version, before.previous as to_version
     ), retired as (
       update list_version set ${retire} where id in (select from_version from back)
     ), noted as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($2::float8 / 1000), 'list_rolled_back', $3,
         jsonb_build_object('list', $1::text, 'from', from_version, 'to', to_version) from back
     )
     select from_version as "from", to_version as "to" from back`,
    [listId, now, actor],
  );
  return rows[0];
}

/**
 * Removes a list: it answers no more, and all its versions lose their keys at once.
 * @returns false when there is no such list.
 */
export async function removeList(
  database: Database,
  now: number,
  listId: string,
  actor: string,
): Promise<boolean> {
  const rows = await database.query(
    `with gone as (
       update list set current = null, previous = null
       where id = $1 and exists (select 1 from list_version where list_id = $1 and state <> 'retired') returning id
     ), retired as (
       update list_version set ${retire} where state <> 'retired' and list_id in (select id from gone)
     ), noted as (
       ${auditInsert("$2", "'list_removed'", "$3", "$4")} where exists (select 1 from gone)
     )
     select id from gone`,
    [listId, now, actor, JSON.stringify({ list: listId })],
  );
  return rows.length === 1;
}

/** An audit entry as part of a larger statement; a condition may follow. */
function auditInsert(now: string, event: string, actor: string, detail: string): string {
  return `insert into audit (at, event, actor, detail)
    select to_timestamp(${now}::float8 / 1000), ${event}::text, ${actor}::text, ${detail}::text::jsonb`;
}
