/**
 * The first page: what this person's role may do. And the language they read pages in.
 */
import { Hono, type Context } from "hono";
import { setStaffLocale } from "../acts/staff/change.ts";
import { fieldsOf } from "./desk.tsx";
import { requireStaff } from "./guard.tsx";
import { addressOf, showPage, wordsOf } from "./layout.tsx";
import { everyone, homeOf, localPath, navigationFor, reviewers } from "./navigation.ts";
import type { StaffDeps, StaffEnv } from "./types.ts";

/** Everything else that this role may open. */
export function Entries({ c, deps }: { c: Context<StaffEnv>; deps: StaffDeps }) {
  const word = wordsOf(c, deps);
  const here = addressOf(c).split("?")[0];
  const entries = navigationFor(c.var.staff.role).filter((entry) => entry.path !== here);
  return (
    <ul class="staff-entries">
      {entries.map((entry) => (
        <li>
          <a href={entry.path}>{word(entry.word)}</a>
          <p>{word(entry.about)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Routes beneath /staff. */
export function createHome(deps: StaffDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  app.get("/", requireStaff(deps, { roles: everyone }), async (c) => {
    const { staff } = c.var;
    // A worker's work is at the clinic table.
    if (!reviewers.includes(staff.role)) return c.redirect(homeOf(staff.role), 303);
    return showPage(
      c,
      deps,
      { heading: "staff.home.title", params: { name: staff.name || staff.email } },
      <Entries c={c} deps={deps} />,
    );
  });
  app.post("/language", requireStaff(deps, { roles: everyone }), async (c) => {
    const field = await fieldsOf(c);
    await setStaffLocale(deps.services, c.var.staff.id, field("locale") === "es" ? "es" : "en");
    return c.redirect(localPath(field("to")) ?? homeOf(c.var.staff.role), 303);
  });
  return app;
}
