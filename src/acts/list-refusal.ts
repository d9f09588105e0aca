/**
 * Why an act on lists was not done: one line in plain words; nothing has changed.
 */
export { ListFileError } from "../lists/csv/listFileError.ts";

export class ListRefusal extends Error {
  override name = "ListRefusal";
}
