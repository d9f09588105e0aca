/**
 * The rejected rows of one file: line numbers and reasons, nothing of the rows themselves.
 */
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { rejectionWords, type Rejection } from "../import-list.ts";

/** More are counted, not named. */
export const rejectedKept = 100_000;

export interface RejectedRow {
  line: number;
  reason: Rejection;
}

export class RejectedRows {
  readonly #rows: string[] = [];

  add(line: number, reason: Rejection): void {
    if (this.#rows.length < rejectedKept) this.#rows.push(`${line} ${reason}`);
  }

  /** For the row of the upload; undefined when none was rejected. */
  async deflated(): Promise<Buffer | undefined> {
    if (this.#rows.length === 0) return undefined;
    return promisify(deflateRaw)(this.#rows.join("\n"));
  }
}

/** Takes apart what `deflated` gave. */
export async function inflateRows(deflated: Uint8Array): Promise<RejectedRow[]> {
  const text = (await promisify(inflateRaw)(deflated)).toString("utf8");
  return text.split("\n").flatMap((row) => {
    const [line = "", reason = ""] = row.split(" ");
    return Object.hasOwn(rejectionWords, reason) ? [{ line: Number(line), reason: reason as Rejection }] : [];
  });
}
