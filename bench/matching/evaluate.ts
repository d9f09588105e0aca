/**
 * Counts what becomes of askers: confirmed, possible or none, right or wrong, by origin and by cause.
 */
import { agreesOnDate, causeOf } from "./causes.ts";
import type { Cause } from "./causes.ts";
import type { Hit, Index } from "./lookup.ts";
import { candidates, lookUp } from "./lookup.ts";
import type { Query } from "./population.ts";

export interface Rates {
  askers: number;
  confirmed: number;
  /** Confirmed or possible. */
  found: number;
  /** Of those with several cases: all of them found. */
  several: number;
  allFound: number;
  /** Confirmed against a record of someone else. */
  wrong: number;
}

export function noRates(): Rates {
  return { askers: 0, confirmed: 0, found: 0, several: 0, allFound: 0, wrong: 0 };
}

export interface Outcome {
  clean: Rates;
  messy: Rates;
  /** Strangers: `confirmed` is an error, `found` minus it is possible. */
  stranger: Rates;
  /** People on the list by kind and origin: "clean latino" … */
  byOrigin: Map<string, Rates>;
  strangersBy: Map<string, Rates>;
  byOperator: Map<string, Rates>;
  causes: Record<"clean" | "messy", Map<Cause, number>>;
  /** Best weight a query reached: on its own records, and for strangers on any. */
  weights: { own: number[]; other: number[] };
  /** The same, among records whose names agree and whose date is equal or swapped. */
  eligible: { own: number[]; other: number[] };
  probes: number;
  opened: number;
  mostOpened: number;
  cut: number;
  reached: { clean: number; messy: number };
  queries: number;
}

export function noOutcome(): Outcome {
  return {
    clean: noRates(),
    messy: noRates(),
    stranger: noRates(),
    byOrigin: new Map(),
    strangersBy: new Map(),
    byOperator: new Map(),
    causes: { clean: new Map(), messy: new Map() },
    weights: { own: [], other: [] },
    eligible: { own: [], other: [] },
    probes: 0,
    opened: 0,
    mostOpened: 0,
    cut: 0,
    reached: { clean: 0, messy: 0 },
    queries: 0,
  };
}

function ratesAt(map: Map<string, Rates>, key: string): Rates {
  let rates = map.get(key);
  if (rates === undefined) {
    rates = noRates();
    map.set(key, rates);
  }
  return rates;
}

function best(hits: readonly Hit[], fits: (hit: Hit) => boolean): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const hit of hits) if (fits(hit) && hit.comparison.weight > most) most = hit.comparison.weight;
  return most;
}

/** Looks one query up and adds what came of it. */
export function tally(outcome: Outcome, index: Index, query: Query): void {
  const found = candidates(index, query.asker);
  const hits = lookUp(index, query.asker, found);
  outcome.queries++;
  outcome.probes += found.probes;
  outcome.opened += found.places.size;
  outcome.mostOpened = Math.max(outcome.mostOpened, found.places.size);
  if (found.cut) outcome.cut++;
  const isOwn = (hit: Hit): boolean => index.from.owners[hit.place] === query.personId;
  const own = query.personId === undefined ? [] : hits.filter(isOwn);
  const other = query.personId === undefined ? hits : hits.filter((hit) => !isOwn(hit));
  const wrong = other.some((hit) => hit.decision === "confirmed");
  const judged = query.kind === "stranger" ? other : own;
  const confirmed = judged.some((hit) => hit.decision === "confirmed");
  const any = judged.some((hit) => hit.decision !== "none");

  const to = [outcome[query.kind]];
  if (query.kind === "stranger") {
    to.push(ratesAt(outcome.strangersBy, query.labels[0] ?? ""));
    to.push(ratesAt(outcome.strangersBy, `origin ${query.origin}`));
  } else {
    to.push(ratesAt(outcome.byOrigin, `${query.kind} ${query.origin}`));
    to.push(
      ratesAt(outcome.byOrigin, `${query.kind} ${query.origin === "latino" ? "Spanish surname" : "others"}`),
    );
    for (const label of query.labels) to.push(ratesAt(outcome.byOperator, label));
  }
  const records = query.personId === undefined ? [] : (index.from.people.get(query.personId)?.records ?? []);
  const foundAll = own.filter((hit) => hit.decision !== "none").length === records.length;
  for (const rates of to) {
    rates.askers++;
    if (confirmed) rates.confirmed++;
    if (any) rates.found++;
    if (wrong) rates.wrong++;
    if (records.length > 1) {
      rates.several++;
      if (foundAll) rates.allFound++;
    }
  }
  const eligible = (hit: Hit): boolean => agreesOnDate(hit.comparison);
  const side = query.kind === "stranger" ? "other" : "own";
  outcome.weights[side].push(best(judged, () => true));
  outcome.eligible[side].push(best(judged, eligible));
  if (query.kind === "stranger") return;
  if (own.length > 0) outcome.reached[query.kind]++;
  if (!confirmed) {
    const cause = causeOf(index, query, own);
    const causes = outcome.causes[query.kind];
    causes.set(cause, (causes.get(cause) ?? 0) + 1);
  }
}
