/**
 * Rows of a CSV file (RFC 4180, UTF-8, plain or gzip by content), as a stream: memory does not grow with the file.
 */
import { isUtf8 } from "node:buffer";
import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { pipeline, Readable, Transform } from "node:stream";
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

/** Bytes that come once, such as an upload's. Their iteration is ended as soon as reading stops. */
export interface ListBytes {
  /** How many there will be, for the share read; 0 when nobody knows. */
  size: number;
  chunks: AsyncIterable<Buffer>;
}

export interface RowOptions {
  signal?: AbortSignal | undefined;
  /** Told the share of the file's bytes read so far, 0 to 1. */
  onRead?: ((share: number) => void) | undefined;
  /** No more bytes than these are unpacked. */
  unpackedMax?: number | undefined;
}

/**
 * Reads a file's rows; empty lines are left out, rows are as wide as they come.
 * @param from the file's path, or its bytes.
 * @throws ListFileError when there is no such file, or it is not UTF-8, not whole, or not CSV.
 */
export async function* csvRows(from: string | ListBytes, options: RowOptions = {}): AsyncGenerator<CsvRow> {
  const { size, chunks } = typeof from === "string" ? await fileBytes(from) : from;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  const bytes = counted(chunks, size, options.onRead);
  try {
    const head = await headOf(bytes);
    if (isArchive(head)) throw new ListFileError("is a ZIP archive or a workbook, not CSV", "workbook");
    const source = Readable.from(after(head, bytes), { objectMode: false, highWaterMark: 64 * 1024 });
    const steps = [source, ...(isGzip(head) ? [createGunzip()] : []), onlyUtf8(options.unpackedMax), parser];
    // Errors of any step reach the parser, which is read below.
    pipeline(steps, () => {});
    for await (const row of parser as Readable & AsyncIterable<ParsedRow>) {
      options.signal?.throwIfAborted();
      yield { line: row.info.lines, cells: row.record };
    }
  } catch (error) {
    throw fileError(error) ?? error;
  } finally {
    parser.destroy();
    await bytes.return(undefined);
  }
}

interface ParsedRow {
  record: string[];
  info: { lines: number };
}

/** @throws ListFileError in the file's full name. */
async function fileBytes(file: string): Promise<ListBytes> {
  try {
    const { size, isFile } = await stat(file).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw new ListFileError(`${file}: is not a file`, "unreadable");
    await access(file, constants.R_OK);
    return { size, chunks: createReadStream(file, { highWaterMark: 64 * 1024 }) };
  } catch (error) {
    if (error instanceof ListFileError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new ListFileError(`${file}: ${why}`, "unreadable");
  }
}

type Bytes = AsyncGenerator<Buffer, undefined>;

async function* counted(chunks: AsyncIterable<Buffer>, size: number, onRead: RowOptions["onRead"]): Bytes {
  let read = 0;
  for await (const chunk of chunks) {
    read += chunk.length;
    onRead?.(size === 0 ? 1 : Math.min(1, read / size));
    yield chunk;
  }
  return undefined;
}

/** The first bytes, enough to tell what kind of file it is; all of them when there are fewer. */
async function headOf(bytes: Bytes): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 4) {
    const next = await bytes.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* after(head: Buffer, rest: Bytes): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

const isGzip = (head: Buffer) => head[0] === 0x1f && head[1] === 0x8b;
/** ZIP, and with it the workbooks of office programs. */
const isArchive = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));

/** Passes bytes on as they are and fails at the first that is not UTF-8 (ISO 8859-1 and UTF-16 exports are common). */
function onlyUtf8(unpackedMax = Number.MAX_SAFE_INTEGER): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 1;
  let left = unpackedMax;
  const check = (chunk: Buffer | undefined, passed: (error?: Error, chunk?: Buffer) => void) => {
    left -= chunk?.length ?? 0;
    if (left < 0) {
      passed(new ListFileError("is too large when it is unpacked", "unpacked"));
      return;
    }
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      lines += goodLines(chunk);
      const message = `is not UTF-8 (near line ${lines}): save it as UTF-8`;
      passed(new ListFileError(message, "encoding", { line: lines }));
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

/** How many whole lines of a chunk come before the first that is not UTF-8. */
function goodLines(chunk: Buffer = Buffer.alloc(0)): number {
  let good = 0;
  for (let from = 0, to = 0; (to = chunk.indexOf(10, from)) !== -1; from = to + 1, good++) {
    if (!isUtf8(chunk.subarray(from, to))) break;
  }
  return good;
}

/** In words that carry nothing of the file's content. */
function fileError(error: unknown): ListFileError | undefined {
  if (error instanceof ListFileError) return error;
  if (error instanceof CsvError) {
    const line = typeof error["lines"] === "number" ? error["lines"] : undefined;
    const place = line === undefined ? {} : { line };
    const at = line === undefined ? "" : `line ${line}: `;
    if (error.code === "CSV_QUOTE_NOT_CLOSED")
      return new ListFileError(`${at}a quote is not closed`, "quote", place);
    if (error.code === "CSV_MAX_RECORD_SIZE")
      return new ListFileError(`${at}a row is longer than 16 MB`, "longRow", place);
    return new ListFileError(`${at}is not CSV (${error.code})`, "csv", place);
  }
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code?.startsWith("Z_")) return new ListFileError("is not a whole gzip file", "gzip");
  return undefined;
}
