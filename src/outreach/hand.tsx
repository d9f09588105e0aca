/**
 * The phone in the person's hand: their questions in large type, and no way to the worker's pages but the PIN. The
 * session is locked meanwhile; after two idle minutes this page is too.
 */
import { Hono, type Context } from "hono";
import { findHanded } from "../acts/clinic/hand.ts";
import { showPerson, takeAnswer, type Table } from "../acts/clinic/turn.ts";
import type { PresentWeb } from "../acts/handle-web-turn.ts";
import { findSession } from "../acts/staff/session.ts";
import { idleMs } from "../acts/staff/types.ts";
import { assertOpen } from "../http/gate.ts";
import { fieldsOf } from "../staff/desk.tsx";
import { showLock, toSignIn } from "../staff/guard.tsx";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { barePage } from "./barePage.tsx";
import { answerIn } from "./form.ts";
import { inLanguage, marksOf } from "./person.tsx";
import { HandedQuestions, paths } from "./personPages.tsx";

/** Routes beneath /outreach; they find out about the session themselves, since it is locked. */
export function createHand(deps: StaffDeps, present: PresentWeb): Hono<StaffEnv> {
  const { services, copy } = deps;
  const app = new Hono<StaffEnv>();

  /** Who holds the phone, or the page that stands in place of theirs. */
  async function holder(c: Context<StaffEnv>) {
    const cookie = c.req.header("cookie") ?? "";
    const session = await findSession(services, cookie, { idleMs: idleMs.outreach, touch: false });
    if (!session) return { instead: toSignIn(c) };
    if (session.state === "open") return { instead: c.redirect(paths.person, 303) };
    const handed = await findHanded(services, session.session);
    if (!handed) {
      c.set("locale", session.locale);
      return { instead: await showLock(c, deps, paths.person) };
    }
    const table: Table = { worker: session.id, session: session.session, present };
    return { state: handed.state, table };
  }

  app.get("/hand", async (c) => {
    await assertOpen(services);
    const { instead, state, table } = await holder(c);
    if (instead) return instead;
    const reply = await showPerson(services, table, state);
    // Nothing of theirs is left to show; the lock says nothing either.
    if (!reply) return showLock(c, deps, paths.person);
    const theirs = inLanguage(copy, state.locale);
    // Loaded again just after the two minutes, the page is the lock.
    c.header("refresh", String(idleMs.outreach / 1_000 + 1));
    const marks = marksOf(state, services.runtime.uuid());
    return c.html(
      await barePage(deps, {
        locale: state.locale,
        title: theirs("outreach.hand.title"),
        body: <HandedQuestions reply={reply} marks={marks} theirs={theirs} />,
      }),
    );
  });

  app.post("/hand", async (c) => {
    await assertOpen(services);
    const { instead, state, table } = await holder(c);
    if (instead) return instead;
    const answer = answerIn(await fieldsOf(c), state.locale, "me");
    if (answer) await takeAnswer(services, table, state, answer);
    return c.redirect(paths.hand, 303);
  });
  return app;
}
