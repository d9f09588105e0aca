/**
 * Taking up an invitation: name and password, then the second factor and the PIN. The link works until that is done,
 * and once; whoever opens it again half-way starts from the beginning.
 */
import { spendTry } from "../../privacy/tries.ts";
import type { Services } from "../services.ts";
import { isRefusal, staffAuth } from "./auth.ts";
import { carriedBy, headersWith, sentBack } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import { openPerson, sealPerson } from "./person.ts";
import { sealPinCheck } from "./pin-check.ts";
import { pinText } from "./session.ts";
import { idleMs, type Role, type StaffLocale } from "./types.ts";

export interface Invited {
  id: string;
  email: string;
  name: string;
  role: Role;
  locale: StaffLocale;
}

/** Wrong links from one address, and what one link bears: neither locks out whoever holds the right one elsewhere. */
export const invitationLimits = {
  wrong: { max: 40, windowMs: 15 * 60_000 },
  forms: { max: 40, windowMs: 60 * 60_000 },
} as const;

/** Counts a link that leads nowhere. @returns whether the address may try more. */
export function spendWrongLink({ database, sealer, runtime }: Services, address: string): Promise<boolean> {
  return spendTry(
    database,
    sealer,
    [{ of: ["invitation", address], ...invitationLimits.wrong }],
    runtime.now(),
  );
}

/** Counts a form sent for an invitation. @returns whether it may be looked at. */
export function spendInvitationForm(
  { database, sealer, runtime }: Services,
  { id }: Invited,
): Promise<boolean> {
  return spendTry(
    database,
    sealer,
    [{ of: ["invitation-form", id], ...invitationLimits.forms }],
    runtime.now(),
  );
}

const standing =
  "i.token = $1::bytea and i.gone_at > to_timestamp($2::float8 / 1000) and u.disabled_at is null";

/** Who an invitation is for, or undefined when it is unknown, used or too old: these look alike. */
export async function readInvitation(services: Services, token: string): Promise<Invited | undefined> {
  const auth = await staffAuth(services);
  const [row] = await services.database.query<Omit<Invited, "name" | "email"> & { sealed: Uint8Array }>(
    `select u.id, u.role, u.locale, u.sealed from staff_invitation i join staff_user u on u.id = i.user_id
     where ${standing}`,
    [auth.keyed("invitation", token), services.runtime.now()],
  );
  if (!row) return undefined;
  const { sealed, ...invited } = row;
  return { ...invited, ...openPerson(services.sealer, invited.id, sealed) };
}

export interface Enrolment {
  /** For the authenticator app: base32, as people type it. */
  secret: string;
  cookies: string[];
}

/**
 * Sets name, language and password, and makes the secret of the second factor. What was set so before is replaced.
 * @param person.password of the length that `passwordChars` allows: the page has checked.
 */
export async function beginJoining(
  services: Services,
  token: string,
  person: { name: string; locale: StaffLocale; password: string },
): Promise<Enrolment | undefined> {
  const { database, runtime, sealer } = services;
  const invited = await readInvitation(services, token);
  if (!invited) return undefined;
  const opened = await staffAuth(services);
  const { auth } = opened;
  const { password } = await auth.$context;
  const hash = await password.hash(person.password);
  const rows = await database.query<{ email: string }>(
    `with who as (
       update staff_user u set sealed = $4::bytea, locale = $5, two_factor_enabled = false,
         updated_at = to_timestamp($2::float8 / 1000)
       from staff_invitation i where i.user_id = u.id and u.id = $3 and ${standing} returning u.id, u.email
     ), sessions as (delete from staff_session where user_id in (select id from who)),
     factors as (delete from staff_two_factor where user_id in (select id from who)),
     passwords as (
       insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
       select $6, id, 'credential', id, $7, to_timestamp($2::float8 / 1000), to_timestamp($2::float8 / 1000) from who
       on conflict (user_id, provider_id) do update set password = excluded.password, updated_at = excluded.updated_at
     )
     select email from who`,
    [
      opened.keyed("invitation", token),
      runtime.now(),
      invited.id,
      sealPerson(sealer, invited.id, { name: person.name, email: invited.email }),
      person.locale,
      runtime.uuid(),
      hash,
    ],
  );
  const login = rows[0]?.email;
  if (login === undefined) return undefined;
  const signedIn = await auth.api.signInEmail({
    body: { email: login, password: person.password },
    headers: new Headers(),
    returnHeaders: true,
  });
  const cookies = signedIn.headers.getSetCookie();
  const enabled = await auth.api.enableTwoFactor({
    body: { password: person.password, method: "totp" },
    headers: headersWith(opened, "session", sentBack(cookies)),
  });
  const uri = enabled.method === "totp" ? enabled.totpURI : "";
  return { secret: new URL(uri).searchParams.get("secret") ?? "", cookies };
}

