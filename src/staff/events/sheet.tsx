/**
 * An event's sign-up sheet for whoever runs the event: load it, see how far it is, erase it. Nobody on it is shown here.
 */
import type { Context } from "hono";
import type { LoadedSheet } from "../../acts/events/load-sheet.ts";
import type { SheetProblem } from "../../acts/events/sheetFile.ts";
import type { ClinicEvent } from "../../acts/events/types.ts";
import { sheetState } from "../../acts/events/work-sheet.ts";
import { showPage, wordsOf, type Word } from "../layout.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";

export interface SheetTold {
  loaded?: LoadedSheet;
  problem?: SheetProblem;
}

function Loaded({ loaded, word }: { loaded: LoadedSheet; word: Word }) {
  const { added, again, bad } = loaded;
  return (
    <div class="notice" role="status">
      <p>
        {word("events.load.loaded", { count: added })}
        {again === 0 ? "" : ` ${word("events.load.again", { count: again })}`}
      </p>
      {bad.length === 0 ? null : (
        <>
          <p>{word("events.load.bad")}</p>
          <ul>
            {bad.map(({ line, why }) => (
              <li>{word("events.load.line", { line, why: word(`events.load.why.${why}`) })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export async function sheetPage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  event: ClinicEvent,
  { loaded, problem }: SheetTold = {},
): Promise<Response> {
  const word = wordsOf(c, deps);
  const state = await sheetState(deps.services, event.id);
  const at = `/staff/events/${event.id}/sheet`;
  return showPage(
    c,
    deps,
    {
      heading: "events.load.title",
      params: { code: event.code },
      status: problem === undefined ? 200 : 400,
      styles: ["events.css"],
    },
    <>
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(`events.load.problem.${problem}`)}
        </p>
      )}
      {loaded === undefined ? null : <Loaded loaded={loaded} word={word} />}
      <p>{word("events.load.state", { waiting: state.waiting + state.taken, all: state.all })}</p>
      <p>{word("events.load.intro")}</p>
      <p>{word("events.load.columns")}</p>
      <form method="post" action={at} enctype="multipart/form-data" class="staff-form">
        <label for="file">{word("events.load.file")}</label>
        <input id="file" name="file" type="file" accept=".csv,text/csv" required />
        <button class="button main">{word("events.load.do")}</button>
      </form>
      {state.all === 0 ? null : (
        <details class="event-erase">
          <summary>{word("events.load.erase")}</summary>
          <p>{word("events.load.eraseHint")}</p>
          <form method="post" action={`${at}/erase`}>
            <button class="button">{word("events.load.eraseYes")}</button>
          </form>
        </details>
      )}
      <p>
        <a class="button quiet" href="/staff/events">
          {word("events.form.cancel")}
        </a>
      </p>
    </>,
  );
}
