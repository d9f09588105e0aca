/**
 * Sealing: AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D), padded so that length says nothing, and bound
 * to the row it stands in by its associated data.
 */
import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { keyTag, type KeyRing, type Purpose } from "./keys.ts";

const nonceBytes = 12;
const tagBytes = 16;
/** What sealing adds to the padded length. */
export const sealOverhead = nonceBytes + tagBytes;

/**
 * Seals under a raw 32-byte key.
 * @param nonce 12 fresh random bytes.
 * @returns nonce | ciphertext | tag.
 */
export function sealWith(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(aad);
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, body, cipher.getAuthTag()], sealOverhead + body.length);
}

/** @returns the plain bytes, or undefined when the bytes were altered, moved or sealed under another key. */
export function openWith(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer | undefined {
  if (sealed.length < sealOverhead) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
}

/** Length-prefixed and zero-padded to a multiple of `block` bytes. */
export function pad(plain: Uint8Array, block: number): Buffer {
  const out = Buffer.alloc(Math.ceil((plain.length + 4) / block) * block);
  out.writeUInt32BE(plain.length, 0);
  out.set(plain, 4);
  return out;
}

/** @returns what was padded, or undefined when the length makes no sense. */
export function unpad(padded: Buffer): Buffer | undefined {
  if (padded.length < 4) return undefined;
  const length = padded.readUInt32BE(0);
  return length + 4 <= padded.length ? padded.subarray(4, 4 + length) : undefined;
}

/** Seals JSON and bytes for rows of conversations, replies, phones: key tag | nonce | ciphertext | tag. */
export class Sealer {
  readonly #keys: KeyRing;
  readonly #random: (length: number) => Buffer;

  constructor(keys: KeyRing, random: (length: number) => Buffer) {
    this.#keys = keys;
    this.#random = random;
  }

  get keys(): KeyRing {
    return this.#keys;
  }

  random(length: number): Buffer {
    return this.#random(length);
  }

  /**
   * @param row what the bytes belong to (table, column, key): another row's bytes do not open.
   * @param block padded to a multiple of this many bytes.
   */
  seal(purpose: Purpose, row: string, plain: Uint8Array, block = 512): Buffer {
    const id = this.#keys.activeId;
    const head = Buffer.alloc(4);
    head.writeUInt32BE(keyTag(id));
    const key = this.#keys.subKey(purpose, id);
    return Buffer.concat([
      head,
      sealWith(key, this.#random(nonceBytes), pad(plain, block), Buffer.from(row)),
    ]);
  }

  /** @returns the bytes, or undefined when they do not open here: altered, moved, or under a key not listed. */
  open(purpose: Purpose, row: string, sealed: Uint8Array): Buffer | undefined {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < 4) return undefined;
    const id = this.#keys.idOfTag(bytes.readUInt32BE(0));
    if (id === undefined) return undefined;
    const padded = openWith(this.#keys.subKey(purpose, id), bytes.subarray(4), Buffer.from(row));
    return padded && unpad(padded);
  }

  sealJson(purpose: Purpose, row: string, value: unknown): Buffer {
    return this.seal(purpose, row, Buffer.from(JSON.stringify(value)));
  }

  /** @returns the value, or undefined when it does not open or is not JSON. */
  openJson(purpose: Purpose, row: string, sealed: Uint8Array): unknown {
    const plain = this.open(purpose, row, sealed);
    if (!plain) return undefined;
    try {
      return JSON.parse(plain.toString());
    } catch {
      return undefined;
    }
  }

  /** Keyed hash under the active key, 32 bytes. */
  hash(purpose: Purpose, ...parts: string[]): Buffer {
    return keyedHash(this.#keys.subKey(purpose), parts);
  }

  /** Keyed hashes under every listed key, the active one first: what a lookup tries. */
  hashes(purpose: Purpose, ...parts: string[]): Buffer[] {
    return this.#keys.ids.map((id) => keyedHash(this.#keys.subKey(purpose, id), parts));
  }
}

/** HMAC-SHA-256 over parts, each prefixed with its length so that no two lists of parts read alike. */
export function keyedHash(key: Uint8Array, parts: readonly string[]): Buffer {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest();
}
