/**
 * Recognises the file a version was made from: a keyed hash of its bytes, the mapping and the scheme, under the
 * version's own key, so that two versions of one file share nothing.
 */
import { createHash, createHmac } from "node:crypto";
import { createReadStream } from "node:fs";
import { scheme } from "../matching/blockKeys.ts";
import type { VersionKeys } from "./versionKeys.ts";

/** SHA-256 of a file's bytes. */
export async function digestFile(file: string): Promise<Buffer> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest();
}

/** @param layoutId see `Layout.id`. */
export function fileHash(keys: VersionKeys, digest: Uint8Array, layoutId: string): Buffer {
  return createHmac("sha256", keys.fileKey).update(digest).update(`|${scheme}|${layoutId}`).digest();
}
