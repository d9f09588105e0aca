/**
 * The short form: one person on one page, the answer at once, and nothing of it after "Next person".
 */
import { Hono, type Context } from "hono";
import { readEventCode } from "../acts/events/code.ts";
import { fieldNames, type FieldName } from "../acts/outreach/form.ts";
import { forgetForm, takeForm, type FormTurn } from "../acts/outreach/take-form.ts";
import { turnMs } from "../acts/turn/types.ts";
import { renderEffects, spellDate } from "../copy/render.ts";
import type { Locale } from "../dialog/types.ts";
import { fieldsOf } from "../staff/desk.tsx";
import { requireStaff } from "../staff/guard.tsx";
import { localeOf, showPage, wordsOf } from "../staff/layout.tsx";
import { everyone } from "../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { Device, deviceData, deviceScript } from "./device.tsx";
import { emptyFilling, FormFields, type Filling } from "./fields.tsx";

type Marked = Extract<Awaited<ReturnType<typeof takeForm>>, { kind: "unclear" }>["unclear"];
const turnPattern = /^[\w-]{8,64}$/;

/** What is stored and shown of an answer. */
interface Told {
  locale: Locale;
  texts: string[];
}

/** The answer in the person's language. What it would ask next stays out: the form asked everything. */
const present =
  ({ copy }: StaffDeps): FormTurn["present"] =>
  (effects, { locale }) => {
    const texts = renderEffects(copy, effects, locale, "web")
      // Nor is there anything to type PERSON into; the number to call stands in the last line.
      .filter(({ question, key }) => question === undefined && key !== "outcomes.notYou")
      .map(({ text }) => text);
    return Buffer.from(JSON.stringify({ locale, texts } satisfies Told));
  };

/** The page with the form. `turn`: a form that comes back keeps its own, so that it still happens once. */
async function formPage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  filling: Filling,
  problem?: { key: string; turn: string },
) {
  const word = wordsOf(c, deps);
  const data = await deviceData(deps);
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
        <FormFields filling={filling} word={word} spoken={spoken} consent="now" />
      </form>
    </>,
  );
}

/** The answer, to be read together. The code of the clinic goes along to the next person; nothing else does. */
function resultPage(c: Context<StaffEnv>, deps: StaffDeps, bytes: Buffer, turn: string, event: string) {
  const word = wordsOf(c, deps);
  const told = bytes.length === 0 ? undefined : (JSON.parse(bytes.toString()) as Told);
  return showPage(
    c,
    deps,
    { heading: "shortform.result", styles: ["outreachForm.css"] },
    <>
      <section class="outreach-told" {...(told === undefined ? {} : { lang: told.locale })}>
        {(told?.texts ?? [word("shortform.gone")]).flatMap((text) =>
          text.split(/\n{2,}/).map((part) => <p>{part}</p>),
        )}
      </section>
      <form method="post" action="/outreach/form/next" class="staff-form">
        <input type="hidden" name="turn" value={turn} />
        <input type="hidden" name="event" value={event} />
        <button class="button main">{word("shortform.next")}</button>
        <p class="aside-text">{word("shortform.nextHint")}</p>
      </form>
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
export function createForm(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const { runtime } = services;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: everyone }));
  app.get("/", (c) =>
    formPage(c, deps, emptyFilling(localeOf(c), readEventCode(c.req.query("event") ?? "") ?? "")),
  );
  app.post("/", async (c) => {
    const arrived = runtime.elapsed();
    const field = await fieldsOf(c);
    const turn = turnPattern.test(field("turn")) ? field("turn") : runtime.uuid();
    const filling: Filling = {
      locale: field("locale") === "es" ? "es" : "en",
      fields: Object.fromEntries(fieldNames.map((name) => [name, field(name).slice(0, 200)])),
      event: field("event").slice(0, 24),
      agreed: field("agreed") === "yes",
      marks: {},
    };
    if (!filling.agreed) return formPage(c, deps, filling, { key: "shortform.consentMissing", turn });
    const event = readEventCode(filling.event);
    const form = { locale: filling.locale, fields: filling.fields, event };
    const taking = { form, turn, arrived, present: present(deps) };
    const taken = await takeForm(services, c.var.staff, taking, runtime.deadline(turnMs));
    if (taken.kind === "answered") return resultPage(c, deps, taken.bytes, turn, event ?? "");
    filling.marks = marksOf(c, deps, taken.unclear);
    return formPage(c, deps, filling, { key: "shortform.unclear", turn });
  });
  app.post("/next", async (c) => {
    const field = await fieldsOf(c);
    if (turnPattern.test(field("turn"))) await forgetForm(services, c.var.staff, field("turn"));
    const event = readEventCode(field("event"));
    return c.redirect(`/outreach/form${event === undefined ? "" : `?event=${event}`}`, 303);
  });
  return app;
}
