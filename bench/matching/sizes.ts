/**
 * `npm run bench:matching:sizes [-- --sizes 124000,1000000,2500000 --each 3000]`: how many records meet an asker as
 * lists grow, and how many of those who are on them still meet their own among the records that every lookup opens.
 */
import { parseArgs } from "node:util";
import { recordsPerLookup } from "../../src/lists/candidates.ts";
import { idsPerLabel } from "../../src/lists/labelKey.ts";
import { Random } from "../../src/lists/sample/random.ts";
import { askerBlockKeys, isNameAndYear, recordBlockKeys } from "../../src/matching/blockKeys.ts";
import { population, queries, type Population, type Query } from "./population.ts";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "124000,500000,1000000,2500000" },
    each: { type: "string", default: "3000" },
  },
});
/** Used by no other report. */
const seed = 4301;
const caps = [16, 32, 48, 64, 96];

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
  ["records", "opened", "askers", "met on average", "99 of 100", "most", "row full", "met at all"].concat(
    "met among opened",
    caps.map((cap) => `first ${cap}`),
  ),
];
for (const size of options.sizes.split(",").map(Number)) {
  const from = population(size, seed);
  const asked = [...queries(from, Number(options.each), seed)].filter((query) => query.kind !== "stranger");
  const blocks = blocksOf(from, asked);
  fit(blocks);
  const opened = recordsPerLookup(size);
  for (const kind of ["clean", "messy"] as const) {
    const lengths: number[] = [];
    const ranks: number[] = [];
    let full = 0;
    for (const { asker, personId } of asked.filter((query) => query.kind === kind)) {
      const own = new Set(personId === undefined ? [] : from.people.get(personId)?.records);
      const met = new Set<number>();
      let crowded = false;
      for (const key of askerBlockKeys(asker)) {
        for (const places of blocks.get(key) ?? []) {
          for (const place of places) met.add(place);
          crowded ||= isNameAndYear(key) && places.length === idsPerLabel;
        }
      }
      if (crowded) full++;
      lengths.push(met.size);
      const rank = [...met].findIndex((place) => own.has(place));
      if (rank >= 0) ranks.push(rank);
    }
    lengths.sort((a, b) => a - b);
    const n = lengths.length;
    const within = (cap: number): string => percent(ranks.filter((rank) => rank < cap).length, n);
    table.push([
      `${size} ${kind}`,
      String(opened),
      String(n),
      (lengths.reduce((sum, one) => sum + one, 0) / n).toFixed(1),
      String(lengths[Math.floor(n * 0.99)]),
      String(lengths.at(-1)),
      percent(full, n),
      percent(ranks.length, n),
      within(opened),
      ...caps.map(within),
    ]);
  }
}
for (const row of table) console.log(row.map((cell) => cell.padStart(16)).join(""));
