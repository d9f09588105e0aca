/**
 * better-auth, set up for the people who work here. It checks passwords and codes, makes sessions and cookies; none of
 * its own addresses is served. Its key is a secret in the database sealed under the master key, which a rotation
 * re-seals: derived from the master key itself it would change, and with it every second factor be lost.
 */
import { z } from "zod";
import {
  staffAccount,
  staffSession,
  staffTwoFactor,
  staffUser,
  staffVerification,
} from "../../db/schema/staff.ts";
import { keyedHash } from "../../privacy/seal.ts";
import { secretOf } from "../../privacy/secrets.ts";
import type { Services } from "../services.ts";
import { passwordChars, sessionMs } from "./types.ts";

/** Between the password and the code. */
const codeMs = 10 * 60_000;

/** Names and attributes of the cookies. One path cannot be both /staff and /outreach, so the session's is "/". */
function cookiesOf(publicUrl: string) {
  const secure = publicUrl.startsWith("https:");
  const common = { httpOnly: true, secure, sameSite: "lax" } as const;
  return {
    session: {
      name: secure ? "__Host-clearline_staff" : "clearline_staff",
      attributes: { ...common, path: "/" },
    },
    code: {
      name: secure ? "__Secure-clearline_code" : "clearline_code",
      attributes: { ...common, path: "/staff/sign-in" },
    },
    device: {
      name: secure ? "__Secure-clearline_device" : "clearline_device",
      attributes: { ...common, path: "/staff/sign-in" },
    },
  };
}

async function open(services: Services) {
  const { config, database, log, runtime, sealer } = services;
  // Loaded when the first one signs in: most processes never need it.
  const [{ betterAuth }, { drizzleAdapter }, { twoFactor }, { symmetricEncrypt }] = await Promise.all([
    import("better-auth/minimal"),
    import("better-auth/adapters/drizzle"),
    import("better-auth/plugins/two-factor"),
    import("better-auth/crypto"),
  ]);
  const key = await secretOf(database, sealer, "staff");
  const secret = key.toString("base64url");
  const cookies = cookiesOf(config.publicUrl);
  const auth = betterAuth({
    appName: config.org.name,
    baseURL: config.publicUrl,
    trustedOrigins: [new URL(config.publicUrl).origin],
    secret,
    database: drizzleAdapter(database.drizzle, {
      provider: "pg",
      schema: {
        user: staffUser,
        session: staffSession,
        account: staffAccount,
        verification: staffVerification,
        twoFactor: staffTwoFactor,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordChars.min,
      maxPasswordLength: passwordChars.max,
    },
    session: { expiresIn: sessionMs / 1000, disableSessionRefresh: true },
    telemetry: { enabled: false },
    // Its messages may name people: only that it had something to say is logged.
    logger: { level: "error", log: (level) => log.warn("staff_auth", { code: level }) },
    advanced: {
      database: { generateId: () => runtime.uuid() },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: { session_token: cookies.session, two_factor: cookies.code },
    },
    plugins: [
      twoFactor({
        twoFactorCookieMaxAge: codeMs / 1000,
        backupCodeOptions: { amount: 10, length: 10 },
        // Our own limits count codes, in the database and by our clock: this one would lock the owner out as well.
        accountLockout: { enabled: false },
      }),
    ],
  });
  return {
    auth,
    secret,
    cookies,
    /** Keyed hash of something of a person here; it outlives a rotation of the master key. */
    keyed: (...parts: string[]): Buffer => keyedHash(key, parts),
    /** As better-auth encrypts a second factor's secret and backup codes. */
    encrypt: async (data: string) => symmetricEncrypt({ key: (await auth.$context).secretConfig, data }),
  };
}

export type StaffAuth = Awaited<ReturnType<typeof open>>;

const opened = new WeakMap<Services, Promise<StaffAuth>>();

/** The one instance of these services. @throws Error when its secret was sealed under a key that is not listed. */
export function staffAuth(services: Services): Promise<StaffAuth> {
  let auth = opened.get(services);
  if (!auth) {
    opened.set(services, (auth = open(services)));
    auth.catch(() => opened.delete(services));
  }
  return auth;
}

const emailAddress = z.email().max(254);

/** An e-mail as it is compared, or undefined when it is none. */
export function readEmail(text: string): string | undefined {
  const email = text.trim().normalize("NFC").toLowerCase();
  return emailAddress.safeParse(email).success ? email : undefined;
}

/** How better-auth knows an e-mail: by a keyed hash that passes for one. */
export function loginOf({ keyed }: StaffAuth, email: string): string {
  return `${keyed("e-mail", email).toString("hex").slice(0, 32)}@staff.invalid`;
}

/** Was this refused by better-auth itself, and not by a fault? */
export async function isRefusal(error: unknown): Promise<boolean> {
  const { APIError } = await import("better-auth/api");
  return error instanceof APIError && error.statusCode < 500;
}
