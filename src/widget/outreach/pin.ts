/**
 * Holds a PIN against what the server handed out (acts/staff/pin-check.ts), with no signal.
 *
 * Whoever can read a check that decides for sure can try its ten thousand PINs in a minute, however slow each is made, and
 * then open the session at the server too. So there are two. The one in the page's memory decides for sure: a key of this
 * page, which scripts can use and nobody can read, and no copy on the device's storage. The one in the kept shell is weak on
 * purpose: five bits, which one wrong PIN in thirty-two passes. It tells a thief who reads the storage which
 * thirty-second of all PINs is meant, and the server takes five of them; and it opens nothing but an empty form, since
 * what was typed and the slip's code go when a page with this check alone is covered.
 */
import { bytesOf } from "./bytes.ts";
import type { Verifier } from "./hold.ts";

/** As the page brings it: `key` and `tag`, or in the shell `bits`. */
export interface Check {
  salt: string;
  rounds: number;
  key?: string;
  tag?: string;
  bits?: number;
}

const utf8 = new TextEncoder();
const hmac = { name: "HMAC", hash: "SHA-256" };
const weakLabel = utf8.encode("clearline/outreach/pin/weak");

/** PBKDF2-SHA-256, 32 bytes. */
async function stretched(
  pin: string,
  { salt, rounds }: { salt: string; rounds: number },
): Promise<ArrayBuffer> {
  const base = await crypto.subtle.importKey("raw", utf8.encode(pin), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: rounds };
  return crypto.subtle.deriveBits(how, base, 256);
}

/** The sure check out of a page's own, or undefined where there is the shell's alone. */
export async function verifierOf({ salt, rounds, key, tag }: Check): Promise<Verifier | undefined> {
  if (key === undefined || tag === undefined) return undefined;
  const imported = await crypto.subtle.importKey("raw", bytesOf(key), hmac, false, ["verify"]);
  return { salt, rounds, key: imported, tag: bytesOf(tag).buffer };
}

/** For sure. */
export async function isRight(pin: string, { key, tag, ...how }: Verifier): Promise<boolean> {
  return crypto.subtle.verify("HMAC", key, tag, await stretched(pin, how));
}

/** By five bits alone. */
export async function mayBeRight(pin: string, { bits, ...how }: Check): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", await stretched(pin, how), hmac, false, ["sign"]);
  const [first = 0] = new Uint8Array(await crypto.subtle.sign("HMAC", key, weakLabel));
  return (first & 31) === bits;
}
