/**
 * The key that forms are sealed for on a device without signal: ECDH on P-256 with a key of the moment, HKDF-SHA-256, then
 * AES-256-GCM bound to the form's turn (as in RFC 9180's base mode, with what a browser of 2017 has). The private key is
 * a secret of the installation, under the master key; a device holds the public key alone and opens nothing.
 */
import { createECDH, hkdfSync } from "node:crypto";
import { openWith } from "../../privacy/seal.ts";
import { secretOf } from "../../privacy/secrets.ts";
import type { Services } from "../services.ts";

/** Said into the derivation, so that the key serves nothing else. Public keys follow it. */
export const queueLabel = "clearline/outreach/form/v1";
/** What a device makes a slip's code of. */
export { codeShape as slipShape } from "../../privacy/carryCode.ts";
const curve = "prime256v1";
const pointBytes = 65;
/** The order of P-256 (SEC 2, 2.4.2). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** FIPS 186-5, A.2.1: 64 bits more than the order has, so that the remainder favours no key. */
async function pairOf({ database, sealer }: Services) {
  const secret = await secretOf(database, sealer, "outreach/queue");
  const wide = Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), `${queueLabel}/key`, 40));
  const scalar = (BigInt(`0x${wide.toString("hex")}`) % (order - 1n)) + 1n;
  const pair = createECDH(curve);
  pair.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, "0"), "hex"));
  return pair;
}

/** The public key, as an uncompressed point in base64url. */
export async function queueKey(services: Services): Promise<string> {
  return (await pairOf(services)).getPublicKey().toString("base64url");
}

/**
 * Opens a sealed form.
 * @param sealed the device's point (65 bytes), nonce (12), ciphertext and tag, in base64url.
 * @param turn what it is bound to.
 * @returns the JSON in it, or undefined when it was altered, moved to another turn, or is not ours.
 */
export async function openQueued(services: Services, sealed: string, turn: string): Promise<unknown> {
  const bytes = Buffer.from(sealed, "base64url");
  const point = bytes.subarray(0, pointBytes);
  const pair = await pairOf(services);
  try {
    const shared = pair.computeSecret(point);
    const info = Buffer.concat([Buffer.from(queueLabel), point, pair.getPublicKey()]);
    const key = Buffer.from(hkdfSync("sha256", shared, Buffer.alloc(0), info, 32));
    const plain = openWith(key, bytes.subarray(pointBytes), Buffer.from(`${queueLabel}/${turn}`));
    return plain === undefined ? undefined : (JSON.parse(plain.toString("utf8")) as unknown);
  } catch {
    // No point on the curve, or no JSON: nothing of it may reach a log.
    return undefined;
  }
}
