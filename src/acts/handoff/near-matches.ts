/**
 * What the lists hold near somebody who waits: the lookup the public gets, outside its limits, with every reason. The
 * caller has written the audit entry before.
 */
import type { ConfirmedCase } from "../../dialog/types.ts";
import { findCandidates } from "../../lists/candidates.ts";
import { ListsNotReadyError } from "../../lists/versionCache.ts";
import { compare, decide, prepareAsker, recordIdentity, thresholds } from "../../matching/match.ts";
import type { FieldReason } from "../../matching/match.ts";
import type { Asker, Decision, ListRecord } from "../../matching/types.ts";
import { keyedHash, type Sealer } from "../../privacy/seal.ts";
import { secretOf } from "../../privacy/secrets.ts";
import type { Services } from "../services.ts";
import { differenceOf, type Difference } from "./differs.ts";
import type { Handoff } from "./payload.ts";

export type { Decision, FieldReason, ListRecord };

/** Below this many bits a record is a stranger's: staff see no more of the lists than they must. */
const leastWeight = 8;
const most = 5;

/** What a verdict is about. It travels through the page sealed, so that nobody decides about what was not shown. */
export interface MatchSign {
  /** Keyed hash of the record's identity, another for each handoff; base64url. */
  record: string;
  machine: Decision;
  weight: number;
  /** What kept them apart; absent from pages made before there was such a word. */
  differs?: Difference;
}

export interface NearMatch {
  sign: string;
  /** The sign's own. */
  tag: string;
  machine: Decision;
  weight: number;
  reasons: FieldReason[];
  record: ListRecord;
  list: { title: string; sample: boolean };
  /** What may be told of it to the person, once it is settled to be theirs (P4). */
  told: ConfirmedCase;
}

export interface NearMatches {
  /** `none`: nothing to look for was handed over; `off`: lookups are off, or no list can be read. */
  looked: "yes" | "none" | "off";
  matches: NearMatch[];
  /** Bits from which the machine says possible, and confirmed beside an equal date. */
  marks: { possible: number; confirmed: number };
}

const signRow = (handoff: string) => `handoff_match/${handoff}`;

function sealSign(sealer: Sealer, handoff: string, sign: MatchSign): string {
  return sealer.sealJson("staff", signRow(handoff), sign).toString("base64url");
}

/** @returns undefined for what was not shown with this handoff. */
export function openSign(sealer: Sealer, handoff: string, text: string): MatchSign | undefined {
  return sealer.openJson("staff", signRow(handoff), Buffer.from(text, "base64url")) as MatchSign | undefined;
}

function askerOf({ answers }: Handoff): Asker {
  const { birthDate, year } = answers;
  return {
    names: answers.names.map(({ given, family, suffix }) => ({
      given,
      family,
      ...(suffix === undefined ? {} : { suffix }),
    })),
    caseNumbers: answers.caseNumbers,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(year === undefined ? {} : { year }),
  };
}

/** @param id of the handoff, hex. */
export async function findNearMatches(
  services: Services,
  id: string,
  handoff: Handoff,
): Promise<NearMatches> {
  const { config, database, sealer } = services;
  const asker = askerOf(handoff);
  const found: NearMatches = { looked: "none", matches: [], marks: { ...thresholds } };
  if (asker.names.length === 0 && asker.caseNumbers.length === 0) return found;
  const rows = await database.query<{ value: string }>("select value from setting where key = 'lookups'");
  if ((rows[0]?.value ?? config.lookups) === "off") return { ...found, looked: "off" };
  const versions = await services.versions.current().catch((error: unknown) => {
    if (error instanceof ListsNotReadyError) return [];
    throw error;
  });
  if (versions.length === 0) return { ...found, looked: "off" };
  const candidates = await findCandidates(services, versions, asker);
  const prepared = prepareAsker(asker);
  const frequencies = services.versions.frequencies(versions);
  const key = await secretOf(database, sealer, "limits");
  let raised = 0;
  const matches = candidates.map(({ record, version }): NearMatch => {
    const comparison = compare(prepared, record, frequencies);
    raised = comparison.raised ?? 0;
    const tag = keyedHash(key, ["handoff-record", id, recordIdentity(record)]).toString("base64url");
    const machine = decide(comparison, config.confirm);
    const { weight, fields: reasons } = comparison;
    const differs = differenceOf(reasons);
    const sign = sealSign(sealer, id, { record: tag, machine, weight, differs });
    const { id: list, title, sample, announced } = version.list;
    const told = { list, announced, status: record.status ?? null, copied: version.importedDay, sample };
    return { sign, tag, machine, weight, reasons, record, list: { title, sample }, told };
  });
  const near = matches.filter((one) => one.machine !== "none" || one.weight >= leastWeight);
  near.sort((a, b) => rank[a.machine] - rank[b.machine] || b.weight - a.weight);
  return {
    looked: "yes",
    matches: distinct(near).slice(0, most),
    marks: { possible: thresholds.possible + raised, confirmed: thresholds.confirmed + raised },
  };
}

const rank: Readonly<Record<Decision, number>> = { confirmed: 0, possible: 1, none: 2 };

/** A case that stands on two lists, or twice on one, is looked at once. */
function distinct(matches: readonly NearMatch[]): NearMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ tag }) => !seen.has(tag) && seen.add(tag));
}
