/**
 * The numbers of the service, drawn, a part a page; and everything shown as one file.
 */
import { Hono, type Context } from "hono";
import { daysOfTime, numberDays, type NumberDays } from "../../acts/numbers/windows.ts";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf } from "../layout.tsx";
import { reviewers } from "../navigation.ts";
import { sendCsv } from "../office/csv.ts";
import { formatsOf } from "../office/format.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { followUps } from "./followUps.tsx";
import { later } from "./later.tsx";
import { limits } from "./limits.tsx";
import { matching } from "./matching.tsx";
import type { Drawing, Part } from "./part.ts";
import { people } from "./people.tsx";
import { times } from "./times.tsx";

const root = "/staff/numbers";

/** In the order of the pages. */
const parts: readonly Part[] = [people, times, matching, limits, later, followUps];

const columns = ["part", "id", "name", "count", "segments_in", "segments_out", "dollars"];

function daysOf(c: Context<StaffEnv>): NumberDays {
  return numberDays.find((days) => String(days) === c.req.query("days")) ?? 30;
}

function Choices({ part, days, word }: { part: Part } & Pick<Drawing, "days" | "word">) {
  return (
    <>
      <nav class="office-times numbers-parts" aria-label={word("numbers.parts")}>
        {parts.map(({ id, path }) => (
          <a href={`${root}${path}?days=${days}`} aria-current={id === part.id ? "page" : undefined}>
            {word(`numbers.part.${id}`)}
          </a>
        ))}
      </nav>
      <nav class="office-times" aria-label={word("office.numbers.times")}>
        {part.ownTime === true
          ? null
          : numberDays.map((one) => (
              <a href={`${root}${part.path}?days=${one}`} aria-current={one === days ? "true" : undefined}>
                {word(`office.numbers.days${one}`)}
              </a>
            ))}
        <a href={`${root}/file?days=${days}`} download>
          {word("office.numbers.csv")}
        </a>
      </nav>
    </>
  );
}

/** Routes beneath /staff/numbers. */
export function createNumbers(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: reviewers }));
  const drawingOf = (c: Context<StaffEnv>): Drawing => {
    const word = wordsOf(c, deps);
    const formats = formatsOf(localeOf(c), word);
    return { services, days: daysOf(c), role: c.var.staff.role, word, formats };
  };
  for (const part of parts) {
    app.get(part.path === "" ? "/" : part.path, async (c) => {
      const drawing = drawingOf(c);
      const { word, formats, days } = drawing;
      const { page } = await part.read(drawing);
      const { from, to } = daysOfTime(services.runtime.now(), days);
      return showPage(
        c,
        deps,
        { heading: `numbers.heading.${part.id}`, wide: true, styles: ["office.css"] },
        <>
          <Choices part={part} days={days} word={word} />
          {part.ownTime === true ? null : (
            <p>{word("office.numbers.time", { from: formats.date(from), to: formats.date(to) })}</p>
          )}
          {page}
          <p class="aside-text">{word("office.numbers.hint")}</p>
        </>,
      );
    });
  }
  app.get("/file", async (c) => {
    const drawing = drawingOf(c);
    const { from, to } = daysOfTime(services.runtime.now(), drawing.days);
    const rows: (string | number)[][] = [];
    // One after the other: a file is in no hurry, and the database serves people first.
    for (const part of parts) rows.push(...(await part.read(drawing)).rows);
    const filled = rows.map((row) => columns.map((_, i) => row[i] ?? ""));
    return sendCsv(c, `numbers-${from}-${to}`, [columns, ...filled]);
  });
  return app;
}
