/**
 * Moves the second factor to another phone. Until a code of the new one was right the old one stays; what waits in between
 * stands sealed in the page's form, for this session and for ten minutes.
 */
import type { Services } from "../services.ts";
import { staffAuth } from "./auth.ts";
import { confirmPassword, type Unconfirmed } from "./confirm.ts";
import { endOthers } from "./own-secrets.ts";
import type { SignedIn } from "./types.ts";

const waitsMs = 10 * 60_000;
/** RFC 4226, section 4: 160 bits are recommended. */
const secretBytes = 20;

type Own = Pick<SignedIn, "id" | "session">;

export interface NewPhone {
  /** For the authenticator app: base32, as people type it. */
  secret: string;
  /** To hand back with the code. */
  sealed: string;
}

const rowOf = ({ id, session }: Own) => `staff_two_factor/${id}/${session}`;

/** Makes a key for the new phone, once the password was right. */
export async function beginPhone(
  { runtime, sealer, ...services }: Services,
  staff: Own,
  current: string,
): Promise<NewPhone | Unconfirmed> {
  const confirmed = await confirmPassword({ runtime, sealer, ...services }, staff, current);
  if (typeof confirmed === "string") return confirmed;
  const { base32 } = await import("@better-auth/utils/base32");
  const secret = base32.encode(new Uint8Array(runtime.bytes(secretBytes)), { padding: false });
  const sealed = sealer.sealJson("staff", rowOf(staff), { secret, until: runtime.now() + waitsMs });
  return { secret, sealed: sealed.toString("base64url") };
}

/** What a form hands back, or undefined: altered, another session's, or too old. */
export function openPhone({ runtime, sealer }: Services, staff: Own, sealed: string): NewPhone | undefined {
  const value = sealer.openJson("staff", rowOf(staff), Buffer.from(sealed, "base64url")) as
    { secret?: unknown; until?: unknown } | undefined;
  if (typeof value?.secret !== "string" || typeof value.until !== "number") return undefined;
  return value.until > runtime.now() ? { secret: value.secret, sealed } : undefined;
}

/**
 * Takes the new phone for the old one when it shows the right code; every other session ends.
 * @returns "gone" when the form was too old, or the account has no second factor any more.
 */
export async function confirmPhone(
  services: Services,
  staff: Own,
  { sealed, code }: { sealed: string; code: string },
): Promise<"done" | "wrong" | "gone"> {
  const phone = openPhone(services, staff, sealed);
  if (!phone) return "gone";
  const [{ createOTP }, { base32 }] = await Promise.all([
    import("@better-auth/utils/otp"),
    import("@better-auth/utils/base32"),
  ]);
  const digits = code.replace(/\s/g, "");
  if (!(await createOTP(base32.decode(phone.secret)).verify(digits))) return "wrong";
  const auth = await staffAuth(services);
  const rows = await services.database.query(
    `with done as (
       update staff_two_factor set secret = $3, verified = true, failed_verification_count = 0, locked_until = null
       where user_id = $1 returning user_id
     ), ${endOthers}, used as (
       update staff_user set last_code = $4::bytea, updated_at = to_timestamp($5::float8 / 1000)
       where id in (select user_id from done)
     ), audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($5::float8 / 1000), 'staff_phone_changed', user_id,
         jsonb_build_object('sessions', (select count(*)::int from others)) from done
     )
     select user_id from done`,
    [
      staff.id,
      staff.session,
      // As better-auth keeps a secret that is bytes and not text.
      await auth.encrypt(`base32:${phone.secret}`),
      auth.keyed("code", staff.id, digits),
      services.runtime.now(),
    ],
  );
  return rows.length > 0 ? "done" : "gone";
}
