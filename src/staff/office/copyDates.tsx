/**
 * What people are told and where they are sent: when each was last checked, what waits for the attorney, and their sheet.
 */
import { Hono } from "hono";
import { readCopyDates, type DatedResource, type DatedText } from "../../acts/staff/read-copy-dates.ts";
import { lawReport } from "../../review/lawReport.tsx";
import { losAngelesDate } from "../../runtime.ts";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { admins } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { formatsOf, type Formats } from "./format.ts";

interface Speaking {
  word: Word;
  formats: Formats;
}

function Resource({ dated, word, formats }: Speaking & { dated: DatedResource }) {
  const { resource, overdue } = dated;
  return (
    <li class={overdue ? "office-overdue" : ""}>
      <strong>{resource.owner}</strong>
      {resource.form === undefined ? null : ` · ${resource.form}`}
      {resource.phone === undefined ? null : ` · ${resource.phone}`}
      {resource.url === undefined ? null : (
        <>
          <br />
          {resource.url}
        </>
      )}
      <br />
      {word("office.copy.checked", { listDate: formats.date(resource.checkedOn) })}
      {overdue ? <strong> {word("office.copy.overdue")}</strong> : null}
    </li>
  );
}

function Text({ text, said, word, formats }: Speaking & { text: DatedText; said: string }) {
  const state = text.blocked ? "blocked" : text.reviewed === null ? "unreviewed" : "reviewed";
  return (
    <li class={text.blocked || text.overdue ? "office-overdue" : ""}>
      <strong>
        {word(`office.copy.${state}`, {
          listDate: text.reviewed === null ? "" : formats.date(text.reviewed),
        })}
      </strong>
      {text.overdue ? <strong> · {word("office.copy.overdue")}</strong> : null}
      <br />
      {said}
      <br />
      <small>
        <code>{text.key}</code> · {word("office.copy.facts", { listDate: formats.date(text.factsAt) })}
      </small>
      {text.doubt === undefined ? null : (
        <>
          <br />
          <small lang="en">{text.doubt}</small>
        </>
      )}
    </li>
  );
}

/** Routes beneath /staff/copy. */
export function createCopyDates(deps: StaffDeps): Hono<StaffEnv> {
  const { services, copy } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: admins }));
  app.get("/", (c) => {
    const word = wordsOf(c, deps);
    const locale = localeOf(c);
    const speaking = { word, formats: formatsOf(locale, word) };
    const dates = readCopyDates(services);
    const late =
      dates.texts.filter((text) => text.overdue).length + dates.resources.filter((one) => one.overdue).length;
    const blocked = dates.texts.filter((text) => text.blocked).length;
    return showPage(
      c,
      deps,
      { heading: "office.nav.copy", styles: ["office.css"] },
      <>
        <p>{word("office.copy.what", { n: dates.daysMax })}</p>
        <p>
          {word("office.copy.late", { count: late })} {word("office.copy.waiting", { count: blocked })}
        </p>
        <p>
          <a class="button" href="/staff/copy/sheet" download>
            {word("office.copy.sheet")}
          </a>
        </p>
        <h2>{word("office.copy.resources")}</h2>
        <ul class="office-events">
          {dates.resources.map((dated) => (
            <Resource dated={dated} {...speaking} />
          ))}
        </ul>
        <h2>{word("office.copy.texts")}</h2>
        <ul class="office-events">
          {dates.texts.map((text) => (
            <Text
              text={text}
              said={copy.has(text.key, locale) ? copy.text(text.key, locale) : ""}
              {...speaking}
            />
          ))}
        </ul>
      </>,
    );
  });
  app.get("/sheet", async (c) => {
    const today = losAngelesDate(services.runtime.now());
    c.header("content-type", "text/html; charset=utf-8");
    c.header("content-disposition", `attachment; filename="attorney-sheet-${today}.html"`);
    return c.body(await lawReport(services.config, today, localeOf(c)));
  });
  return app;
}
