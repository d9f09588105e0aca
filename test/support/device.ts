/**
 * Seals a form as a device without signal does (src/widget/outreach/seal.ts), in Node.
 */
import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { queueLabel } from "../../src/acts/outreach/queueKey.ts";

/**
 * @param publicKey the installation's, as the page carries it.
 * @param turn what the form is bound to.
 * @returns what is posted to /outreach/queue as `sealed`.
 */
export function sealAsDevice(publicKey: string, turn: string, value: unknown): string {
  const server = Buffer.from(publicKey, "base64url");
  const own = createECDH("prime256v1");
  const point = own.generateKeys();
  const info = Buffer.concat([Buffer.from(queueLabel), point, server]);
  const key = Buffer.from(hkdfSync("sha256", own.computeSecret(server), Buffer.alloc(0), info, 32));
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(`${queueLabel}/${turn}`));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([point, nonce, sealed]).toString("base64url");
}
