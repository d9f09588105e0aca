/**
 * A fair sample of a stream whose length nobody knows (Vitter 1985, algorithm R).
 */
import type { Random } from "../sample/random.ts";

export class Reservoir<T> {
  readonly items: T[] = [];
  readonly #size: number;
  readonly #random: Random;
  #seen = 0;

  /** @param size how many are kept. */
  constructor(size: number, random: Random) {
    this.#size = size;
    this.#random = random;
  }

  /** Every item offered so far is kept with the same probability. */
  offer(item: T): void {
    this.#seen++;
    if (this.items.length < this.#size) {
      this.items.push(item);
      return;
    }
    const place = this.#random.between(0, this.#seen - 1);
    if (place < this.#size) this.items[place] = item;
  }
}
