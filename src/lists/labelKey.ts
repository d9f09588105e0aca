/**
 * Block labels of one list version. A block key's label is the first 8 bytes of its HMAC-SHA-256; the row under it
 * holds up to twelve record ids under a pad (AES-256 in counter mode, the label as nonce). Structured encryption as
 * in Curtmola et al. 2006 and Cash et al. 2014: without the key, labels and pads are random numbers.
 *
 * One row of twelve ids rather than two parts of six: a lookup asks for half as many labels, and the number of rows
 * no longer tells how many blocks are large. What does not fit is left to the other families of keys.
 */
import { createCipheriv, createHmac, createSecretKey, type KeyObject } from "node:crypto";

/** Ids in a row. */
export const idsPerLabel = 12;
const padBytes = idsPerLabel * 4;
/** The pad is three blocks of AES. */
const cipherBlocks = padBytes / 16;

export class LabelKey {
  readonly #label: KeyObject;
  readonly #pad: KeyObject;

  /** @param label and pad: 32 bytes each, of this version alone. */
  constructor(label: Uint8Array, pad: Uint8Array) {
    this.#label = createSecretKey(label);
    this.#pad = createSecretKey(pad);
  }

  /** The label of a block key, 8 bytes. */
  label(blockKey: string): Buffer {
    return createHmac("sha256", this.#label).update(blockKey).digest().subarray(0, 8);
  }

  /**
   * Hides ids under their labels, many at a time.
   * @param labels 8 bytes each; the same number as `blocks`.
   * @param blocks one to twelve ids each; free places repeat them, so that every row is equally full.
   * @returns 48 bytes a label.
   */
  hide(labels: Buffer, blocks: readonly (readonly number[])[]): Buffer {
    const refs = this.#pads(labels);
    for (const [row, ids] of blocks.entries()) {
      for (let place = 0; place < idsPerLabel; place++) {
        const at = row * padBytes + place * 4;
        refs.writeInt32BE(refs.readInt32BE(at) ^ (ids[place % ids.length] ?? 0), at);
      }
    }
    return refs;
  }

  /** The ids in a row, distinct; bytes that were not made for this label give ids that no record has. */
  reveal(label: Buffer, refs: Uint8Array): number[] {
    if (refs.length !== padBytes) return [];
    const pad = this.#pads(label);
    const row = Buffer.from(refs.buffer, refs.byteOffset, refs.byteLength);
    const ids = new Set<number>();
    for (let at = 0; at < padBytes; at += 4) ids.add(row.readInt32BE(at) ^ pad.readInt32BE(at));
    return [...ids];
  }

  /** Counter mode over all labels in one call: label | block number. */
  #pads(labels: Buffer): Buffer {
    const rows = labels.length / 8;
    const counters = Buffer.alloc(rows * padBytes);
    for (let row = 0; row < rows; row++) {
      for (let block = 0; block < cipherBlocks; block++) {
        const at = row * padBytes + block * 16;
        labels.copy(counters, at, row * 8, row * 8 + 8);
        counters[at + 15] = block;
      }
    }
    return createCipheriv("aes-256-ecb", this.#pad, null).setAutoPadding(false).update(counters);
  }
}
