/**
 * The lists that answer lookups now, or why they do not: what `start` says of them.
 */
import { ListsNotReadyError, type OpenVersion } from "../lists/versionCache.ts";
import type { Services } from "./services.ts";

export interface CurrentLists {
  versions: OpenVersion[];
  /** Built under another scheme, or sealed by a key that is not listed: no list answers until that is mended. */
  notReady?: ListsNotReadyError["code"];
}

/** @returns the open versions; none where lookups are off, and none with a reason where a list cannot be read. */
export async function currentLists({ config, versions }: Services): Promise<CurrentLists> {
  if (config.lookups === "off") return { versions: [] };
  try {
    return { versions: await versions.current() };
  } catch (error) {
    if (error instanceof ListsNotReadyError) return { versions: [], notReady: error.code };
    throw error;
  }
}
