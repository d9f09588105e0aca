/**
 * The sign-up sheet of today's event, one person at a time. No address names anybody, and Back shows nothing: pages here
 * are not kept.
 */
import { Hono } from "hono";
import { startPerson } from "../../acts/clinic/start.ts";
import { openRow } from "../../acts/clinic/sheet-row.ts";
import { chooseEvent, currentEvent } from "../../acts/events/choose.ts";
import { EventRefusal } from "../../acts/events/types.ts";
import {
  callAgain,
  closePerson,
  openNext,
  sheetEnds,
  sheetState,
  type SheetState,
} from "../../acts/events/work-sheet.ts";
import { spellDate } from "../../copy/render.ts";
import { fieldsOf } from "../../staff/desk.tsx";
import { requireStaff } from "../../staff/guard.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../../staff/layout.tsx";
import { everyone, localPath } from "../../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../../staff/types.ts";
import { paths } from "../personPages.tsx";
import { PersonCard } from "./person.tsx";
import { readToday, TodaysEvent } from "./today.tsx";

const home = "/outreach/sheet";
const personPath = `${home}/person`;

function Work({ state, word }: { state: SheetState; word: Word }) {
  if (state.all === 0) return <p>{word("events.work.noSheet")}</p>;
  return (
    <>
      <p class="staff-person">
        <span>{`${word("events.work.waiting")}: ${state.waiting + state.taken}`}</span>
        <span>{`${word("events.work.done")}: ${state.done}`}</span>
        <span>{`${word("events.work.absent")}: ${state.absent}`}</span>
        <span>{`${word("events.work.left")}: ${state.left}`}</span>
      </p>
      {state.waiting + state.taken === 0 ? <p>{word("events.work.empty")}</p> : null}
      <div class="sheet-do">
        {state.waiting + state.taken === 0 ? null : (
          <form method="post" action={`${home}/next`}>
            <button class="button main">{word("events.work.open")}</button>
          </form>
        )}
        {state.absent === 0 ? null : (
          <form method="post" action={`${home}/again`}>
            <button class="button">{word("events.work.absentBack")}</button>
          </form>
        )}
      </div>
    </>
  );
}

/** Routes beneath /outreach/sheet. */
export function createSheet(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: everyone }));

  app.get("/", async (c) => {
    const word = wordsOf(c, deps);
    const today = await readToday(deps, c.var.staff);
    return showPage(
      c,
      deps,
      { heading: "events.work.title", styles: ["events.css"] },
      <>
        {today.current ? (
          <Work state={await sheetState(services, today.current.id)} word={word} />
        ) : (
          <p>{word("events.work.noEvent")}</p>
        )}
        <TodaysEvent today={today} to={home} word={word} />
      </>,
    );
  });

  app.post("/event", async (c) => {
    const field = await fieldsOf(c);
    try {
      await chooseEvent(services, field("event"), c.var.staff);
    } catch (error) {
      // It ended while the page stood there: the page that follows says that none is set.
      if (!(error instanceof EventRefusal)) throw error;
    }
    return c.redirect(localPath(field("to")) ?? home, 303);
  });

  app.post("/next", async (c) => {
    const event = await currentEvent(services, c.var.staff);
    const opened = event && (await openNext(services, event.id, c.var.staff, true));
    return c.redirect(opened ? personPath : home, 303);
  });

  app.get("/person", async (c) => {
    const word = wordsOf(c, deps);
    const event = await currentEvent(services, c.var.staff);
    const opened = event && (await openNext(services, event.id, c.var.staff, false));
    if (!opened) return c.redirect(home, 303);
    const { all } = await sheetState(services, event.id);
    const { person, position } = opened;
    const birthDate = person === undefined ? "" : spellDate(person.birthDate, localeOf(c), "date");
    return showPage(
      c,
      deps,
      { heading: "events.work.number", params: { n: position, all }, styles: ["events.css"] },
      <PersonCard
        person={person}
        birthDate={birthDate}
        begin={`${home}/begin`}
        action={personPath}
        word={word}
      />,
    );
  });

  app.post("/person", async (c) => {
    const field = await fieldsOf(c);
    const event = await currentEvent(services, c.var.staff);
    const state = sheetEnds.find((one) => one === field("state"));
    if (event && state) await closePerson(services, event.id, c.var.staff, state);
    if (!event || !state || state === "waiting") return c.redirect(home, 303);
    const next = await openNext(services, event.id, c.var.staff, true);
    return c.redirect(next ? personPath : home, 303);
  });

  // The person who is open here sits down; their consent is asked before anything else.
  app.post("/begin", async (c) => {
    const field = await fieldsOf(c);
    const sheet = await openRow(services, c.var.staff);
    if (!sheet) return c.redirect(home, 303);
    if (field("how") === "form") return c.redirect(`${paths.form}?sheet=1`, 303);
    const { locale, row } = sheet;
    await startPerson(services, c.var.staff, locale, row);
    return c.redirect(paths.person, 303);
  });

  app.post("/again", async (c) => {
    const event = await currentEvent(services, c.var.staff);
    if (event) await callAgain(services, event.id);
    return c.redirect(home, 303);
  });
  return app;
}
