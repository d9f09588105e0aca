/**
 * How common each name is, counted on the imported list itself: agreeing on García is weak evidence,
 * agreeing on a rare name is strong (Winkler 1989, frequency-based matching).
 */
import { nameTokens } from "./normalise.ts";
import { soundKey } from "./sound.ts";
import type { ListRecord } from "./types.ts";

/** Counts per token, most frequent first; JSON as it stands. */
export interface NameFrequencies {
  /** Records counted. */
  records: number;
  given: TokenCounts;
  family: TokenCounts;
}

export interface TokenCounts {
  /** Tokens seen at least `leastSeen` times, with the number of records that hold them. */
  seen: [token: string, records: number][];
  /** One value for all others: how many records such a token stands in on average. */
  rest: number;
}

/** Rarer tokens are not kept: a table of rare names would be a list of people. */
export const leastSeen = 5;

/**
 * Weight of the assumption against the count, in records. A list of a few thousand cannot tell how rare
 * a name is among everyone who may ask.
 */
const priorRecords = 2000;
/** The assumed share of records that hold a given token, absent any count. */
const priorShare = 0.0008;
/** No token counts as rarer than this: beyond, errors of the list outweigh chance agreement. */
const floorShare = 0.00004;

/** From this share on a token is a name of its own; rarer ones may be slips that happened several times. */
const nameShare = 0.0001;

/** For an empty or unknown list: every name is taken as middling rare. */
export const noFrequencies: NameFrequencies = {
  records: 0,
  given: { seen: [], rest: 0 },
  family: { seen: [], rest: 0 },
};

function count(into: Map<string, number>, words: readonly string[]): void {
  for (const token of new Set(nameTokens(words))) into.set(token, (into.get(token) ?? 0) + 1);
}

function summarise(counts: Map<string, number>): TokenCounts {
  const seen: [string, number][] = [];
  let rareTokens = 0;
  let rareTotal = 0;
  for (const [token, n] of counts) {
    if (n >= leastSeen) seen.push([token, n]);
    else {
      rareTokens++;
      rareTotal += n;
    }
  }
  seen.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { seen, rest: rareTokens === 0 ? 0 : rareTotal / rareTokens };
}

/** Counts names while a list is read; the result does not depend on the order of records. */
export class FrequencyCounter {
  #records = 0;
  readonly #given = new Map<string, number>();
  readonly #family = new Map<string, number>();

  /** Counts one record's own name; other names used are not counted. */
  add(record: ListRecord): void {
    this.#records++;
    if (record.name === undefined) return;
    count(this.#given, record.name.given);
    count(this.#family, record.name.family);
  }

  finish(): NameFrequencies {
    return { records: this.#records, given: summarise(this.#given), family: summarise(this.#family) };
  }
}

function mergeCounts(parts: TokenCounts[]): TokenCounts {
  const counts = new Map<string, number>();
  let rest = 0;
  for (const part of parts) {
    rest = Math.max(rest, part.rest);
    for (const [token, n] of part.seen) counts.set(token, (counts.get(token) ?? 0) + n);
  }
  return { ...summarise(counts), rest };
}

/** One table for several lists. A token too rare to be kept in one list adds nothing from there. */
export function mergeFrequencies(list: NameFrequencies[]): NameFrequencies {
  return {
    records: list.reduce((sum, one) => sum + one.records, 0),
    given: mergeCounts(list.map((one) => one.given)),
    family: mergeCounts(list.map((one) => one.family)),
  };
}

/** A table made ready for looking up. */
export interface FrequencyIndex {
  given: ShareIndex;
  family: ShareIndex;
}

/** Share of records per sound key and per initial where the table says nothing. */
const unseenSoundFactor = 2;
const unseenInitialShare = 0.04;

export class ShareIndex {
  readonly #shares = new Map<string, number>();
  readonly #sounds = new Map<string, number>();
  readonly #initials = new Map<string, number>();
  /** Share of a token that is not in the table. */
  readonly #rest: number;

  constructor(counts: TokenCounts, records: number) {
    const share = (n: number): number =>
      Math.max(floorShare, (n + priorRecords * priorShare) / (records + priorRecords));
    const add = (to: Map<string, number>, key: string, by: number): void => {
      to.set(key, (to.get(key) ?? 0) + by);
    };
    for (const [token, n] of counts.seen) {
      this.#shares.set(token, share(n));
      if (token.length < 2) continue;
      add(this.#sounds, soundKey(token), share(n));
      add(this.#initials, token.charAt(0), share(n));
    }
    this.#rest = share(counts.rest);
  }

  /** The share of records that hold the token, 0 to 1, never 0. */
  share(token: string): number {
    return this.#shares.get(token) ?? this.#rest;
  }

  /** The share of records that hold a token of this sound key. */
  soundShare(key: string): number {
    return Math.max(this.#sounds.get(key) ?? 0, this.#rest * unseenSoundFactor);
  }

  /** The share of records that hold a token with this word's first letter. */
  initialShare(token: string): number {
    return Math.max(this.#initials.get(token.charAt(0)) ?? 0, unseenInitialShare);
  }

  /** True when the list itself holds the token often enough to call it a name rather than a slip. */
  isName(token: string): boolean {
    return (this.#shares.get(token) ?? 0) >= nameShare;
  }
}

const indexes = new WeakMap<NameFrequencies, FrequencyIndex>();

/** The table as an index, built once per table object. */
export function frequencyIndex(frequencies: NameFrequencies): FrequencyIndex {
  let index = indexes.get(frequencies);
  if (index === undefined) {
    index = {
      given: new ShareIndex(frequencies.given, frequencies.records),
      family: new ShareIndex(frequencies.family, frequencies.records),
    };
    indexes.set(frequencies, index);
  }
  return index;
}
