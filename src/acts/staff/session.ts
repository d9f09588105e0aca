/**
 * A session once somebody is in: read and kept alive by each page, locked when idle, opened again by the PIN, ended.
 * All by the injected clock, so better-auth's own reading of sessions is not used.
 */
import type { Services } from "../services.ts";
import { staffAuth, type StaffAuth } from "./auth.ts";
import { carriedBy, expired } from "./cookies.ts";
import { openPerson } from "./person.ts";
import { sealPinCheck } from "./pin-check.ts";
import { pinPattern, pinTries, sessionMs, type SignedIn } from "./types.ts";

/** Whose request it is. Of a locked session no name is told. */
export type Found =
  { state: "open"; staff: SignedIn } | ({ state: "locked" } & Pick<SignedIn, "id" | "locale" | "session">);

interface Row extends Pick<SignedIn, "id" | "role" | "locale" | "session"> {
  sealed: Uint8Array;
  locked: boolean;
}

// A session counts whose sign-in was completed and audited, is not over, and whose person may still come in.
const counts = `s.token = $1 and u.id = s.user_id and s.seen_at is not null
  and s.started_at > to_timestamp(($2::float8 - ${sessionMs}) / 1000)
  and u.disabled_at is null and u.joined_at is not null and u.two_factor_enabled`;
const idle = "s.seen_at < to_timestamp(($2::float8 - s.idle_ms) / 1000)";

/**
 * Finds the session of a request; locks it when it stood idle for longer than where it was last seen allows.
 * @param cookieHeader the request's Cookie header, or "".
 * @param options.idleMs how long it may stand idle from here on.
 * @param options.touch false for what a page asks by itself: that keeps nobody's session open.
 */
export async function findSession(
  services: Services,
  cookieHeader: string,
  options: { idleMs: number; touch?: boolean },
): Promise<Found | undefined> {
  const auth = await staffAuth(services);
  const token = await carriedBy(auth, "session", cookieHeader);
  if (token === undefined) return undefined;
  const [row] = await services.database.query<Row>(
    `update staff_session s set
       locked_at = coalesce(s.locked_at, case when ${idle} then to_timestamp($2::float8 / 1000) end),
       seen_at = case when $4 and s.locked_at is null and not ${idle}
         then greatest(s.seen_at, to_timestamp($2::float8 / 1000)) else s.seen_at end,
       idle_ms = case when $4 and s.locked_at is null and not ${idle} then $3::int else s.idle_ms end
     from staff_user u where ${counts}
     returning u.id, u.role, u.locale, u.sealed, s.id as session, s.locked_at is not null as locked`,
    [token, services.runtime.now(), options.idleMs, options.touch ?? true],
  );
  if (!row) return undefined;
  const { sealed, locked, ...found } = row;
  if (locked) return { state: "locked", id: found.id, locale: found.locale, session: found.session };
  return { state: "open", staff: { ...found, ...openPerson(services.sealer, found.id, sealed) } };
}

/** Locks at once. Without a session there is nothing to do. */
export async function lockSession(services: Services, cookieHeader: string): Promise<void> {
  const token = await carriedBy(await staffAuth(services), "session", cookieHeader);
  if (token === undefined) return;
  await services.database.query(
    "update staff_session set locked_at = coalesce(locked_at, to_timestamp($2::float8 / 1000)) where token = $1",
    [token, services.runtime.now()],
  );
}

/** What is hashed in place of a PIN. */
export const pinText = ({ keyed }: StaffAuth, userId: string, pin: string) =>
  keyed("pin", userId, pin).toString("base64url");

/**
 * Opens a locked session. The try is counted before the PIN is compared; with the last wrong one the session is gone.
 * @returns "out" when there is no such session, or none any more.
 */
export async function unlockSession(
  services: Services,
  cookieHeader: string,
  pin: string,
): Promise<"open" | "wrong" | "out"> {
  const { database, runtime } = services;
  const auth = await staffAuth(services);
  const token = await carriedBy(auth, "session", cookieHeader);
  if (token === undefined) return "out";
  const [row] = await database.query<{ id: string; pin: string | null; tries: number; checked: boolean }>(
    `update staff_session s set pin_tries = s.pin_tries + 1 from staff_user u
     where ${counts} and s.locked_at is not null and s.pin_tries < ${pinTries}
     returning u.id, u.pin, s.pin_tries as tries, u.pin_check is not null as checked`,
    [token, runtime.now()],
  );
  if (!row) {
    const open = await database.query(
      `select 1 as one from staff_session s, staff_user u where ${counts} and s.locked_at is null`,
      [token, runtime.now()],
    );
    return open.length > 0 ? "open" : "out";
  }
  const { password } = await auth.auth.$context;
  const right =
    row.pin !== null &&
    pinPattern.test(pin) &&
    (await password.verify({ hash: row.pin, password: pinText(auth, row.id, pin) }));
  if (right) {
    // Of a PIN set before phones could check it: the text of one is known here alone.
    if (!row.checked)
      await database.query("update staff_user set pin_check = $2::bytea where id = $1 and pin = $3", [
        row.id,
        await sealPinCheck(services, row.id, pin),
        row.pin,
      ]);
    const opened = await database.query(
      `update staff_session set locked_at = null, pin_tries = 0, seen_at = to_timestamp($2::float8 / 1000)
       where token = $1 returning 1 as one`,
      [token, runtime.now()],
    );
    return opened.length > 0 ? "open" : "out";
  }
  if (row.tries < pinTries) return "wrong";
  await database.query(
    `with gone as (delete from staff_session where token = $1 returning user_id)
     insert into audit (at, event, actor) select to_timestamp($2::float8 / 1000), 'staff_locked_out', user_id from gone`,
    [token, runtime.now()],
  );
  return "out";
}

/**
 * Ends the session for somebody else on the same device, and with it whoever sat before its owner.
 * @returns the Set-Cookie lines that take everything of it away.
 */
export async function handOver(services: Services, cookieHeader: string): Promise<string[]> {
  const auth = await staffAuth(services);
  const token = await carriedBy(auth, "session", cookieHeader);
  if (token !== undefined)
    await services.database.query(
      `with gone as (delete from staff_session where token = $1 returning user_id)
       insert into audit (at, event, actor)
       select to_timestamp($2::float8 / 1000), 'staff_handed_over', user_id from gone`,
      [token, services.runtime.now()],
    );
  return [expired(auth, "session"), expired(auth, "code")];
}

/** Ends the session. @returns the Set-Cookie line that takes the cookie away. */
export async function signOut(services: Services, cookieHeader: string): Promise<string> {
  const auth = await staffAuth(services);
  const token = await carriedBy(auth, "session", cookieHeader);
  if (token !== undefined)
    await services.database.query("delete from staff_session where token = $1", [token]);
  return expired(auth, "session");
}
