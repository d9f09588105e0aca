/**
 * People who work here: the tables of better-auth (its columns, under our names) and what we add to them. A dump tells
 * how many there are and what they may do: names and e-mails are sealed or keyed.
 */
import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One who works here. */
export const staffUser = pgTable("staff_user", {
  id: text("id").primaryKey(),
  /** better-auth wants a name and an e-mail: the name stays empty, the e-mail is a keyed hash made to look like one. */
  name: text("name").notNull().default(""),
  email: text("email").notNull().unique("staff_user_email"),
  emailVerified: boolean("email_verified").notNull().default(true),
  image: text("image"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  /** Set by better-auth once a code of the second factor was right. Without it no session counts. */
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  // Acts always write these three; better-auth wants a default where it writes nothing.
  role: text("role", { enum: ["worker", "reviewer", "admin"] })
    .notNull()
    .default("worker"),
  locale: text("locale", { enum: ["en", "es"] })
    .notNull()
    .default("en"),
  /** Name and e-mail, sealed. */
  sealed: bytea("sealed")
    .notNull()
    .default(sql`''::bytea`),
  /** scrypt over a keyed hash of the PIN: without the key its few digits cannot be tried. */
  pin: text("pin"),
  /** The PIN stretched and sealed, for phones without signal (acts/staff/pin-check.ts). */
  pinCheck: bytea("pin_check"),
  /** Keyed hash of the last code that opened a session: it opens no second one (RFC 6238 §5.2). */
  lastCode: bytea("last_code"),
  /** When the invitation was taken up. */
  joinedAt: instant("joined_at"),
  disabledAt: instant("disabled_at"),
});

/**
 * A session. The token stands here as better-auth compares it; the cookie carries it with a signature by a key that no
 * dump holds, so that the row alone opens nothing. A row counts once `seenAt` is set, which is written with its audit.
 */
export const staffSession = pgTable(
  "staff_session",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique("staff_session_token"),
    userId: text("user_id")
      .notNull()
      .references(() => staffUser.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** Never filled. */
    ipAddress: text("ip_address"),
    /** Browser and system in two words, so that people tell their own sessions apart. */
    userAgent: text("user_agent"),
    startedAt: instant("started_at"),
    seenAt: instant("seen_at"),
    /** How long it may stand idle, by where it was seen last. */
    idleMs: integer("idle_ms").notNull().default(0),
    lockedAt: instant("locked_at"),
    /** Wrong PINs since it was locked. */
    pinTries: smallint("pin_tries").notNull().default(0),
  },
  (t) => [index("staff_session_user").on(t.userId), index("staff_session_expires").on(t.expiresAt)],
);

/** A password, as scrypt. The other columns are better-auth's and stay empty. */
export const staffAccount = pgTable(
  "staff_account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => staffUser.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [unique("staff_account_user").on(t.userId, t.providerId)],
);

/** Sign-ins between password and code, and how many codes each has tried. */
export const staffVerification = pgTable(
  "staff_verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("staff_verification_identifier").on(t.identifier),
    index("staff_verification_expires").on(t.expiresAt),
  ],
);

/** The secret of a second factor and its backup codes, encrypted by better-auth. */
export const staffTwoFactor = pgTable(
  "staff_two_factor",
  {
    id: text("id").primaryKey(),
    secret: text("secret").notNull(),
    backupCodes: text("backup_codes").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => staffUser.id, { onDelete: "cascade" }),
    verified: boolean("verified").notNull().default(false),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: instant("locked_until"),
  },
  (t) => [index("staff_two_factor_user").on(t.userId)],
);

/** An invitation that was not taken up yet: one a person, by the keyed hash of its token. */
export const staffInvitation = pgTable(
  "staff_invitation",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => staffUser.id, { onDelete: "cascade" }),
    token: bytea("token").notNull().unique("staff_invitation_token"),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [index("staff_invitation_gone").on(t.goneAt)],
);

/** A passkey: a public key and what is needed to ask for it. Nothing here signs anybody in. */
export const staffPasskey = pgTable(
  "staff_passkey",
  {
    /** The credential's id, in base64url. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => staffUser.id, { onDelete: "cascade" }),
    /** COSE, as the authenticator gave it. */
    publicKey: bytea("public_key").notNull(),
    /** Signatures so far, where the authenticator counts them. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    /** How it is reached ("internal,hybrid"), to ask for no other. */
    transports: text("transports").notNull(),
    /** Its owner's name for it, sealed. */
    sealed: bytea("sealed").notNull(),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("staff_passkey_user").on(t.userId)],
);
