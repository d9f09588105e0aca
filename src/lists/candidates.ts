/**
 * Finds the records an asker may be, without the database learning which: whatever is found, a lookup is two
 * statements with the same number of labels and the same number of records, dummies among them, all opened.
 */
import { bigintArray, intArray, type Database } from "../db/database.ts";
import { askerBlockKeys } from "../matching/blockKeys.ts";
import type { Asker, ListRecord } from "../matching/types.ts";
import type { Runtime } from "../runtime.ts";
import { RandomNumbers } from "./random.ts";
import { decodeRecord } from "./recordCodec.ts";
import type { OpenVersion } from "./versionCache.ts";

/** Labels asked for per list: an asker's keys, at most this many, filled up with random ones. */
export const probesPerList = 40;

/**
 * Records fetched and opened by every lookup: 32 up to 250,000 records in all, 16 more for each further 250,000
 * (blocks grow with the list: on average 4 records meet an asker of 124,000, 30 of 2,500,000, where this gives 176).
 */
export function recordsPerLookup(total: number): number {
  return 32 + 16 * Math.max(0, Math.ceil(total / 250_000) - 1);
}

export interface Candidate {
  version: OpenVersion;
  id: number;
  record: ListRecord;
}

/** The part of an act's services that a lookup needs. */
export interface LookupServices {
  database: Database;
  runtime: Pick<Runtime, "bytes">;
  log?: { warn(event: string, fields: { list: string; version: number }): void };
}

/** A record to fetch; `wanted` sets it apart from the dummies. */
interface Picked {
  version: OpenVersion;
  id: number;
  wanted: boolean;
}

// The lateral limits keep the planner to one index probe a label and a record, whatever it believes of the tables.
const labelsStatement = `select r.label::text as label, r.refs
  from unnest($1::text::bigint[]) as w(label)
  cross join lateral (select label, refs from label where label = w.label limit 1) r`;
const recordsStatement = `select r.version, r.id, r.sealed
  from unnest($1::text::int[], $2::text::int[]) as w(version, id)
  cross join lateral
    (select version, id, sealed from record where version = w.version and id = w.id limit 1) r`;

/**
 * @param versions the open versions to search, from `VersionCache`.
 * @returns records that share a block key with the asker, those met by the most selective keys first, at most
 * `recordsPerLookup`. A record whose bytes do not open is left out and logged once a version.
 */
export async function findCandidates(
  services: LookupServices,
  versions: readonly OpenVersion[],
  asker: Asker,
  signal?: AbortSignal,
): Promise<Candidate[]> {
  if (versions.length === 0) return [];
  const random = new RandomNumbers(services.runtime);
  const found = await probe(services.database, versions, asker, random, signal);
  const picks = fillUp(found, versions, random);
  const byVersion = new Map(versions.map((version) => [version.version, version]));
  const wanted = new Map<string, number>();
  for (const [rank, pick] of picks.entries()) {
    if (pick.wanted) wanted.set(`${pick.version.version}/${pick.id}`, rank);
  }
  // In the order of ids, so that the order tells no dummy from a record that was met.
  const asked = [...picks].sort((a, b) => a.version.version - b.version.version || a.id - b.id);
  const rows = await services.database.query<{ version: number; id: number; sealed: Uint8Array }>(
    recordsStatement,
    [intArray(asked.map((pick) => pick.version.version)), intArray(asked.map((pick) => pick.id))],
    signal,
  );
  const candidates: { rank: number; candidate: Candidate }[] = [];
  for (const row of rows) {
    const version = byVersion.get(row.version);
    if (!version) continue;
    const plain = version.recordKey.open(row.id, row.sealed);
    const rank = wanted.get(`${row.version}/${row.id}`);
    if (rank === undefined && plain) continue;
    const record = plain && decodeRecord(plain);
    if (record && rank !== undefined) candidates.push({ rank, candidate: { version, id: row.id, record } });
    if (!record) warnOnce(services, version);
  }
  return candidates.sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);
}

/** The first statement: ids under the asker's labels, the most selective key's first, none twice. */
async function probe(
  database: Database,
  versions: readonly OpenVersion[],
  asker: Asker,
  random: RandomNumbers,
  signal?: AbortSignal,
): Promise<Picked[]> {
  const keys = askerBlockKeys(asker).slice(0, probesPerList);
  const probes = new Map<bigint, { rank: number; version: OpenVersion; label: Buffer }>();
  const asked: bigint[] = [];
  for (const version of versions) {
    for (let rank = 0; rank < probesPerList; rank++) {
      const key = keys[rank];
      const label = key === undefined ? random.bytes(8) : version.labelKey.label(key);
      const number = label.readBigInt64BE(0);
      asked.push(number);
      if (key !== undefined) probes.set(number, { rank, version, label });
    }
  }
  // Labels are random numbers: their order tells nothing either.
  asked.sort((a, b) => (a < b ? -1 : 1));
  const rows = await database.query<{ label: string; refs: Uint8Array }>(
    labelsStatement,
    [bigintArray(asked)],
    signal,
  );
  const met = rows
    .flatMap((row) => {
      const probed = probes.get(BigInt(row.label));
      return probed ? [{ ...probed, refs: row.refs }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  const picks = new Map<string, Picked>();
  for (const { version, label, refs } of met) {
    for (const id of version.labelKey.reveal(label, refs)) {
      picks.set(`${version.version}/${id}`, { version, id, wanted: true });
    }
  }
  return [...picks.values()];
}

/** As many picks as every lookup makes: the first ones found, then records drawn at random from all lists. */
function fillUp(found: Picked[], versions: readonly OpenVersion[], random: RandomNumbers): Picked[] {
  const total = versions.reduce((sum, version) => sum + version.records, 0);
  const size = recordsPerLookup(total);
  const picks = found.slice(0, size);
  const taken = new Set(picks.map((pick) => `${pick.version.version}/${pick.id}`));
  const goal = Math.min(size, total);
  let running = total === 0 ? 0 : random.below(total);
  while (picks.length < goal) {
    const { version, n } = nth(versions, running);
    const id = version.recordIds.at(n);
    if (!taken.has(`${version.version}/${id}`)) {
      taken.add(`${version.version}/${id}`);
      picks.push({ version, id, wanted: false });
      running = random.below(total);
    } else {
      // Small lists: the next free one, so that the search ends.
      running = (running + 1) % total;
    }
  }
  return picks;
}

/** The version and the number within it of a running number over all versions. */
function nth(versions: readonly OpenVersion[], running: number): { version: OpenVersion; n: number } {
  let n = running;
  for (const version of versions) {
    if (n < version.records) return { version, n };
    n -= version.records;
  }
  throw new RangeError("no such record");
}

const warned = new WeakSet<OpenVersion>();

function warnOnce(services: LookupServices, version: OpenVersion): void {
  if (warned.has(version)) return;
  warned.add(version);
  services.log?.warn("record_unreadable", { list: version.list.id, version: version.version });
}
