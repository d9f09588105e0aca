/**
 * The short form: one person on one page. Its answer is the same page as after question by question: read together,
 * taken along, handed over to a person, and gone with "Next person".
 */
import { Hono, type Context } from "hono";
import { currentEvent } from "../acts/events/choose.ts";
import { readEventCode } from "../acts/events/code.ts";
import { fieldNames, type FieldName } from "../acts/outreach/form.ts";
import { openRow } from "../acts/clinic/sheet-row.ts";
import { takeForm } from "../acts/clinic/take-form.ts";
import type { PresentWeb } from "../acts/handle-web-turn.ts";
import { spellDate } from "../copy/render.ts";
import type { Locale } from "../dialog/types.ts";
import { assertOpen } from "../http/gate.ts";
import { fieldsOf } from "../staff/desk.tsx";
import { requireStaff } from "../staff/guard.tsx";
import { localeOf, showPage, wordsOf } from "../staff/layout.tsx";
import { everyone } from "../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { Device, deviceData, deviceScript } from "./device.tsx";
import { formAt, paths } from "./personPages.tsx";
import { emptyFilling, FormFields, type Filling } from "./fields.tsx";

type Marked = Extract<Awaited<ReturnType<typeof takeForm>>, { kind: "unclear" }>["unclear"];
const turnPattern = /^[\w-]{8,64}$/;

/** The page with the form. `turn`: a form that comes back keeps its own, so that it still happens once. */
async function formPage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  filling: Filling,
  problem?: { key: string; turn: string },
) {
  const word = wordsOf(c, deps);
  const data = await deviceData(deps, c.var.staff);
  const spoken = (key: string, locale: Locale, params?: Record<string, string>) =>
    deps.copy.text(key, locale, params);
  return showPage(
    c,
    deps,
    {
      heading: "shortform.title",
      styles: ["outreachForm.css"],
      ...(data === undefined ? {} : { scripts: [deviceScript], manifest: "/outreach/manifest.webmanifest" }),
      status: problem === undefined ? 200 : 400,
    },
    <>
      {problem === undefined ? (
        <p>{word("shortform.lead")}</p>
      ) : (
        <p class="notice" role="alert">
          {word(problem.key)}
        </p>
      )}
      {data === undefined ? null : <Device data={data} word={word} spoken={spoken} />}
      <form
        method="post"
        action="/outreach/form"
        class="staff-form outreach-form"
        autocomplete="off"
        data-short
      >
        <input type="hidden" name="turn" value={problem?.turn ?? deps.services.runtime.uuid()} />
        {filling.sheet ? <input type="hidden" name="sheet" value="1" /> : null}
        <FormFields filling={filling} word={word} spoken={spoken} consent="now" />
      </form>
    </>,
  );
}

/** Sent once more after the person has left: nothing of it is here. */
function gonePage(c: Context<StaffEnv>, deps: StaffDeps, event: string | undefined) {
  const word = wordsOf(c, deps);
  return showPage(
    c,
    deps,
    { heading: "shortform.title", styles: ["outreachForm.css"] },
    <>
      <p>{word("shortform.gone")}</p>
      <p>
        <a class="button main" href={formAt(event)}>
          {word("shortform.next")}
        </a>
      </p>
    </>,
  );
}

/** Says beside each line that was not understood what to do about it. */
function marksOf(c: Context<StaffEnv>, deps: StaffDeps, unclear: Marked): Filling["marks"] {
  const word = wordsOf(c, deps);
  const locale = localeOf(c);
  const marks: Filling["marks"] = {};
  for (const { question, options } of unclear) {
    const [first, second] = options ?? [];
    const dates = typeof first === "string" && typeof second === "string";
    marks[question as FieldName] = dates
      ? word("shortform.dateTwoWays", {
          first: spellDate(first, locale, "date"),
          second: spellDate(second, locale, "date"),
        })
      : word("shortform.lineUnclear");
  }
  return marks;
}

/** Routes beneath /outreach/form. */
export function createForm(deps: StaffDeps, present: PresentWeb): Hono<StaffEnv> {
  const { services } = deps;
  const { runtime } = services;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: everyone }));
  app.get("/", async (c) => {
    const open = c.req.query("sheet") === undefined ? undefined : await openRow(services, c.var.staff);
    if (!open) {
      const given = readEventCode(c.req.query("event") ?? "");
      const code = given ?? (await currentEvent(services, c.var.staff))?.code ?? "";
      return formPage(c, deps, emptyFilling(localeOf(c), code));
    }
    const { locale, name, event } = open;
    const fields = { name, birthDate: spellDate(open.birthDate, locale, "date") };
    return formPage(c, deps, { ...emptyFilling(locale, event), fields, sheet: true });
  });
  app.post("/", async (c) => {
    await assertOpen(services);
    const field = await fieldsOf(c);
    const turn = turnPattern.test(field("turn")) ? field("turn") : runtime.uuid();
    const filling: Filling = {
      locale: field("locale") === "es" ? "es" : "en",
      fields: Object.fromEntries(fieldNames.map((name) => [name, field(name).slice(0, 200)])),
      event: field("event").slice(0, 24),
      agreed: field("agreed") === "yes",
      sheet: field("sheet") !== "",
      marks: {},
    };
    if (!filling.agreed) return formPage(c, deps, filling, { key: "shortform.consentMissing", turn });
    const event = readEventCode(filling.event);
    const form = { locale: filling.locale, fields: filling.fields, event };
    const { id: worker, session } = c.var.staff;
    const open = filling.sheet ? await openRow(services, c.var.staff) : undefined;
    const asked = { form, turn, ...(open ? { sheet: open.row } : {}) };
    const taken = await takeForm(services, { worker, session, present }, asked);
    if (taken.kind === "answered") return c.redirect(paths.person, 303);
    if (taken.kind === "gone") return gonePage(c, deps, event);
    filling.marks = marksOf(c, deps, taken.unclear);
    return formPage(c, deps, filling, { key: "shortform.unclear", turn });
  });
  return app;
}
