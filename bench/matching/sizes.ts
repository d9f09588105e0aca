/**
 * `npm run bench:matching:sizes [-- --sizes 124000,1000000,2500000 --each 3000]`: how many records meet an asker as
 * lists grow, how many of those who are on them still meet their own among the records that every lookup opens, and
 * how many would on any day of their birth year, so that guesses at it are counted.
 */
import { parseArgs } from "node:util";
import { recordsPerLookup } from "../../src/lists/candidates.ts";
import { choose } from "../../src/lists/choose.ts";
import { idsPerLabel } from "../../src/lists/labelKey.ts";
import { Random } from "../../src/lists/sample/random.ts";
import { askerBlockKeys, keyKind, recordBlockKeys } from "../../src/matching/blockKeys.ts";
import { population, queries, type Population, type Query } from "./population.ts";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "124000,500000,1000000,2500000" },
    each: { type: "string", default: "3000" },
  },
});
/** Used by no other report. */
const seed = 4301;
/** Places of the records under each wanted key, a list's first block and the other's. */
type Blocks = Map<string, [number[], number[]]>;

/** Only what somebody asks for is kept: all keys of 2,500,000 records would not fit a Map. */
function blocksOf(from: Population, asked: readonly Query[]): Blocks {
  const blocks: Blocks = new Map();
  for (const { asker } of asked) for (const key of askerBlockKeys(asker)) blocks.set(key, [[], []]);
  const first = Math.round((from.records.length * 66) / 124);
  for (const [place, record] of from.records.entries()) {
    for (const key of recordBlockKeys(record)) blocks.get(key)?.[place < first ? 0 : 1].push(place);
  }
  return blocks;
}

/** What a row does not hold is dropped at random, as the import does. */
function fit(blocks: Blocks): void {
  const random = new Random(seed, 5);
  for (const lists of blocks.values()) {
    for (const places of lists) {
      while (places.length > idsPerLabel) places.splice(random.between(0, places.length - 1), 1);
    }
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

const table = [
  [
    "records",
    "opened",
    "askers",
    "keyed on average",
    "99 of 100",
    "most",
    "met at all",
    "opened own",
    "counted",
  ],
];
for (const size of options.sizes.split(",").map(Number)) {
  const from = population(size, seed);
  const asked = [...queries(from, Number(options.each), seed)].filter((query) => query.kind !== "stranger");
  const blocks = blocksOf(from, asked);
  fit(blocks);
  const opened = recordsPerLookup(size);
  for (const kind of ["clean", "messy"] as const) {
    const lengths: number[] = [];
    const own = { met: 0, opened: 0, counted: 0 };
    for (const { asker, personId } of asked.filter((query) => query.kind === kind)) {
      const records = personId === undefined ? [] : (from.people.get(personId)?.records ?? []);
      const met = askerBlockKeys(asker).flatMap((key) =>
        (blocks.get(key) ?? []).flatMap((places) => places.map((id) => ({ id, kind: keyKind(key) }))),
      );
      const distinct = new Set(met.map(({ id }) => id));
      const chosen = choose(met, opened);
      lengths.push(distinct.size);
      if (records.some((one) => distinct.has(one))) own.met++;
      if (records.some((one) => chosen.has(one))) own.opened++;
      if (records.some((one) => chosen.get(one) === true)) own.counted++;
    }
    lengths.sort((a, b) => a - b);
    const n = lengths.length;
    table.push([
      `${size} ${kind}`,
      String(opened),
      String(n),
      (lengths.reduce((sum, one) => sum + one, 0) / n).toFixed(1),
      String(lengths[Math.floor(n * 0.99)]),
      String(lengths.at(-1)),
      percent(own.met, n),
      percent(own.opened, n),
      percent(own.counted, n),
    ]);
  }
}
for (const row of table) console.log(row.map((cell) => cell.padStart(18)).join(""));
