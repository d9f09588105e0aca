/**
 * A list file to import: a path, which is read twice, or bytes that come once and are recognised at their end only.
 */
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";
import { ListFileError } from "./csv/listFileError.ts";
import type { ListBytes } from "./csv/rows.ts";
import { digestFile } from "./fileHash.ts";

export interface ListSource {
  /** What stands before an error about it. */
  prefix: string;
  from: string | ListBytes;
  /** SHA-256 of the bytes, where that is known before the rows are read. */
  known: Buffer | undefined;
  /** SHA-256 of the bytes after the rows were read. @throws ListFileError when the file changed meanwhile. */
  digest(): Promise<Buffer>;
}

/** @param file absolute path, or bytes. */
export async function listSource(file: string | ListBytes): Promise<ListSource> {
  if (typeof file !== "string") return passing(file);
  const prefix = `${path.basename(file)}: `;
  const before = await stat(file).catch(() => undefined);
  // The rows say what is wrong with a file that is missing or a folder.
  const known = before?.isFile() === true ? await digestFile(file) : Buffer.alloc(0);
  return {
    prefix,
    from: file,
    known,
    async digest() {
      const now = await stat(file);
      if (now.mtimeMs !== before?.mtimeMs || now.size !== before.size)
        throw new ListFileError(`${prefix}changed while it was read`, "changed");
      return known;
    },
  };
}

function passing({ size, chunks }: ListBytes): ListSource {
  const hash = createHash("sha256");
  async function* hashed() {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return {
    prefix: "",
    from: { size, chunks: hashed() },
    known: undefined,
    digest: () => Promise.resolve(hash.digest()),
  };
}
