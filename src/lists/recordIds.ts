/**
 * Record ids: a keyed permutation of the running numbers 0 … n-1 over 32 bits, so that an id says nothing of the
 * order in the file, and so that a random number below n names a record that exists (padding of lookups).
 * A four-round Feistel network with pseudo-random round functions (Luby and Rackoff 1988).
 */
import { createCipheriv } from "node:crypto";

const rounds = 4;
const half = 65_536;

export class RecordIds {
  /** Each round's function on 16 bits, as a table: 32 dummies a lookup cost four look-ups in memory each. */
  readonly #tables: Uint16Array;

  /** @param key 32 bytes that belong to one list version. */
  constructor(key: Uint8Array) {
    const keystream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(
      Buffer.alloc(rounds * half * 2),
    );
    this.#tables = new Uint16Array(rounds * half);
    // Byte by byte, so that the permutation is the same on any machine.
    for (let i = 0; i < this.#tables.length; i++) this.#tables[i] = keystream.readUInt16LE(2 * i);
  }

  /** The id, a signed 32-bit integer, of a running number (0 … 2^32-1). */
  at(running: number): number {
    let left = (running >>> 16) & 0xffff;
    let right = running & 0xffff;
    for (let round = 0; round < rounds; round++) {
      const next = left ^ (this.#tables[round * half + right] ?? 0);
      left = right;
      right = next;
    }
    return (left << 16) | right;
  }
}
