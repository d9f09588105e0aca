/**
 * Erases an event's sheet before its time: the wrong file, or a clinic that was called off.
 */
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";

/** @returns how many people stood on it. */
export async function eraseSheet(
  { database, runtime }: Services,
  clinicId: string,
  actor: Actor,
): Promise<number> {
  const rows = await database.query<{ n: number }>(
    `with gone as (delete from sheet_person where clinic_id = $1 returning 1), counted as (select count(*)::int as n from gone),
     audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($2::float8 / 1000), 'sheet_purged', $3, jsonb_build_object('clinic', $1::text, 'people', n)
       from counted where n > 0
     )
     select n from counted`,
    [clinicId, runtime.now(), actor.id],
  );
  return rows[0]?.n ?? 0;
}
