/**
 * A file that cannot be taken as a list at all: said in one line, and nothing has changed.
 */
export class ListFileError extends Error {
  override name = "ListFileError";
}
