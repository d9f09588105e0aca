/**
 * How uploads are going and how they went, from whichever process runs them.
 */
import type { Services } from "../services.ts";
import { namesOf } from "../staff/names.ts";
import { inflateRows, type RejectedRow } from "./rejectedRows.ts";
import { silentMs, type Upload } from "./types.ts";

const recent = 5;

type Row = Omit<Upload, "result" | "problem"> & {
  seenAt: number;
  result: Upload["result"] | null;
  problem: Upload["problem"] | null;
};

const selected = `select id::text as id, list_id as list, dry_run as "dryRun", started_by as by, state, progress,
    (extract(epoch from started_at) * 1000)::float8 as "startedAt",
    (extract(epoch from seen_at) * 1000)::float8 as "seenAt", result, problem
  from list_upload`;

async function uploadsOf(services: Services, rows: readonly Row[]): Promise<Upload[]> {
  const names = await namesOf(
    services,
    rows.map(({ by }) => by),
  );
  const deadline = services.runtime.now() - silentMs;
  return rows.map(({ seenAt, result, problem, ...row }) => ({
    ...row,
    by: names.get(row.by) ?? row.by,
    state: row.state === "running" && seenAt < deadline ? "lost" : row.state,
    result: result ?? undefined,
    problem: problem ?? undefined,
  }));
}

/** @param id a UUID. */
export async function readUpload(services: Services, id: string): Promise<Upload | undefined> {
  const rows = await services.database.query<Row>(`${selected} where id = $1::uuid`, [id]);
  return (await uploadsOf(services, rows))[0];
}

/** The last five, newest first. */
export async function recentUploads(services: Services): Promise<Upload[]> {
  const rows = await services.database.query<Row>(`${selected} order by started_at desc, id limit $1::int`, [
    recent,
  ]);
  return uploadsOf(services, rows);
}

/** The rejected rows of one upload, in the file's order; undefined when it has none. */
export async function rejectedRows(services: Services, id: string): Promise<RejectedRow[] | undefined> {
  const rows = await services.database.query<{ rejected: Uint8Array | null }>(
    "select rejected from list_upload where id = $1::uuid",
    [id],
  );
  const kept = rows[0]?.rejected;
  return kept ? inflateRows(kept) : undefined;
}
