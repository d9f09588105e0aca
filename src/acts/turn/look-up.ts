/**
 * One lookup: spends its limits, opens a fixed number of sealed records, weighs them, and says what may be told.
 * Hit or miss, the same statements run in the same order with the same number of rows (P2).
 */
import type { ConfirmedCase, Json, LookupResult } from "../../dialog/types.ts";
import { findCandidates, type Candidate } from "../../lists/candidates.ts";
import type { NameFrequencies } from "../../matching/frequencies.ts";
import {
  askerDateTag,
  askerNameTag,
  compare,
  decide,
  prepareAsker,
  recordIdentity,
} from "../../matching/match.ts";
import type { Asker, ConfirmRule, PersonName, YearRange } from "../../matching/types.ts";
import {
  budgetRows,
  nearMissRows,
  spendLookup,
  spendRecordBudget,
  type Guess,
  type LimitKind,
  type LimitSubject,
} from "../../privacy/limits.ts";
import { keyedHash } from "../../privacy/seal.ts";
import { secretOf } from "../../privacy/secrets.ts";
import type { Services } from "../services.ts";

export interface LookUp {
  query: { [key: string]: Json };
  subject: LimitSubject;
  channel: "sms" | "web" | "outreach";
  conversation: { handle: string; startedAt: number };
  turnId: Uint8Array;
  /** Told, before the result is, whether a reviewer should look again. For workers alone: no reply says it (P3). */
  secondLook?: SecondLook | undefined;
  /** Told which limits stood in the way. */
  limited?: (kinds: readonly LimitKind[]) => void;
}

/** Takes note of whether something came near without being confirmed: the same work either way (P2). */
export type SecondLook = (needed: boolean) => Promise<void>;

/** Case numbers tried in one lookup: whoever knows a name alone must not try forty at a time (P5). */
const caseNumbersMax = 5;

/** The asker that a flow's query describes. */
export function askerOf(query: { [key: string]: Json }): Asker {
  return {
    names: (query["names"] ?? []) as unknown as PersonName[],
    caseNumbers: ((query["caseNumbers"] ?? []) as string[]).slice(0, caseNumbersMax),
    ...(typeof query["birthDate"] === "string" ? { birthDate: query["birthDate"] } : {}),
    ...(query["year"] ? { year: query["year"] as unknown as YearRange } : {}),
  };
}

/**
 * Looks a person up.
 * @returns confirmed cases, not confirmed, or unavailable: the sender's limit is spent or no list can be read.
 */
export async function lookUp(
  services: Services,
  request: LookUp,
  signal?: AbortSignal,
): Promise<LookupResult> {
  const { config, database, runtime, sealer } = services;
  const now = runtime.now();
  const asker = askerOf(request.query);
  const { subject, conversation, turnId } = request;
  const byDate = asker.birthDate !== undefined;
  const spent = await spendLookup(database, sealer, { subject, conversation, turnId, byDate, now }, signal);
  request.limited?.(spent.over);
  if (spent.over.length > 0) return { kind: "unavailable" };
  const versions = await services.versions.open(spent.versions, signal);
  if (versions.length === 0) return { kind: "unavailable" };

  const candidates = await findCandidates({ database, runtime }, versions, asker, signal);
  const busy = request.channel === "web" && spent.hourCount > config.lookupsPerHour;
  if (busy) {
    services.log.warn("lookup_ceiling_reached", { channel: "web" });
    // With a case number alone the ceiling changes nothing.
    if (byDate) request.limited?.(["hour"]);
  }
  const key = await secretOf(database, sealer, "limits", { signal });
  const rule = busy ? "caseNumber" : config.confirm;
  const weighed = weigh(key, asker, candidates, services.versions.frequencies(versions), rule);
  const wouldConfirm = weighed.confirmed.slice(0, budgetRows);
  const frozen = await spendRecordBudget(
    database,
    weighed.guesses,
    wouldConfirm.map((c) => c.tag),
    now,
    (length) => runtime.bytes(length),
    signal,
  );
  const cases = wouldConfirm.filter((c) => !frozen.has(c.tag)).map((c) => caseOf(c.candidate));
  await request.secondLook?.(cases.length === 0 && weighed.near);
  if (cases.length > 0) return { kind: "confirmed", cases: distinctCases(cases) };
  const listDate = versions
    .map((v) => v.importedDay)
    .sort()
    .at(-1);
  return { kind: "notConfirmed", ...(listDate === undefined ? {} : { listDate }) };
}

interface Weighed {
  confirmed: { candidate: Candidate; tag: bigint; weight: number }[];
  guesses: Guess[];
  /** Something would have confirmed, came near, or is worth a look by staff. */
  near: boolean;
}

/** Compares every candidate; a near miss is counted against the record it came near to. */
function weigh(
  key: Buffer,
  asker: Asker,
  candidates: readonly Candidate[],
  frequencies: NameFrequencies,
  rule: ConfirmRule,
): Weighed {
  const prepared = prepareAsker(asker);
  const tag = (domain: string, ...parts: string[]) =>
    keyedHash(key, [`record-${domain}`, ...parts]).readBigInt64BE(0);
  const byNumber: Weighed["confirmed"] = [];
  const byDate: Weighed["confirmed"] = [];
  const nearNumber: Guess[] = [];
  const nearDate = new Map<bigint, Guess>();
  let near = false;
  for (const candidate of candidates) {
    const comparison = compare(prepared, candidate.record, frequencies);
    const { weight } = comparison;
    const identity = recordIdentity(candidate.record);
    near ||= comparison.nearMiss || comparison.caseNumber === "equal" || decide(comparison, rule) !== "none";
    const isNumber = decide(comparison, "caseNumber") === "confirmed";
    if (isNumber) {
      byNumber.push({ candidate, tag: tag("number", identity), weight });
    } else if (candidate.counted && decide(comparison, rule) === "confirmed") {
      // Only what a wrong date would have been counted against: nobody guesses for free.
      byDate.push({ candidate, tag: tag("date", identity), weight });
    }
    if (comparison.nearMiss) {
      const guess = { tag: tag("date", identity), guess: tag("guess", askerDateTag(asker)) };
      nearDate.set(guess.tag, guess);
    }
    if (comparison.caseNumber === "equal" && !isNumber) {
      nearNumber.push({ tag: tag("number", identity), guess: tag("guess", askerNameTag(asker)) });
    }
  }
  // Beyond what one lookup counts, near misses would be free: then the number alone confirms.
  const countable = nearDate.size + byDate.length + nearNumber.length <= nearMissRows;
  const confirmed = countable ? [...byNumber, ...byDate] : byNumber;
  confirmed.sort((a, b) => b.weight - a.weight);
  return { confirmed, guesses: [...nearNumber, ...nearDate.values()], near };
}

type ToldCase = ConfirmedCase & { number: string };

function caseOf({ version, record, id }: Candidate): ToldCase {
  return {
    list: version.list.id,
    announced: version.list.announced,
    status: record.status ?? null,
    copied: version.importedDay,
    sample: version.list.sample,
    number: record.caseNumber ?? `row ${version.version}/${id}`,
  };
}

/** A case that stands twice on a list (several counts) is one case. */
function distinctCases(cases: readonly ToldCase[]): ConfirmedCase[] {
  const distinct = new Map(cases.map((c) => [`${c.list}/${c.number}`, c]));
  return [...distinct.values()].map(({ number: _number, ...told }) => told);
}
