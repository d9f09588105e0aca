/**
 * Clinic events: what is planned, what it counted, and its poster.
 */
import { Hono, type Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { changeEvent } from "../../acts/events/change.ts";
import { createEvent } from "../../acts/events/create.ts";
import type { TypedEvent } from "../../acts/events/details.ts";
import { eraseSheet } from "../../acts/events/erase-sheet.ts";
import { findEvent, listEvents, suggestCode } from "../../acts/events/list.ts";
import { loadSheet } from "../../acts/events/load-sheet.ts";
import { localTime } from "../../acts/events/localTime.ts";
import { SheetRefusal } from "../../acts/events/sheetFile.ts";
import { EventRefusal, eventLanguages, type ClinicEvent } from "../../acts/events/types.ts";
import { formOf } from "../../http/form.ts";
import { requireStaff } from "../guard.tsx";
import { reviewers } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { formPage } from "./form.tsx";
import { listPage } from "./list.tsx";
import { posterPage } from "./poster.tsx";
import { sheetPage } from "./sheet.tsx";

const charsMax = 400;

/** A form's fields, several of one name among them. @throws HTTPException 400 for no form. */
async function typedOf(c: Context): Promise<TypedEvent> {
  const body = await formOf(c, { all: true });
  const all = (name: string) =>
    (Object.hasOwn(body, name) ? [body[name]].flat() : []).map((one) =>
      typeof one === "string" ? one.slice(0, charsMax) : "",
    );
  const one = (name: string) => all(name)[0] ?? "";
  return {
    code: one("code"),
    place: one("place"),
    day: one("day"),
    from: one("from"),
    to: one("to"),
    languages: all("languages"),
    booking: one("booking"),
    shown: one("shown") === "yes",
  };
}

/** The file of a form; its size is bounded by what a form may hold. @throws SheetRefusal where there is none. */
async function fileOf(c: Context): Promise<Uint8Array> {
  const body = await c.req.parseBody().catch(() => ({}));
  const file: unknown = "file" in body ? body.file : undefined;
  if (!(file instanceof File) || file.size === 0) throw new SheetRefusal("file");
  return new Uint8Array(await file.arrayBuffer());
}

/** An event as its form shows it. */
function asTyped(event: ClinicEvent): TypedEvent {
  const [start, end] = [localTime(event.startsAt), localTime(event.endsAt)];
  return { ...event, booking: event.booking ?? "", day: start.day, from: start.time, to: end.time };
}

const blank = (code: string): TypedEvent => ({
  code,
  place: "",
  day: "",
  from: "10:00",
  to: "13:00",
  languages: eventLanguages,
  booking: "",
  shown: true,
});

/** Routes beneath /staff/events. */
export function createEvents(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: reviewers }));

  const known = async (id: string) => {
    const event = await findEvent(services, id);
    if (!event) throw new HTTPException(404);
    return event;
  };
  /** Saves and goes back to the list, or shows the form again with what was typed and what is wrong. */
  const save = async (c: Context<StaffEnv>, id: string | undefined) => {
    const typed = await typedOf(c);
    try {
      if (id === undefined) await createEvent(services, typed, c.var.staff);
      else await changeEvent(services, id, typed, c.var.staff);
    } catch (error) {
      if (error instanceof EventRefusal) return formPage(c, deps, { id, typed, problems: error.problems });
      throw error;
    }
    return c.redirect("/staff/events", 303);
  };

  app.get("/", async (c) => listPage(c, deps, await listEvents(services)));
  app.get("/new", async (c) => formPage(c, deps, { typed: blank(await suggestCode(services)) }));
  app.post("/new", (c) => save(c, undefined));
  app.get("/:id", async (c) => {
    const event = await known(c.req.param("id"));
    return formPage(c, deps, { id: event.id, typed: asTyped(event) });
  });
  app.post("/:id", async (c) => save(c, (await known(c.req.param("id"))).id));
  app.get("/:id/poster", async (c) => posterPage(c, deps, await known(c.req.param("id"))));
  app.get("/:id/sheet", async (c) => sheetPage(c, deps, await known(c.req.param("id"))));
  app.post("/:id/sheet", async (c) => {
    const event = await known(c.req.param("id"));
    try {
      return await sheetPage(c, deps, event, {
        loaded: await loadSheet(services, event.id, await fileOf(c), c.var.staff),
      });
    } catch (error) {
      if (error instanceof SheetRefusal) return sheetPage(c, deps, event, { problem: error.problem });
      throw error;
    }
  });
  app.post("/:id/sheet/erase", async (c) => {
    const { id } = await known(c.req.param("id"));
    await eraseSheet(services, id, c.var.staff);
    return c.redirect(`/staff/events/${id}/sheet`, 303);
  });
  return app;
}
