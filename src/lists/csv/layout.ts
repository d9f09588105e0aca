/**
 * What a list file's rows mean. A layout is chosen by `--map`; it sees the first row and gives a reader of the rest.
 */
import type { ListRecord } from "../../matching/types.ts";
import type { CsvRow } from "./rows.ts";

/** Why a row is left out, in the words of the report. */
export const rejections = {
  noNameOrNumber: "neither case number nor name",
  unknownStatus: "unknown status",
  columnCount: "another number of columns than the header",
  damaged: "control characters",
  cellTooLong: "a cell is too long",
  recordTooLong: "too much in one row",
} as const;
export type Rejection = keyof typeof rejections;

/** What a row came to. A row may hold several cases, and a case several rows. */
export type ReadItem =
  | { line: number; record: ListRecord }
  | { line: number; rejected: Rejection }
  | { line: number; skipped: true };

export interface RowReader {
  /** Cells that were no possible date and count as missing. */
  impossibleDates: number;
  read(row: CsvRow): ReadItem[];
  /** What was still waiting for its group of rows to end. */
  finish(): ReadItem[];
}

export interface Layout {
  /** Stands for this layout in the hash that recognises a file. */
  id: string;
  /**
   * @param first the file's first row.
   * @param today YYYY-MM-DD; later dates are impossible.
   * @returns the reader, and whether the first row was a header or is data.
   * @throws ListFileError when the header lacks what is needed.
   */
  start(first: string[], today: string): { reader: RowReader; header: boolean };
}

/** Longest cell that is looked at, in UTF-16 units. */
export const longestCell = 2000;
