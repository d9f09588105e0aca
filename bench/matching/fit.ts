/**
 * Estimates the matcher's m and u from labelled pairs of the tuning seeds and writes src/matching/weights.ts.
 * Run by `npx tsx bench/matching/fit.ts`; the seeds of `report.ts` are others.
 */
import { writeFileSync } from "node:fs";
import { compareDates, dateLevels, swappedDate } from "../../src/matching/dates.ts";
import { compare, prepareAsker } from "../../src/matching/match.ts";
import type { Comparison, PreparedAsker } from "../../src/matching/match.ts";
import { weights } from "../../src/matching/weights.ts";
import { Random } from "../../src/lists/sample/random.ts";
import type { Population } from "./population.ts";
import { population, queries } from "./population.ts";

/** Seeds of the populations that the weights are estimated on. */
export const tuningSeeds = [101, 102, 103] as const;
const size = 124_000;
const askersEach = 15_000;
const randomPairs = 1_500_000;

/** Half a count for every level, so that what was never seen is rare and not impossible. */
const smoothing = 0.5;
/** Nobody's m is smaller: other people make other mistakes than the generator's. */
const leastM = 0.0008;
/** Nobody's u is smaller. */
const leastU = 0.000002;
const leastC = 0.05;

type Group = keyof typeof weights;

class Counts {
  readonly total = new Map<string, number>();
  readonly #levels = new Map<string, number>();
  readonly #inverse = new Map<string, number>();

  add(group: Group, level: string, inverseShare = 0): void {
    this.total.set(group, (this.total.get(group) ?? 0) + 1);
    const key = `${group}.${level}`;
    this.#levels.set(key, (this.#levels.get(key) ?? 0) + 1);
    this.#inverse.set(key, (this.#inverse.get(key) ?? 0) + inverseShare);
  }

  share(group: Group, level: string): number {
    const levels = Object.keys(weights[group]).length;
    const count = this.#levels.get(`${group}.${level}`) ?? 0;
    return (count + smoothing) / ((this.total.get(group) ?? 0) + smoothing * levels);
  }

