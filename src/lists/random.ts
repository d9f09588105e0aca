/**
 * Uniform random numbers for shuffling and padding, drawn from the runtime's bytes a block at a time.
 */
import type { Runtime } from "../runtime.ts";

const usualBlock = 4096;
const range = 2 ** 32;

export class RandomNumbers {
  readonly #runtime: Pick<Runtime, "bytes">;
  readonly #blockBytes: number;
  #block: Buffer = Buffer.alloc(0);
  #at = 0;

  /** @param blockBytes drawn at a time, when about so many will be used. */
  constructor(runtime: Pick<Runtime, "bytes">, blockBytes = usualBlock) {
    this.#runtime = runtime;
    this.#blockBytes = blockBytes;
  }

  /** A number from 0 to n-1, n at most 2^32; no number likelier than another. */
  below(n: number): number {
    const fair = range - (range % n);
    for (;;) {
      this.#draw(4);
      const drawn = this.#block.readUInt32BE(this.#at - 4);
      if (drawn < fair) return drawn % n;
    }
  }

  /** Fresh random bytes. */
  bytes(length: number): Buffer {
    this.#draw(length);
    return this.#block.subarray(this.#at - length, this.#at);
  }

  /** A fresh random number of 64 bits, signed. */
  label(): bigint {
    this.#draw(8);
    return this.#block.readBigInt64BE(this.#at - 8);
  }

  /** Moves on by so many bytes of the block, or of a new one. */
  #draw(length: number): void {
    if (this.#at + length > this.#block.length) {
      this.#block = this.#runtime.bytes(Math.max(this.#blockBytes, length));
      this.#at = 0;
    }
    this.#at += length;
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
