/**
 * What a phone at a clinic holds a PIN against when no server can be asked. The server keeps the PIN stretched by PBKDF2,
 * sealed under the secret that every account's second factor stands under, so that a dump tries nothing; a page is handed
 * it under a key of its own, for its memory alone, and the shell that a phone stores is handed five bits of it
 * (widget/outreach/pin.ts says why).
 */
import { createHmac, pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import { openWith, sealWith } from "../../privacy/seal.ts";
import type { Services } from "../services.ts";
import { staffAuth, type StaffAuth } from "./auth.ts";

const stretch = promisify(pbkdf2);
const saltBytes = 16;
const hashBytes = 32;
/** Half a second on a phone of 2017. More would not help: a PIN has four digits. */
const rounds = 200_000;

const aad = (userId: string) => Buffer.from(`staff_user/pin/${userId}`);
const sealKey = ({ keyed }: StaffAuth) => keyed("pin-check");

/** A PIN as `staff_user.pin_check` holds it. */
export async function sealPinCheck(services: Services, userId: string, pin: string): Promise<Buffer> {
  const auth = await staffAuth(services);
  const { runtime } = services;
  const salt = runtime.bytes(saltBytes);
  const hash = await stretch(pin, salt, rounds, hashBytes, "sha256");
  return sealWith(sealKey(auth), runtime.bytes(12), Buffer.concat([salt, hash]), aad(userId));
}

/** Of a session: a few characters that tell one from the next and say nothing else. */
export async function sessionMark(services: Services, session: string): Promise<string> {
  const { keyed } = await staffAuth(services);
  return keyed("mark", session).toString("base64url").slice(0, 12);
}

/**
 * What the device is handed, as JSON.
 * @param kind "page" for the memory of a page; "shell" for what the device stores.
 * @returns undefined for an account whose PIN is older than this; the next right PIN sets it.
 */
export async function pinCheckFor(
  services: Services,
  userId: string,
  kind: "page" | "shell",
): Promise<string | undefined> {
  const [row] = await services.database.query<{ sealed: Uint8Array | null }>(
    "select pin_check as sealed from staff_user where id = $1",
    [userId],
  );
  if (!row?.sealed) return undefined;
  const plain = openWith(sealKey(await staffAuth(services)), row.sealed, aad(userId));
  if (!plain) return undefined;
  const [salt, hash] = [plain.subarray(0, saltBytes).toString("base64url"), plain.subarray(saltBytes)];
  if (kind === "shell") {
    const bits = createHmac("sha256", hash).update("clearline/outreach/pin/weak").digest().readUInt8() & 31;
    return JSON.stringify({ salt, rounds, bits });
  }
  const key = services.runtime.bytes(32);
  const tag = createHmac("sha256", key).update(hash).digest();
  return JSON.stringify({ salt, rounds, key: key.toString("base64url"), tag: tag.toString("base64url") });
}
