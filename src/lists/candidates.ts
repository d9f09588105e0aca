/**
 * Finds the records an asker may be, without the database learning which: whatever is found, a lookup is two
 * statements with the same number of labels and the same number of records, dummies among them, all opened.
 */
import { bigintArray, intArray, type Database } from "../db/database.ts";
import { askerBlockKeys, isNameAndYear } from "../matching/blockKeys.ts";
import type { Asker, ListRecord } from "../matching/types.ts";
import type { Runtime } from "../runtime.ts";
import { blockDigests, idsPerLabel, labelBytes } from "./labelKey.ts";
import { RandomNumbers } from "./random.ts";
import { decodeRecord } from "./recordCodec.ts";
import type { OpenVersion } from "./versionCache.ts";

/** Labels asked for per list: an asker's keys, at most this many, filled up with random ones. */
export const probesPerList = 40;

/**
 * Records fetched and opened by every lookup: 32 up to 1,000,000 records in all, 16 more for each doubling. Blocks grow
 * with the list, but the asker's own record stands early in the order of keys: `npm run bench:matching:sizes` meets 11
 * records on average at 2,500,000, 119 at most, and loses nobody among the first 64 (among the first 32, one asker in
 * 1,000).
 */
export function recordsPerLookup(total: number): number {
  return 32 + 16 * Math.max(0, Math.ceil(Math.log2(total / 1_000_000)));
}

export interface Candidate {
  version: OpenVersion;
  id: number;
  record: ListRecord;
}

/** What a lookup found. */
export interface Found {
  /** Those met by the most selective keys first. */
  candidates: Candidate[];
  /**
   * More may share the asker's name and birth year than were opened: a row of that name and year is full, or more
   * records were met than every lookup opens. Who guesses at such a record might not be counted (P5).
   */
  crowded: boolean;
}

/** The part of an act's services that a lookup needs. */
export interface LookupServices {
  database: Database;
  runtime: Pick<Runtime, "bytes">;
  log?: { warn(event: string, fields: { list: string; version: number }): void };
}

// The lateral limits keep the planner to one index probe a label and a record, whatever it believes of the tables.
// One column a row: a driver's work goes by columns as much as by bytes.
const labelsStatement = `select int8send(r.label) || r.refs as row
  from unnest($1::text::bigint[]) as w(label)
  cross join lateral (select label, refs from label where label = w.label limit 1) r`;
const recordsStatement = `select int4send(r.version) || int4send(r.id) || r.sealed as row
  from unnest($1::text::int[], $2::text::int[]) as w(version, id)
  cross join lateral
    (select version, id, sealed from record where version = w.version and id = w.id limit 1) r`;

interface Row {
  row: Uint8Array;
}

/** Records to fetch, by version in the order of `versions` and by id: the rank of those met, `dummy` of the others. */
interface Picks {
  ids: Map<number, number>[];
  crowded: boolean;
}
const dummy = -1;

/**
 * @param versions the open versions to search, from `VersionCache`.
 * @returns records that share a block key with the asker, at most `recordsPerLookup`. A record whose bytes do not open
 * is left out and logged once a version.
 */
export async function findCandidates(
  services: LookupServices,
  versions: readonly OpenVersion[],
  asker: Asker,
  signal?: AbortSignal,
): Promise<Found> {
  if (versions.length === 0) return { candidates: [], crowded: false };
  const { database } = services;
  const total = versions.reduce((sum, version) => sum + version.records, 0);
  const size = Math.min(recordsPerLookup(total), total);
  const random = new RandomNumbers(services.runtime, 8 * probesPerList * versions.length + 8 * size);
  const probes = probesOf(versions, asker, random);
  const found = await database.query<Row>(labelsStatement, [bigintArray(probes.asked)], signal);
  const picks = pick(found, probes, versions, size);
  fillUp(picks.ids, versions, total, size, random);
  const rows = await database.query<Row>(recordsStatement, recordsToAskFor(picks.ids, versions), signal);
  return { candidates: openAll(services, rows, picks.ids, versions), crowded: picks.crowded };
}

interface Probes {
  /** All labels asked for, in the order of numbers: labels are random, and their order tells nothing either. */
  asked: BigInt64Array;
  /** Where an asker's label stands: rank of the key × number of versions + place of the version. */
  places: Map<bigint, number>;
  /** Ranks of the keys under which everyone of the asker's name and birth year is filed. */
  ofNameAndYear: Set<number>;
}

