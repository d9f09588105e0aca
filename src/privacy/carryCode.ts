/**
 * The code that a web conversation is carried on by: nine letters and digits of Crockford's base 32 without its
 * vowels, so that none spells a word. A digit begins it and a letter ends it: no event code, command or case number does.
 */
import { keyTag } from "./keys.ts";
import { keyedHash, type Sealer } from "./seal.ts";

const digits = "0123456789";
const consonants = "BCDFGHJKMNPQRSTVWXYZ";
const symbols = digits + consonants;
const length = 9;
/** Bytes from here on are left out, so that every symbol is as likely as another. */
const fair = (of: string) => Math.floor(256 / of.length) * of.length;
const shape = new RegExp(`^[${digits}][${symbols}]{${length - 2}}[${consonants}]$`);

/** How long a code holds, in milliseconds. */
export const carryCodeMs = 10 * 60_000;
/** How long the code on a slip holds, in milliseconds. */
export const slipMs = 7 * 24 * 60 * 60_000;
/** What a device makes a slip's code of: a digit, seven of all, a letter. */
export const codeShape = { digits, consonants, length } as const;
/** How many codes there are: 10 · 30⁷ · 20, just under 2⁴². */
export const carryCodes = digits.length * symbols.length ** (length - 2) * consonants.length;

/**
 * A new code in its plain form ("7KX2MP9QT").
 * @param random gives so many random bytes.
 */
export function makeCarryCode(random: (bytes: number) => Buffer): string {
  const pick = (of: string): string => {
    for (;;) {
      const byte = random(1).readUInt8();
      if (byte < fair(of)) return of.charAt(byte % of.length);
    }
  };
  let code = pick(digits);
  while (code.length < length - 1) code += pick(symbols);
  return code + pick(consonants);
}

/** As people are shown it: "7KX-2MP-9QT". */
export function showCarryCode(code: string): string {
  return (code.match(/.{3}/g) ?? []).join("-");
}

/**
 * Reads a message that is a code and nothing else. As Crockford has it, O is 0, I and L are 1, and case, spaces and
 * hyphens do not count.
 * @returns its plain form, or undefined for any other message.
 */
export function readCarryCode(text: string): string | undefined {
  // Longer than any spelling of a code: not worth reading.
  if (text.length > 40) return undefined;
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return shape.test(plain) ? plain : undefined;
}

/** What a code stands under in the database, for every listed key, the active one first: the key's tag, then the hash. */
export function carryHashes(sealer: Sealer, code: string): Buffer[] {
  return sealer.keys.ids.map((id) => {
    const tag = Buffer.alloc(4);
    tag.writeUInt32BE(keyTag(id));
    return Buffer.concat([tag, keyedHash(sealer.keys.subKey("tokens", id), ["carry", code])]);
  });
}
