/**
 * The rows of uploads.
 */
import type { Database } from "../../db/database.ts";
import { silentMs, type UploadProblem, type UploadProgress, type UploadResult } from "./types.ts";

export interface NewUpload {
  id: string;
  list: string;
  dryRun: boolean;
  actor: string;
}

/** @returns why there is no new row: the id was used, or the list has an import under way. */
export async function insertUpload(
  database: Database,
  now: number,
  { id, list, dryRun, actor }: NewUpload,
  progress: UploadProgress,
): Promise<"twice" | "underWay" | undefined> {
  const rows = await database.query(
    `insert into list_upload (id, list_id, dry_run, started_by, started_at, seen_at, progress)
     select $1::uuid, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000), $6::text::jsonb
     where $3 or not exists (
       select 1 from list_upload where list_id = $2 and not dry_run and state = 'running'
         and seen_at > to_timestamp($7::float8 / 1000))
     on conflict (id) do nothing returning id`,
    [id, list, dryRun, actor, now, JSON.stringify(progress), now - silentMs],
  );
  if (rows.length === 1) return undefined;
  const known = await database.query("select 1 from list_upload where id = $1::uuid", [id]);
  return known.length === 1 ? "twice" : "underWay";
}

/** Notes how far a run is. @returns true when somebody asked to stop it. */
export async function noteProgress(
  database: Database,
  now: number,
  id: string,
  progress: UploadProgress,
): Promise<boolean> {
  const rows = await database.query<{ stop: boolean }>(
    `update list_upload set progress = $2::text::jsonb, seen_at = to_timestamp($3::float8 / 1000)
     where id = $1::uuid and state = 'running' returning stop`,
    [id, JSON.stringify(progress), now],
  );
  return rows[0]?.stop === true;
}

export interface EndedUpload {
  state: "imported" | "unchanged" | "checked" | "failed" | "cancelled";
  result?: UploadResult;
  problem?: UploadProblem;
  /** Deflated. */
  rejected?: Uint8Array;
}

export async function endUpload(
  database: Database,
  now: number,
  id: string,
  progress: UploadProgress,
  end: EndedUpload,
): Promise<void> {
  const json = (value: object | undefined) => (value === undefined ? null : JSON.stringify(value));
  await database.query(
    `update list_upload set state = $2, progress = $3::text::jsonb, seen_at = to_timestamp($4::float8 / 1000),
       result = $5::text::jsonb, problem = $6::text::jsonb, rejected = $7::bytea
     where id = $1::uuid and state = 'running'`,
    [id, end.state, json(progress), now, json(end.result), json(end.problem), end.rejected ?? null],
  );
}
