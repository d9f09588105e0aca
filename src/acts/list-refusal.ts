/**
 * Why an act on lists was not done: one line in plain words; nothing has changed.
 */
export { ListFileError, listProblems, type ListProblem } from "../lists/csv/listFileError.ts";

/** Which part of a request is refused, for pages that say it in the reader's language. */
export type RefusedBecause = "list" | "sample" | "announced" | "authority" | "underWay" | "twice" | "other";

export class ListRefusal extends Error {
  override name = "ListRefusal";
  readonly because: RefusedBecause;

  /** @param message one line in English, for the command line. */
  constructor(message: string, because: RefusedBecause = "other") {
    super(message);
    this.because = because;
  }
}
