/**
 * Signing in by a passkey alone: the device has asked for finger, face or PIN, which is the second factor. Nobody is named
 * before a device has signed, so that nothing tells who works here.
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { generateSignedCookie } from "hono/cookie";
import { writeAudit } from "../../privacy/audit.ts";
import { spendTry } from "../../privacy/tries.ts";
import type { Services } from "../services.ts";
import { staffAuth } from "./auth.ts";
import { carriedBy } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import { rememberDevice } from "./known-device.ts";
import { makeChallenge, refusedOr, relyingParty, useChallenge } from "./passkeys.ts";
import { idleMs, sessionMs } from "./types.ts";

/** Questions one address may ask for, and answers it may give. */
export const passkeyLimit = { max: 60, windowMs: 15 * 60_000 } as const;
const purpose = "passkey to sign in";

function mayTry({ database, sealer, runtime }: Services, what: string, address: string): Promise<boolean> {
  return spendTry(database, sealer, [{ of: [what, address], ...passkeyLimit }], runtime.now());
}

/** What the browser asks its devices for. @param address the client's. */
export async function askPasskey(
  services: Services,
  address: string,
): Promise<PublicKeyCredentialRequestOptionsJSON | "limited"> {
  if (!(await mayTry(services, "passkey-ask", address))) return "limited";
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  return generateAuthenticationOptions({
    rpID: relyingParty(services).rpID,
    challenge: await makeChallenge(services, purpose),
    userVerification: "required",
  });
}

export type PasskeyStep = { next: "in"; cookies: string[]; role: string } | { next: "refused" | "limited" };

interface Stored {
  userId: string;
  login: string;
  publicKey: Uint8Array;
  counter: number;
}

/**
 * @param attempt.response the browser's JSON, as it came. @param attempt.cookies the request's Cookie header.
 * @returns the cookies of a new session; the one the browser came with has ended.
 */
export async function enterPasskey(
  services: Services,
  attempt: { response: unknown; address: string; cookies: string; userAgent: string | undefined },
): Promise<PasskeyStep> {
  const { database, runtime } = services;
  if (!(await mayTry(services, "passkey", attempt.address))) return { next: "limited" };
  const response = attempt.response as Partial<AuthenticationResponseJSON> | null | undefined;
  const [stored] = await database.query<Stored>(
    `select p.user_id as "userId", u.email as login, p.public_key as "publicKey", p.counter::float8 as counter
     from staff_passkey p join staff_user u on u.id = p.user_id where p.id = $1`,
    [typeof response?.id === "string" ? response.id : ""],
  );
  const opened =
    stored && (await openByPasskey(services, stored, response as AuthenticationResponseJSON, attempt));
  if (opened) return opened;
  await writeAudit(database, runtime.now(), {
    event: "staff_sign_in_failed",
    actor: "person",
    detail: { step: "passkey" },
  });
  return { next: "refused" };
}

async function openByPasskey(
  services: Services,
  stored: Stored,
  response: AuthenticationResponseJSON,
  { cookies, userAgent }: { cookies: string; userAgent: string | undefined },
): Promise<PasskeyStep | undefined> {
  const { database, runtime } = services;
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const { rpID, origin } = relyingParty(services);
  const { id } = response;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(services, challenge, purpose),
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id, publicKey: new Uint8Array(stored.publicKey), counter: stored.counter },
    requireUserVerification: true,
  }).catch((error: unknown) => refusedOr(error));
  if (!verified?.verified) return undefined;
  const auth = await staffAuth(services);
  const token = runtime.bytes(32).toString("base64url");
  const now = runtime.now();
  const [row] = await database.query<{ role: string }>(
    `with used as (
       update staff_passkey p set counter = $3::float8::bigint, used_at = to_timestamp($4::float8 / 1000)
       from staff_user u where p.id = $1 and p.counter = $2::float8::bigint and u.id = p.user_id
         and u.disabled_at is null and u.joined_at is not null and u.two_factor_enabled
       returning u.id, u.role
     ), opened as (
       insert into staff_session
         (id, token, user_id, expires_at, created_at, updated_at, started_at, seen_at, idle_ms, user_agent)
       select $5, $6, id, to_timestamp($7::float8 / 1000), at, at, at, at, ${idleMs.outreach}, $8
       from used, to_timestamp($4::float8 / 1000) as at
     ), ended as (delete from staff_session where token = $9 and exists (select 1 from used)),
     audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($4::float8 / 1000), 'staff_signed_in', id, jsonb_build_object('step', 'passkey') from used
     )
     select role from used`,
    [
      id,
      stored.counter,
      verified.authenticationInfo.newCounter,
      now,
      runtime.uuid(),
      token,
      now + sessionMs,
      deviceOf(userAgent),
      (await carriedBy(auth, "session", cookies)) ?? "",
    ],
  );
  if (!row) return undefined;
  const { name, attributes } = auth.cookies.session;
  const session = await generateSignedCookie(name, token, auth.secret, {
    ...attributes,
    sameSite: "Lax",
    maxAge: sessionMs / 1000,
  });
  return {
    next: "in",
    cookies: [session, rememberDevice(services, auth, cookies, stored.login)],
    role: row.role,
  };
}
