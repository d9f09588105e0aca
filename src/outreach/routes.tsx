/**
 * Everything under /outreach: for the worker at a clinic table. Signing in, lock and shell are those of /staff.
 */
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { createDesk } from "../staff/desk.tsx";
import { requireStaff } from "../staff/guard.tsx";
import { Entries } from "../staff/home.tsx";
import { showPage } from "../staff/layout.tsx";
import { everyone } from "../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { createForm } from "./form.tsx";
import { createOffline } from "./offline.tsx";

export function createOutreach(deps: StaffDeps): Hono<StaffEnv> {
  const app = createDesk(deps);
  app.route("/", createOutreachHome(deps));
  app.route("/form", createForm(deps));
  app.route("/", createOffline(deps));
  app.all("*", () => {
    throw new HTTPException(404);
  });
  return app;
}

function createOutreachHome(deps: StaffDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  app.get("/", requireStaff(deps, { roles: everyone }), (c) => {
    const { name, email } = c.var.staff;
    const params = { name: name || email };
    return showPage(c, deps, { heading: "staff.home.title", params }, <Entries c={c} deps={deps} />);
  });
  return app;
}
