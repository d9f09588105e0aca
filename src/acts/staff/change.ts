/**
 * Changes to another's account: its role, disabled at once with all its sessions, or set back to an invitation. By e-mail
 * from the command line, by id from the page. Whoever holds the command line may take the last admin away, and is told;
 * nobody else may, not even two admins who take the role from each other at once.
 */
import type { Services } from "../services.ts";
import { loginOf, readEmail, staffAuth, type StaffAuth } from "./auth.ts";
import { invitationMs, makeInvitation, type Invitation } from "./invite.ts";
import { StaffRefusal, type Role, type StaffLocale } from "./types.ts";

export type Whom = { email: string } | { id: string };

/** The condition that finds them, with its value as $1. */
function finding(auth: StaffAuth, whom: Whom): { where: string; value: string } {
  if ("id" in whom) return { where: "id = $1", value: whom.id };
  return { where: "email = $1", value: loginOf(auth, readEmail(whom.email) ?? "") };
}

/** What an act on another's account leaves behind. */
export interface Left {
  /** Nobody is left who could open the pages of admins. */
  noAdmin: boolean;
}

// Admins who can sign in, locked in one order: of two acts at once the second sees what the first has left.
const admins = `admins as materialized (
  select id from staff_user where role = 'admin' and disabled_at is null and joined_at is not null order by id for update
)`;
const operator = "operator";
/** Takes those locks before any other row's: two acts at once wait for one another, and never in a circle. */
const locked = "(select count(*) from admins) >= 0";

/** May this change be made to the row `id`? Nobody but the operator takes the last admin away. $3 is the actor. */
const spared = `($3 = '${operator}' or not exists (select 1 from admins a where a.id = staff_user.id)
  or exists (select 1 from admins a where a.id <> staff_user.id))`;
const leavesNone = `(select count(*) from admins where id not in (select id from found)) = 0 as "noAdmin"`;

/** Why nothing was changed. */
async function refusal(services: Services, { where, value }: { where: string; value: string }) {
  const rows = await services.database.query(`select 1 as one from staff_user where ${where}`, [value]);
  if (rows.length > 0) return new StaffRefusal("lastAdmin", "this is the last admin");
  return new StaffRefusal("unknown", "there is no account with this e-mail");
}

function notOwn(whom: Whom, actor: string): void {
  if ("id" in whom && whom.id === actor)
    throw new StaffRefusal("own", "nobody changes their own account this way");
}

/**
 * Gives somebody another role; it counts from their next click on.
 * @param actor a staff id, or "operator".
 * @throws StaffRefusal when nobody is found, for the last admin, and for oneself.
 */
export async function changeRole(services: Services, whom: Whom, role: Role, actor: string): Promise<Left> {
  notOwn(whom, actor);
  const found = finding(await staffAuth(services), whom);
  const { where, value } = found;
  const [row] = await services.database.query<Left>(
    `with ${admins}, before as (
       select id, role from staff_user where ${where} and ${locked} for update
     ), found as (
       update staff_user set role = $4, updated_at = to_timestamp($2::float8 / 1000)
       where id in (select id from before) and ($4 = 'admin' or ${spared}) returning id
     ), audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($2::float8 / 1000), 'staff_role_changed', $3,
         jsonb_build_object('staff', id, 'from', role, 'role', $4::text) from before
       where id in (select id from found) and role <> $4
     )
     select $4 <> 'admin' and ${leavesNone} from found`,
    [value, services.runtime.now(), actor, role],
  );
  if (!row) throw await refusal(services, found);
  return row;
}

/**
 * @param actor a staff id, or "operator".
 * @throws StaffRefusal when nobody is found, for the last admin, and for oneself.
 */
export async function disableStaff(services: Services, whom: Whom, actor: string): Promise<Left> {
  notOwn(whom, actor);
  const one = finding(await staffAuth(services), whom);
  const { where, value } = one;
  const [row] = await services.database.query<Left>(
    `with ${admins}, found as (
       update staff_user set disabled_at = coalesce(disabled_at, to_timestamp($2::float8 / 1000)),
         updated_at = to_timestamp($2::float8 / 1000) where ${where} and ${locked} and ${spared} returning id
     ), halfway as (delete from staff_verification where value in (select id from found)),
     out as (delete from staff_session where user_id in (select id from found)),
     uninvited as (delete from staff_invitation where user_id in (select id from found)),
     audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($2::float8 / 1000), 'staff_disabled', $3, jsonb_build_object('staff', id) from found
     )
     select ${leavesNone} from found`,
    [value, services.runtime.now(), actor],
  );
  if (!row) throw await refusal(services, one);
  return row;
}

/**
 * Takes password, second factor, passkeys and PIN away, ends every session, lets a disabled account in again, and invites anew:
 * for a lost phone, and for an invitation that ran out.
 * @param actor a staff id, or "operator".
 * @throws StaffRefusal when nobody is found, for the last admin, and for oneself.
 */
export async function resetStaff(services: Services, whom: Whom, actor: string): Promise<Invitation> {
  notOwn(whom, actor);
  const auth = await staffAuth(services);
  const one = finding(auth, whom);
  const { where, value } = one;
  const { link, kept } = makeInvitation(services, auth);
  const now = services.runtime.now();
  const rows = await services.database.query(
    `with ${admins}, before as (select id, joined_at from staff_user where ${where} and ${locked} for update),
     found as (
       update staff_user set two_factor_enabled = false, pin = null, pin_check = null, last_code = null, joined_at = null,
         disabled_at = null, updated_at = to_timestamp($2::float8 / 1000)
       where id in (select id from before) and ${spared} returning id
     ), halfway as (delete from staff_verification where value in (select id from found)),
     out as (delete from staff_session where user_id in (select id from found)),
     passwords as (delete from staff_account where user_id in (select id from found)),
     passkeys as (delete from staff_passkey where user_id in (select id from found)),
     factors as (delete from staff_two_factor where user_id in (select id from found)),
     invited as (
       insert into staff_invitation (user_id, token, gone_at)
       select id, $4::bytea, to_timestamp($5::float8 / 1000) from found
       on conflict (user_id) do update set token = excluded.token, gone_at = excluded.gone_at
     ), audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($2::float8 / 1000), case when joined_at is null then 'staff_invited' else 'staff_reset' end,
         $3, jsonb_build_object('staff', id) from before where id in (select id from found)
     )
     select id from found`,
    [value, now, actor, kept, now + invitationMs],
  );
  if (rows.length === 0) throw await refusal(services, one);
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
