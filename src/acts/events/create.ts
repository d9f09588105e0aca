/**
 * A new clinic event.
 */
import { isUniqueViolation } from "../../db/database.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { detailParameters, readDetails, type TypedEvent } from "./details.ts";
import { forgetClinics } from "./next.ts";
import { EventRefusal } from "./types.ts";

/**
 * @returns the new event's id.
 * @throws EventRefusal for details that will not do, or a code that another event has.
 */
export async function createEvent(services: Services, typed: TypedEvent, actor: Actor): Promise<string> {
  const { database, runtime } = services;
  const details = readDetails(typed);
  const id = runtime.uuid();
  try {
    await database.query(
      `with made as (
         insert into clinic (id, code, place, starts_at, ends_at, languages, booking, shown, created_by, created_at, updated_at)
         values ($1, $2, $3, to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000), $6::text::text[], $7, $8, $9,
           to_timestamp($10::float8 / 1000), to_timestamp($10::float8 / 1000))
         returning id, code
       )
       insert into audit (at, event, actor, detail)
       select to_timestamp($10::float8 / 1000), 'event_created', $9, jsonb_build_object('clinic', id, 'code', code) from made`,
      [id, ...detailParameters(details), actor.id, runtime.now()],
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw new EventRefusal(["taken"]);
    throw error;
  }
  forgetClinics(database);
  return id;
}
