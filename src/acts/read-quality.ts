/**
 * Measures one list for the organisation that holds it: gaps, repetitions, what can be confirmed, and how often a
 * lookup errs. Audited before the first record is opened.
 */
import { measureList, type Measured } from "../lists/quality/measure.ts";
import { ListsNotReadyError } from "../lists/versionCache.ts";
import { writeAudit } from "../privacy/audit.ts";
import { ListRefusal } from "./list-refusal.ts";
import { readMatching, type Matching } from "./numbers/read-matching.ts";
import type { Services } from "./services.ts";

export type { Matching, VerdictLine } from "./numbers/read-matching.ts";
export type { Recall } from "../lists/quality/askers.ts";
export { shown, shownRow, type Shown } from "../lists/quality/suppress.ts";
export {
  qualityFields,
  type Confirmable,
  type DecadeGaps,
  type Holdings,
  type QualityField,
} from "../lists/quality/tally.ts";

export interface QualityRequest {
  list: string;
  actor: string;
  /** Records asked after in the simulation; 1,200 unless told. */
  askers?: number;
  signal?: AbortSignal;
  /** Share of the whole, 0 to 1, and records read so far. */
  onProgress?: (share: number, records: number) => void;
}

export interface ListQuality extends Measured {
  list: { id: string; title: string; announced: string; sample: boolean };
  version: number;
  /** The local day of the import, YYYY-MM-DD. */
  importedDay: string;
  /** What those decided who looked again in the last year, over all lists; small counts hidden. */
  reviewed: Matching;
}

const usualAskers = 1200;

/**
 * Reads the current version of a list.
 * @throws ListRefusal when there is no such list or it cannot be read.
 */
export async function readQuality(services: Services, request: QualityRequest): Promise<ListQuality> {
  const { config, database, runtime, log } = services;
  const versions = await services.versions.current(request.signal).catch((error: unknown) => {
    if (error instanceof ListsNotReadyError) throw new ListRefusal(`${error.message}; run lists rekey`);
    throw error;
  });
  const version = versions.find((one) => one.list.id === request.list);
  if (!version) throw new ListRefusal(`there is no list ${request.list}`);
  await writeAudit(database, runtime.now(), {
    event: "list_quality_read",
    actor: request.actor,
    detail: { list: version.list.id, version: version.version },
  });
  const measured = await measureList({
    services: { database, runtime, log },
    versions,
    version,
    frequencies: services.versions.frequencies(versions),
    rule: config.confirm,
    seed: runtime.bytes(4).readUInt32BE(0),
    askers: request.askers ?? usualAskers,
    signal: request.signal,
    onProgress: request.onProgress,
  });
  await keepExpectations(services, version.list.id, version.version, measured);
  return {
    ...measured,
    list: version.list,
    version: version.version,
    importedDay: version.importedDay,
    reviewed: await readMatching(services, 365),
  };
}

/** Keeps what the simulations expected, so that it can stand beside what happens. */
async function keepExpectations(
  { database, runtime }: Services,
  list: string,
  version: number,
  { recall, strangers }: Measured,
): Promise<void> {
  const sum = (clean: boolean, of: "asked" | "confirmed") =>
    recall.filter(({ kind }) => (kind === "clean") === clean).reduce((total, one) => total + one[of], 0);
  const { per10000, from, to } = strangers.recombined;
  // No row for a list that was removed meanwhile.
  await database.query(
    `insert into list_measure (list_id, version, at, clean_asked, clean_confirmed, mistaken_asked,
       mistaken_confirmed, strangers_per_10000, strangers_from, strangers_to)
     select id, $2::int, to_timestamp($3::float8 / 1000), $4::int, $5::int, $6::int, $7::int, $8::float8, $9::float8,
       $10::float8 from list where id = $1
     on conflict (list_id) do update set version = excluded.version, at = excluded.at,
       clean_asked = excluded.clean_asked, clean_confirmed = excluded.clean_confirmed,
       mistaken_asked = excluded.mistaken_asked, mistaken_confirmed = excluded.mistaken_confirmed,
       strangers_per_10000 = excluded.strangers_per_10000, strangers_from = excluded.strangers_from,
       strangers_to = excluded.strangers_to`,
    [
      list,
      version,
      runtime.now(),
      sum(true, "asked"),
      sum(true, "confirmed"),
      sum(false, "asked"),
      sum(false, "confirmed"),
      per10000,
      from,
      to,
    ],
  );
}
