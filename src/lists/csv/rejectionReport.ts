/**
 * The report of rejected rows, beside the list file: line number and reason, nothing of the row itself.
 */
import { createWriteStream, rmSync, type WriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { ListFileError } from "./listFileError.ts";

export class RejectionReport {
  readonly #file: string;
  #stream: WriteStream | undefined;
  #failed: Error | undefined;

  /** @param file made at the first rejection. */
  constructor(file: string) {
    this.#file = file;
  }

  /** Removes the report of an earlier run. */
  clear(): void {
    rmSync(this.#file, { force: true });
  }

  /** @throws ListFileError when the report cannot be written. */
  async add(line: number, reason: string): Promise<void> {
    if (!this.#stream) {
      this.#stream = createWriteStream(this.#file, { mode: 0o600 });
      this.#stream.on("error", (error) => (this.#failed = error));
      this.#stream.write("line,reason\r\n");
    }
    if (this.#failed) throw new ListFileError(`the report ${this.#file} cannot be written`);
    if (!this.#stream.write(`${line},${reason}\r\n`)) {
      await once(this.#stream, "drain").catch(() => {});
    }
  }

  /** @returns the report's path, when there is one. @throws ListFileError when it cannot be written. */
  async close(): Promise<{ reportFile?: string }> {
    const stream = this.#stream;
    if (!stream) return {};
    try {
      if (!stream.writableEnded) await finished(stream.end());
      if (this.#failed) throw this.#failed;
    } catch {
      throw new ListFileError(`the report ${this.#file} cannot be written`);
    }
    return { reportFile: this.#file };
  }
}
