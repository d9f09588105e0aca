/**
 * What a list's records lack, decade by decade: a table whose cells darken with what is missing.
 */
import {
  qualityFields,
  shown,
  shownRow,
  type DecadeGaps,
  type Holdings,
  type QualityField,
  type Shown,
} from "../acts/read-quality.ts";
import type { QualityWords } from "./words.ts";

interface Row {
  /** First year of the decade; 0 for records without a date, absent for all of them. */
  decade: number | undefined;
  records: Shown;
  cells: Shown[];
}

const none = (): Record<QualityField, number> =>
  Object.fromEntries(qualityFields.map((field) => [field, 0])) as Record<QualityField, number>;

function nameOf(decade: Row["decade"], word: QualityWords["word"]): string {
  if (decade === undefined) return word("quality.gaps.all");
  return decade === 0 ? word("quality.gaps.unknown") : word("quality.gaps.of", { year: decade });
}

/**
 * The decades as rows, those too small left blank. A field's column adds up to a total that is printed, and what is
 * missing in a decade says what is there: both ways nothing hidden may follow.
 */
export function gapRows(decades: readonly DecadeGaps[]): Row[] {
  const sizes = shownRow(decades.map((one) => one.records));
  const byField = qualityFields.map((field) => shownRow(decades.map((one) => one.missing[field])));
  return decades.map((one, i) => ({
    decade: one.decade,
    records: sizes[i] ?? null,
    cells: qualityFields.map((field, column) => {
      const count = byField[column]?.[i] ?? null;
      // A decade whose size is hidden, or in which one to ten alone have the field, gives nothing away.
      return sizes[i] === null || shown(one.records - one.missing[field]) === null ? null : count;
    }),
  }));
}

function Cell({ count, of }: { count: Shown; of: Shown }) {
  if (count === null || of === null || of === 0) return <td class="hidden">·</td>;
  const share = count / of;
  // Never so dark that the figure could not be read.
  const shade = (0.75 * Math.sqrt(share)).toFixed(2);
  const text = share === 0 ? "0" : share < 0.001 ? "<0.1" : (100 * share).toFixed(1);
  return (
    <td style={`background:rgba(176,92,24,${shade})`} class={share > 0.35 ? "dark" : ""}>
      {text}
    </td>
  );
}

export function GapTable({ holdings, words }: { holdings: Holdings; words: QualityWords }) {
  const { word } = words;
  const total = none();
  for (const { missing } of holdings.decades)
    for (const field of qualityFields) total[field] += missing[field];
  const all: Row = {
    decade: undefined,
    records: shown(holdings.records),
    cells: qualityFields.map((field) =>
      shown(holdings.records - total[field]) === null ? null : shown(total[field]),
    ),
  };
  return (
    <>
      <table class="gaps">
        <thead>
          <tr>
            <th scope="col">{word("quality.gaps.decade")}</th>
            <th scope="col">{word("quality.gaps.records")}</th>
            {qualityFields.map((field) => (
              <th scope="col">{word(`quality.field.${field}`)}, %</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...gapRows(holdings.decades), all].map((row) => (
            <tr>
              <th scope="row">{nameOf(row.decade, word)}</th>
              <td class="count">{row.records === null ? "·" : words.number(row.records)}</td>
              {row.cells.map((count) => (
                <Cell count={count} of={row.records} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">· {word("quality.hidden")}</p>
    </>
  );
}
