/**
 * People by day, channel, language and outcome, how far they came, and what texting cost.
 */
import { readNumbers, type CostRow, type NumberRow, type Numbers } from "../../acts/staff/read-numbers.ts";
import { BarTable, Columns, Figures } from "../office/charts.tsx";
import { channelName, hidden, languageName, type Drawing, type Part, type Speaking } from "./part.ts";

/** What the rows of each part are called. */
function labelsOf({ word, formats }: Speaking) {
  return {
    days: (id: string) => formats.day(id),
    channels: (id: string) => channelName(word, id),
    languages: (id: string) => languageName(word, id),
    outcomes: (id: string) => word(`office.outcome.${id}`),
    way: (id: string) => word(`office.way.${id}`),
    wishes: (id: string) => word(`office.wish.${id}`),
  } satisfies Partial<Record<keyof Numbers, (id: string) => string>>;
}

type Split = keyof ReturnType<typeof labelsOf>;
const splits = ["days", "channels", "languages", "outcomes", "way", "wishes"] as const satisfies Split[];

function PeopleFigures({ numbers, word, formats }: Speaking & { numbers: Numbers }) {
  const wish = (id: string) => numbers.wishes.find((row) => row.id === id)?.n ?? null;
  const figures: [string, string][] = [
    [formats.count(numbers.people), word("office.way.begun")],
    [formats.count(numbers.way.at(-1)?.n ?? null), word("office.way.told")],
    [formats.count(wish("optOut")), word("office.wish.optOut")],
    [formats.money(numbers.costs.all.dollars), word("office.numbers.cost")],
  ];
  return <Figures figures={figures} />;
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
  const rows = (part: Split): { label: string; n: NumberRow["n"] }[] =>
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
        {splits.slice(1).map((part) => (
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

/** Everything the page shows, a row each. */
function csvRows(numbers: Numbers, { word, formats }: Speaking): (string | number)[][] {
  const labels = labelsOf({ word, formats });
  const costs = [numbers.costs.all, ...numbers.costs.told].map((row) => [
    "cost",
    row.of === "all" ? "all" : `${row.locale} ${row.of}`,
    row.of === "all"
      ? word("office.numbers.all")
      : `${labels.languages(row.locale)}: ${labels.outcomes(row.of)}`,
    row.n ?? hidden,
    row.segmentsIn ?? hidden,
    row.segmentsOut ?? hidden,
    row.dollars === null ? hidden : row.dollars.toFixed(4),
  ]);
  return [
    ["people", `${numbers.from}/${numbers.to}`, word("office.way.begun"), numbers.people ?? hidden],
    ...splits.flatMap((part) =>
      numbers[part].map(({ id, n }) => [
        part === "days" ? numbers.by : part,
        id,
        part === "days" ? id : labels[part](id),
        n ?? hidden,
      ]),
    ),
    ...costs,
  ];
}

export const people: Part = {
  id: "people",
  path: "",
  async read({ services, days, ...speaking }: Drawing) {
    const numbers = await readNumbers(services, days);
    return {
      page: (
        <>
          <PeopleFigures numbers={numbers} {...speaking} />
          {numbers.people === 0 ? (
            <p>{speaking.word("office.numbers.nobody")}</p>
          ) : (
            <Drawn numbers={numbers} {...speaking} />
          )}
        </>
      ),
      rows: csvRows(numbers, speaking),
    };
  },
};
