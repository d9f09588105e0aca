/**
 * Looks many people up for staff, on the machine: the lookup the public gets, with its reasons, outside the public
 * limits, audited once a run before the first answer.
 */
import { findCandidates, type Candidate } from "../lists/candidates.ts";
import type { OpenVersion } from "../lists/versionCache.ts";
import { compare, decide, prepareAsker, type Comparison } from "../matching/match.ts";
import type { Asker, Decision } from "../matching/types.ts";
import { writeAudit } from "../privacy/audit.ts";
import type { Services } from "./services.ts";

/** One person to look up. */
export interface Query {
  id: string;
  asker: Asker;
}

export interface CheckResult {
  id: string;
  outcome: Decision;
  /** The records of that outcome, best first; empty for `none`. */
  cases: { caseNumber: string; list: string; status: string; weight: number }[];
  /** Of the best record met, whatever the outcome; absent when none was met. */
  best?: Comparison;
}

/** Lookups in flight: PostgreSQL answers them side by side, PGlite one by one. */
const inFlight = { postgres: 16, pglite: 1 };

/**
 * Checks people; results come in the order of the queries.
 * @param count how many there will be, for the audit.
 */
export async function* checkPeople(
  services: Services,
  queries: AsyncIterable<Query>,
  options: { count: number; actor: string; signal?: AbortSignal },
): AsyncGenerator<CheckResult> {
  const versions = await services.versions.current(options.signal);
  await writeAudit(services.database, services.runtime.now(), {
    event: "list_checked",
    actor: options.actor,
    detail: { queries: options.count },
  });
  const waiting: Promise<CheckResult>[] = [];
  try {
    for await (const query of queries) {
      options.signal?.throwIfAborted();
      const checking = checkOne(services, versions, query, options.signal);
      // Whoever awaits it hears of a failure; until then it must not count as unhandled.
      checking.catch(() => {});
      waiting.push(checking);
      if (waiting.length >= inFlight[services.database.kind])
        yield await (waiting.shift() as Promise<CheckResult>);
    }
    while (waiting.length > 0) yield await (waiting.shift() as Promise<CheckResult>);
  } finally {
    // After an error or an early end nobody waits for the rest.
    await Promise.allSettled(waiting);
  }
}

async function checkOne(
  services: Services,
  versions: readonly OpenVersion[],
  query: Query,
  signal: AbortSignal | undefined,
): Promise<CheckResult> {
  const candidates = await findCandidates(services, versions, query.asker, signal);
  const asker = prepareAsker(query.asker);
  const frequencies = services.versions.frequencies(versions);
  const compared = candidates
    .map((candidate) => {
      const comparison = compare(asker, candidate.record, frequencies);
      return { candidate, comparison, decision: decide(comparison, services.config.confirm) };
    })
    .sort((a, b) => b.comparison.weight - a.comparison.weight);
  const outcome =
    (["confirmed", "possible"] as const).find((d) => compared.some((c) => c.decision === d)) ?? "none";
  const best = compared.find((c) => c.decision === outcome) ?? compared[0];
  return {
    id: query.id,
    outcome,
    cases:
      outcome === "none"
        ? []
        : compared
            .filter((c) => c.decision === outcome)
            .map((c) => ({ ...caseOf(c.candidate), weight: c.comparison.weight })),
    ...(best ? { best: best.comparison } : {}),
  };
}

function caseOf({ record, version }: Candidate): { caseNumber: string; list: string; status: string } {
  return { caseNumber: record.caseNumber ?? "", list: version.list.id, status: record.status ?? "" };
}
