/**
 * The next person sits down: a conversation of their own in their language. Whoever sat there before is wiped first.
 */
import { makeToken } from "../handle-web-turn.ts";
import { currentEvent } from "../events/choose.ts";
import type { Services } from "../services.ts";
import { nextPerson } from "./next.ts";
import { personMs, sealClinicPerson, type ClinicPerson } from "./state.ts";

const idBytes = 9;

/** @param staff the worker and their session. */
export async function startPerson(
  services: Services,
  staff: { id: string; session: string },
  locale: ClinicPerson["locale"],
): Promise<void> {
  const { database, runtime } = services;
  await nextPerson(services, staff);
  const event = await currentEvent(services, staff);
  const state: ClinicPerson = {
    person: runtime.bytes(idBytes).toString("base64url"),
    token: makeToken(services),
    turn: null,
    locale,
    ...(event ? { event: event.code } : {}),
    told: [],
    secondLook: false,
    texts: 0,
  };
  // Pressed twice at once, one of the two is kept: neither has an answer yet.
  await database.query(
    `insert into clinic_person as p (session, sealed, gone_at)
     values ($1, $2::bytea, to_timestamp($3::float8 / 1000))
     on conflict (session) do update set sealed = excluded.sealed, handed_at = null, gone_at = excluded.gone_at`,
    [staff.session, sealClinicPerson(services, staff.session, state), runtime.now() + personMs],
  );
}
