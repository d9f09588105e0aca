/**
 * A file that cannot be taken as a list at all: said in one line, and nothing has changed.
 */

/** What is wrong with a file, for pages that say it in the reader's language. */
export const listProblems = [
  "unreadable",
  "empty",
  "workbook",
  "encoding",
  "gzip",
  "unpacked",
  "csv",
  "quote",
  "longRow",
  "header",
  "missingColumn",
  "doubleColumn",
  "layout",
  "noRows",
  "changed",
  "connection",
  "tooLarge",
  "noFile",
  "other",
] as const;
export type ListProblem = (typeof listProblems)[number];

/** Where it is wrong. A column is named by the layout's own word for it, never by a cell. */
export interface ProblemPlace {
  line?: number;
  column?: string;
}

export class ListFileError extends Error {
  override name = "ListFileError";
  readonly problem: ListProblem;
  readonly place: ProblemPlace;

  /** @param message one line in English, for the command line. */
  constructor(message: string, problem: ListProblem = "other", place: ProblemPlace = {}) {
    super(message);
    this.problem = problem;
    this.place = place;
  }
}
