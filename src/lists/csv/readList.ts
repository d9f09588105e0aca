/**
 * A list file as a stream of records, rejections and rows that are no case of the list.
 */
import { readFile } from "node:fs/promises";
import { columnLayout, parseMapping } from "./columns.ts";
import { countyLayout, dojLayout } from "./doj.ts";
import type { Layout, ReadItem } from "./layout.ts";
import { ListFileError } from "./listFileError.ts";
import { csvRows, type ListBytes, type RowOptions } from "./rows.ts";

/**
 * The layout that `--map` names: none for our own columns, "doj", "county", or a JSON file.
 * @throws ListFileError when the file is missing or wrong.
 */
export async function layoutOf(map: string | undefined): Promise<Layout> {
  if (map === undefined) return columnLayout();
  if (map === "doj") return dojLayout;
  if (map === "county") return countyLayout;
  const json = await readFile(map, "utf8").catch(() => {
    throw new ListFileError(`--map ${map}: neither doj nor county nor a readable file`);
  });
  return columnLayout(parseMapping(json));
}

export interface ListReading {
  items: AsyncGenerator<ReadItem>;
  /** Cells so far that were no possible date. */
  impossibleDates(): number;
}

/**
 * Reads a list file.
 * @param from its path, or its bytes.
 * @param today YYYY-MM-DD; later dates are impossible.
 * @throws ListFileError, from the iteration, when the file cannot be taken as a list.
 */
export function readList(
  from: string | ListBytes,
  layout: Layout,
  today: string,
  options: RowOptions = {},
): ListReading {
  let impossibleDates = () => 0;
  async function* items(): AsyncGenerator<ReadItem> {
    let reader;
    for await (const row of csvRows(from, options)) {
      if (!reader) {
        const started = layout.start(row.cells, today);
        reader = started.reader;
        impossibleDates = () => started.reader.impossibleDates;
        if (started.header) continue;
      }
      yield* reader.read(row);
    }
    if (!reader) throw new ListFileError("is empty", "empty");
    yield* reader.finish();
  }
  return { items: items(), impossibleDates: () => impossibleDates() };
}
