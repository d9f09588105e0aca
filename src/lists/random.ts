/**
 * Uniform random numbers for shuffling and padding, drawn from the runtime's bytes a block at a time.
 */
import type { Runtime } from "../runtime.ts";

const blockBytes = 4096;
const range = 2 ** 32;

export class RandomNumbers {
  readonly #runtime: Pick<Runtime, "bytes">;
  #block: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(runtime: Pick<Runtime, "bytes">) {
    this.#runtime = runtime;
  }

  /** A number from 0 to n-1, n at most 2^32; no number likelier than another. */
  below(n: number): number {
    const fair = range - (range % n);
    for (;;) {
      const drawn = this.bytes(4).readUInt32BE(0);
      if (drawn < fair) return drawn % n;
    }
  }

  /** Fresh random bytes, at most 4,096. */
  bytes(length: number): Buffer {
    if (this.#at + length > this.#block.length) {
      this.#block = this.#runtime.bytes(blockBytes);
      this.#at = 0;
    }
    this.#at += length;
    return this.#block.subarray(this.#at - length, this.#at);
  }

  /** Shuffles in place (Fisher and Yates). */
  shuffle(numbers: Uint32Array | number[]): void {
    for (let i = numbers.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const kept = numbers[i] ?? 0;
      numbers[i] = numbers[j] ?? 0;
      numbers[j] = kept;
    }
  }
}
