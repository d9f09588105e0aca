/**
 * What the code of a clinic or poster is counted under. A first text such as "Lopez1968" looks like a code: under a
 * keyed hash nobody reads it, and staff who know their codes find their counts (P15).
 */
import type { Sealer } from "./seal.ts";

const hashDigits = 16;

/**
 * What is counted of an event's people beside that they came: that they chose a language after the code, and how the
 * telling of an outcome went (`acts/turn/tallies.ts`).
 */
export type EventPart = "language" | "confirmed" | "told" | "confirmedLater" | "toldLater";

/** The tally names of a code, under every listed key, the active one first. Sum over them to read a count. */
export function eventTallies(sealer: Sealer, code: string): string[] {
  return sealer
    .hashes("limits", "event", code.toUpperCase())
    .map((hash) => `event_${hash.toString("hex").slice(0, hashDigits)}`);
}

/** The name that a part of the people of a tally is counted under. */
export const eventPart = (tally: string, part: EventPart): string => `${tally}_${part}`;
