/**
 * How often a person who is not on the list would be told that they are. A stranger is drawn from the list's own names
 * and dates; since a hit is rare, every drawn name is held against every drawn record with that record's own date, and
 * weighed by how common the date is: expected hits a lookup = Σ over records of P(date) × P(name confirms on it).
 */
import { setImmediate } from "node:timers/promises";
import { askerBlockKeys, recordBlockKeys } from "../../matching/blockKeys.ts";
import { swappedDate } from "../../matching/dates.ts";
import type { NameFrequencies } from "../../matching/frequencies.ts";
import { compare, decide, prepareAsker } from "../../matching/match.ts";
import type { ConfirmRule, ListRecord, PersonName } from "../../matching/types.ts";
import type { Random } from "../sample/random.ts";

/** Expected false confirmations per 10,000 lookups by strangers, with a 95 % interval. */
export interface FalseConfirmations {
  per10000: number;
  from: number;
  to: number;
}

/** How many records of the list hold each birth date, YYYY-MM-DD. */
export type DateCounts = ReadonlyMap<string, number>;

export interface StrangerInput {
  /** A fair sample of the list's records that have name and birth date. */
  records: readonly ListRecord[];
  dates: DateCounts;
  frequencies: NameFrequencies;
  rule: ConfirmRule;
  random: Random;
  /** Names drawn; each is held against all sampled records it would meet. */
  names: number;
}

/** Stands for whatever date a stranger and a record would share, so that both are filed under it. */
const anyDate = "1970-01-13";

/** Sampled records by the keys a lookup would meet them under, if only the date agreed. */
function indexOf(records: readonly ListRecord[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, record] of records.entries()) {
    for (const key of recordBlockKeys({ ...record, birthDate: anyDate })) {
      const there = places.get(key);
      if (there) there.push(place);
      else places.set(key, [place]);
    }
  }
  return places;
}

/**
 * @param kind `recombined`: given name of one record, family name of another. `namesake`: a whole name off the list,
 * the worst case, as if every stranger shared a name with somebody on it.
 */
export async function falseConfirmations(
  input: StrangerInput,
  kind: "recombined" | "namesake",
): Promise<FalseConfirmations> {
  const { records, dates, random } = input;
  const dated = [...dates.values()].reduce((sum, n) => sum + n, 0);
  if (records.length < 3 || dated < 3) return { per10000: 0, from: 0, to: 0 };
  const index = indexOf(records);
  const expected: number[] = [];
  for (let n = 0; n < input.names; n++) {
    const [a, b] = [random.between(0, records.length - 1), random.between(0, records.length - 1)];
    const name = kind === "namesake" ? records[a]?.name : mixed(records[a], records[b]);
    if (!name) continue;
    const met = new Set<number>();
    for (const key of askerBlockKeys({ names: [name], birthDate: anyDate, caseNumbers: [] })) {
      for (const place of index.get(key) ?? []) met.add(place);
    }
    // The record that a name came off would be its own owner, no stranger.
    met.delete(a);
    if (kind === "recombined") met.delete(b);
    let sum = 0;
    for (const place of met) {
      const record = records[place];
      if (record) sum += chance(input, name, record, dated);
    }
    expected.push((sum / (records.length - 2)) * dated);
    if (n % 8 === 0) await setImmediate();
  }
  const mean = expected.reduce((sum, x) => sum + x, 0) / expected.length;
  const variance = expected.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, expected.length - 1);
  const error = 1.96 * Math.sqrt(variance / expected.length);
  return { per10000: mean * 1e4, from: Math.max(0, mean - error) * 1e4, to: (mean + error) * 1e4 };
}

function mixed(a: ListRecord | undefined, b: ListRecord | undefined): PersonName | undefined {
  return a?.name && b?.name && { given: a.name.given, family: b.name.family };
}

/** How probable it is that a stranger of this name has a date that confirms this record. */
function chance(input: StrangerInput, name: PersonName, record: ListRecord, dated: number): number {
  const own = record.birthDate;
  if (own === undefined) return 0;
  const swapped = swappedDate(own);
  let sum = 0;
  for (const birthDate of swapped === undefined ? [own] : [own, swapped]) {
    // Others who have that date; a date nobody else on the list has still belongs to some stranger.
    const others = Math.max(0.5, (input.dates.get(birthDate) ?? 0) - (birthDate === own ? 1 : 0));
    const asker = prepareAsker({ names: [name], birthDate, caseNumbers: [] });
    const comparison = compare(asker, record, input.frequencies);
    if (decide(comparison, input.rule) === "confirmed") sum += others / dated;
    // A name that does not agree at all agrees on no other date either.
    else if (!comparison.given || !comparison.family) return 0;
  }
  return sum;
}
