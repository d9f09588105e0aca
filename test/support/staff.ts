/**
 * People who work here, for tests: signed in at once, without password and code; and codes as a phone makes them.
 */
import { createHmac } from "node:crypto";
import { generateSignedCookie } from "hono/cookie";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { sealPerson } from "../../src/acts/staff/person.ts";
import { sealPinCheck } from "../../src/acts/staff/pin-check.ts";
import { pinText } from "../../src/acts/staff/session.ts";
import { loginOf, staffAuth } from "../../src/acts/staff/auth.ts";
import { sessionMs, type Role, type StaffLocale } from "../../src/acts/staff/types.ts";
import { makeApp, type TestApp } from "./app.ts";
import { emptyDatabase, type MakeDatabase, type TestDatabase } from "./database.ts";
import type { TestServices } from "./services.ts";

export interface StaffBrowser {
  id: string;
  email: string;
  /** The Cookie header. */
  cookie(): string;
  /** Asks for a page, or for JSON with `accept`; follows no redirect. Keeps the cookies it is given. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form as our own page does. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

/** A browser that keeps cookies by their path, and nothing else. */
export function staffBrowser(
  app: TestApp,
  cookies: Record<string, string> = {},
): Omit<StaffBrowser, "id" | "email"> {
  const origin = new URL(app.services.config.publicUrl).origin;
  const jar = new Map(Object.entries(cookies).map(([name, value]) => [name, { value, path: "/" }]));
  const header = (path: string) =>
    [...jar]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  const ask = async (
    path: string,
    init: { method?: string; body?: string; headers: Record<string, string> },
  ) => {
    const response = await app.request(path, { ...init, headers: { cookie: header(path), ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const name = pair.slice(0, pair.indexOf("="));
      const at = attributes.find((one) => /^path=/i.test(one))?.slice("path=".length) ?? "/";
      if (attributes.some((one) => /^max-age=0$/i.test(one))) jar.delete(name);
      else jar.set(name, { value: pair.slice(name.length + 1), path: at });
    }
    return response;
  };
  return {
    cookie: () => header("/staff/sign-in"),
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", origin, ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

let made = 0;

export interface Signed {
  name?: string;
  locale?: StaffLocale;
  /** Hashing one takes a tenth of a second: only for tests of the lock. */
  pin?: string;
}

/** Someone of a role, signed in: account and session are written as acts leave them. */
export async function signedIn(app: TestApp, role: Role, options: Signed = {}): Promise<StaffBrowser> {
  const { services } = app;
  const number = ++made;
  const person = {
    name: options.name ?? `Wren Testperson ${number}`,
    email: `${role}${number}@staff.example`,
  };
  const { id, cookie } = await writeStaff(services, role, person, options);
  const auth = await staffAuth(services);
  return { id, email: person.email, ...staffBrowser(app, { [auth.cookies.session.name]: cookie }) };
}

async function writeStaff(
  services: TestServices,
  role: Role,
  person: { name: string; email: string },
  { locale = "en", pin }: Signed,
): Promise<{ id: string; cookie: string }> {
  const { database, runtime, sealer } = services;
  const auth = await staffAuth(services);
  const [id, token, now] = [runtime.uuid(), runtime.bytes(24).toString("base64url"), runtime.now()];
  const { password } = await auth.auth.$context;
  const hash = pin === undefined ? null : await password.hash(pinText(auth, id, pin));
  const check = pin === undefined ? null : await sealPinCheck(services, id, pin);
  await database.query(
    `with who as (
       insert into staff_user (id, email, role, locale, sealed, pin, pin_check, two_factor_enabled,
         created_at, updated_at, joined_at)
       select $1, $2, $3, $4, $5::bytea, $6, $11::bytea, true, at, at, at from to_timestamp($7::float8 / 1000) as at returning id
     )
     insert into staff_session (id, token, user_id, expires_at, created_at, updated_at, started_at, seen_at, idle_ms)
     select $8, $9, id, to_timestamp($10::float8 / 1000), at, at, at, at, 120000
     from who, to_timestamp($7::float8 / 1000) as at`,
    [
      id,
      loginOf(auth, person.email),
      role,
      locale,
      sealPerson(sealer, id, person),
      hash,
      now,
      runtime.uuid(),
      token,
      now + sessionMs,
      check,
    ],
  );
  const signed = await generateSignedCookie("c", token, auth.secret);
  return { id, cookie: (signed.split(";")[0] ?? "").slice("c=".length) };
}

/** What a suite about the office has at hand: each test begins with an empty database and one admin, signed in. */
export interface OfficeWorld {
  database: TestDatabase;
  app: TestApp;
  admin: StaffBrowser;
}

/** Call it at the top of a suite: its fields are there in each test. */
export function officeWorld(makeDatabase: MakeDatabase): OfficeWorld {
  const world = {} as OfficeWorld;
  beforeAll(async () => {
    world.database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(world.database);
    world.app = await makeApp({ database: world.database });
    world.admin = await signedIn(world.app, "admin", { name: "Zenobia Quaxworthy" });
  });
  return world;
}

/**
 * Takes an invitation up, as a browser does.
 * @param path of the invitation.
 */
export async function joinStaff(app: TestApp, path: string, own: { password: string; pin: string }) {
  const browser = staffBrowser(app);
  const fields = { name: "Zenobia Quaxworthy", language: "en", password: own.password };
  const page = await (await browser.post(path, fields)).text();
  const secret = /name="secret" value="(\w+)"/.exec(page)?.[1] ?? "";
  // The code before, so that the one of now is still good for a sign-in.
  const code = codeOf(secret, Date.now() - 30_000);
  const done = await browser.post(`${path}/code`, { secret, code, pin: own.pin });
  const codes = (await done.text()).matchAll(/<code>([^<]+)<\/code>/g);
  return { browser, secret, status: done.status, backupCodes: Array.from(codes, (match) => match[1] ?? "") };
}

/** The bytes of a key as people type it (RFC 4648). */
export function decodeBase32(text: string): Buffer {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(text.replace(/[\s=]/g, ""), (c) =>
    alphabet.indexOf(c).toString(2).padStart(5, "0"),
  );
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/**
 * Keeps Date where it is: better-auth reads it for codes, and a code must not run out between making and checking it.
 * Call at the top of a suite.
 */
export function datesStandStill(): void {
  beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterAll(() => void vi.useRealTimers());
}

/** The code an authenticator app shows for a key (RFC 6238, SHA-1, six digits, 30 seconds). */
export function codeOf(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac("sha1", decodeBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
