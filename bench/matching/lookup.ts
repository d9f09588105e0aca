/**
 * Looking up in memory what the service looks up sealed: the same keys, the same order, the same bound.
 */
import { recordsPerLookup } from "../../src/lists/candidates.ts";
import { choose } from "../../src/lists/choose.ts";
import { idsPerLabel } from "../../src/lists/labelKey.ts";
import { askerBlockKeys, keyKind, recordBlockKeys } from "../../src/matching/blockKeys.ts";
import { compare, decide, prepareAsker } from "../../src/matching/match.ts";
import type { Comparison } from "../../src/matching/match.ts";
import type { Asker, Decision } from "../../src/matching/types.ts";
import type { Population } from "./population.ts";

export interface Index {
  from: Population;
  places: Map<string, number[]>;
  keys: number;
}

export function buildIndex(from: Population): Index {
  const places = new Map<string, number[]>();
  let keys = 0;
  from.records.forEach((record, place) => {
    for (const key of recordBlockKeys(record)) {
      keys++;
      const there = places.get(key);
      if (there === undefined) places.set(key, [place]);
      else if (there.length < idsPerLabel) there.push(place);
    }
  });
  return { from, places, keys };
}

export interface Candidates {
  /** Records opened, and whether each would be on any other day of the birth year. */
  places: Map<number, boolean>;
  probes: number;
  /** True when more records had the asker's keys than are opened. */
  cut: boolean;
}

export function candidates(index: Index, asker: Asker): Candidates {
  const keys = askerBlockKeys(asker);
  const met = keys.flatMap((key) => (index.places.get(key) ?? []).map((id) => ({ id, kind: keyKind(key) })));
  const places = choose(met, recordsPerLookup(index.from.records.length));
  return { places, probes: keys.length, cut: new Set(met.map(({ id }) => id)).size > places.size };
}

export interface Hit {
  place: number;
  comparison: Comparison;
  decision: Decision;
}

/** Looks up and decides as the service does: what is not met whatever day is typed never confirms by its date. */
export function lookUp(index: Index, asker: Asker, found: Candidates = candidates(index, asker)): Hit[] {
  const prepared = prepareAsker(asker);
  return [...found.places].map(([place, counted]) => {
    const record = index.from.records[place];
    if (record === undefined) throw new RangeError(`no record ${place}`);
    const comparison = compare(prepared, record, index.from.frequencies);
    const decision = decide(comparison, "date");
    const numbered = decide(comparison, "caseNumber") === "confirmed";
    const free = decision === "confirmed" && !counted && !numbered;
    return { place, comparison, decision: free ? "possible" : decision };
  });
}
