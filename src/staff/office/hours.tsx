/**
 * The days and hours that due times count: the week, and days off. For admins.
 */
import { Hono, type Context } from "hono";
import {
  addClosing,
  closingChars,
  readHours,
  removeClosing,
  setWeek,
  type Closing,
  type HoursProblem,
  type OfficeHours,
} from "../../acts/handoff/hours.ts";
import { fieldsOf } from "../desk.tsx";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { admins } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { formatsOf, type Formats } from "./format.ts";

type C = Context<StaffEnv>;

const path = "/staff/hours";
const did = ["week", "closed", "open"] as const;
/** The week as people here read it: from Monday on; 0 is Sunday. */
const order = [1, 2, 3, 4, 5, 6, 0] as const;

/** "Monday". 4 January 1970 was a Sunday. */
function dayName(n: number, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
    (n + 3) * 86_400_000,
  );
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function Week({ week, locale, word }: { week: OfficeHours["week"]; locale: string; word: Word }) {
  return (
    <form method="post" action={path} class="staff-form">
      <p id="week-hint" class="aside-text">
        {word("hours.weekHint")}
      </p>
      {order.map((n) => {
        const day = week[n] ?? null;
        const time = (name: "from" | "to") => (
          <label>
            {word(`hours.${name}`)}
            <input type="time" name={`${name}${n}`} value={day?.[name] ?? ""} aria-describedby="week-hint" />
          </label>
        );
        return (
          <fieldset>
            <legend>{dayName(n, locale)}</legend>
            <label class="staff-choice">
              <input type="checkbox" name={`open${n}`} value="yes" checked={day !== null} />
              {word("hours.open")}
            </label>
            <div class="office-times">
              {time("from")}
              {time("to")}
            </div>
          </fieldset>
        );
      })}
      <button class="button main" name="do" value="week">
        {word("hours.save")}
      </button>
    </form>
  );
}

function Closings({ closed, word, formats }: { closed: readonly Closing[]; word: Word; formats: Formats }) {
  const spelled = ({ from, to }: Closing) =>
    from === to ? formats.date(from) : word("hours.span", { from: formats.date(from), to: formats.date(to) });
  return (
    <>
      <h2>{word("hours.closed")}</h2>
      {closed.length === 0 ? <p>{word("hours.none")}</p> : null}
      <ul class="staff-people">
        {closed.map((one) => (
          <li>
            <form method="post" action={path} class="staff-person">
              <input type="hidden" name="from" value={one.from} />
              <input type="hidden" name="to" value={one.to} />
              <strong>{spelled(one)}</strong>
              <span>{one.name}</span>
              <button
                class="button quiet"
                name="do"
                value="open"
                aria-label={`${word("hours.work")}: ${spelled(one)}`}
              >
                {word("hours.work")}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <h3>{word("hours.add")}</h3>
      <form method="post" action={path} class="staff-form">
        <label for="from">{word("hours.first")}</label>
        <input id="from" type="date" name="from" required />
        <label for="to">{word("hours.last")}</label>
        <input id="to" type="date" name="to" />
        <label for="name">{word("hours.name")}</label>
        <input id="name" type="text" name="name" maxlength={closingChars} autocomplete="off" />
        <button class="button" name="do" value="closed">
          {word("hours.addDo")}
        </button>
      </form>
    </>
  );
}

async function hoursPage(
  c: C,
  deps: StaffDeps,
  told: { done?: string | undefined; problem?: HoursProblem; week?: OfficeHours["week"] } = {},
): Promise<Response> {
  const word = wordsOf(c, deps);
  const locale = localeOf(c);
  const { week, closed } = await readHours(deps.services);
  return showPage(
    c,
    deps,
    { heading: "hours.title", styles: ["office.css"], status: told.problem === undefined ? 200 : 400 },
    <>
      {told.done === undefined ? null : (
        <p class="notice" role="status">
          {word(`hours.did.${told.done}`)}
        </p>
      )}
      {told.problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(`hours.problem.${told.problem}`)}
        </p>
      )}
      <p>{word("hours.lead")}</p>
      <h2>{word("hours.week")}</h2>
      <Week week={told.week ?? week} locale={locale} word={word} />
      <Closings closed={closed} word={word} formats={formatsOf(locale, word)} />
    </>,
  );
}

/** Routes beneath /staff/hours. */
export function createHours(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: admins }));
  app.get("/", (c) => {
    const said = c.req.query("did");
    return hoursPage(c, deps, { done: did.find((one) => one === said) });
  });
  app.post("/", async (c) => {
    const field = await fieldsOf(c);
    const { staff } = c.var;
    const what = did.find((one) => one === field("do"));
    if (what === undefined) return c.redirect(path, 303);
    const typed = what === "week" ? weekOf(field) : undefined;
    const [from, to, name] = [field("from"), field("to"), field("name")];
    const result = typed
      ? await setWeek(services, staff, typed)
      : what === "closed"
        ? await addClosing(services, staff, { from, to, name })
        : await removeClosing(services, staff, from, to);
    if (result === "done") return c.redirect(`${path}?did=${what}`, 303);
    return hoursPage(c, deps, { problem: result, ...(typed ? { week: typed } : {}) });
  });
  return app;
}

/** A week as the form holds it, from Sunday on. */
function weekOf(field: (name: string) => string): OfficeHours["week"] {
  return Array.from({ length: 7 }, (_, n) => {
    if (field(`open${n}`) === "") return null;
    const [from, to] = [field(`from${n}`), field(`to${n}`)];
    return { ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) };
  });
}
