/**
 * The public FEBRL sets 3 and 4, by name and birth date alone, with the weights as shipped: nothing is fitted to
 * them. Reads the folder given as argument or FEBRL_DIR; says so and ends when there is none.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { compare, decide, prepareAsker } from "../../src/matching/match.ts";
import type { PreparedAsker } from "../../src/matching/match.ts";
import { FrequencyCounter } from "../../src/matching/frequencies.ts";
import type { NameFrequencies } from "../../src/matching/frequencies.ts";
import { nameTokens } from "../../src/matching/normalise.ts";
import { soundKey } from "../../src/matching/sound.ts";
import type { Asker, ListRecord, PersonName } from "../../src/matching/types.ts";

interface Row {
  id: string;
  /** Number of the person behind the record. */
  entity: string;
  name: PersonName | undefined;
  birthDate: string | undefined;
}

function readRows(path: string): Row[] {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, trim: true });
  return rows.map((row) => {
    const words = (text: string | undefined): string[] =>
      text === undefined || text === "" ? [] : text.split(" ");
    const given = words(row["given_name"]);
    const family = words(row["surname"]);
    const date = row["date_of_birth"] ?? "";
    const id = row["rec_id"] ?? "";
    return {
      id,
      entity: /^rec-(\d+)-/.exec(id)?.[1] ?? id,
      name: given.length + family.length === 0 ? undefined : { given, family },
      birthDate: /^\d{8}$/.test(date)
        ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
        : undefined,
    };
  });
}

function toRecord(row: Row): ListRecord {
  const record: ListRecord = { aka: [], charges: [] };
  if (row.name !== undefined) record.name = row.name;
  if (row.birthDate !== undefined) record.birthDate = row.birthDate;
  return record;
}

function toAsker(row: Row): Asker {
  const asker: Asker = { names: row.name === undefined ? [] : [row.name], caseNumbers: [] };
  if (row.birthDate !== undefined) asker.birthDate = row.birthDate;
  return asker;
}

/** What two rows must share to be compared at all: far wider than the service's keys, so that weights are judged. */
function blocks(row: Row): string[] {
  const keys: string[] = [];
  const date = row.birthDate;
  if (date !== undefined) {
    const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)];
    keys.push(`d${date}`, `e${month}${day}`, `f${year}${day}`, `g${year}${month}`);
  }
  const given = nameTokens(row.name?.given ?? []);
  const family = nameTokens(row.name?.family ?? []);
  for (const token of [...given, ...family]) keys.push(`n${soundKey(token)}`);
  return keys;
}

export interface Judged {
  weight: number;
  confirmed: boolean;
  same: boolean;
}

interface Side {
  rows: Row[];
  records: ListRecord[];
  frequencies: NameFrequencies;
}

function side(rows: Row[]): Side {
  const counter = new FrequencyCounter();
  const records = rows.map(toRecord);
  for (const record of records) counter.add(record);
  return { rows, records, frequencies: counter.finish() };
}

/** Compares every row of `left` with all rows of `right` that share a block; within one file each pair once. */
function judge(left: Row[], right: Side, within: boolean): Judged[] {
  const places = new Map<string, number[]>();
  right.rows.forEach((row, i) => {
    for (const key of blocks(row)) places.set(key, [...(places.get(key) ?? []), i]);
  });
  const out: Judged[] = [];
  left.forEach((row, i) => {
    const asker: PreparedAsker = prepareAsker(toAsker(row));
    const seen = new Set<number>();
    for (const key of blocks(row)) for (const j of places.get(key) ?? []) if (!within || j > i) seen.add(j);
    for (const j of seen) {
      const record = right.records[j];
      const other = right.rows[j];
      if (record === undefined || other === undefined) continue;
      const comparison = compare(asker, record, right.frequencies);
      out.push({
        weight: comparison.weight,
        confirmed: decide(comparison, "date") === "confirmed",
        same: row.entity === other.entity,
      });
    }
  });
  return out;
}

export interface Score {
  threshold: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Precision, recall and F1 at every weight; the best F1 of them. */
export function bestF1(judged: readonly Judged[], truth: number): Score {
  const sorted = judged.toSorted((a, b) => b.weight - a.weight);
  let right = 0;
  let best: Score = { threshold: 0, precision: 0, recall: 0, f1: 0 };
  sorted.forEach((one, i) => {
    if (one.same) right++;
    const next = sorted[i + 1];
    if (next !== undefined && next.weight === one.weight) return;
    const precision = right / (i + 1);
    const recall = right / truth;
    const f1 = (2 * precision * recall) / (precision + recall);
    if (f1 > best.f1) best = { threshold: one.weight, precision, recall, f1 };
  });
  return best;
}

/** Pairs of one entity within one file. */
function pairsWithin(rows: readonly Row[]): number {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(row.entity, (sizes.get(row.entity) ?? 0) + 1);
  let pairs = 0;
  for (const n of sizes.values()) pairs += (n * (n - 1)) / 2;
  return pairs;
}

export interface FebrlResult {
  set: string;
  truth: number;
  compared: number;
  best: Score;
  confirmed: { precision: number; recall: number };
}

function result(set: string, judged: readonly Judged[], truth: number): FebrlResult {
  const confirmed = judged.filter((one) => one.confirmed);
  const right = confirmed.filter((one) => one.same).length;
  return {
    set,
    truth,
    compared: judged.length,
    best: bestF1(judged, truth),
    confirmed: { precision: confirmed.length === 0 ? 1 : right / confirmed.length, recall: right / truth },
  };
}

/** Runs sets 3 and 4 found in `folder`; an empty list when they are not there. */
export function runFebrl(folder: string): FebrlResult[] {
  const file = (name: string): string => join(folder, `${name}.csv`);
  const out: FebrlResult[] = [];
  if (existsSync(file("dataset3"))) {
    const rows = readRows(file("dataset3"));
    out.push(result("FEBRL 3", judge(rows, side(rows), true), pairsWithin(rows)));
  }
  if (existsSync(file("dataset4a")) && existsSync(file("dataset4b"))) {
    const asked = readRows(file("dataset4a"));
    const filed = readRows(file("dataset4b"));
    const entities = new Set(asked.map((row) => row.entity));
    const truth = filed.filter((row) => entities.has(row.entity)).length;
    out.push(result("FEBRL 4", judge(filed, side(asked), false), truth));
  }
  return out;
}

if (process.argv[1]?.endsWith("febrl.ts") === true) {
  const folder = process.argv[2] ?? process.env["FEBRL_DIR"];
  const results = folder === undefined ? [] : runFebrl(folder);
  if (results.length === 0)
    console.log("FEBRL skipped: give the folder with dataset3.csv, dataset4a.csv and dataset4b.csv");
  for (const one of results) console.log(JSON.stringify(one));
}
