/**
 * Everything under /outreach: for the worker at a clinic table. Signing in, lock and shell are those of /staff.
 */
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { findClinicPerson, type ClinicPerson } from "../acts/clinic/state.ts";
import { listWaits } from "../acts/clinic/waits.ts";
import type { StaffLocale } from "../acts/staff/types.ts";
import { presentWeb } from "../channels/web/present.ts";
import { padded } from "../http/padded.ts";
import { createDesk } from "../staff/desk.tsx";
import { requireStaff } from "../staff/guard.tsx";
import { Entries } from "../staff/home.tsx";
import { showPage, wordsOf, type Word } from "../staff/layout.tsx";
import { everyone } from "../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { createHand } from "./hand.tsx";
import { createPerson } from "./person.tsx";
import { NextForm, paths, StartForm } from "./personPages.tsx";
import { createSheet } from "./sheet/routes.tsx";
import { readToday, TodaysEvent } from "./sheet/today.tsx";
import { createForm } from "./form.tsx";
import { createWaits, WaitNews, Waits } from "./waits.tsx";
import { createOffline } from "./offline.tsx";

export function createOutreach(deps: StaffDeps): Hono<StaffEnv> {
  const app = createDesk(deps);
  app.use(padded);
  app.route("/", createOutreachHome(deps));
  app.route("/sheet", createSheet(deps));
  const present = presentWeb(deps.copy);
  app.route("/", createHand(deps, present));
  app.route("/", createPerson(deps, present));
  app.route("/form", createForm(deps, present));
  app.route("/waits", createWaits(deps, present));
  app.route("/", createOffline(deps));
  app.all("*", () => {
    throw new HTTPException(404);
  });
  return app;
}

/** Who is next; or, after a way round other pages, back to who still sits there. */
function Start(props: { word: Word; state: ClinicPerson | undefined; first: StaffLocale }) {
  const { word, state, first } = props;
  if (!state)
    return (
      <section>
        <h2>{word("outreach.start.title")}</h2>
        <p>{word("outreach.start.how")}</p>
        <StartForm word={word} first={first} />
      </section>
    );
  return (
    <section>
      <p class="notice">{word("outreach.start.open")}</p>
      <p>
        <a class="button main" href={paths.person}>
          {word("outreach.start.goOn")}
        </a>
      </p>
      <NextForm state={state} word={word} open={false} />
    </section>
  );
}

function createOutreachHome(deps: StaffDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  app.get("/", requireStaff(deps, { roles: everyone }), async (c) => {
    const { name, email, session } = c.var.staff;
    const params = { name: name || email };
    const word = wordsOf(c, deps);
    const waits = await listWaits(deps.services, c.var.staff);
    const found = await findClinicPerson(deps.services, session);
    return showPage(
      c,
      deps,
      { heading: "staff.home.title", params, styles: ["table.css"], scripts: ["table.js"] },
      <>
        <WaitNews waits={waits} word={word} />
        <Waits waits={waits} occupied={found !== undefined} turn={deps.services.runtime.uuid()} word={word} />
        <Start word={word} state={found?.state} first={c.var.staff.locale} />
        <TodaysEvent today={await readToday(deps, c.var.staff)} to={paths.home} word={word} />
        <Entries c={c} deps={deps} />
      </>,
    );
  });
  return app;
}
