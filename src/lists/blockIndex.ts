/**
 * Collects (label, record id) while a list is read and gives them back as blocks, in the order of labels, which is
 * random. Twelve bytes an entry, in buckets by the label's first byte, so that 2,500,000 records (about 28 million
 * entries) take some 400 MB and are sorted a bucket at a time.
 */
import { idsPerLabel } from "./labelKey.ts";
import type { RandomNumbers } from "./random.ts";

const buckets = 256;
/** Words an entry: label high, label low, id. */
const entryWords = 3;

/** A label and at most twelve of its records. */
export interface Block {
  label: Buffer;
  ids: number[];
}

export class BlockIndex {
  readonly #buckets: Uint32Array[] = Array.from({ length: buckets }, () => new Uint32Array(16 * entryWords));
  readonly #lengths = new Uint32Array(buckets);
  #size = 0;

  /** Entries added. */
  get size(): number {
    return this.#size;
  }

  /** @param labels holds the label's 8 bytes, from `start`. */
  add(labels: Buffer, id: number, start = 0): void {
    const bucket = labels[start] ?? 0;
    let words = this.#buckets[bucket] ?? new Uint32Array(0);
    const at = this.#lengths[bucket] ?? 0;
    if (at + entryWords > words.length) {
      const grown = new Uint32Array(Math.ceil((words.length * 1.5) / entryWords) * entryWords);
      grown.set(words);
      this.#buckets[bucket] = words = grown;
    }
    words[at] = labels.readUInt32BE(start);
    words[at + 1] = labels.readUInt32BE(start + 4);
    words[at + 2] = id >>> 0;
    this.#lengths[bucket] = at + entryWords;
    this.#size++;
  }

  /**
   * Empties itself bucket by bucket.
   * @returns all blocks of one bucket at a time; of a block with more than twelve records, any twelve.
   */
  *drain(random: RandomNumbers): Generator<Block[]> {
    for (let bucket = 0; bucket < buckets; bucket++) {
      const words = this.#buckets[bucket] ?? new Uint32Array(0);
      yield blocksOf(words, (this.#lengths[bucket] ?? 0) / entryWords, random);
      this.#buckets[bucket] = new Uint32Array(0);
      this.#lengths[bucket] = 0;
    }
    this.#size = 0;
  }
}

function blocksOf(words: Uint32Array, entries: number, random: RandomNumbers): Block[] {
  const word = (entry: number, which: number) => words[entry * entryWords + which] ?? 0;
  const order = new Uint32Array(entries);
  for (let i = 0; i < entries; i++) order[i] = i;
  order.sort((a, b) => word(a, 0) - word(b, 0) || word(a, 1) - word(b, 1));
  const blocks: Block[] = [];
  for (let i = 0; i < entries;) {
    const first = order[i] ?? 0;
    const high = word(first, 0);
    const low = word(first, 1);
    const ids: number[] = [];
    for (; i < entries; i++) {
      const entry = order[i] ?? 0;
      if (word(entry, 0) !== high || word(entry, 1) !== low) break;
      ids.push(word(entry, 2) | 0);
    }
    if (ids.length > idsPerLabel) {
      random.shuffle(ids);
      ids.length = idsPerLabel;
    }
    const label = Buffer.allocUnsafe(8);
    label.writeUInt32BE(high, 0);
    label.writeUInt32BE(low, 4);
    blocks.push({ label, ids });
  }
  return blocks;
}
