/**
 * Seals and opens the rows of one list version: AES-256-GCM, bound to format, list, version and record id, under a
 * key of this version alone (which is why no key id is bound: another version's key opens nothing here).
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;
/** What sealing adds to a record's padded length. */
export const recordOverhead = nonceBytes + tagBytes;

export class RecordKey {
  // A KeyObject: half the time of raw bytes, and a lookup opens 32 records.
  readonly #key: KeyObject;
  readonly #aad: Buffer;

  /** @param key 32 bytes. */
  constructor(key: Uint8Array, listId: string, version: number) {
    this.#key = createSecretKey(key);
    const name = `clearline/record/1|${listId}|${version}|`;
    this.#aad = Buffer.alloc(Buffer.byteLength(name) + 4);
    this.#aad.write(name);
  }

  /**
   * @param nonce 12 fresh random bytes.
   * @returns nonce | ciphertext | tag.
   */
  seal(id: number, plain: Uint8Array, nonce: Uint8Array): Buffer {
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce);
    cipher.setAAD(this.#row(id));
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([nonce, body, cipher.getAuthTag()], recordOverhead + body.length);
  }

  /** @returns the padded record, or undefined when the bytes were altered or belong to another row. */
  open(id: number, sealed: Uint8Array): Buffer | undefined {
    if (sealed.length < recordOverhead) return undefined;
    const end = sealed.length - tagBytes;
    const decipher = createDecipheriv("aes-256-gcm", this.#key, sealed.subarray(0, nonceBytes));
    decipher.setAAD(this.#row(id));
    decipher.setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(nonceBytes, end));
    try {
      decipher.final();
    } catch {
      return undefined;
    }
    return plain;
  }

  #row(id: number): Buffer {
    this.#aad.writeInt32BE(id, this.#aad.length - 4);
    return this.#aad;
  }
}
