/**
 * Who works here, as acts and pages speak of them.
 */

/** A worker sits at a clinic table; a reviewer works through the queue too; an admin also runs the service. */
export const roles = ["worker", "reviewer", "admin"] as const;
export type Role = (typeof roles)[number];
export type StaffLocale = "en" | "es";

/** Who does something, for the audit: an id that says nothing to whoever holds no database. */
export interface Actor {
  id: string;
}

/** Someone signed in. */
export interface SignedIn extends Actor {
  email: string;
  name: string;
  role: Role;
  locale: StaffLocale;
  /** The session's id, not its token. */
  session: string;
}

/** Sessions end after this long, used or not. */
export const sessionMs = 12 * 60 * 60_000;
/** How long a session may stand idle before it locks: at a clinic table, and on a desk. */
export const idleMs = { outreach: 2 * 60_000, staff: 10 * 60_000 } as const;
/** Wrong PINs that a locked session bears. */
export const pinTries = 5;
export const passwordChars = { min: 12, max: 128 } as const;
export const pinPattern = /^\d{4,6}$/;

/** An act that cannot be done as things stand; the message is for the command line, the code for pages. */
export class StaffRefusal extends Error {
  override name = "StaffRefusal";
  readonly code: "email" | "exists" | "unknown" | "lastAdmin" | "own";
  constructor(code: StaffRefusal["code"], message: string) {
    super(message);
    this.code = code;
  }
}
