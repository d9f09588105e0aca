/**
 * Seeded randomness for the sample and the benches: the same seed gives the same list, everywhere and always.
 * Not for secrets; tokens and keys come from src/runtime.ts.
 */

/** Mixes numbers into one 32-bit seed (murmur3's finaliser), so that neighbouring seeds are unrelated. */
export function mixSeed(...parts: number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A stream of pseudo-random numbers (sfc32, Chris Doty-Humphrey). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(...seed: number[]) {
    this.#a = mixSeed(...seed, 1);
    this.#b = mixSeed(...seed, 2);
    this.#c = mixSeed(...seed, 3);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** The next number, 0 inclusive to 1 exclusive. */
  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both inclusive. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the list, each as likely. Throws on an empty list. */
  pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.next() * list.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  }
}

/** Values drawn in proportion to their weights. */
export class Weighted<T> {
  readonly #values: T[];
  readonly #bounds: number[] = [];

  constructor(entries: Iterable<readonly [T, number]>) {
    this.#values = [];
    let sum = 0;
    for (const [value, weight] of entries) {
      sum += weight;
      this.#values.push(value);
      this.#bounds.push(sum);
    }
  }

  /** Draws one value. Throws when the table is empty. */
  draw(random: Random): T {
    const target = random.next() * (this.#bounds.at(-1) ?? 0);
    let low = 0;
    let high = this.#bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#bounds[middle] ?? 0) <= target) low = middle + 1;
      else high = middle;
    }
    const value = this.#values[low];
    if (value === undefined) throw new RangeError("nothing to draw from");
    return value;
  }
}

/** Reads "name weight name weight …" into entries. */
export function readTable(text: string): [string, number][] {
  const words = text.trim().split(/\s+/);
  const entries: [string, number][] = [];
  for (let i = 0; i + 1 < words.length; i += 2) entries.push([words[i] ?? "", Number(words[i + 1])]);
  return entries;
}
