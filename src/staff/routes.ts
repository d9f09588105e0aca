/**
 * Everything under /staff. Pages are mounted before the last line, which answers for addresses there are none of.
 */
import type { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { createAccount } from "./account/routes.tsx";
import { createDesk } from "./desk.tsx";
import { createEvents } from "./events/routes.tsx";
import { createHome } from "./home.tsx";
import { createInvitation } from "./invitation.tsx";
import { createLock } from "./lock.tsx";
import { createAudit } from "./office/audit.tsx";
import { createCopyDates } from "./office/copyDates.tsx";
import { createHours } from "./office/hours.tsx";
import { createLists } from "./office/lists.tsx";
import { createOutbox } from "./office/outbox.tsx";
import { createSwitch } from "./office/switch.tsx";
import { createNumbers } from "./numbers/routes.tsx";
import { createPeople } from "./people.tsx";
import { createSignIn } from "./signIn.tsx";
import { createQueue } from "./queue/routes.ts";
import type { StaffDeps, StaffEnv } from "./types.ts";

export function createStaff(deps: StaffDeps): Hono<StaffEnv> {
  const app = createDesk(deps);
  app.route("/", createSignIn(deps));
  app.route("/", createLock(deps));
  app.route("/invitation", createInvitation(deps));
  app.route("/", createHome(deps));
  app.route("/account", createAccount(deps));
  app.route("/events", createEvents(deps));
  app.route("/numbers", createNumbers(deps));
  app.route("/lists", createLists(deps));
  app.route("/switch", createSwitch(deps));
  app.route("/outbox", createOutbox(deps));
  app.route("/copy", createCopyDates(deps));
  app.route("/hours", createHours(deps));
  app.route("/audit", createAudit(deps));
  app.route("/people", createPeople(deps));
  app.route("/people-waiting", createQueue(deps));
  app.all("*", () => {
    throw new HTTPException(404);
  });
  return app;
}
