/**
 * Passkeys of people who work here (WebAuthn Level 3): a device that signs in by itself, after its owner's finger, face or
 * PIN there. That is two factors in one, so it stands beside password and code, which stay the way back in.
 */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { Sealer } from "../../privacy/seal.ts";
import type { Services } from "../services.ts";
import { confirmPassword, type Unconfirmed } from "./confirm.ts";
import type { SignedIn } from "./types.ts";

export const passkeysMax = 10;
export const passkeyNameChars = 60;
/** From the question to the answer of a device. */
const challengeMs = 5 * 60_000;

export interface Passkey {
  id: string;
  name: string;
  /** Epoch milliseconds. */
  createdAt: number;
  usedAt: number | null;
}

const rowOf = (id: string) => `staff_passkey/${id}`;

export function resealPasskey(sealer: Sealer, id: string, sealed: Uint8Array): Buffer | undefined {
  const plain = sealer.open("staff", rowOf(id), sealed);
  return plain && sealer.seal("staff", rowOf(id), plain);
}

/** Whom a device signs for: the host of PUBLIC_URL, and its origin. */
export function relyingParty({ config }: Services): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config.publicUrl);
  return { rpID: hostname, origin };
}

/** Asks for a challenge; it is good once, for `purpose`. @returns it. */
export async function makeChallenge(
  { database, runtime }: Services,
  purpose: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(runtime.bytes(32));
  const now = runtime.now();
  await database.query(
    `insert into staff_verification (id, identifier, value, expires_at, created_at, updated_at)
     select $1, $2, $3, to_timestamp($4::float8 / 1000), at, at from to_timestamp($5::float8 / 1000) as at`,
    [
      runtime.uuid(),
      challengeRow(Buffer.from(challenge).toString("base64url")),
      purpose,
      now + challengeMs,
      now,
    ],
  );
  return challenge;
}

const challengeRow = (challenge: string) => `passkey/${challenge}`;

/** Uses a challenge up. @returns whether it stood for that purpose. */
export async function useChallenge(
  { database, runtime }: Services,
  challenge: string,
  purpose: string,
): Promise<boolean> {
  const rows = await database.query(
    `delete from staff_verification
     where identifier = $1 and value = $2 and expires_at > to_timestamp($3::float8 / 1000) returning 1 as one`,
    [challengeRow(challenge), purpose, runtime.now()],
  );
  return rows.length > 0;
}

type Own = Pick<SignedIn, "id" | "session" | "email" | "name">;

const purposeOf = ({ id, session }: Own) => `passkey of ${id} in ${session}`;

/** In the order they were added. */
export async function ownPasskeys(
  { database, sealer }: Services,
  { id }: Pick<Own, "id">,
): Promise<Passkey[]> {
  const rows = await database.query<Omit<Passkey, "name"> & { sealed: Uint8Array }>(
    `select id, sealed, (extract(epoch from created_at) * 1000)::float8 as "createdAt",
       (extract(epoch from used_at) * 1000)::float8 as "usedAt"
     from staff_passkey where user_id = $1 order by created_at, id`,
    [id],
  );
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    name: sealer.open("staff", rowOf(row.id), sealed)?.toString() ?? "",
  }));
}

/** What the browser is asked to make, once the password was right. */
export async function beginPasskey(
  services: Services,
  staff: Own,
  current: string,
): Promise<PublicKeyCredentialCreationOptionsJSON | Unconfirmed | "many"> {
  const confirmed = await confirmPassword(services, staff, current);
  if (typeof confirmed === "string") return confirmed;
  const before = await ownPasskeys(services, staff);
  if (before.length >= passkeysMax) return "many";
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  return generateRegistrationOptions({
    rpName: services.config.org.name,
    rpID: relyingParty(services).rpID,
    userID: new Uint8Array(Buffer.from(staff.id)),
    userName: staff.email,
    userDisplayName: staff.name,
    challenge: await makeChallenge(services, purposeOf(staff)),
    attestationType: "none",
    excludeCredentials: before.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/**
 * Keeps a passkey that a device made.
 * @param made.response the browser's JSON, as it came. @param made.name what its owner calls it.
 */
export async function addPasskey(
  services: Services,
  staff: Own,
  made: { response: unknown; name: string },
): Promise<"done" | "refused"> {
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { rpID, origin } = relyingParty(services);
  const verified = await verifyRegistrationResponse({
    response: made.response as RegistrationResponseJSON,
    expectedChallenge: (challenge) => useChallenge(services, challenge, purposeOf(staff)),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    // Whatever is no answer to the question that was asked is refused, in whatever way it is wrong.
  }).catch((error: unknown) => refusedOr(error));
  if (!verified?.verified) return "refused";
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const { database, runtime, sealer } = services;
  const rows = await database.query(
    `with added as (
       insert into staff_passkey (id, user_id, public_key, counter, transports, sealed, created_at)
       select $1, id, $3::bytea, $4::float8::bigint, $5, $6::bytea, to_timestamp($7::float8 / 1000) from staff_user
       where id = $2 and disabled_at is null and joined_at is not null
         and (select count(*) from staff_passkey where user_id = $2) < ${passkeysMax}
       on conflict (id) do nothing returning user_id
     ), audited as (
       insert into audit (at, event, actor)
       select to_timestamp($7::float8 / 1000), 'staff_passkey_added', user_id from added
     )
     select user_id from added`,
    [
      id,
      staff.id,
      publicKey,
      counter,
      transports.filter((one) => /^[a-z-]{1,20}$/.test(one)).join(","),
      sealer.seal("staff", rowOf(id), Buffer.from(made.name)),
      runtime.now(),
    ],
  );
  return rows.length > 0 ? "done" : "refused";
}

/** A fault of the database or the program is no refusal. @throws it. */
export async function refusedOr(error: unknown): Promise<undefined> {
  const { sqlState } = await import("../../db/database.ts");
  if (sqlState(error) !== undefined) throw error;
  return undefined;
}

/** Takes one's own passkey away, once the password was right. */
export async function removePasskey(
  services: Services,
  staff: Own,
  { id, current }: { id: string; current: string },
): Promise<"done" | "gone" | Unconfirmed> {
  const confirmed = await confirmPassword(services, staff, current);
  if (typeof confirmed === "string") return confirmed;
  const rows = await services.database.query(
    `with removed as (delete from staff_passkey where id = $1 and user_id = $2 returning user_id)
     insert into audit (at, event, actor)
     select to_timestamp($3::float8 / 1000), 'staff_passkey_removed', user_id from removed returning 1 as one`,
    [id, staff.id, services.runtime.now()],
  );
  return rows.length > 0 ? "done" : "gone";
}
