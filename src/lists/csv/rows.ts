/**
 * Rows of a CSV file (RFC 4180, UTF-8, plain or gzip by content), as a stream: memory does not grow with the file.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Transform, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { ListFileError } from "./listFileError.ts";

/** A row may not be longer: what is longer is a quote that never closes. */
const longestRow = 16 * 1024 * 1024;

export interface CsvRow {
  /** Line of the file at which the row ends, from 1. */
  line: number;
  cells: string[];
}

export interface RowOptions {
  signal?: AbortSignal | undefined;
  /** Told the share of the file's bytes read so far, 0 to 1. */
  onRead?: ((share: number) => void) | undefined;
}

/**
 * Reads a file's rows; empty lines are left out, rows are as wide as they come.
 * @throws ListFileError when there is no such file, or it is not UTF-8, not whole, or not CSV.
 */
export async function* csvRows(file: string, options: RowOptions = {}): AsyncGenerator<CsvRow> {
  const { size, gzip } = await inspect(file);
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  const source = createReadStream(file, { highWaterMark: 64 * 1024 });
  let read = 0;
  source.on("data", (chunk) => {
    read += chunk.length;
    options.onRead?.(size === 0 ? 1 : read / size);
  });
  const steps = [source, ...(gzip ? [createGunzip()] : []), onlyUtf8(), parser];
  // Errors of any step reach the parser, which is read below.
  pipeline(steps, () => {});
  try {
    for await (const row of parser as Readable & AsyncIterable<ParsedRow>) {
      options.signal?.throwIfAborted();
      yield { line: row.info.lines, cells: row.record };
    }
  } catch (error) {
    throw fileError(error) ?? error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

interface ParsedRow {
  record: string[];
  info: { lines: number };
}

async function inspect(file: string): Promise<{ size: number; gzip: boolean }> {
  try {
    const handle = await open(file, "r");
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new ListFileError(`${file}: is not a file`);
      const head = Buffer.alloc(2);
      await handle.read(head, 0, 2, 0);
      return { size: stat.size, gzip: head[0] === 0x1f && head[1] === 0x8b };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ListFileError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new ListFileError(`${file}: ${code === "ENOENT" ? "does not exist" : `cannot be read (${code})`}`);
  }
}

/** Passes bytes on as they are and fails at the first that is not UTF-8 (ISO 8859-1 and UTF-16 exports are common). */
function onlyUtf8(): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 1;
  const check = (chunk: Buffer | undefined, passed: (error?: Error, chunk?: Buffer) => void) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      passed(new ListFileError(`is not UTF-8 (near line ${lines}): save it as UTF-8`));
      return;
    }
    if (chunk) for (let at = -1; (at = chunk.indexOf(10, at + 1)) !== -1;) lines++;
    passed(undefined, chunk);
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => check(chunk, (error, out) => done(error, out)),
    flush: (done) => check(undefined, (error) => done(error)),
  });
}

/** In words that carry nothing of the file's content. */
function fileError(error: unknown): ListFileError | undefined {
  if (error instanceof ListFileError) return error;
  if (error instanceof CsvError) {
    const line = typeof error["lines"] === "number" ? `line ${error["lines"]}: ` : "";
    if (error.code === "CSV_QUOTE_NOT_CLOSED") return new ListFileError(`${line}a quote is not closed`);
    if (error.code === "CSV_MAX_RECORD_SIZE") return new ListFileError(`${line}a row is longer than 16 MB`);
    return new ListFileError(`${line}is not CSV (${error.code})`);
  }
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code?.startsWith("Z_")) return new ListFileError("is not a whole gzip file");
  return undefined;
}
