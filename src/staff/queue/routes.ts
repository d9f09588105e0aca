/**
 * The queue of people who wait for a person: for reviewers and admins; the export for admins alone.
 */
import { Hono, type Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { answerHandoff, templates } from "../../acts/handoff/answer-handoff.ts";
import { claimHandoff, releaseHandoff } from "../../acts/handoff/claim-handoff.ts";
import { closeHandoff, closings } from "../../acts/handoff/close-handoff.ts";
import { decideMatch, verdicts } from "../../acts/handoff/decide-match.ts";
import { exportHandoffs } from "../../acts/handoff/export-handoffs.ts";
import { noteHandoff } from "../../acts/handoff/note-handoff.ts";
import { reopenHandoff } from "../../acts/handoff/reopen-handoff.ts";
import { losAngelesDate } from "../../runtime.ts";
import { fieldsOf } from "../desk.tsx";
import { requireStaff } from "../guard.tsx";
import { admins, reviewers } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { queuePage } from "./list.tsx";
import { personPage } from "./person.tsx";

/** What a form did, by what is said of it; everything else was not done. */
const did = ["claimed", "released", "noted", "texted", "closed", "reopened", "settled", "proposed"] as const;

type Field = (name: string) => string;

/** Routes beneath /staff/people-waiting. */
export function createQueue(deps: StaffDeps): Hono<StaffEnv> {
  const { services, copy } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: reviewers }));
  app.get("/", (c) => queuePage(c, deps));
  app.post("/export", requireStaff(deps, { roles: admins }), async (c) => {
    const { csv } = await exportHandoffs(services, c.var.staff);
    const day = losAngelesDate(services.runtime.now());
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="referrals-${day}.csv"`);
    // Spreadsheets take a file for UTF-8 by this mark alone.
    return c.body(`\uFEFF${csv}`);
  });

  const show = async (c: Context<StaffEnv>, id: string, notice?: string): Promise<Response> => {
    const done = notice === undefined || did.some((one) => one === notice);
    const page = await personPage(c, deps, id, notice, done ? 200 : 409);
    if (!page) throw new HTTPException(404);
    return page;
  };
  app.get("/:id", (c) => {
    const said = c.req.query("did");
    return show(
      c,
      c.req.param("id"),
      did.find((one) => one === said),
    );
  });

  /** A form of one person's page: the act, and what is said when it was done. */
  const form = (
    name: string,
    act: (c: Context<StaffEnv>, id: string, field: Field) => Promise<string> | string,
    doneSays?: string,
  ) =>
    app.post(`/:id/${name}`, async (c) => {
      const id = c.req.param("id");
      const result = await act(c, id, await fieldsOf(c));
      const notice = result === "done" ? doneSays : result === "closed" ? "isClosed" : result;
      if (did.some((one) => one === notice))
        return c.redirect(`/staff/people-waiting/${id}?did=${notice}`, 303);
      return show(c, id, notice);
    });

  form("claim", (c, id) => claimHandoff(services, c.var.staff, id), "claimed");
  form("release", (c, id) => releaseHandoff(services, c.var.staff, id), "released");
  form("reopen", (c, id) => reopenHandoff(services, c.var.staff, id), "reopened");
  form("note", (c, id, field) => noteHandoff(services, c.var.staff, id, field("note")), "noted");
  form("decide", (c, id, field) => {
    const verdict = verdicts.find((one) => one === field("verdict"));
    if (!verdict) return "unknown";
    return decideMatch(services, c.var.staff, id, { sign: field("sign"), verdict });
  });
  form(
    "text",
    (c, id, field) => {
      const template = templates.find((one) => one === field("template"));
      return template ? answerHandoff(services, copy, c.var.staff, id, template) : "unknown";
    },
    "texted",
  );
  form(
    "close",
    (c, id, field) => {
      const how = closings.find((one) => one === field("how"));
      const agreed = field("followUp") === "yes" ? copy : undefined;
      return how ? closeHandoff(services, c.var.staff, id, how, agreed) : "unknown";
    },
    "closed",
  );
  return app;
}
