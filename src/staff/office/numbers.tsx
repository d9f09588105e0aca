/**
 * The numbers of the service, drawn, and as a file.
 */
import { Hono, type Context } from "hono";
import {
  numberDays,
  readNumbers,
  type CostRow,
  type NumberDays,
  type NumberRow,
  type Numbers,
} from "../../acts/staff/read-numbers.ts";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { reviewers } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { BarTable, Columns } from "./charts.tsx";
import { sendCsv } from "./csv.ts";
import { formatsOf, type Formats } from "./format.ts";

interface Speaking {
  word: Word;
  formats: Formats;
}

function daysOf(c: Context<StaffEnv>): NumberDays {
  return numberDays.find((days) => String(days) === c.req.query("days")) ?? 30;
}

const channels = ["sms", "web", "outreach", "voice"];
const languages = ["en", "es"];

/** What the rows of each part are called. */
function labelsOf({ word, formats }: Speaking) {
  return {
    days: (id: string) => formats.day(id),
    channels: (id: string) => (channels.includes(id) ? word(`office.channel.${id}`) : id),
    languages: (id: string) =>
      languages.includes(id) ? word(`staff.languageName.${id}`) : word("office.numbers.noLanguage"),
    outcomes: (id: string) => word(`office.outcome.${id}`),
    way: (id: string) => word(`office.way.${id}`),
    wishes: (id: string) => word(`office.wish.${id}`),
  } satisfies Partial<Record<keyof Numbers, (id: string) => string>>;
}

type Part = keyof ReturnType<typeof labelsOf>;
const partNames = ["days", "channels", "languages", "outcomes", "way", "wishes"] as const satisfies Part[];

function Figures({ numbers, word, formats }: Speaking & { numbers: Numbers }) {
  const wish = (id: string) => numbers.wishes.find((row) => row.id === id)?.n ?? null;
  const figures: [string, string][] = [
    [formats.count(numbers.people), word("office.way.begun")],
    [formats.count(numbers.way.at(-1)?.n ?? null), word("office.way.told")],
    [formats.count(wish("optOut")), word("office.wish.optOut")],
    [formats.money(numbers.costs.all.dollars), word("office.numbers.cost")],
  ];
  return (
    <ul class="office-figures">
      {figures.map(([figure, what]) => (
        <li>
          <strong>{figure}</strong> {what}
        </li>
      ))}
    </ul>
  );
}

