/**
 * `npm run bench:matching`: one table of how well people find their cases, on seeds the weights never saw, and a
 * chart beside this file. Arguments: `--each N` askers of each kind a seed, `--records N`, `--febrl FOLDER`.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { thresholds } from "../../src/matching/match.ts";
import { chart } from "./chart.ts";
import { causes } from "./causes.ts";
import type { Outcome, Rates } from "./evaluate.ts";
import { noOutcome, tally } from "./evaluate.ts";
import { runFebrl } from "./febrl.ts";
import { guess } from "./guesser.ts";
import { buildIndex } from "./lookup.ts";
import { population, queries, strangerKinds } from "./population.ts";

/** Never used for fitting (those seeds are in fit.ts), for choosing thresholds, or for changing the generator. */
const reportingSeeds = [4201, 4202, 4203, 4204];

const { values: options } = parseArgs({
  options: {
    each: { type: "string", default: "10000" },
    records: { type: "string", default: "124000" },
    febrl: { type: "string" },
  },
});
const each = Number(options.each);
const records = Number(options.records);

function percent(part: number, whole: number, digits = 2): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(digits)} %`;
}

/** Half the width of the 95 % interval of a share, in percentage points (Wald, with one added on either side). */
function margin(part: number, whole: number): string {
  const p = (part + 1) / (whole + 2);
  return `±${(196 * Math.sqrt((p * (1 - p)) / (whole + 2))).toFixed(2)}`;
}

const lines: string[][] = [["", "askers", "confirmed", "found", "someone else's", "all of several", "goal"]];

function row(label: string, rates: Rates | undefined, goal = ""): void {
  if (rates === undefined) return;
  lines.push([
    label,
    String(rates.askers),
    `${percent(rates.confirmed, rates.askers)} ${margin(rates.confirmed, rates.askers)}`,
    percent(rates.found, rates.askers),
    percent(rates.wrong, rates.askers, 3),
    percent(rates.allFound, rates.several),
    goal,
  ]);
}

function print(table: string[][]): void {
  const widths: number[] = [];
  for (const cells of table) cells.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  for (const cells of table) {
    console.log(
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join("  "),
    );
  }
}

function gap(outcome: Outcome, kind: string, pick: (rates: Rates) => number): string {
  const share = (label: string): number => {
    const rates = outcome.byOrigin.get(`${kind} ${label}`);
    return rates === undefined ? 0 : (100 * pick(rates)) / rates.askers;
  };
  return (share("Spanish surname") - share("others")).toFixed(2);
}

const outcome = noOutcome();
const heavy = noOutcome();
let keys = 0;
const cpu = { generate: 0, lookUp: 0 };
const clock = (): number => {
  const usage = process.cpuUsage();
  return (usage.user + usage.system) / 1000;
};
for (const seed of reportingSeeds) {
  const started = clock();
  const from = population(records, seed);
  const index = buildIndex(from);
  keys += index.keys;
  const asked = [...queries(from, each, seed)];
  const ready = clock();
  for (const query of asked) tally(outcome, index, query);
  cpu.generate += ready - started;
  cpu.lookUp += clock() - ready;
  for (const query of queries(from, each, seed + 50_000, "heavy")) {
    if (query.kind === "messy") tally(heavy, index, query);
  }
}

row("name and date right", outcome.clean, "≥ 93 % / ≥ 98 %");
for (const label of ["Spanish surname", "others", "latino", "black", "white", "other"]) {
  row(`  ${label}`, outcome.byOrigin.get(`clean ${label}`));
}
row("usual mistakes", outcome.messy, "≥ 85.5 % / ≥ 95 %");
for (const label of ["Spanish surname", "others", "latino", "black", "white", "other"]) {
  row(`  ${label}`, outcome.byOrigin.get(`messy ${label}`));
}
for (const [label, rates] of [...outcome.byOperator].sort((a, b) => b[1].askers - a[1].askers))
  row(`  ${label}`, rates);
row("more and worse mistakes than usual", heavy.messy);
row("not on the lists", outcome.stranger, "≤ 0.12 % / possible ≤ 4 %");
for (const kind of strangerKinds) row(`  ${kind}`, outcome.strangersBy.get(kind));
for (const origin of ["latino", "black", "white", "other"])
  row(`  ${origin}`, outcome.strangersBy.get(`origin ${origin}`));
for (const cause of causes) {
  const [clean, messy] = [outcome.causes.clean.get(cause) ?? 0, outcome.causes.messy.get(cause) ?? 0];
  lines.push([
    `not confirmed, ${cause}`,
    "",
    percent(clean, outcome.clean.askers),
    percent(messy, outcome.messy.askers),
    "",
    "",
    "right / mistakes",
  ]);
}
const fact = (label: string, value: string, goal = ""): void => {
  lines.push([label, "", value, "", "", "", goal]);
};
const possible = outcome.stranger.found - outcome.stranger.confirmed;
fact("not on the lists, possible", percent(possible, outcome.stranger.askers), "≤ 4 %");
for (const kind of ["clean", "messy"]) {
  fact(
    `Spanish surname less others, ${kind}, confirmed`,
    gap(outcome, kind, (rates) => rates.confirmed),
    "within 2.5",
  );
  fact(
    `Spanish surname less others, ${kind}, found`,
    gap(outcome, kind, (rates) => rates.found),
    "within 1.5",
  );
}
const guessing = guess(1975);
fact("guesses to cover a known birth year", String(guessing.toCover), "≥ 295");
fact("wrong guesses counted as near misses", percent(guessing.nearMisses, 1));
fact("keys a record", (keys / (records * reportingSeeds.length)).toFixed(2));
fact("probes a lookup", (outcome.probes / outcome.queries).toFixed(1));
fact(
  "records opened on average, at most",
  `${(outcome.opened / outcome.queries).toFixed(2)}, ${outcome.mostOpened}`,
);
fact("met their record, right", percent(outcome.reached.clean, outcome.clean.askers));
fact("met their record, mistakes", percent(outcome.reached.messy, outcome.messy.askers));
fact("lookups a CPU second, unsealed", ((1000 * outcome.queries) / cpu.lookUp).toFixed(0));
const febrl = options.febrl ?? process.env["FEBRL_DIR"];
for (const one of febrl === undefined ? [] : runFebrl(febrl)) {
  const { best } = one;
  fact(
    `${one.set} best F1 (weight ${best.threshold.toFixed(1)})`,
    best.f1.toFixed(4),
    one.set.endsWith("4") ? "≥ 0.955" : "",
  );
  fact(`${one.set} precision, recall there`, `${best.precision.toFixed(4)}, ${best.recall.toFixed(4)}`);
  fact(
    `${one.set} precision, recall of confirmed`,
    `${one.confirmed.precision.toFixed(4)}, ${one.confirmed.recall.toFixed(4)}`,
    "1.000",
  );
}
print(lines);
if (febrl === undefined) console.log("FEBRL skipped: give --febrl FOLDER or FEBRL_DIR.");

const target = new URL("./chart.svg", import.meta.url);
writeFileSync(
  target,
  chart({
    own: outcome.eligible.own,
    other: outcome.eligible.other,
    ownAny: outcome.weights.own,
    otherAny: outcome.weights.other,
    thresholds,
  }),
);
console.log(`chart: bench/matching/chart.svg`);
