/**
 * Measures one list for the organisation that holds it: gaps, repetitions, what can be confirmed, and how often a
 * lookup errs. Audited before the first record is opened.
 */
import { measureList, type Measured } from "../lists/quality/measure.ts";
import { ListsNotReadyError } from "../lists/versionCache.ts";
import { writeAudit } from "../privacy/audit.ts";
import { ListRefusal } from "./list-refusal.ts";
import type { Services } from "./services.ts";

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
  return { ...measured, list: version.list, version: version.version, importedDay: version.importedDay };
}