function Costs({ costs, word, formats }: Speaking & { costs: Numbers["costs"] }) {
  const labels = labelsOf({ word, formats });
  const cells = ({ n, segmentsIn, segmentsOut, dollars }: CostRow) => (
    <>
      <td>{formats.count(n)}</td>
      <td>{formats.count(segmentsIn)}</td>
      <td>{formats.count(segmentsOut)}</td>
      <td>{formats.money(dollars)}</td>
      <td>{formats.money(n === null || dollars === null ? null : n === 0 ? 0 : dollars / n, 4)}</td>
    </>
  );
  return (
    <div class="office-scroll" role="region" aria-label={word("office.numbers.costTitle")} tabindex={0}>
      <table class="office-table">
        <caption>{word("office.numbers.costTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{word("office.numbers.of")}</th>
            {(["people", "segmentsIn", "segmentsOut", "cost", "each"] as const).map((name) => (
              <th scope="col">{word(`office.numbers.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{word("office.numbers.all")}</th>
            {cells(costs.all)}
          </tr>
          {costs.told.map((row) => (
            <tr>
              <th scope="row">
                {labels.languages(row.locale)}: {labels.outcomes(row.of)}
              </th>
              {cells(row)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Drawn({ numbers, word, formats }: Speaking & { numbers: Numbers }) {
  const labels = labelsOf({ word, formats });
  const rows = (part: Part): { label: string; n: NumberRow["n"] }[] =>
    numbers[part].map(({ id, n }) => ({ label: labels[part](id), n }));
  const count = (n: number | null) => formats.count(n);
  const chart = { word, count };
  return (
    <>
      <Columns
        {...chart}
        title={word(`office.numbers.${numbers.by === "day" ? "byDay" : "byWeek"}`)}
        head={word(`office.numbers.${numbers.by}`)}
        rows={rows("days")}
      />
      <div class="office-halves">
        {partNames.slice(1).map((part) => (
          <section>
            <BarTable
              {...chart}
              title={word(`office.numbers.${part}`)}
              head={word(`office.numbers.${part}Head`)}
              rows={rows(part)}
              most={part === "wishes" || part === "way" ? numbers.people : null}
            />
            {part === "way" ? <p class="aside-text">{word("office.numbers.wayHint")}</p> : null}
          </section>
        ))}
      </div>
      <Costs costs={numbers.costs} word={word} formats={formats} />
    </>
  );
}

/** Everything the page shows, a row each: part, what, and its figures. Hidden counts stand as "<11". */
function csvRows(numbers: Numbers, { word, formats }: Speaking): (string | number)[][] {
  const labels = labelsOf({ word, formats });
  const few = "<11";
  const costs = [numbers.costs.all, ...numbers.costs.told].map((row) => [
    "cost",
    row.of === "all" ? "all" : `${row.locale} ${row.of}`,
    row.of === "all"
      ? word("office.numbers.all")
      : `${labels.languages(row.locale)}: ${labels.outcomes(row.of)}`,
    row.n ?? few,
    row.segmentsIn ?? few,
    row.segmentsOut ?? few,
    row.dollars === null ? few : row.dollars.toFixed(4),
  ]);
  return [
    ["part", "id", "name", "count", "segments_in", "segments_out", "dollars"],
    ["people", `${numbers.from}/${numbers.to}`, word("office.way.begun"), numbers.people ?? few, "", "", ""],
    ...partNames.flatMap((part) =>
      numbers[part].map(({ id, n }) => [
        part === "days" ? numbers.by : part,
        id,
        part === "days" ? id : labels[part](id),
        n ?? few,
        "",
        "",
        "",
      ]),
    ),
    ...costs,
  ];
}

/** Routes beneath /staff/numbers. */
export function createNumbers(deps: StaffDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: reviewers }));
  const speaking = (c: Context<StaffEnv>): Speaking => {
    const word = wordsOf(c, deps);
    return { word, formats: formatsOf(localeOf(c), word) };
  };
  app.get("/", async (c) => {
    const days = daysOf(c);
    const numbers = await readNumbers(deps.services, days);
    const { word, formats } = speaking(c);
    return showPage(
      c,
      deps,
      { heading: "office.nav.numbers", wide: true, styles: ["office.css"] },
      <>
        <p>
          {word("office.numbers.time", { from: formats.date(numbers.from), to: formats.date(numbers.to) })}
        </p>
        <nav class="office-times" aria-label={word("office.numbers.times")}>
          {numberDays.map((one) => (
            <a href={`/staff/numbers?days=${one}`} aria-current={one === days ? "true" : undefined}>
              {word(`office.numbers.days${one}`)}
            </a>
          ))}
          <a href={`/staff/numbers/file?days=${days}`} download>
            {word("office.numbers.csv")}
          </a>
        </nav>
        <Figures numbers={numbers} word={word} formats={formats} />
        <p class="aside-text">{word("office.numbers.hint")}</p>
        {numbers.people === 0 ? (
          <p>{word("office.numbers.nobody")}</p>
        ) : (
          <Drawn numbers={numbers} word={word} formats={formats} />
        )}
      </>,
    );
  });
  app.get("/file", async (c) => {
    const numbers = await readNumbers(deps.services, daysOf(c));
    return sendCsv(c, `numbers-${numbers.from}-${numbers.to}`, csvRows(numbers, speaking(c)));
  });
  return app;
}
