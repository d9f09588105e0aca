/**
 * One list's quality, measured: a pass over its sealed records, then two simulations on samples of them.
 */
import type { NameFrequencies } from "../../matching/frequencies.ts";
import type { ConfirmRule } from "../../matching/types.ts";
import { recordsPerLookup, type LookupServices } from "../candidates.ts";
import { Random } from "../sample/random.ts";
import { storedRecords } from "../storedRecords.ts";
import type { OpenVersion } from "../versionCache.ts";
import { askAfterSample, type Recall, type SampledRecord } from "./askers.ts";
import { Reservoir } from "./reservoir.ts";
import { falseConfirmations, type FalseConfirmations } from "./strangers.ts";
import { confirmableBy, QualityTally, type Holdings } from "./tally.ts";

/** What the report is made from: totals and rates, no fact about any one record. */
export interface Measured {
  holdings: Holdings;
  /** Records every lookup opens, over all lists. */
  openedPerLookup: number;
  strangers: { recombined: FalseConfirmations; namesake: FalseConfirmations };
  recall: Recall[];
}

export interface MeasureInput {
  services: LookupServices;
  /** All current versions, which a lookup searches together. */
  versions: readonly OpenVersion[];
  /** The one to measure. */
  version: OpenVersion;
  frequencies: NameFrequencies;
  rule: ConfirmRule;
  /** Seeds the samples. */
  seed: number;
  /** Records sampled for asking after. */
  askers: number;
  signal?: AbortSignal | undefined;
  /** Share of the whole, 0 to 1, and records read so far. */
  onProgress?: ((share: number, records: number) => void) | undefined;
}

/** Records kept for the strangers' simulation, and names drawn there. */
const strangerRecords = 4000;
const strangerNames = 1500;

/** Reads every record of the version once; memory grows by some 100 bytes a record. */
export async function measureList(input: MeasureInput): Promise<Measured> {
  const { services, version, frequencies, rule } = input;
  const random = new Random(input.seed);
  const tally = new QualityTally();
  const dates = new Map<string, number>();
  const kept = new Reservoir<SampledRecord>(Math.max(strangerRecords, input.askers), random);
  let read = 0;
  for await (const { id, record } of storedRecords(
    services.database,
    version.version,
    version.recordKey,
    input.signal,
  )) {
    if (++read % 1000 === 0) input.onProgress?.((0.6 * read) / Math.max(read, version.records), read);
    if (!record) {
      tally.addUnreadable();
      continue;
    }
    tally.add(record);
    const { birthDate } = record;
    if (birthDate !== undefined) dates.set(birthDate, (dates.get(birthDate) ?? 0) + 1);
    if (record.name && confirmableBy(record) === "nameAndDate") kept.offer({ id, record });
  }
  const strangers = {
    records: kept.items.map(({ record }) => record),
    dates,
    frequencies,
    rule,
    random,
    names: strangerNames,
  };
  const recombined = await falseConfirmations(strangers, "recombined");
  const namesake = await falseConfirmations(strangers, "namesake");
  input.onProgress?.(0.7, read);
  // The reservoir holds the records in no order of their own: its beginning is a fair sample as well.
  const recall = await askAfterSample({
    services,
    versions: input.versions,
    version: version.version,
    sample: kept.items.slice(0, input.askers),
    frequencies,
    rule,
    random,
    signal: input.signal,
    onProgress: (share) => input.onProgress?.(0.7 + 0.3 * share, read),
  });
  const total = input.versions.reduce((sum, one) => sum + one.records, 0);
  return {
    holdings: tally.finish(),
    openedPerLookup: recordsPerLookup(total),
    strangers: { recombined, namesake },
    recall,
  };
}
