/**
 * Invites someone to work here: an account that opens nothing until its invitation is taken up, and the link for that.
 */
import type { Services } from "../services.ts";
import { loginOf, readEmail, staffAuth, type StaffAuth } from "./auth.ts";
import { sealPerson } from "./person.ts";
import { StaffRefusal, type Role, type StaffLocale } from "./types.ts";

/** How long an invitation stands. */
export const invitationMs = 48 * 60 * 60_000;

export interface Invitation {
  /** Shown once: its token is kept as a keyed hash alone. */
  link: string;
}

/** A fresh token, how it is kept, and the link that carries it. */
export function makeInvitation(services: Services, auth: StaffAuth): { link: string; kept: Buffer } {
  const token = services.runtime.bytes(32).toString("base64url");
  return {
    link: `${services.config.publicUrl}/staff/invitation/${token}`,
    kept: auth.keyed("invitation", token),
  };
}

/**
 * @param actor who invites: a staff id, or "operator".
 * @throws StaffRefusal for what is no e-mail, or has an account already.
 */
export async function inviteStaff(
  services: Services,
  person: { email: string; role: Role; locale: StaffLocale },
  actor: string,
): Promise<Invitation> {
  const { database, runtime, sealer } = services;
  const email = readEmail(person.email);
  if (email === undefined) throw new StaffRefusal("email", "that is not an e-mail address");
  const auth = await staffAuth(services);
  const id = runtime.uuid();
  const { link, kept } = makeInvitation(services, auth);
  const now = runtime.now();
  const rows = await database.query(
    `with added as (
       insert into staff_user (id, email, role, locale, sealed, created_at, updated_at)
       values ($1, $2, $3, $4, $5::bytea, to_timestamp($6::float8 / 1000), to_timestamp($6::float8 / 1000))
       on conflict (email) do nothing returning id, role
     ), invited as (
       insert into staff_invitation (user_id, token, gone_at)
       select id, $7::bytea, to_timestamp($8::float8 / 1000) from added
     ), audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($6::float8 / 1000), 'staff_added', $9, jsonb_build_object('staff', id, 'role', role) from added
     )
     select id from added`,
    [
      id,
      loginOf(auth, email),
      person.role,
      person.locale,
      sealPerson(sealer, id, { name: "", email }),
      now,
      kept,
      now + invitationMs,
      actor,
    ],
  );
  if (rows.length === 0) throw new StaffRefusal("exists", "there is an account with this e-mail already");
  return { link };
}
