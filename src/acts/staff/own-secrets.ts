/**
 * What somebody who works here changes about the own account: password, PIN, backup codes. Each asks for the password,
 * and is one statement with its audit.
 */
import type { Services } from "../services.ts";
import { staffAuth } from "./auth.ts";
import { confirmPassword, type Unconfirmed } from "./confirm.ts";
import { sealPinCheck } from "./pin-check.ts";
import { pinText } from "./session.ts";
import type { SignedIn } from "./types.ts";

/** `changed`: somebody else changed the account in the same moment. */
export type Changed = "done" | Unconfirmed | "changed";

type Own = Pick<SignedIn, "id" | "session">;

/** Ends the other sessions of $1, all but $2, and sign-ins that wait for a code. */
export const endOthers = `others as (
  delete from staff_session where user_id in (select user_id from done) and id <> $2 returning 1
), halfway as (delete from staff_verification where value in (select user_id from done))`;

/**
 * Sets another password; every other session ends.
 * @param next of the length that `passwordChars` allows: the page has checked.
 */
export async function changePassword(
  services: Services,
  staff: Own,
  { current, next }: { current: string; next: string },
): Promise<Changed> {
  const confirmed = await confirmPassword(services, staff, current);
  if (typeof confirmed === "string") return confirmed;
  const { auth } = await staffAuth(services);
  const { password } = await auth.$context;
  const rows = await services.database.query(
    `with done as (
       update staff_account set password = $3, updated_at = to_timestamp($4::float8 / 1000)
       where user_id = $1 and provider_id = 'credential' and password = $5 returning user_id
     ), ${endOthers}, audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($4::float8 / 1000), 'staff_password_changed', user_id,
         jsonb_build_object('sessions', (select count(*)::int from others)) from done
     )
     select user_id from done`,
    [staff.id, staff.session, await password.hash(next), services.runtime.now(), confirmed.hash],
  );
  return rows.length > 0 ? "done" : "changed";
}

/** @param next 4 to 6 digits: the page has checked. */
export async function changePin(
  services: Services,
  staff: Own,
  { current, next }: { current: string; next: string },
): Promise<Changed> {
  const confirmed = await confirmPassword(services, staff, current);
  if (typeof confirmed === "string") return confirmed;
  const opened = await staffAuth(services);
  const { password } = await opened.auth.$context;
  const rows = await services.database.query(
    `with done as (
       update staff_user set pin = $2, pin_check = $4::bytea, updated_at = to_timestamp($3::float8 / 1000)
       where id = $1 and disabled_at is null and joined_at is not null returning id
     ), audited as (
       insert into audit (at, event, actor)
       select to_timestamp($3::float8 / 1000), 'staff_pin_changed', id from done
     )
     select id from done`,
    [
      staff.id,
      await password.hash(pinText(opened, staff.id, next)),
      services.runtime.now(),
      await sealPinCheck(services, staff.id, next),
    ],
  );
  return rows.length > 0 ? "done" : "changed";
}

/** Signs that are not taken for one another; 32 of them, so that five bits choose each. */
const signs = "abcdefghijkmnpqrstuvwxyz23456789";
const codeSigns = 10;
const codeCount = 10;

/** Ten fresh backup codes, shown once; the ones before open nothing any more. */
export async function renewCodes(
  services: Services,
  staff: Own,
  current: string,
): Promise<{ codes: string[] } | Exclude<Changed, "done">> {
  const confirmed = await confirmPassword(services, staff, current);
  if (typeof confirmed === "string") return confirmed;
  const codes = Array.from({ length: codeCount }, () => {
    const code = Array.from(services.runtime.bytes(codeSigns), (byte) => signs[byte % signs.length]).join("");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
  const { encrypt } = await staffAuth(services);
  const rows = await services.database.query(
    `with done as (
       update staff_two_factor set backup_codes = $2 where user_id = $1 returning user_id
     ), audited as (
       insert into audit (at, event, actor)
       select to_timestamp($3::float8 / 1000), 'staff_codes_renewed', user_id from done
     )
     select user_id from done`,
    [staff.id, await encrypt(JSON.stringify(codes)), services.runtime.now()],
  );
  return rows.length > 0 ? { codes } : "changed";
}