/** The asker's labels in every version, as many random ones as every lookup has beside them. */
function probesOf(versions: readonly OpenVersion[], asker: Asker, random: RandomNumbers): Probes {
  const keys = askerBlockKeys(asker).slice(0, probesPerList);
  const digests = blockDigests(keys);
  const asked = new BigInt64Array(versions.length * probesPerList);
  const places = new Map<bigint, number>();
  let n = 0;
  for (const [place, version] of versions.entries()) {
    const own = version.labelKey.labels(digests);
    for (let rank = 0; rank < probesPerList; rank++) {
      const at = rank * labelBytes;
      const label = at < own.length ? own.readBigInt64BE(at) : random.label();
      if (at < own.length) places.set(label, rank * versions.length + place);
      asked[n++] = label;
    }
  }
  const ofNameAndYear = new Set(keys.flatMap((key, rank) => (isNameAndYear(key) ? [rank] : [])));
  return { asked: asked.sort(), places, ofNameAndYear };
}

/** The ids under the labels that were found, at most `size`, the most selective keys' first, none twice. */
function pick(found: readonly Row[], probes: Probes, versions: readonly OpenVersion[], size: number): Picks {
  const picks: Picks = { ids: versions.map(() => new Map<number, number>()), crowded: false };
  const met: { place: number; row: Buffer }[] = [];
  for (const { row } of found) {
    const bytes = bufferOf(row);
    const place = probes.places.get(bytes.readBigInt64BE(0));
    if (place !== undefined) met.push({ place, row: bytes });
  }
  met.sort((a, b) => a.place - b.place);
  let rank = 0;
  for (const { place, row } of met) {
    const version = versions[place % versions.length];
    const ids = picks.ids[place % versions.length];
    if (!version || !ids) continue;
    const block = version.labelKey.reveal(row.subarray(0, labelBytes), row.subarray(labelBytes));
    const key = Math.floor(place / versions.length);
    if (block.length === idsPerLabel && probes.ofNameAndYear.has(key)) picks.crowded = true;
    for (const id of block) {
      if (rank === size) return { ...picks, crowded: true };
      if (!ids.has(id)) ids.set(id, rank++);
    }
  }
  return picks;
}

/** Adds records drawn at random from all lists, up to as many as every lookup fetches. */
function fillUp(
  picks: Picks["ids"],
  versions: readonly OpenVersion[],
  total: number,
  size: number,
  random: RandomNumbers,
): void {
  let left = size - picks.reduce((sum, ids) => sum + ids.size, 0);
  let running = left > 0 ? random.below(total) : 0;
  while (left > 0) {
    let place = 0;
    let n = running;
    for (; n >= (versions[place]?.records ?? Infinity); place++) n -= versions[place]?.records ?? 0;
    const ids = picks[place];
    const id = versions[place]?.recordIds.at(n);
    if (!ids || id === undefined) throw new RangeError("no such record");
    if (!ids.has(id)) {
      ids.set(id, dummy);
      left--;
      running = random.below(total);
    } else {
      // Small lists: the next free one, so that the search ends.
      running = (running + 1) % total;
    }
  }
}

/** In the order of versions and ids, so that the order tells no dummy from a record that was met. */
function recordsToAskFor(picks: Picks["ids"], versions: readonly OpenVersion[]): [string, string] {
  const inVersions: number[] = [];
  const ids: number[] = [];
  for (const [place, some] of picks.entries()) {
    const version = versions[place]?.version ?? 0;
    for (const id of Int32Array.from(some.keys()).sort()) {
      inVersions.push(version);
      ids.push(id);
    }
  }
  return [intArray(inVersions), intArray(ids)];
}

/** Opens every record, dummies too; decodes those that were met, by rank. */
function openAll(
  services: LookupServices,
  rows: readonly Row[],
  picks: Picks["ids"],
  versions: readonly OpenVersion[],
): Candidate[] {
  const places = new Map(versions.map((version, place) => [version.version, place]));
  const candidates: { rank: number; candidate: Candidate }[] = [];
  for (const { row } of rows) {
    const bytes = bufferOf(row);
    const place = places.get(bytes.readInt32BE(0)) ?? -1;
    const id = bytes.readInt32BE(4);
    const version = versions[place];
    const rank = picks[place]?.get(id);
    if (!version || rank === undefined) continue;
    const plain = version.recordKey.open(id, bytes.subarray(8));
    if (rank === dummy && plain) continue;
    const record = plain && decodeRecord(plain);
    if (record && rank !== dummy) candidates.push({ rank, candidate: { version, id, record } });
    if (!record) warnOnce(services, version);
  }
  return candidates.sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const warned = new WeakSet<OpenVersion>();

function warnOnce(services: LookupServices, version: OpenVersion): void {
  if (warned.has(version)) return;
  warned.add(version);
  services.log?.warn("record_unreadable", { list: version.list.id, version: version.version });
}
