/**
 * All events, what is coming up first, each with what it counted.
 */
import type { Context } from "hono";
import { countEvent, type EventCounts, type EventPeople } from "../../acts/events/count.ts";
import type { ListedEvent } from "../../acts/events/list.ts";
import { eventLanguages } from "../../acts/events/types.ts";
import { spellDay, spellHours } from "../../copy/when.ts";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";

interface Counted {
  event: ListedEvent;
  counts: EventCounts;
}

function CountRow({ name, people, word }: { name: string; people: EventPeople; word: Word }) {
  const cell = (n: number | null) => (n === null ? word("events.counts.few") : String(n));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{cell(people.reached)}</td>
      <td>{cell(people.completed)}</td>
      <td>{cell(people.confirmed)}</td>
    </tr>
  );
}

function Counts({ counts, code, word }: { counts: EventCounts; code: string; word: Word }) {
  return (
    <table class="event-counts">
      <caption>
        {word("events.counts.title")} <span class="event-unseen">{code}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{word("events.counts.group")}</th>
          <th scope="col">{word("events.counts.reached")}</th>
          <th scope="col">{word("events.counts.completed")}</th>
          <th scope="col">{word("events.counts.confirmed")}</th>
        </tr>
      </thead>
      <tbody>
        {eventLanguages.map((one) => (
          <CountRow name={word(`events.languages.${one}`)} people={counts.byLanguage[one]} word={word} />
        ))}
        <CountRow name={word("events.counts.unknown")} people={counts.byLanguage.unknown} word={word} />
        <CountRow name={word("events.counts.all")} people={counts.all} word={word} />
      </tbody>
    </table>
  );
}

function Event({ counted, c, word }: { counted: Counted; c: Context<StaffEnv>; word: Word }) {
  const { event, counts } = counted;
  const locale = localeOf(c);
  const at = `/staff/events/${event.id}`;
  const about = (name: string) => `${word(name)}: ${event.code}`;
  const when = {
    day: spellDay(event.startsAt, locale),
    from: spellHours(event.startsAt, event.startsAt, locale),
    to: spellHours(event.endsAt, event.endsAt, locale),
  };
  return (
    <li>
      <h3>
        {event.code} <small>{event.place}</small>
      </h3>
      <p class="staff-person">
        <span>{word("events.when", when)}</span>
        <span>{event.languages.map((one) => word(`events.languages.${one}`)).join(", ")}</span>
        <span>{word(event.shown ? "events.shown" : "events.hidden")}</span>
      </p>
      {event.booking === null ? null : (
        <p>
          <a href={event.booking} rel="noreferrer">
            {event.booking}
          </a>
        </p>
      )}
      {counts.all.reached === 0 ? null : <Counts counts={counts} code={event.code} word={word} />}
      <p class="staff-buttons">
        <a class="button quiet" href={at} aria-label={about("events.change")}>
          {word("events.change")}
        </a>
        <a class="button quiet" href={`${at}/poster`} aria-label={about("events.poster")}>
          {word("events.poster")}
        </a>
        <a class="button quiet" href={`${at}/sheet`}>
          {event.onSheet === 0
            ? word("events.sheet")
            : `${word("events.sheet")} (${event.waiting}/${event.onSheet})`}
        </a>
      </p>
    </li>
  );
}

export async function listPage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  events: readonly ListedEvent[],
): Promise<Response> {
  const { services } = deps;
  const word = wordsOf(c, deps);
  const now = services.runtime.now();
  const counted: Counted[] = [];
  for (const event of events) counted.push({ event, counts: await countEvent(services, event.code) });
  const parts = [
    { word: word("events.next"), of: counted.filter(({ event }) => event.endsAt >= now) },
    { word: word("events.past"), of: counted.filter(({ event }) => event.endsAt < now) },
  ];
  return showPage(
    c,
    deps,
    { heading: "events.nav", styles: ["events.css"] },
    <>
      <p>
        <a class="button main" href="/staff/events/new">
          {word("events.new")}
        </a>
      </p>
      {events.length === 0 ? <p>{word("events.none")}</p> : null}
      {parts.map(({ word: heading, of }) =>
        of.length === 0 ? null : (
          <>
            <h2>{heading}</h2>
            <ul class="staff-people events">
              {of.map((one) => (
                <Event counted={one} c={c} word={word} />
              ))}
            </ul>
          </>
        ),
      )}
      {counted.some(({ counts }) => counts.all.reached > 0) ? (
        <p class="aside-text">{word("events.counts.fewHint")}</p>
      ) : null}
    </>,
  );
}
