/**
 * The form of an event, new or to be changed.
 */
import type { Context } from "hono";
import { eventChars, type TypedEvent } from "../../acts/events/details.ts";
import { eventLanguages, type EventProblem } from "../../acts/events/types.ts";
import { showPage, wordsOf } from "../layout.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";

export interface FormOf {
  /** Absent for a new event. */
  id?: string | undefined;
  typed: TypedEvent;
  problems?: readonly EventProblem[];
}

/** The field a problem is about. */
const fieldOf: Partial<Record<EventProblem, string>> = { taken: "code", hours: "from" };

export function formPage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  { id, typed, problems = [] }: FormOf,
): Promise<Response> {
  const word = wordsOf(c, deps);
  const wrong = new Set(problems.map((problem) => fieldOf[problem] ?? problem));
  const invalid = (field: string) => (wrong.has(field) ? { "aria-invalid": "true" as const } : {});
  return showPage(
    c,
    deps,
    { heading: id === undefined ? "events.new" : "events.change", status: problems.length > 0 ? 400 : 200 },
    <>
      {problems.length === 0 ? null : (
        <div class="notice" role="alert">
          {problems.map((problem) => (
            <p>{word(`events.problem.${problem}`)}</p>
          ))}
        </div>
      )}
      <form method="post" action={`/staff/events/${id ?? "new"}`} class="staff-form">
        <label for="code">{word("events.form.code")}</label>
        <input
          id="code"
          name="code"
          value={typed.code}
          maxlength={24}
          autocomplete="off"
          autocapitalize="characters"
          aria-describedby="code-hint"
          required
          {...invalid("code")}
        />
        <p class="aside-text" id="code-hint">
          {word(id === undefined ? "events.form.codeHint" : "events.form.codeChange")}
        </p>
        <label for="place">{word("events.form.place")}</label>
        <input
          id="place"
          name="place"
          value={typed.place}
          maxlength={eventChars.place}
          autocomplete="off"
          aria-describedby="place-hint"
          required
          {...invalid("place")}
        />
        <p class="aside-text" id="place-hint">
          {word("events.form.placeHint")}
        </p>
        <label for="day">{word("events.form.day")}</label>
        <input id="day" name="day" type="date" value={typed.day} required {...invalid("day")} />
        <label for="from">{word("events.form.from")}</label>
        <input id="from" name="from" type="time" value={typed.from} required {...invalid("from")} />
        <label for="to">{word("events.form.to")}</label>
        <input id="to" name="to" type="time" value={typed.to} required {...invalid("from")} />
        <fieldset {...invalid("languages")}>
          <legend>{word("events.form.languages")}</legend>
          {eventLanguages.map((one) => (
            <label class="staff-choice">
              <input type="checkbox" name="languages" value={one} checked={typed.languages.includes(one)} />
              {word(`events.languages.${one}`)}
            </label>
          ))}
        </fieldset>
        <label for="booking">{word("events.form.booking")}</label>
        <input
          id="booking"
          name="booking"
          type="url"
          value={typed.booking}
          maxlength={eventChars.booking}
          autocomplete="off"
          aria-describedby="booking-hint"
          {...invalid("booking")}
        />
        <p class="aside-text" id="booking-hint">
          {word("events.form.bookingHint")}
        </p>
        <fieldset>
          <label class="staff-choice">
            <input type="checkbox" name="shown" value="yes" checked={typed.shown} />
            {word("events.form.shown")}
          </label>
        </fieldset>
        <button class="button main">{word("events.form.save")}</button>
      </form>
      <p>
        <a class="button quiet" href="/staff/events">
          {word("events.form.cancel")}
        </a>
      </p>
    </>,
  );
}
