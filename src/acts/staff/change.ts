/**
 * Changes to an account: disabled at once with all its sessions, or set back to an invitation. By e-mail from the
 * command line, by id from the page.
 */
import type { Services } from "../services.ts";
import { loginOf, readEmail, staffAuth, type StaffAuth } from "./auth.ts";
import { invitationMs, makeInvitation, type Invitation } from "./invite.ts";
import { StaffRefusal, type StaffLocale } from "./types.ts";

export type Whom = { email: string } | { id: string };

/** The condition that finds them, with its value as $1. */
function finding(auth: StaffAuth, whom: Whom): { where: string; value: string } {
  if ("id" in whom) return { where: "id = $1", value: whom.id };
  return { where: "email = $1", value: loginOf(auth, readEmail(whom.email) ?? "") };
}

const unknown = () => new StaffRefusal("unknown", "there is no account with this e-mail");

/** @param actor a staff id, or "operator". @throws StaffRefusal when nobody is found. */
export async function disableStaff(services: Services, whom: Whom, actor: string): Promise<void> {
  const { where, value } = finding(await staffAuth(services), whom);
  const rows = await services.database.query(
    `with found as (
       update staff_user set disabled_at = coalesce(disabled_at, to_timestamp($2::float8 / 1000)),
         updated_at = to_timestamp($2::float8 / 1000) where ${where} returning id
     ), out as (delete from staff_session where user_id in (select id from found)),
     uninvited as (delete from staff_invitation where user_id in (select id from found)),
     audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($2::float8 / 1000), 'staff_disabled', $3, jsonb_build_object('staff', id) from found
     )
     select id from found`,
    [value, services.runtime.now(), actor],
  );
  if (rows.length === 0) throw unknown();
}

/**
 * Takes password, second factor and PIN away, ends every session, lets a disabled account in again, and invites anew:
 * for a lost phone, and for an invitation that ran out.
 * @param actor a staff id, or "operator".
 * @throws StaffRefusal when nobody is found.
 */
export async function resetStaff(services: Services, whom: Whom, actor: string): Promise<Invitation> {
  const auth = await staffAuth(services);
  const { where, value } = finding(auth, whom);
  const { link, kept } = makeInvitation(services, auth);
  const now = services.runtime.now();
  const rows = await services.database.query(
    `with before as (select id, joined_at from staff_user where ${where} for update),
     found as (
       update staff_user set two_factor_enabled = false, pin = null, last_code = null, joined_at = null,
         disabled_at = null, updated_at = to_timestamp($2::float8 / 1000)
       where id in (select id from before) returning id
     ), out as (delete from staff_session where user_id in (select id from found)),
     passwords as (delete from staff_account where user_id in (select id from found)),
     factors as (delete from staff_two_factor where user_id in (select id from found)),
     invited as (
       insert into staff_invitation (user_id, token, gone_at)
       select id, $3::bytea, to_timestamp($4::float8 / 1000) from found
       on conflict (user_id) do update set token = excluded.token, gone_at = excluded.gone_at
     ), audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($2::float8 / 1000), case when joined_at is null then 'staff_invited' else 'staff_reset' end,
         $5, jsonb_build_object('staff', id) from before
     )
     select id from found`,
    [value, now, kept, now + invitationMs, actor],
  );
  if (rows.length === 0) throw unknown();
  return { link };
}

/** The language someone reads pages in; their own choice. */
export async function setStaffLocale(services: Services, id: string, locale: StaffLocale): Promise<void> {
  await services.database.query(
    `with chosen as (
       update staff_user set locale = $2 where id = $1 and locale <> $2 returning id, locale
     )
     insert into audit (at, event, actor, detail)
     select to_timestamp($3::float8 / 1000), 'staff_language_changed', id, jsonb_build_object('locale', locale)
     from chosen`,
    [id, locale, services.runtime.now()],
  );
}
