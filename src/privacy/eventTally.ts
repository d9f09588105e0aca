/**
 * What the code of a clinic or poster is counted under. A first text such as "Lopez1968" looks like a code: under a
 * keyed hash nobody reads it, and staff who know their codes find their counts (P15).
 */
import type { Sealer } from "./seal.ts";

const hashDigits = 16;

/** The tally names of a code, under every listed key, the active one first. Sum over them to read a count. */
export function eventTallies(sealer: Sealer, code: string): string[] {
  return sealer
    .hashes("limits", "event", code.toUpperCase())
    .map((hash) => `event_${hash.toString("hex").slice(0, hashDigits)}`);
}
