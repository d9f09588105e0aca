/**
 * Asks after a sample of the list's own people, as they are filed and with one mistake: how many lookups open the
 * person's record within the cap, and how many confirm it.
 */
import type { NameFrequencies } from "../../matching/frequencies.ts";
import { compare, decide, prepareAsker } from "../../matching/match.ts";
import type { Asker, ConfirmRule, ListRecord } from "../../matching/types.ts";
import { findCandidates, type LookupServices } from "../candidates.ts";
import type { Random } from "../sample/random.ts";
import type { OpenVersion } from "../versionCache.ts";
import { mistakes, withMistake, type Mistake } from "./mistakes.ts";

/** Lookups of one kind: how many were made, opened the record that was meant, confirmed it. */
export interface Recall {
  kind: "clean" | Mistake;
  asked: number;
  opened: number;
  confirmed: number;
}

export interface SampledRecord {
  id: number;
  record: ListRecord;
}

export interface AskersInput {
  services: LookupServices;
  versions: readonly OpenVersion[];
  /** The version the sample is of. */
  version: number;
  sample: readonly SampledRecord[];
  frequencies: NameFrequencies;
  rule: ConfirmRule;
  random: Random;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

/** One clean lookup a sampled record, and one with a mistake drawn by turns. */
export async function askAfterSample(input: AskersInput): Promise<Recall[]> {
  const recalls = new Map<Recall["kind"], Recall>();
  for (const kind of ["clean", ...mistakes] as const)
    recalls.set(kind, { kind, asked: 0, opened: 0, confirmed: 0 });
  for (const [n, one] of input.sample.entries()) {
    const { name, birthDate, convictionDate } = one.record;
    if (!name || birthDate === undefined) continue;
    const year = Number(convictionDate?.slice(0, 4));
    const clean: Asker = {
      names: [name],
      birthDate,
      ...(convictionDate === undefined ? {} : { year: { from: year - 1, to: year + 1 } }),
      caseNumbers: [],
    };
    await ask(input, clean, one.id, recalls.get("clean"));
    const mistake = mistakes[n % mistakes.length] ?? "slipInFamily";
    const mistaken = withMistake(clean, mistake, input.random);
    if (mistaken) await ask(input, mistaken, one.id, recalls.get(mistake));
    input.onProgress?.((n + 1) / input.sample.length);
  }
  return [...recalls.values()];
}

async function ask(input: AskersInput, asker: Asker, id: number, recall: Recall | undefined): Promise<void> {
  if (!recall) return;
  const candidates = await findCandidates(input.services, input.versions, asker, input.signal);
  recall.asked++;
  const own = candidates.find((one) => one.id === id && one.version.version === input.version);
  if (!own) return;
  recall.opened++;
  const comparison = compare(prepareAsker(asker), own.record, input.frequencies);
  const numbered = decide(comparison, "caseNumber") === "confirmed";
  if (numbered || (own.counted && decide(comparison, input.rule) === "confirmed")) recall.confirmed++;
}
