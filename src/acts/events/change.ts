/**
 * Changes to a clinic event. Moved to another day, its sign-up sheet goes the day after that one.
 */
import { isUniqueViolation } from "../../db/database.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { detailParameters, readDetails, type TypedEvent } from "./details.ts";
import { forgetClinics } from "./next.ts";
import { sheetMs } from "./sheetRows.ts";
import { EventRefusal } from "./types.ts";

/**
 * Changes an event. A new code begins a new count: what was counted under the old one is found under it alone.
 * @throws EventRefusal for details that will not do, a code that another event has, or an unknown event.
 */
export async function changeEvent(
  services: Services,
  id: string,
  typed: TypedEvent,
  actor: Actor,
): Promise<void> {
  const { database, runtime } = services;
  const details = readDetails(typed);
  try {
    const rows = await database.query(
      `with changed as (
         update clinic set code = $2, place = $3, starts_at = to_timestamp($4::float8 / 1000),
           ends_at = to_timestamp($5::float8 / 1000), languages = $6::text::text[], booking = $7, shown = $8,
           updated_at = to_timestamp($10::float8 / 1000)
         where id = $1 returning id, code
       ), moved as (
         update sheet_person set gone_at = least(
           to_timestamp(($5::float8 + $11::float8) / 1000), at + make_interval(secs => $12::float8 / 1000))
         where clinic_id in (select id from changed)
       ), audited as (
         insert into audit (at, event, actor, detail)
         select to_timestamp($10::float8 / 1000), 'event_changed', $9, jsonb_build_object('clinic', id, 'code', code)
         from changed
       )
       select id from changed`,
      [id, ...detailParameters(details), actor.id, runtime.now(), sheetMs.afterEvent, sheetMs.atMost],
    );
    if (rows.length === 0) throw new EventRefusal(["unknown"]);
    forgetClinics(database);
  } catch (error) {
    if (isUniqueViolation(error)) throw new EventRefusal(["taken"]);
    throw error;
  }
}