  /** The c that makes m / (c × share) average to m over pairs of different people. */
  factor(group: Group, level: string): number {
    return (this.#inverse.get(`${group}.${level}`) ?? 0) / Math.max(1, this.total.get(group) ?? 0);
  }
}

function groupOf(field: string, level: string): [Group, string] | undefined {
  if (field === "given" || field === "family") {
    if (level === "swapped" || level === "misplaced") return ["order", level];
    if (!level.startsWith("second")) return [field, level];
    const rest = level.slice(6);
    return [
      field === "given" ? "secondGiven" : "secondFamily",
      `${rest.charAt(0).toLowerCase()}${rest.slice(1)}`,
    ];
  }
  if (field === "birthDate" || field === "year" || field === "caseNumber" || field === "suffix")
    return [field, level];
  return undefined;
}

/** The share a name level was weighed with, worked back from its weight. */
function inverseShare(group: Group, level: string, weight: number): number {
  const entry = (weights[group] as Record<string, { m: number; c?: number; u?: number }>)[level];
  return entry?.c === undefined ? 0 : (2 ** weight * entry.c) / entry.m;
}

function record(counts: Counts, comparison: Comparison): void {
  for (const { field, level, weight } of comparison.fields) {
    const at = groupOf(field, level);
    if (at !== undefined) counts.add(at[0], at[1], inverseShare(at[0], at[1], weight));
  }
}

interface Dates {
  equal: number;
  equalFirstOfJanuary: number;
  swapped: number;
}

/** Exact chance that two different people's dates coincide: over the dates people have and the dates on file. */
function dateCoincidence(from: Population): Dates {
  const filed = new Map<string, number>();
  let dated = 0;
  for (const one of from.records) {
    if (one.birthDate === undefined) continue;
    dated++;
    filed.set(one.birthDate, (filed.get(one.birthDate) ?? 0) + 1);
  }
  const out: Dates = { equal: 0, equalFirstOfJanuary: 0, swapped: 0 };
  for (const { person } of from.people.values()) {
    const date = person.birthDate;
    const level = compareDates(date, date);
    const swapped = swappedDate(date);
    out[level === "equalFirstOfJanuary" ? level : "equal"] += filed.get(date) ?? 0;
    if (swapped !== undefined) out.swapped += filed.get(swapped) ?? 0;
  }
  const pairs = from.people.size * dated;
  return {
    equal: out.equal / pairs,
    equalFirstOfJanuary: out.equalFirstOfJanuary / pairs,
    swapped: out.swapped / pairs,
  };
}

const same = new Counts();
const different = new Counts();
let comparisons = 0;
const coincidences: Dates[] = [];

for (const seed of tuningSeeds) {
  const from = population(size, seed);
  const askers: { asker: PreparedAsker; personId: number | undefined }[] = [];
  for (const query of queries(from, askersEach, seed)) {
    const asker = prepareAsker(query.asker);
    askers.push({ asker, personId: query.personId });
    if (query.personId === undefined) continue;
    for (const place of from.people.get(query.personId)?.records ?? []) {
      const one = from.records[place];
      if (one === undefined) continue;
      record(same, compare(asker, one, from.frequencies));
      comparisons++;
    }
  }
  const random = new Random(seed, 5);
  for (let i = 0; i < randomPairs; i++) {
    const { asker, personId } = random.pick(askers);
    const place = random.between(0, from.records.length - 1);
    const one = from.records[place];
    if (one === undefined || from.owners[place] === personId) continue;
    record(different, compare(asker, one, from.frequencies));
  }
  coincidences.push(dateCoincidence(from));
}

function mean(pick: (one: Dates) => number): number {
  return coincidences.reduce((sum, one) => sum + pick(one), 0) / coincidences.length;
}

function fixedU(group: Group, level: string): number {
  if (
    group === "birthDate" &&
    (level === "equal" || level === "equalFirstOfJanuary" || level === "swapped")
  ) {
    return mean((one) => one[level]);
  }
  // Numbers of different people coincide by a slip alone; a population of one county cannot measure how rarely.
  if (group === "caseNumber" && level === "equal") return 1 / size;
  return different.share(group, level);
}

function number(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function line(group: Group, level: string, entry: { c?: number }): string {
  if (group === "order") {
    const m = Math.max(leastM, (same.total.get("order") ?? 0) === 0 ? 0 : orderShare(level));
    return `    ${level}: { m: ${number(m)}, u: 1 },`;
  }
  const m = Math.max(leastM, same.share(group, level));
  if (entry.c === undefined)
    return `    ${level}: { m: ${number(m)}, u: ${number(Math.max(leastU, fixedU(group, level)))} },`;
  return `    ${level}: { m: ${number(m)}, c: ${number(Math.max(leastC, different.factor(group, level)))} },`;
}

/** Share of all comparisons of one person, not of those out of order alone. */
function orderShare(level: string): number {
  return (same.share("order", level) * (same.total.get("order") ?? 0)) / comparisons;
}

const groups = (Object.keys(weights) as Group[]).map((group) => {
  const lines = Object.entries(weights[group]).map(([level, entry]) =>
    line(group, level, entry as { c?: number }),
  );
  return `  ${group}: {\n${lines.join("\n")}\n  },`;
});

const text = `/**
 * Agreement weights after Fellegi and Sunter (1969): m = how often one person's two mentions stand at a level,
 * u = how often two different people's do. Written by \`bench/matching/fit.ts\`; do not edit by hand.
 */

/** Fixed chance of coincidence. */
export interface Fixed {
  m: number;
  u: number;
}
/** Chance of coincidence proportional to the share of records that hold the name: u = c × share. */
export interface ByShare {
  m: number;
  c: number;
}

/** What they were estimated on: generated populations, labelled pairs of one person and of two. */
export const fittedOn = {
  seeds: [${tuningSeeds.join(", ")}],
  records: ${size},
  samePairs: ${comparisons},
  differentPairs: ${randomPairs * tuningSeeds.length},
} as const;

export const weights = {
${groups.join("\n")}
} as const satisfies Record<string, Record<string, Fixed | ByShare>>;
`;
writeFileSync(new URL("../../src/matching/weights.ts", import.meta.url), text);
console.log(`weights.ts written from ${comparisons} pairs of one person, ${dateLevels.length} date levels`);
