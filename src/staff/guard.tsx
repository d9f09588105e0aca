/**
 * Who may see what: finds the session of a request, shows the lock screen in place of any page of a locked one, and
 * turns away whose role is another.
 */
import type { Context, MiddlewareHandler } from "hono";
import { findSession } from "../acts/staff/session.ts";
import { idleMs, type Role } from "../acts/staff/types.ts";
import { addressOf, PinForm, showPage, wordsOf } from "./layout.tsx";
import { localPath } from "./navigation.ts";
import type { StaffDeps, StaffEnv } from "./types.ts";

export interface GuardOptions {
  roles: readonly Role[];
  /** False for what a page asks by itself (a poll, a queue): it keeps nobody's session open. */
  touch?: boolean;
}

/** Does this request want JSON? Pages ask for HTML. */
export function wantsJson(c: Context): boolean {
  return /\bapplication\/json\b/.test(c.req.header("accept") ?? "");
}

/** The address to return to after signing in: forms are not sent again. */
const returnTo = (c: Context) => (c.req.method === "GET" ? localPath(addressOf(c)) : undefined);

/** How long a session may stand idle where this request goes. */
export const idleFor = (path: string): number =>
  path === "/outreach" || path.startsWith("/outreach/") ? idleMs.outreach : idleMs.staff;

/** To the sign-in page, and back here after it. */
export function toSignIn(c: Context): Response {
  const to = returnTo(c);
  return c.redirect(`/staff/sign-in${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`, 303);
}

/** The lock screen: nothing of the page behind it, nothing of whose session it is. */
export function showLock(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  to: string,
  wrong = false,
): Promise<Response> {
  const word = wordsOf(c, deps);
  return showPage(
    c,
    deps,
    { heading: "staff.lock.title", status: 423 },
    <PinForm to={to} word={word} id="pin" wrong={wrong} focus />,
  );
}

/**
 * Lets signed-in people of these roles through, as `c.var.staff`. Others: a page sends to the sign-in (303), shows the
 * lock (423) or says whose page it is (403); JSON gets 401, 423 or 403 with a code.
 */
export function requireStaff(deps: StaffDeps, options: GuardOptions): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    c.header("cache-control", "no-store");
    const json = wantsJson(c);
    const found = await findSession(deps.services, c.req.header("cookie") ?? "", {
      idleMs: idleFor(c.req.path),
      touch: options.touch ?? true,
    });
    if (!found) return json ? c.json({ code: "signedOut" }, 401) : toSignIn(c);
    if (found.state === "locked") {
      if (json) return c.json({ code: "locked" }, 423);
      c.set("locale", found.locale);
      return showLock(c, deps, returnTo(c) ?? "");
    }
    c.set("staff", found.staff);
    if (!options.roles.includes(found.staff.role)) {
      if (json) return c.json({ code: "forbidden" }, 403);
      const word = wordsOf(c, deps);
      return showPage(
        c,
        deps,
        { heading: "staff.forbidden.title", status: 403 },
        <p>{word("staff.forbidden.text")}</p>,
      );
    }
    await next();
  };
}
