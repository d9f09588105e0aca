/**
 * The phone goes over the table: the session locks, and the person's questions alone stay open. Only the PIN brings the
 * worker's pages back.
 */
import { idleMs } from "../staff/types.ts";
import type { Services } from "../services.ts";
import { findClinicPerson, type Found } from "./state.ts";

/** Locks the session and opens the person's questions, both or neither. @returns false when nobody sits there. */
export async function handOverPhone(services: Services, session: string): Promise<boolean> {
  const rows = await services.database.query(
    `with handed as (
       update clinic_person set handed_at = to_timestamp($2::float8 / 1000)
       where session = $1 and gone_at > to_timestamp($2::float8 / 1000) returning session
     ), locked as (
       update staff_session s set locked_at = coalesce(s.locked_at, to_timestamp($2::float8 / 1000))
       from handed where s.id = handed.session
     ) select 1 as one from handed`,
    [session, services.runtime.now()],
  );
  return rows.length > 0;
}

/** The worker has the phone again. */
export async function takePhoneBack({ database }: Services, session: string): Promise<void> {
  await database.query(
    "update clinic_person set handed_at = null where session = $1 and handed_at is not null",
    [session],
  );
}

/**
 * The person who holds the phone of a locked session. Two idle minutes end it, as they lock the worker's own screen.
 * @returns undefined where the phone was not handed over, or lay there for too long.
 */
export async function findHanded(services: Services, session: string): Promise<Found | undefined> {
  const now = services.runtime.now();
  const rows = await services.database.query(
    `update clinic_person set handed_at = to_timestamp($2::float8 / 1000)
     where session = $1 and handed_at >= to_timestamp(($2::float8 - ${idleMs.outreach}) / 1000) returning 1 as one`,
    [session, now],
  );
  return rows.length > 0 ? findClinicPerson(services, session) : undefined;
}
