/**
 * Reads a PEOPLE.csv of `check` as a stream of queries.
 */
import { dateCell, manyCell, partedName, textCell } from "../lists/csv/cells.ts";
import { headerKey } from "../lists/csv/columns.ts";
import { ListFileError } from "../lists/csv/listFileError.ts";
import { csvRows } from "../lists/csv/rows.ts";
import type { Asker, YearRange } from "../matching/types.ts";
import type { Query } from "./check-people.ts";

const columns = [
  "query_id",
  "first_name",
  "last_name",
  "date_of_birth",
  "conviction_year",
  "case_number",
] as const;
type Column = (typeof columns)[number];

/**
 * Reads queries in the order of the file; any cell but `query_id` may be empty, and a date or year that cannot be
 * counts as empty.
 * @param today YYYY-MM-DD.
 * @throws ListFileError in one line, naming the row, when the file cannot be taken.
 */
export async function* readPeople(file: string, today: string, signal?: AbortSignal): AsyncGenerator<Query> {
  let places: Map<Column, number> | undefined;
  let width = 0;
  for await (const { line, cells } of csvRows(file, { signal })) {
    if (!places) {
      places = placesOf(cells);
      width = cells.length;
      continue;
    }
    if (cells.length !== width) {
      throw new ListFileError(`line ${line}: ${cells.length} columns where the header has ${width}`);
    }
    const cell = (column: Column) => cells[places?.get(column) ?? -1];
    yield { id: cell("query_id") ?? "", asker: askerOf(cell, today) };
  }
  if (!places) throw new ListFileError("is empty");
}

function placesOf(header: string[]): Map<Column, number> {
  const keys = header.map(headerKey);
  const places = new Map<Column, number>();
  for (const column of columns) {
    const place = keys.indexOf(column);
    if (place !== -1) places.set(column, place);
  }
  if (!places.has("query_id")) throw new ListFileError("line 1: the column query_id is missing");
  if (places.size === 1)
    throw new ListFileError(`line 1: none of the columns ${columns.slice(1).join(", ")}`);
  return places;
}

function askerOf(cell: (column: Column) => string | undefined, today: string): Asker {
  const asker: Asker = { names: [], caseNumbers: manyCell(cell("case_number")) };
  const name = partedName(cell("first_name"), undefined, cell("last_name"), undefined);
  if (name) asker.names.push(name);
  const birthDate = dateCell(cell("date_of_birth"), today);
  if (birthDate != null) asker.birthDate = birthDate;
  const year = yearCell(cell("conviction_year"));
  if (year) asker.year = year;
  return asker;
}

/** "1992", "1990-1993" or a whole date. */
function yearCell(cell: string | undefined): YearRange | undefined {
  const years = [...(textCell(cell) ?? "").matchAll(/(?<!\d)(?:18|19|20)\d\d(?!\d)/g)].map((m) =>
    Number(m[0]),
  );
  return years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
}
