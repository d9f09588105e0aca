/**
 * Writes CSV (RFC 4180), to a file that stands whole or not at all.
 */
import { once } from "node:events";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { finished } from "node:stream/promises";

/** One row, ended by CRLF; cells are quoted where they must be. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}

/**
 * Writes rows to a new file beside the named one and moves it there at the end; readable by its owner alone.
 * @throws the file system's error, after removing the unfinished file.
 */
export async function writeCsv(
  file: string,
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<void> {
  const unfinished = `${file}.part`;
  const stream = createWriteStream(unfinished, { mode: 0o600 });
  const done = finished(stream);
  // Awaited below; until then a failure must not count as unhandled.
  done.catch(() => {});
  try {
    for await (const row of rows) {
      if (!stream.write(csvLine(row))) await Promise.race([once(stream, "drain"), done]);
    }
    stream.end();
    await done;
    renameSync(unfinished, file);
  } catch (error) {
    stream.destroy();
    rmSync(unfinished, { force: true });
    throw error;
  }
}
