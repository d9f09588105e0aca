/**
 * Signing in: the password, then a code from the phone or a backup code. Whatever is wrong about the first step reads
 * and works the same; each try is counted before it is made.
 */
import { writeAudit } from "../../privacy/audit.ts";
import { spendTry } from "../../privacy/tries.ts";
import type { Services } from "../services.ts";
import { isRefusal, loginOf, readEmail, staffAuth, type StaffAuth } from "./auth.ts";
import { carriedBy, headersWith, sentBack } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import { idleMs } from "./types.ts";

/**
 * Tries of one e-mail from one address, of one address, and of one e-mail over all addresses. The last is wide, so that
 * a stranger needs many addresses to keep somebody out; behind the password stands the second factor.
 */
export const signInLimits = {
  together: { max: 8, windowMs: 15 * 60_000 },
  address: { max: 40, windowMs: 15 * 60_000 },
  email: { max: 100, windowMs: 24 * 60 * 60_000 },
} as const;
/** Codes of one person, over all their sign-ins; better-auth itself bears five a sign-in. */
export const codeLimit = { max: 30, windowMs: 24 * 60 * 60_000 } as const;

export type PasswordStep = { next: "code"; cookies: string[] } | { next: "refused" | "limited" };
export type CodeStep =
  | { next: "in"; cookies: string[]; role: string }
  /** Another code may be tried. */
  | { next: "wrong" }
  /** From the start: too many codes, or too late. */
  | { next: "again" };

/** @param attempt.address the client's, as limits count it. */
export async function enterPassword(
  services: Services,
  attempt: { email: string; password: string; address: string },
): Promise<PasswordStep> {
  const { database, runtime, sealer } = services;
  const auth = await staffAuth(services);
  // What is no e-mail is looked for like one that nobody has.
  const login = loginOf(auth, readEmail(attempt.email) ?? "");
  const { together, address, email } = signInLimits;
  const within = await spendTry(
    database,
    sealer,
    [
      { of: ["sign-in", login, attempt.address], ...together },
      { of: ["sign-in-address", attempt.address], ...address },
      { of: ["sign-in-email", login], ...email },
    ],
    runtime.now(),
  );
  if (!within) return { next: "limited" };
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
  const [row] = await services.database.query<{ id: string }>(
    "select value as id from staff_verification where identifier = $1",
    [identifier],
  );
  return row?.id;
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
  const userId = await pendingUser(services, auth, cookieHeader);
  if (userId === undefined) return { next: "again" };
  const limits = [{ of: ["code", userId], ...codeLimit }];
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
    if (role !== undefined) return { next: "in", cookies, role };
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
