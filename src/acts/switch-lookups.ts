/**
 * Turns lookups down at once, or back up to the configured ceiling: for an incident.
 */
import type { Services } from "./services.ts";

export type LookupMode = "full" | "number" | "off";

/** @param actor who turned the switch, for the audit. */
export async function switchLookups(services: Services, mode: LookupMode, actor: string): Promise<void> {
  await services.database.query(
    `with switched as (
       insert into setting (key, value, at) values ('lookups', $1, to_timestamp($2::float8 / 1000))
       on conflict (key) do update set value = excluded.value, at = excluded.at returning value
     )
     insert into audit (at, event, actor, detail)
     select to_timestamp($2::float8 / 1000), 'lookups_switched', $3, jsonb_build_object('mode', value) from switched`,
    [mode, services.runtime.now(), actor],
  );
}
