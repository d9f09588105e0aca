/**
 * For an incident: turns lookups down and up again, and releases records that were guessed at. Each is asked twice.
 */
import { Hono, type Context } from "hono";
import { readSwitch, type SwitchState } from "../../acts/staff/read-switch.ts";
import { releaseRecords } from "../../acts/staff/release-records.ts";
import { switchLookups, type LookupMode } from "../../acts/switch-lookups.ts";
import { fieldsOf } from "../desk.tsx";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { admins } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { AskAgain } from "./askAgain.tsx";
import { formatsOf, type Formats } from "./format.ts";

type C = Context<StaffEnv>;

const path = "/staff/switch";
const modes: readonly LookupMode[] = ["full", "number", "off"];
const asMode = (text: string) => modes.find((mode) => mode === text);

/** The lower of two: what happens in fact. */
const lower = (a: LookupMode, b: LookupMode) => modes[Math.max(modes.indexOf(a), modes.indexOf(b))] ?? "off";

/** Who did something, in words. */
export function actorName(word: Word, by: string): string {
  return by === "operator" || by === "person" ? word(`office.actor.${by}`) : by;
}

interface Part {
  state: SwitchState;
  word: Word;
  formats: Formats;
}

function Switch({ state, word, formats }: Part) {
  const acting = lower(state.mode, state.ceiling);
  return (
    <>
      <p class="office-state" data-mode={acting}>
        <strong>{word(`office.switch.now.${acting}`)}</strong>
      </p>
      {acting === state.mode ? null : (
        <p>{word("office.switch.ceiling", { status: word(`office.switch.mode.${state.ceiling}`) })}</p>
      )}
      <form method="post" class="staff-form" action={path}>
        <fieldset>
          <legend>{word("office.switch.to")}</legend>
          {modes.map((mode) => (
            <label class="staff-choice">
              <input type="radio" name="mode" value={mode} checked={mode === state.mode} />
              <span>
                {word(`office.switch.mode.${mode}`)}
                <small>{word(`office.switch.about.${mode}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <button class="button main" name="do" value="turn">
          {word("office.goOn")}
        </button>
      </form>
      <h2>{word("office.switch.turns")}</h2>
      {state.turns.length === 0 ? (
        <p>{word("office.switch.never")}</p>
      ) : (
        <ul>
          {state.turns.map(({ mode, at, by }) => (
            <li>
              {formats.instant(at)}: {asMode(mode) ? word(`office.switch.mode.${mode}`) : mode}.{" "}
              {actorName(word, by)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Frozen({ state, word, formats }: Part) {
  const { n, records, limits } = state.frozen;
  return (
    <>
      <h2 id="frozen">{word("office.frozen.title")}</h2>
      <p>{word("office.frozen.what", { n: limits.in30Days, count: limits.in365Days })}</p>
      <p>{word("office.frozen.who")}</p>
      {n === 0 ? <p>{word("office.frozen.none")}</p> : <p>{word("office.frozen.number", { count: n })}</p>}
      {n === 0 ? null : (
        <form method="post" action={path}>
          <input type="hidden" name="do" value="release" />
          <ul class="staff-people">
            {records.map(({ tag, at }, i) => (
              <li>
                <p class="staff-person">{word("office.frozen.since", { listDate: formats.instant(at) })}</p>
                <button
                  class="button quiet"
                  name="tag"
                  value={tag}
                  aria-label={`${word("office.frozen.release")} (${i + 1})`}
                >
                  {word("office.frozen.release")}
                </button>
              </li>
            ))}
          </ul>
          <button class="button" name="tag" value="all">
            {word("office.frozen.releaseAll", { count: n })}
          </button>
        </form>
      )}
      <h2>{word("office.limits.title")}</h2>
      <p>{word("office.limits.callUs", { n: formats.count(state.callUs) })}</p>
    </>
  );
}

async function switchPage(c: C, deps: StaffDeps, told?: string): Promise<Response> {
  const word = wordsOf(c, deps);
  const part = { state: await readSwitch(deps.services), word, formats: formatsOf(localeOf(c), word) };
  return showPage(
    c,
    deps,
    { heading: "office.nav.switch", styles: ["office.css"] },
    <>
      {told === undefined ? null : (
        <p class="notice" role="status">
          {told}
        </p>
      )}
      <Switch {...part} />
      <Frozen {...part} />
    </>,
  );
}

/** Routes beneath /staff/switch. */
export function createSwitch(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: admins }));
  app.get("/", (c) => {
    const word = wordsOf(c, deps);
    const released = Number(c.req.query("released"));
    if (c.req.query("turned") !== undefined) return switchPage(c, deps, word("office.switch.turned"));
    if (!Number.isInteger(released) || c.req.query("released") === undefined) return switchPage(c, deps);
    return switchPage(c, deps, word("office.frozen.released", { count: Math.min(released, 1e6) }));
  });
  app.post("/", async (c) => {
    const field = await fieldsOf(c);
    const word = wordsOf(c, deps);
    const sure = field("sure") === "yes";
    if (field("do") === "turn") {
      const mode = asMode(field("mode"));
      if (!mode) return c.redirect(path, 303);
      if (!sure) {
        return showPage(
          c,
          deps,
          { heading: `office.switch.sure.${mode}` },
          <AskAgain
            word={word}
            action={path}
            fields={{ do: "turn", mode }}
            text={word(`office.switch.about.${mode}`)}
            yes={word(`office.switch.yes.${mode}`)}
          />,
        );
      }
      await switchLookups(services, mode, c.var.staff.id);
      return c.redirect(`${path}?turned`, 303);
    }
    const tag = field("tag");
    if (field("do") !== "release" || tag === "") return c.redirect(path, 303);
    if (!sure) {
      return showPage(
        c,
        deps,
        { heading: tag === "all" ? "office.frozen.sureAll" : "office.frozen.sureOne" },
        <AskAgain
          word={word}
          action={path}
          fields={{ do: "release", tag }}
          text={word("office.frozen.after")}
          yes={word("office.frozen.release")}
        />,
      );
    }
    return c.redirect(`${path}?released=${await releaseRecords(services, tag, c.var.staff)}`, 303);
  });
  return app;
}
