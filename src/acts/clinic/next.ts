/**
 * "Next person": everything of this one is wiped, in one statement. What they asked for stays: a wish for a person, a
 * text on its way, a page of steps that waits for their own phone.
 */
import { byteaArray } from "../../db/database.ts";
import type { Services } from "../services.ts";
import { findClinicPerson, type Found } from "./state.ts";

// The handle stays dead until its time, so that the token opens nothing and begins nothing (as after DELETE).
const wipe = `
with gone as (
  delete from clinic_person where session = $1 and ($5::bytea is null or sealed = $5::bytea) returning 1
), wiped as (
  update conversation as c set sealed = null, version = c.version + 1
  where c.handle = any($2::text::bytea[]) and c.sealed is not null returning c.handle
), unreplied as (
  update turn set reply = null where handle = any($2::text::bytea[])
), uncoded as (
  delete from carry_code where handle = any($2::text::bytea[])
)
insert into audit (at, event, actor, subject)
select to_timestamp($3::float8 / 1000), 'answers_erased', $4, handle from wiped`;

/**
 * Wipes the person at this session's table; nothing happens where nobody sits.
 * @param only this one: whoever sat down meanwhile stays.
 */
export async function nextPerson(
  services: Services,
  staff: { id: string; session: string },
  only?: Found,
): Promise<void> {
  const { database, runtime, sealer } = services;
  const found = only ?? (await findClinicPerson(services, staff.session));
  const handles = found ? sealer.hashes("tokens", "web", found.state.token) : [];
  await database.query(wipe, [
    staff.session,
    byteaArray(handles),
    runtime.now(),
    staff.id,
    only?.sealed ?? null,
  ]);
}
