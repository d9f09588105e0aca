/**
 * The audit, by event, by who, by day. Opening the form shows nothing; every search is an event itself.
 */
import { Hono, type Context } from "hono";
import { listStaff } from "../../acts/staff/list.ts";
import {
  asAuditEvent,
  auditEvents,
  searchAudit,
  type AuditLine,
  type AuditSearch,
} from "../../acts/staff/search-audit.ts";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { admins } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { formatsOf } from "./format.ts";
import { actorName } from "./switch.tsx";

type C = Context<StaffEnv>;

const path = "/staff/audit";
/** Of the years that a database has as well. */
const dayPattern = /^[12]\d{3}-\d{2}-\d{2}$/;
const idPattern = /^\d{1,18}$/;
/** A search is kept in the audit itself: nothing but an id may come into it. */
const actorPattern = /^(?:operator|person|job|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** An event in words; one that has none yet stands under its own name. */
type Named = (event: string) => string;

/** A day that exists, or nothing. */
function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || !dayPattern.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text;
}

/** What the address asks for; what it does not understand is left out, and the form shows that. */
function searchOf(c: C): AuditSearch {
  const { event = "", actor = "", from, to, before = "" } = c.req.query();
  return {
    event: asAuditEvent(event),
    actor: actorPattern.test(actor) ? actor : undefined,
    from: dayOf(from),
    to: dayOf(to),
    before: idPattern.test(before) ? before : undefined,
  };
}

function olderPage(search: AuditSearch, before: string): string {
  const query = new URLSearchParams({ search: "1" });
  for (const [name, value] of Object.entries({ ...search, before }))
    if (value !== undefined) query.set(name, value);
  return `${path}?${query.toString()}`;
}

async function Form(props: { search: AuditSearch; word: Word; deps: StaffDeps; named: Named }) {
  const { search, word, deps, named } = props;
  const people = await listStaff(deps.services);
  const whos: [string, string][] = [
    ...(["operator", "person"] as const).map((id): [string, string] => [id, word(`office.actor.${id}`)]),
    ...people.map((one): [string, string] => [one.id, one.name || one.email]),
  ];
  return (
    <form method="get" action={path} class="staff-form office-search">
      <input type="hidden" name="search" value="1" />
      <label for="event">{word("office.audit.event")}</label>
      <select id="event" name="event">
        <option value="">{word("office.audit.any")}</option>
        {auditEvents.map((event) => (
          <option value={event} selected={event === search.event}>
            {named(event)}
          </option>
        ))}
      </select>
      <label for="actor">{word("office.audit.who")}</label>
      <select id="actor" name="actor">
        <option value="">{word("office.audit.anybody")}</option>
        {whos.map(([id, name]) => (
          <option value={id} selected={id === search.actor}>
            {name}
          </option>
        ))}
      </select>
      <label for="from">{word("office.audit.from")}</label>
      <input id="from" name="from" type="date" value={search.from ?? ""} />
      <label for="to">{word("office.audit.to")}</label>
      <input id="to" name="to" type="date" value={search.to ?? ""} />
      <button class="button main">{word("office.audit.search")}</button>
    </form>
  );
}

function Line({ line, word, when, named }: { line: AuditLine; word: Word; when: string; named: Named }) {
  return (
    <li>
      <strong>{named(line.event)}</strong> · {actorName(word, line.by)}
      <br />
      {when}
      {line.detail.length === 0 ? null : (
        <>
          <br />
          <code>{line.detail.map(([name, value]) => `${name}: ${value}`).join(" · ")}</code>
        </>
      )}
    </li>
  );
}

/** Routes beneath /staff/audit. */
export function createAudit(deps: StaffDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: admins }));
  app.get("/", async (c) => {
    const word = wordsOf(c, deps);
    const formats = formatsOf(localeOf(c), word);
    const named: Named = (event) =>
      deps.copy.has(`office.event.${event}`, localeOf(c)) ? word(`office.event.${event}`) : event;
    const search = searchOf(c);
    const found =
      c.req.query("search") === undefined ? undefined : await searchAudit(deps.services, search, c.var.staff);
    const last = found?.lines.at(-1);
    return showPage(
      c,
      deps,
      { heading: "office.nav.audit", styles: ["office.css"] },
      <>
        <p>{word("office.audit.what")}</p>
        <Form search={search} word={word} deps={deps} named={named} />
        {found === undefined ? null : (
          <section aria-live="polite">
            <h2>{word("office.audit.found")}</h2>
            {found.lines.length === 0 ? <p>{word("office.audit.none")}</p> : null}
            <ol class="office-events">
              {found.lines.map((line) => (
                <Line line={line} word={word} when={formats.instant(line.at)} named={named} />
              ))}
            </ol>
            {found.more && last ? (
              <p>
                <a class="button" href={olderPage(search, last.id)}>
                  {word("office.audit.older")}
                </a>
              </p>
            ) : null}
          </section>
        )}
      </>,
    );
  });
  return app;
}
