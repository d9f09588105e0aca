/**
 * Encoded records waiting to be written in random order, so that the order of rows is not the order of the file.
 * One growing piece of memory: about 100 bytes a record. Lists longer than the window are shuffled window by window.
 */
import type { RandomNumbers } from "./random.ts";

/** Records shuffled together: a whole list of the county's size, 25 MB. */
export const windowRecords = 262_144;

export interface WaitingRecord {
  id: number;
  encoded: Uint8Array;
}

export class RecordWindow {
  #bytes = Buffer.alloc(1 << 20);
  #used = 0;
  readonly #ends: number[] = [];
  readonly #ids: number[] = [];

  get length(): number {
    return this.#ids.length;
  }

  get full(): boolean {
    return this.#ids.length >= windowRecords;
  }

  add(id: number, encoded: Uint8Array): void {
    if (this.#used + encoded.length > this.#bytes.length) {
      const grown = Buffer.alloc(this.#bytes.length * 2);
      this.#bytes.copy(grown, 0, 0, this.#used);
      this.#bytes = grown;
    }
    this.#bytes.set(encoded, this.#used);
    this.#used += encoded.length;
    this.#ends.push(this.#used);
    this.#ids.push(id);
  }

  /** Every record once, in random order; the window is empty afterwards. */
  *drain(random: RandomNumbers): Generator<WaitingRecord> {
    const order = Uint32Array.from(this.#ids.keys());
    random.shuffle(order);
    for (const i of order) {
      const start = i === 0 ? 0 : (this.#ends[i - 1] ?? 0);
      yield { id: this.#ids[i] ?? 0, encoded: this.#bytes.subarray(start, this.#ends[i]) };
    }
    this.#used = 0;
    this.#ends.length = 0;
    this.#ids.length = 0;
  }
}
