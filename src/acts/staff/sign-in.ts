/**
 * Signing in: the password, then a code from the phone or a backup code. Whatever is wrong about the first step reads
 * and works the same; each try is counted before it is made.
 */
import { writeAudit } from "../../privacy/audit.ts";
import { spendTry, type TryLimit } from "../../privacy/tries.ts";
import type { Services } from "../services.ts";
import { isRefusal, loginOf, readEmail, staffAuth, type StaffAuth } from "./auth.ts";
import { carriedBy, headersWith, sentBack } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import { knownDevice, rememberDevice } from "./known-device.ts";
import { idleMs } from "./types.ts";

/**
 * Tries of one e-mail from one address, of one address, and of one e-mail over all addresses. A stranger with many
 * addresses keeps somebody out for an hour at most, and not from a device where they signed in before: that one has its
 * own count and bears no other. Behind the password stands the second factor.
 */
export const signInLimits = {
  together: { max: 8, windowMs: 15 * 60_000 },
  address: { max: 40, windowMs: 15 * 60_000 },
  email: { max: 40, windowMs: 60 * 60_000 },
  device: { max: 8, windowMs: 15 * 60_000 },
} as const;
/**
 * Codes of one person, over all their sign-ins; better-auth itself bears five a sign-in. A stranger who has the password
 * spends the first; the owner's device has the second.
 */
export const codeLimits = {
  person: { max: 30, windowMs: 24 * 60 * 60_000 },
  device: { max: 15, windowMs: 60 * 60_000 },
} as const;
/** A reply about a password leaves at a multiple of this after it was asked, so that time does not tell whose e-mail it is. */
const replyStepMs = 500;

export type PasswordStep = { next: "code"; cookies: string[] } | { next: "refused" | "limited" };
export type CodeStep =
  | { next: "in"; cookies: string[]; role: string }
  /** Another code may be tried. */
  | { next: "wrong" }
  /** From the start: too many codes, or too late. */
  | { next: "again" };

export interface PasswordAttempt {
  email: string;
  password: string;
  /** The client's, as limits count it. */
  address: string;
  /** The request's Cookie header. */
  cookies: string;
}

export async function enterPassword(services: Services, attempt: PasswordAttempt): Promise<PasswordStep> {
  const { runtime } = services;
  const arrived = runtime.elapsed();
  const step = await tryPassword(services, attempt);
  const spent = Math.max(runtime.elapsed() - arrived, 1);
  await runtime.until(arrived + Math.ceil(spent / replyStepMs) * replyStepMs);
  return step;
}

/** What a try of this e-mail counts against. */
function passwordLimits(login: string, address: string, device: string | undefined): TryLimit[] {
  if (device !== undefined) return [{ of: ["sign-in-device", login, device], ...signInLimits.device }];
  return [
    { of: ["sign-in", login, address], ...signInLimits.together },
    { of: ["sign-in-address", address], ...signInLimits.address },
    { of: ["sign-in-email", login], ...signInLimits.email },
  ];
}

async function tryPassword(services: Services, attempt: PasswordAttempt): Promise<PasswordStep> {
  const { database, runtime, sealer } = services;
  const auth = await staffAuth(services);
  // What is no e-mail is looked for like one that nobody has.
  const login = loginOf(auth, readEmail(attempt.email) ?? "");
  const device = knownDevice(services, auth, attempt.cookies, login);
  const limits = passwordLimits(login, attempt.address, device);
  if (!(await spendTry(database, sealer, limits, runtime.now()))) return { next: "limited" };
  const cookies = await checkPassword(services, auth, login, attempt.password);
  if (cookies) return { next: "code", cookies };
  await writeAudit(database, runtime.now(), {
    event: "staff_sign_in_failed",
    actor: "person",
    subject: sealer.hash("audit", "staff", login),
    detail: { step: "password" },
  });
  return { next: "refused" };
}

async function checkPassword(
  services: Services,
  { auth, cookies }: StaffAuth,
  login: string,
  password: string,
): Promise<string[] | undefined> {
  const { database } = services;
  const answer = await auth.api
    .signInEmail({ body: { email: login, password }, headers: new Headers(), returnHeaders: true })
    .catch(async (error: unknown) => {
      if (await isRefusal(error)) return undefined;
      throw error;
    });
  if (!answer) return undefined;
  // Without a second factor better-auth makes a session at once; it opens nothing here, and goes.
  if (!("twoFactorRedirect" in answer.response)) {
    await database.query("delete from staff_session where token = $1", [answer.response.token]);
    return undefined;
  }
  const may = await database.query(
    "select 1 as one from staff_user where email = $1 and disabled_at is null and joined_at is not null",
    [login],
  );
  if (may.length === 0) return undefined;
  // The other lines take the session's cookie away: whoever is signed in stays so until the code was right.
  return answer.headers.getSetCookie().filter((line) => line.startsWith(`${cookies.code.name}=`));
}

