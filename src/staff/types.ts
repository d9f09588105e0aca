/**
 * What the pages of people who work here are given, and what the guard puts into their context.
 */
import type { Context } from "hono";
import type { Services } from "../acts/services.ts";
import type { SignedIn, StaffLocale } from "../acts/staff/types.ts";
import type { Copy } from "../copy/copy.ts";
import type { ServerEnv } from "../http/address.ts";

export interface StaffDeps {
  services: Services;
  copy: Copy;
}

/** `c.var.staff` is there behind `requireStaff` alone; what is shown on both sides of it asks `staffOf`. */
export type StaffEnv = {
  Bindings: ServerEnv["Bindings"];
  Variables: ServerEnv["Variables"] & {
    staff: SignedIn;
    /** The language of whom the page is for, where nobody is signed in. */
    locale: StaffLocale;
  };
};

/** Who is signed in, or undefined before the guard. */
export function staffOf(c: Context<StaffEnv>): SignedIn | undefined {
  return c.get("staff");
}
