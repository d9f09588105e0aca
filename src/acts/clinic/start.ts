/**
 * The next person sits down: a conversation of their own in their language. Whoever sat there before is wiped first.
 */
import { makeToken } from "../handle-web-turn.ts";
import { currentEvent } from "../events/choose.ts";
import type { Services } from "../services.ts";
import { nextPerson } from "./next.ts";
import { findClinicPerson, personMs, sealClinicPerson, type ClinicPerson } from "./state.ts";

const idBytes = 9;

/** What is known of somebody as they sit down. */
export type Seated = Pick<ClinicPerson, "locale"> &
  Partial<Pick<ClinicPerson, "person" | "event" | "form" | "sheet" | "answer">>;

/** Somebody of whom nothing was told yet. */
export function newPerson(services: Services, seated: Seated): ClinicPerson {
  return {
    person: services.runtime.bytes(idBytes).toString("base64url"),
    token: makeToken(services),
    turn: null,
    secondLook: false,
    texts: 0,
    ...seated,
  };
}

const seatStatement = (conflict: string) => `
insert into clinic_person as p (session, sealed, gone_at)
values ($1, $2::bytea, to_timestamp($3::float8 / 1000)) on conflict (session) do ${conflict}`;

/**
 * @param staff the worker and their session.
 * @param sheet the row of a sign-up sheet that they come from.
 */
export async function startPerson(
  services: Services,
  staff: { id: string; session: string },
  locale: ClinicPerson["locale"],
  sheet?: ClinicPerson["sheet"],
): Promise<void> {
  const { database, runtime } = services;
  await nextPerson(services, staff);
  const event = await currentEvent(services, staff);
  const state = newPerson(services, {
    locale,
    ...(event ? { event: event.code } : {}),
    ...(sheet ? { sheet } : {}),
  });
  // Pressed twice at once, one of the two is kept: neither has an answer yet.
  await database.query(
    seatStatement("update set sealed = excluded.sealed, handed_at = null, gone_at = excluded.gone_at"),
    [staff.session, sealClinicPerson(services, staff.session, state), runtime.now() + personMs],
  );
}

const triesMax = 5;

/**
 * Seats somebody who comes with answers: asked for twice at once, it is one person, and only whoever sat there before is
 * wiped.
 * @param seated its `person` says who: the same for the same wish.
 * @returns who sits there now.
 */
export async function seatPerson(
  services: Services,
  staff: { id: string; session: string },
  seated: Seated & { person: string },
): Promise<ClinicPerson> {
  const { database, runtime } = services;
  for (let attempt = 0; attempt < triesMax; attempt++) {
    const found = await findClinicPerson(services, staff.session);
    if (found?.state.person === seated.person) return found.state;
    if (found) await nextPerson(services, staff, found);
    const sealed = sealClinicPerson(services, staff.session, newPerson(services, seated));
    // A row whose time was over still stands in the way.
    await database.query(
      "delete from clinic_person where session = $1 and gone_at <= to_timestamp($2::float8 / 1000)",
      [staff.session, runtime.now()],
    );
    await database.query(seatStatement("nothing"), [staff.session, sealed, runtime.now() + personMs]);
  }
  throw new Error("somebody else sat down five times while one person did");
}
