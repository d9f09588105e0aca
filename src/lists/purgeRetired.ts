/**
 * Deletes the rows of retired versions, and of imports that were killed. Their keys are gone already, so this only
 * gives space back: in small batches with a breath between, and as often interrupted as it pleases.
 */
import { setImmediate } from "node:timers/promises";
import { intArray, type Database } from "../db/database.ts";
import { whileHolding } from "./importLock.ts";

/** Rows looked at per statement: 5 to 20 ms on PGlite. */
const batch = 2000;

/**
 * @param held list whose lock the caller holds: its half-loaded versions are dead.
 * @returns how many versions are gone.
 */
export async function purgeRetired(
  database: Database,
  options: { held?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<number> {
  await retireKilled(database, options.held);
  const rows = await database.query<{ id: number }>("select id from list_version where state = 'retired'");
  const versions = rows.map((row) => row.id);
  if (versions.length > 0) {
    for (const version of versions) await deleteRecords(database, version, options.signal);
    await deleteLabels(database, versions, options.signal);
    await database.query("delete from list_version where id = any($1::text::int[]) and state = 'retired'", [
      intArray(versions),
    ]);
  }
  await database.query(
    `delete from list l where current is null
     and not exists (select 1 from list_version v where v.list_id = l.id)`,
  );
  return versions.length;
}

/** A version that is loading while nobody holds its list's lock belongs to an import that was killed. */
async function retireKilled(database: Database, held: string | undefined): Promise<void> {
  const loading = await database.query<{ list: string }>(
    "select distinct list_id as list from list_version where state = 'loading'",
  );
  for (const { list } of loading) {
    const retire = () =>
      database.query(
        "update list_version set state = 'retired', wrapped_keys = null where list_id = $1 and state = 'loading'",
        [list],
      );
    if (list === held) await retire();
    else await whileHolding(database, list, retire);
  }
}

async function deleteRecords(database: Database, version: number, signal?: AbortSignal): Promise<void> {
  // Ids are signed 32-bit numbers; both ends are part of a range.
  for (let from: number | undefined = -(2 ** 31); from !== undefined;) {
    signal?.throwIfAborted();
    const [edge]: { to: number | null; n: number }[] = await database.query(
      `select max(id) as "to", count(*)::int as n from
         (select id from record where version = $1 and id >= $2 order by id limit ${batch}) page`,
      [version, from],
    );
    if (!edge || edge.to === null) return;
    await database.query("delete from record where version = $1 and id >= $2 and id <= $3", [
      version,
      from,
      edge.to,
    ]);
    from = edge.n < batch ? undefined : edge.to;
    await setImmediate();
  }
}

/** Labels of all versions lie mixed by their random numbers: one pass over the table serves every retired one. */
async function deleteLabels(database: Database, versions: number[], signal?: AbortSignal): Promise<void> {
  for (let from: string | undefined = String(-(2n ** 63n)); from !== undefined;) {
    signal?.throwIfAborted();
    const [edge]: { to: string | null; n: number }[] = await database.query(
      `select max(label)::text as "to", count(*)::int as n from
         (select label from label where label >= $1::text::bigint order by label limit ${batch}) page`,
      [from],
    );
    if (!edge || edge.to === null) return;
    await database.query(
      `delete from label where label >= $1::text::bigint and label <= $2::text::bigint
       and version = any($3::text::int[])`,
      [from, edge.to, intArray(versions)],
    );
    from = edge.n < batch ? undefined : edge.to;
    await setImmediate();
  }
}
