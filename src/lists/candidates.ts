/**
 * Finds the records an asker may be, without the database learning which: whatever is found, a lookup is two
 * statements with the same number of labels and the same number of records, dummies among them, all opened.
 */
import { bigintArray, intArray, type Database } from "../db/database.ts";
import { askerBlockKeys, keyKind, type KeyKind } from "../matching/blockKeys.ts";
import type { Asker, ListRecord } from "../matching/types.ts";
import type { Runtime } from "../runtime.ts";
import { choose, type Met } from "./choose.ts";
import { blockDigests, labelBytes } from "./labelKey.ts";
import { RandomNumbers } from "./random.ts";
import { decodeRecord } from "./recordCodec.ts";
import type { OpenVersion } from "./versionCache.ts";

/** Labels asked for per list: an asker's keys, at most this many, filled up with random ones. */
export const probesPerList = 40;

/**
 * Records fetched and opened by every lookup: 32 up to 1,000,000 records in all, 2 more for each doubling. Blocks grow
 * with the list, but the asker's own record stands early in the order of keys (`npm run bench:matching:sizes`).
 */
export function recordsPerLookup(total: number): number {
  return 32 + 2 * Math.max(0, Math.ceil(Math.log2(total / 1_000_000)));
}

export interface Candidate {
  version: OpenVersion;
  id: number;
  record: ListRecord;
  /**
   * Opened whatever day of the birth year is typed beside these names: whoever tries one day after another is counted
   * against it each time, so it may confirm by a date (P5).
   */
  counted: boolean;
}

/** The part of an act's services that a lookup needs. */
export interface LookupServices {
  database: Database;
  runtime: Pick<Runtime, "bytes">;
  log?: { warn(event: string, fields: { list: string; version: number }): void };
}

// One column a row: a driver's work goes by columns as much as by bytes.
const labelsStatement = `select int8send(label) || refs as row from label where label = any($1::text::bigint[])`;
// The lateral limit keeps the planner to one index probe a record, whatever it believes of the table.
const recordsStatement = `select int4send(r.version) || int4send(r.id) || r.sealed as row
  from unnest($1::text::int[], $2::text::int[]) as w(version, id)
  cross join lateral
    (select version, id, sealed from record where version = w.version and id = w.id limit 1) r`;

interface Row {
  row: Uint8Array;
}

/** What a record that is fetched is to this lookup. */
type Role = "counted" | "met" | "dummy";
/** Records to fetch, by version in the order of `versions` and by id. */
type Picks = Map<number, Role>[];

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
): Promise<Candidate[]> {
  if (versions.length === 0) return [];
  const { database } = services;
  const total = versions.reduce((sum, version) => sum + version.records, 0);
  const size = Math.min(recordsPerLookup(total), total);
  const random = new RandomNumbers(services.runtime, 8 * probesPerList * versions.length + 8 * size);
  const probes = probesOf(versions, asker, random);
  const found = await database.query<Row>(labelsStatement, [bigintArray(probes.asked)], signal);
  const picks = pick(found, probes, versions, size);
  fillUp(picks, versions, total, size, random);
  const rows = await database.query<Row>(recordsStatement, recordsToAskFor(picks, versions), signal);
  return openAll(services, rows, picks, versions);
}

interface Probes {
  /** All labels asked for, in the order of numbers: labels are random, and their order tells nothing either. */
  asked: BigInt64Array;
  /** Where an asker's label stands: rank of the key × number of versions + place of the version. */
  places: Map<bigint, number>;
  /** Of each key, by its rank. */
  kinds: KeyKind[];
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
  return { asked: asked.sort(), places, kinds: keys.map(keyKind) };
}

/** The records under the labels that were found, at most `size`. */
function pick(found: readonly Row[], probes: Probes, versions: readonly OpenVersion[], size: number): Picks {
  const rows: { place: number; row: Buffer }[] = [];
  for (const { row } of found) {
    const bytes = bufferOf(row);
    const place = probes.places.get(bytes.readBigInt64BE(0));
    if (place !== undefined) rows.push({ place, row: bytes });
  }
  rows.sort((a, b) => a.place - b.place);
  const met: Met<number>[] = [];
  for (const { place, row } of rows) {
    const list = place % versions.length;
    const kind = probes.kinds[Math.floor(place / versions.length)];
    const ids = versions[list]?.labelKey.reveal(row.subarray(0, labelBytes), row.subarray(labelBytes));
    if (!ids || !kind) continue;
    for (const id of ids) met.push({ id: list * idRange + id, kind });
  }
  const picks: Picks = versions.map(() => new Map());
  for (const [id, counted] of choose(met, size)) {
    const list = Math.round(id / idRange);
    picks[list]?.set(id - list * idRange, counted ? "counted" : "met");
  }
  return picks;
}

/** Ids are signed numbers of 32 bits; beside the list's place they are one number. */
const idRange = 2 ** 32;

/** Adds records drawn at random from all lists, up to as many as every lookup fetches. */
function fillUp(
  picks: Picks,
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
      ids.set(id, "dummy");
      left--;
      running = random.below(total);
    } else {
      // Small lists: the next free one, so that the search ends.
      running = (running + 1) % total;
    }
  }
}

/** In the order of versions and ids, so that the order tells no dummy from a record that was met. */
function recordsToAskFor(picks: Picks, versions: readonly OpenVersion[]): [string, string] {
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

/** Opens every record, dummies too; decodes those that were met. */
function openAll(
  services: LookupServices,
  rows: readonly Row[],
  picks: Picks,
  versions: readonly OpenVersion[],
): Candidate[] {
  const places = new Map(versions.map((version, place) => [version.version, place]));
  const candidates: Candidate[] = [];
  for (const { row } of rows) {
    const bytes = bufferOf(row);
    const place = places.get(bytes.readInt32BE(0)) ?? -1;
    const id = bytes.readInt32BE(4);
    const version = versions[place];
    const role = picks[place]?.get(id);
    if (!version || role === undefined) continue;
    const plain = version.recordKey.open(id, bytes.subarray(8));
    if (role === "dummy" && plain) continue;
    const record = plain && decodeRecord(plain);
    if (record && role !== "dummy") candidates.push({ version, id, record, counted: role === "counted" });
    if (!record) warnOnce(services, version);
  }
  return candidates;
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
