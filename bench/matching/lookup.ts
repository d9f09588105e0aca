/**
 * Looking up in memory what the service looks up sealed: the same keys, the same order, the same bound.
 */
import { recordsPerLookup } from "../../src/lists/candidates.ts";
import { idsPerLabel } from "../../src/lists/labelKey.ts";
import { askerBlockKeys, recordBlockKeys } from "../../src/matching/blockKeys.ts";
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
  places: number[];
  probes: number;
  /** True when more records had the asker's keys than are opened. */
  cut: boolean;
}

export function candidates(index: Index, asker: Asker): Candidates {
  const keys = askerBlockKeys(asker);
  const found = new Set<number>();
  for (const key of keys) for (const place of index.places.get(key) ?? []) found.add(place);
  const opened = recordsPerLookup(index.from.records.length);
  return { places: [...found].slice(0, opened), probes: keys.length, cut: found.size > opened };
}

export interface Hit {
  place: number;
  comparison: Comparison;
  decision: Decision;
}

export function lookUp(index: Index, asker: Asker, found: Candidates = candidates(index, asker)): Hit[] {
  const prepared = prepareAsker(asker);
  return found.places.map((place) => {
    const record = index.from.records[place];
    if (record === undefined) throw new RangeError(`no record ${place}`);
    const comparison = compare(prepared, record, index.from.frequencies);
    return { place, comparison, decision: decide(comparison, "date") };
  });
}