/** The person whose password was right a moment ago. */
async function pendingUser(services: Services, auth: StaffAuth, cookieHeader: string) {
  const identifier = await carriedBy(auth, "code", cookieHeader);
  if (identifier === undefined) return undefined;
  const [row] = await services.database.query<{ id: string; login: string }>(
    "select u.id, u.email as login from staff_verification v join staff_user u on u.id = v.value where v.identifier = $1",
    [identifier],
  );
  return row;
}

/**
 * @param text six digits from the phone, or a backup code.
 * @param userAgent what the browser calls itself.
 * @returns the cookies of a new session; the one the browser came with has ended.
 */
export async function enterCode(
  services: Services,
  cookieHeader: string,
  text: string,
  userAgent?: string,
): Promise<CodeStep> {
  const { database, runtime, sealer } = services;
  const auth = await staffAuth(services);
  const pending = await pendingUser(services, auth, cookieHeader);
  if (pending === undefined) return { next: "again" };
  const { id: userId, login } = pending;
  const device = knownDevice(services, auth, cookieHeader, login);
  const limits = [
    device === undefined
      ? { of: ["code", userId], ...codeLimits.person }
      : { of: ["code-device", userId, device], ...codeLimits.device },
  ];
  if (!(await spendTry(database, sealer, limits, runtime.now()))) return { next: "again" };
  const digits = text.replace(/\s/g, "");
  const body = { body: { code: digits }, headers: headersWith(auth, "code", cookieHeader) };
  const check = /^\d{6}$/.test(digits)
    ? auth.auth.api.verifyTOTP({ ...body, returnHeaders: true })
    : auth.auth.api.verifyBackupCode({ ...body, returnHeaders: true });
  const answer = await check.catch(async (error: unknown) => {
    if (await isRefusal(error)) return undefined;
    throw error;
  });
  const cookies = answer?.headers.getSetCookie();
  const token = cookies && (await carriedBy(auth, "session", sentBack(cookies)));
  if (cookies && token !== undefined) {
    const before = await carriedBy(auth, "session", cookieHeader);
    const role = await openSession(services, {
      token,
      userId,
      code: auth.keyed("code", userId, digits),
      before,
      device: deviceOf(userAgent),
    });
    if (role !== undefined) {
      const known = rememberDevice(services, auth, cookieHeader, login);
      return { next: "in", cookies: [...cookies, known], role };
    }
  }
  await writeAudit(database, runtime.now(), {
    event: "staff_sign_in_failed",
    actor: userId,
    detail: { step: "code" },
  });
  return (await pendingUser(services, auth, cookieHeader)) === undefined
    ? { next: "again" }
    : { next: "wrong" };
}

/** Lets the session count, with its audit; a code that opened the session before opens none. @returns the role. */
async function openSession(
  { database, runtime }: Services,
  session: {
    token: string;
    userId: string;
    code: Uint8Array;
    before: string | undefined;
    device: string | null;
  },
): Promise<string | undefined> {
  const [row] = await database.query<{ role: string }>(
    `with who as (
       update staff_user set last_code = $3::bytea
       where id = $2 and disabled_at is null and joined_at is not null and last_code is distinct from $3::bytea
       returning id, role
     ), opened as (
       update staff_session s set started_at = to_timestamp($4::float8 / 1000), seen_at = to_timestamp($4::float8 / 1000),
         idle_ms = ${idleMs.outreach}, user_agent = $6
       from who where s.token = $1 and s.user_id = who.id returning who.id, who.role
     ), ended as (delete from staff_session where token = $5),
     audited as (
       insert into audit (at, event, actor) select to_timestamp($4::float8 / 1000), 'staff_signed_in', id from opened
     )
     select role from opened`,
    [session.token, session.userId, session.code, runtime.now(), session.before ?? "", session.device],
  );
  if (!row) await database.query("delete from staff_session where token = $1", [session.token]);
  return row?.role;
}