export type Joined =
  | { next: "in"; cookies: string[]; backupCodes: string[]; staff: Invited }
  | { next: "wrong" }
  | { next: "gone" };

/**
 * Confirms the second factor by a first code, sets the PIN, uses the invitation up and opens the session.
 * @param pin 4 to 6 digits: the page has checked.
 */
export async function finishJoining(
  services: Services,
  token: string,
  cookieHeader: string,
  { code, pin, userAgent }: { code: string; pin: string; userAgent?: string | undefined },
): Promise<Joined> {
  const { database, runtime } = services;
  const invited = await readInvitation(services, token);
  if (!invited) return { next: "gone" };
  const auth = await staffAuth(services);
  const headers = headersWith(auth, "session", cookieHeader);
  if (!(await belongsTo(services, headers, invited.id))) return { next: "gone" };
  const answer = await auth.auth.api
    .verifyTOTP({ body: { code }, headers, returnHeaders: true })
    .catch(async (error: unknown) => {
      if (await isRefusal(error)) return undefined;
      throw error;
    });
  if (!answer) return { next: "wrong" };
  const cookies = answer.headers.getSetCookie();
  const session = await carriedBy(auth, "session", sentBack(cookies));
  const { password } = await auth.auth.$context;
  const hash = await password.hash(pinText(auth, invited.id, pin));
  const { backupCodes } = await auth.auth.api.viewBackupCodes({ body: { userId: invited.id } });
  const rows = await database.query(
    `with used as (
       delete from staff_invitation i using staff_user u where u.id = i.user_id and ${standing} returning i.user_id
     ), who as (
       update staff_user set pin = $4, last_code = $5::bytea, pin_check = $7::bytea, joined_at = to_timestamp($2::float8 / 1000)
       where id in (select user_id from used) returning id
     ), opened as (
       update staff_session set started_at = to_timestamp($2::float8 / 1000), seen_at = to_timestamp($2::float8 / 1000),
         idle_ms = ${idleMs.outreach}, user_agent = $6
       where token = $3 and user_id in (select id from who) returning user_id
     ), others as (delete from staff_session where user_id in (select id from who) and token <> $3),
     audited as (
       insert into audit (at, event, actor) select to_timestamp($2::float8 / 1000), 'staff_joined', user_id from opened
     )
     select user_id from opened`,
    [
      auth.keyed("invitation", token),
      runtime.now(),
      session ?? "",
      hash,
      auth.keyed("code", invited.id, code),
      deviceOf(userAgent),
      await sealPinCheck(services, invited.id, pin),
    ],
  );
  if (rows.length === 0) return { next: "gone" };
  return { next: "in", cookies, backupCodes, staff: invited };
}

/** Is the half-made session of this browser the invited person's own? */
async function belongsTo(services: Services, headers: Headers, userId: string): Promise<boolean> {
  const token = await carriedBy(await staffAuth(services), "session", headers.get("cookie") ?? "");
  if (token === undefined) return false;
  const rows = await services.database.query(
    "select 1 as one from staff_session where token = $1 and user_id = $2",
    [token, userId],
  );
  return rows.length > 0;
}
