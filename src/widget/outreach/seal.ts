/**
 * Seals a finished form for the server alone: ECDH on P-256 with a key of this moment, HKDF-SHA-256, AES-256-GCM bound to the
 * form's turn. What is stored after this opens nowhere on the device.
 */
import { bytesOf, textOf } from "./bytes.ts";

const purpose = "clearline/outreach/form/v1";

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * @param publicKey the server's, as an uncompressed point in base64url.
 * @returns this moment's point (65 bytes), nonce (12), ciphertext and tag, in base64url.
 */
export async function seal(publicKey: string, turn: string, value: unknown): Promise<string> {
  const { subtle } = crypto;
  const utf8 = new TextEncoder();
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const server = bytesOf(publicKey);
  const theirs = await subtle.importKey("raw", server, curve, false, []);
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await subtle.exportKey("raw", own.publicKey));
  const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256);
  const base = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const info = join(utf8.encode(purpose), point, server);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
  const key = await subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = utf8.encode(`${purpose}/${turn}`);
  const sealed = await subtle.encrypt(
    { name: "AES-GCM", iv, additionalData },
    key,
    utf8.encode(JSON.stringify(value)),
  );
  return textOf(join(point, iv, new Uint8Array(sealed)));
}

/** Random characters: a fair choice of each, byte by byte. */
function pick(from: string): string {
  const fair = Math.floor(256 / from.length) * from.length;
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return from.charAt(byte % from.length);
  }
}

/** A slip's code: a digit, then any, a consonant last (privacy/carryCode.ts says why). */
export function makeCode({
  digits,
  consonants,
  length,
}: {
  digits: string;
  consonants: string;
  length: number;
}) {
  let code = pick(digits);
  while (code.length < length - 1) code += pick(digits + consonants);
  return code + pick(consonants);
}

/** A turn's id: 128 random bits. */
export function makeTurn(): string {
  return textOf(crypto.getRandomValues(new Uint8Array(16)));
}
