/**
 * Who waits at this table for a reviewer, by number: the list on the first page, what tells that an answer is there, and
 * the way to open it with the person and to close it.
 */
import { Hono } from "hono";
import { openAnswer } from "../acts/clinic/open-answer.ts";
import { closeWait, isReady, listWaits, type TableWait } from "../acts/clinic/waits.ts";
import type { PresentWeb } from "../acts/handle-web-turn.ts";
import { assertOpen } from "../http/gate.ts";
import { fieldsOf } from "../staff/desk.tsx";
import { requireStaff } from "../staff/guard.tsx";
import type { Word } from "../staff/layout.tsx";
import { everyone } from "../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { paths } from "./personPages.tsx";

const turnPattern = /^[\w-]{8,64}$/;
const ready = (waits: readonly TableWait[]) => waits.filter(({ status }) => isReady(status));

export interface WaitsProps {
  waits: readonly TableWait[];
  /** Somebody sits at the table: an answer takes their place. */
  occupied: boolean;
  turn: string;
  word: Word;
}

/** The list, or nothing. No name stands in it. */
export function Waits({ waits, occupied, turn, word }: WaitsProps) {
  if (waits.length === 0) return null;
  return (
    <section class="table-part" aria-labelledby="waits-title">
      <h2 id="waits-title">{word("outreach.waits.title")}</h2>
      {occupied && ready(waits).length > 0 ? <p class="notice">{word("outreach.waits.openHow")}</p> : null}
      <ul class="table-waits">
        {waits.map(({ id, ticket: n, status }) => (
          <li>
            <p>
              <strong>{word("outreach.waits.number", { n })}</strong>{" "}
              {word(`outreach.waits.status.${isReady(status) ? "ready" : status}`)}
            </p>
            <form class="table-buttons" method="post" action={paths.openAnswer}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="turn" value={turn} />
              {isReady(status) ? (
                <button class="button main">{word("outreach.waits.open", { n })}</button>
              ) : null}
              <button class="button quiet" formaction={paths.closeWait} name="how" value="left">
                {word("outreach.waits.left", { n })}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p class="aside-text">{word("outreach.waits.leftHow")}</p>
    </section>
  );
}

/** Filled in by the script once an answer is there that was not when the page was made. */
export function WaitNews({ waits, word }: { waits: readonly TableWait[]; word: Word }) {
  if (waits.length === 0) return null;
  return (
    <div
      class="table-noprint"
      role="status"
      data-waits={paths.waits}
      data-known={ready(waits)
        .map(({ ticket }) => ticket)
        .join(" ")}
      data-says={word("outreach.waits.news", { n: "{n}" })}
    >
      <p class="notice" data-news hidden></p>
      <p data-show hidden>
        <a class="button" href={paths.home}>
          {word("outreach.waits.show")}
        </a>
      </p>
    </div>
  );
}

/** Routes beneath /outreach/waits. */
export function createWaits(deps: StaffDeps, present: PresentWeb): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  // Asked by the page itself: it keeps nobody's session open.
  app.get("/", requireStaff(deps, { roles: everyone, touch: false }), async (c) => {
    const waits = await listWaits(services, c.var.staff);
    return c.json({ ready: ready(waits).map(({ ticket }) => ticket) });
  });
  app.post("/open", requireStaff(deps, { roles: everyone }), async (c) => {
    await assertOpen(services);
    const field = await fieldsOf(c);
    const { id: worker, session } = c.var.staff;
    const turn = turnPattern.test(field("turn")) ? field("turn") : services.runtime.uuid();
    const opened = await openAnswer(services, { worker, session, present }, { id: field("id"), turn });
    return c.redirect(opened ? paths.person : paths.home, 303);
  });
  app.post("/close", requireStaff(deps, { roles: everyone }), async (c) => {
    const field = await fieldsOf(c);
    await closeWait(services, c.var.staff, field("id"), "left");
    return c.redirect(paths.home, 303);
  });
  return app;
}
