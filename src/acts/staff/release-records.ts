/**
 * Releases records that were guessed at (P5, P7): they confirm again by name and birth date. What was guessed stays
 * counted, so that the same dates cost nothing and one more wrong one within the time freezes the record again.
 */
import type { Services } from "../services.ts";
import type { Actor } from "./types.ts";

/**
 * @param tag the record's keyed tag in decimal, or "all".
 * @returns how many were released; each is audited in the same statement.
 */
export async function releaseRecords(services: Services, tag: string, actor: Actor): Promise<number> {
  if (tag !== "all" && !/^-?\d{1,19}$/.test(tag)) return 0;
  const rows = await services.database.query(
    `with released as (
       update record_budget set frozen_at = null
       where frozen_at is not null and ($1 = 'all' or tag::text = $1) returning tag
     ), audited as (
       insert into audit (at, event, actor)
       select to_timestamp($2::float8 / 1000), 'record_released', $3 from released
     )
     select tag from released`,
    [tag, services.runtime.now(), actor.id],
  );
  return rows.length;
}
