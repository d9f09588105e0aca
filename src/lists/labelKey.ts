/**
 * Block labels of one list version. A block key's label is half a block of AES-256 over 16 bytes of its SHA-256
 * (hash, then a pseudo-random permutation: keyed as HMAC is, at a tenth of its time, and the hash serves every
 * version); the row under it holds up to twelve record ids under a pad (AES-256 in counter mode, the label as nonce).
 * Structured encryption as in Curtmola et al. 2006 and Cash et al. 2014: without the key, labels and pads are random
 * numbers.
 *
 * One row of twelve ids rather than two parts of six: a lookup asks for half as many labels, and the number of rows
 * no longer tells how many blocks are large. What does not fit is left to the other families of keys.
 */
import { createCipheriv, hash } from "node:crypto";

/** Ids in a row. */
export const idsPerLabel = 12;
const padBytes = idsPerLabel * 4;
/** The pad is three blocks of AES. */
const cipherBlocks = padBytes / 16;

/** Bytes of a label. */
export const labelBytes = 8;
const blockBytes = 16;

/** Hashes block keys, 16 bytes each: what labels are made from, the same for every version. */
export function blockDigests(blockKeys: readonly string[]): Buffer {
  const digests = Buffer.allocUnsafe(blockKeys.length * blockBytes);
  for (let i = 0; i < blockKeys.length; i++) {
    // As a string of bytes: a buffer for each would cost twice the hash.
    digests.write(hash("sha256", blockKeys[i] ?? "", "binary"), i * blockBytes, blockBytes, "binary");
  }
  return digests;
}

/** AES-256 on whole blocks, each by itself: without chaining or padding one cipher serves every call. */
function blockCipher(key: Uint8Array): (blocks: Buffer) => Buffer {
  const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
  return (blocks) => cipher.update(blocks);
}

export class LabelKey {
  readonly #label: (blocks: Buffer) => Buffer;
  readonly #pad: (blocks: Buffer) => Buffer;

  /** @param label and pad: 32 bytes each, of this version alone. */
  constructor(label: Uint8Array, pad: Uint8Array) {
    this.#label = blockCipher(label);
    this.#pad = blockCipher(pad);
  }

  /**
   * The labels of block keys.
   * @param digests of the keys, from `blockDigests`.
   * @returns 8 bytes a key, in their order.
   */
  labels(digests: Buffer): Buffer {
    if (digests.length === 0) return digests;
    const blocks = this.#label(digests);
    const labels = Buffer.allocUnsafe(blocks.length / 2);
    for (let at = 0; at < labels.length; at += labelBytes) {
      blocks.copy(labels, at, 2 * at, 2 * at + labelBytes);
    }
    return labels;
  }

  /** The label of one block key, 8 bytes. */
  label(blockKey: string): Buffer {
    return this.labels(blockDigests([blockKey]));
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
    const rows = labels.length / labelBytes;
    const counters = Buffer.alloc(rows * padBytes);
    for (let row = 0; row < rows; row++) {
      for (let block = 0; block < cipherBlocks; block++) {
        const at = row * padBytes + block * 16;
        labels.copy(counters, at, row * labelBytes, (row + 1) * labelBytes);
        counters[at + 15] = block;
      }
    }
    return this.#pad(counters);
  }
}
