/**
 * Locking, by hand or by the script, and opening again by the PIN; and the sign of life the script gives while somebody
 * works on a page without loading another.
 */
import { Hono, type Context } from "hono";
import { findSession, lockSession, unlockSession } from "../acts/staff/session.ts";
import { fieldsOf } from "./desk.tsx";
import { idleFor, showLock, wantsJson } from "./guard.tsx";
import { localPath } from "./navigation.ts";
import type { StaffDeps, StaffEnv } from "./types.ts";

const cookieHeader = (c: Context) => c.req.header("cookie") ?? "";

/** Routes beneath /staff; they find out about the session themselves. */
export function createLock(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();

  app.post("/lock", async (c) => {
    const field = await fieldsOf(c);
    await lockSession(services, cookieHeader(c));
    if (wantsJson(c)) return c.body(null, 204);
    return c.redirect(localPath(field("to")) ?? "/staff", 303);
  });

  // A page loaded again after a wrong PIN: whatever comes next shows the lock.
  app.get("/unlock", (c) => c.redirect("/staff", 303));
  app.post("/unlock", async (c) => {
    const field = await fieldsOf(c);
    const to = localPath(field("to")) ?? "";
    const done = await unlockSession(services, cookieHeader(c), field("pin").trim());
    if (wantsJson(c)) {
      return done === "open" ? c.body(null, 204) : c.json({ code: done }, done === "wrong" ? 403 : 401);
    }
    if (done === "wrong") return showLock(c, deps, to, true);
    if (done === "out") return c.redirect("/staff/sign-in", 303);
    return c.redirect(to === "" ? "/staff" : to, 303);
  });

  app.post("/seen", async (c) => {
    const field = await fieldsOf(c);
    const found = await findSession(services, cookieHeader(c), { idleMs: idleFor(field("at")) });
    if (found?.state === "open") return c.body(null, 204);
    return found ? c.json({ code: "locked" }, 423) : c.json({ code: "signedOut" }, 401);
  });
  return app;
}
