/**
 * Charts as inline SVG: no script, no request. Unlike the bars of printed reports they fill whatever room there is, so
 * the words stand beside them as text and stay readable on a phone.
 */
import type { Word } from "../layout.tsx";

export interface ChartRow {
  label: string;
  /** Null: too small to show. */
  n: number | null;
}

export interface ChartWords {
  word: Word;
  /** A count as it is written. */
  count: (n: number | null) => string;
}

const mostOf = (rows: readonly ChartRow[]) => Math.max(1, ...rows.map((row) => row.n ?? 0));

/** The figures that stand first on a page, each with what it is. */
export function Figures({ figures }: { figures: readonly (readonly [figure: string, what: string])[] }) {
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

/** A table whose rows carry a bar each. The longest stands for `most`, or for the largest row. */
export function BarTable(
  props: ChartWords & { title: string; head: string; rows: readonly ChartRow[]; most?: number | null },
) {
  const { title, head, rows, word, count } = props;
  const most = Math.max(mostOf(rows), props.most ?? 0);
  return (
    <table class="office-bars">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">
            <span class="office-unseen">{word("office.numbers.drawn")}</span>
          </th>
          <th scope="col">{word("office.numbers.count")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.label}</th>
            <td>
              <svg aria-hidden="true" focusable="false">
                <rect class="track" width="100%" height="100%" rx="3" />
                <rect
                  class="bar"
                  width={`${((100 * (row.n ?? 0)) / most).toFixed(1)}%`}
                  height="100%"
                  rx="3"
                />
              </svg>
            </td>
            <td>{count(row.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const step = 10;
const height = 100;

/** One column a day or week, oldest first; what is hidden is a mark on the ground line. The table beneath says the same. */
export function Columns(props: ChartWords & { title: string; head: string; rows: readonly ChartRow[] }) {
  const { title, head, rows, word, count } = props;
  const most = mostOf(rows);
  return (
    <figure class="office-columns">
      <figcaption>{title}</figcaption>
      <p class="office-most" aria-hidden="true">
        {count(most)}
      </p>
      <svg
        viewBox={`0 0 ${rows.length * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={word("office.numbers.columnsAlt", { name: title, n: count(most) })}
      >
        {rows.map(({ n }, i) => {
          const tall = n === null ? 2.5 : (height * n) / most;
          return (
            <rect
              class={n === null ? "few" : "bar"}
              x={i * step + 1}
              y={(height - tall).toFixed(1)}
              width={step - 2}
              height={tall.toFixed(1)}
            />
          );
        })}
      </svg>
      <p class="office-ends" aria-hidden="true">
        <span>{rows[0]?.label}</span>
        <span>{rows.at(-1)?.label}</span>
      </p>
      <details>
        <summary>{word("office.numbers.asTable")}</summary>
        <table class="office-table">
          <caption class="office-unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{word("office.numbers.count")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td>{count(row.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
