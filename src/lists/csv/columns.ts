/**
 * The layout of our own CSV, directly or through a JSON mapping of someone else's headers and statuses.
 */
import { caseStatuses, type CaseStatus, type ListRecord } from "../../matching/types.ts";
import { dateCell, isDamaged, manyCell, partedName, textCell, wholeName } from "./cells.ts";
import { longestCell, type Layout, type ReadItem, type RowReader } from "./layout.ts";
import { ListFileError } from "./listFileError.ts";
import type { CsvRow } from "./rows.ts";

export const columns = [
  "case_number",
  "first_name",
  "middle_name",
  "last_name",
  "suffix",
  "name",
  "aka",
  "date_of_birth",
  "charges",
  "conviction_date",
  "court",
  "status",
  "status_date",
] as const;
export type Column = (typeof columns)[number];

/** A header or status of theirs → ours. */
export interface Mapping {
  columns: Record<string, Column>;
  statuses: Record<string, CaseStatus>;
}

const ownMapping: Mapping = {
  columns: Object.fromEntries(columns.map((column) => [column, column])),
  statuses: {},
};

/**
 * A mapping file: `{"their header": "our column", …}`, or `{"columns": {…}, "statuses": {"their word": "dismissed"}}`.
 * @throws ListFileError that names the entry.
 */
export function parseMapping(json: string): Mapping {
  const parsed = parseObject(json);
  const nested = typeof parsed["columns"] === "object" && parsed["columns"] !== null;
  const mapping: Mapping = { columns: {}, statuses: {} };
  for (const [header, column] of Object.entries(nested ? (parsed["columns"] as object) : parsed)) {
    if (!columns.includes(column as Column)) {
      throw new ListFileError(
        `the mapping sends "${header}" to a column that is none of ${columns.join(", ")}`,
      );
    }
    mapping.columns[headerKey(header)] = column as Column;
  }
  for (const [word, status] of Object.entries(nested ? (parsed["statuses"] ?? {}) : {})) {
    if (!caseStatuses.includes(status as CaseStatus)) {
      throw new ListFileError(`the mapping sends the status "${word}" to none of ${caseStatuses.join(", ")}`);
    }
    mapping.statuses[word.trim().toLowerCase()] = status as CaseStatus;
  }
  return mapping;
}

function parseObject(json: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json.replace(/^\uFEFF/, ""));
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch {
    // Said below, without the parser's words, which may quote the file.
  }
  throw new ListFileError("the mapping is not a JSON object");
}

/** Headers are compared without case, spaces or underscores at the ends, "Case Number" like "case_number". */
export function headerKey(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "_");
}

/** Our CSV; with a mapping, every header it names must be there. Unknown further columns are ignored. */
export function columnLayout(mapping?: Mapping): Layout {
  const { columns: names, statuses } = mapping ?? ownMapping;
  const id =
    mapping === undefined ? "clearline" : `mapping ${JSON.stringify([sorted(names), sorted(statuses)])}`;
  return {
    id,
    start(first, today) {
      const places = new Map<Column, number>();
      for (const [place, header] of first.entries()) {
        const column = names[headerKey(header)];
        if (column === undefined) continue;
        if (places.has(column))
          throw new ListFileError(`line 1: two columns are ${column}`, "doubleColumn", { column });
        places.set(column, place);
      }
      for (const [header, column] of mapping === undefined ? [] : Object.entries(names)) {
        if (!places.has(column))
          throw new ListFileError(`line 1: the column "${header}" of the mapping is missing`);
      }
      if (!places.has("case_number") && !places.has("name") && !places.has("last_name")) {
        throw new ListFileError("line 1: the header names neither case_number, last_name nor name", "header");
      }
      return { reader: new ColumnReader(places, first.length, statuses, today), header: true };
    },
  };
}

const sorted = (record: Record<string, string>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

class ColumnReader implements RowReader {
  impossibleDates = 0;
  readonly #places: ReadonlyMap<Column, number>;
  readonly #width: number;
  readonly #statuses: Readonly<Record<string, CaseStatus>>;
  readonly #today: string;

  constructor(
    places: ReadonlyMap<Column, number>,
    width: number,
    statuses: Readonly<Record<string, CaseStatus>>,
    today: string,
  ) {
    this.#places = places;
    this.#width = width;
    this.#statuses = statuses;
    this.#today = today;
  }

  read({ line, cells }: CsvRow): ReadItem[] {
    if (cells.length !== this.#width) return [{ line, rejected: "columnCount" }];
    for (const place of this.#places.values()) {
      const cell = cells[place] ?? "";
      if (cell.length > longestCell) return [{ line, rejected: "cellTooLong" }];
      if (isDamaged(cell)) return [{ line, rejected: "damaged" }];
    }
    const cell = (column: Column) => cells[this.#places.get(column) ?? -1];
    const record: ListRecord = {
      aka: (cell("aka") ?? "").split(";").flatMap((name) => wholeName(name) ?? []),
      charges: manyCell(cell("charges")),
    };
    const name =
      partedName(cell("first_name"), cell("middle_name"), cell("last_name"), cell("suffix")) ??
      wholeName(cell("name"));
    if (name) record.name = name;
    const birthDate = this.#date(cell("date_of_birth"));
    if (birthDate !== undefined) record.birthDate = birthDate;
    const convictionDate = this.#date(cell("conviction_date"));
    if (convictionDate !== undefined) record.convictionDate = convictionDate;
    const court = textCell(cell("court"));
    if (court !== undefined) record.court = court;
    const said = textCell(cell("status"));
    if (said !== undefined) {
      const word = said.toLowerCase();
      const status = this.#statuses[word] ?? caseStatuses.find((known) => known === word);
      if (status === undefined) return [{ line, rejected: "unknownStatus" }];
      record.status = status;
    }
    const statusDate = this.#date(cell("status_date"));
    if (statusDate !== undefined) record.statusDate = statusDate;
    const numbers = caseNumbers(cell("case_number"));
    if (numbers.length === 0) return name ? [{ line, record }] : [{ line, rejected: "noNameOrNumber" }];
    return numbers.map((caseNumber) => ({ line, record: { ...record, caseNumber } }));
  }

  finish(): ReadItem[] {
    return [];
  }

  #date(cell: string | undefined): string | undefined {
    const date = dateCell(cell, this.#today);
    if (date !== null) return date;
    this.impossibleDates++;
    return undefined;
  }
}

/** The case numbers in a cell, distinct; what holds no letter or digit is none. */
export function caseNumbers(cell: string | undefined): string[] {
  return [...new Set(manyCell(cell).filter((number) => /[\p{L}\p{N}]/u.test(number)))];
}
