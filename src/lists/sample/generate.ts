/**
 * The sample: invented lists of the real shape and size, the same for the same seed. Nobody on them exists.
 * A share of the people stands on both lists, and a person has about 1.25 cases.
 */
import type { CaseStatus, ListRecord, PersonName } from "../../matching/types.ts";
import type { ListYear } from "./cases.ts";
import { drawCase, drawFirstYear } from "./cases.ts";
import { fileRecord } from "./clerk.ts";
import { fixedRecords } from "./fixed.ts";
import { drawPerson } from "./people.ts";
import type { Person } from "./people.ts";
import { Random, Weighted } from "./random.ts";

export { samplePeople } from "./fixed.ts";
export type { SamplePerson } from "./fixed.ts";
export type { ListYear } from "./cases.ts";

/** One line of a list file, by column name; empty where nothing is known. */
export interface SampleRow {
  case_number: string;
  first_name: string;
  middle_name: string;
  last_name: string;
  suffix: string;
  /** Several separated by ";". */
  aka: string;
  date_of_birth: string;
  /** Several separated by ";". */
  charges: string;
  conviction_date: string;
  court: string;
  status: CaseStatus | "";
  status_date: string;
}

/** A record together with whose it is: what the benches measure against. */
export interface KnownRecord {
  person: Person;
  /** Distinguishes people; the same number on both lists is the same person. */
  personId: number;
  record: ListRecord;
}

export interface SampleOptions {
  records: number;
  seed: number;
  list: ListYear;
}

const casesPerPerson = new Weighted<number>([
  [1, 82],
  [2, 13],
  [3, 4],
  [4, 1],
]);
/** Of the people on the 2021 list, those who stand on the 2020 list as well. */
const onBothShare = 0.08;
/** Where the 2021 list's own people begin; no 2020 list is this long. */
const ownPeople2021 = 1_000_000_000;

/** Person number `id` of a seed: the same whichever list asks. */
function personOf(seed: number, id: number): { person: Person; firstYear: number } {
  const random = new Random(seed, 0, id);
  const firstYear = drawFirstYear(random, id < ownPeople2021 ? "2020" : "2021");
  return { person: drawPerson(random, firstYear), firstYear };
}

/** The cases of a list in order, with whose they are. */
export function* knownRecords(options: SampleOptions): Generator<KnownRecord> {
  const { records, seed, list } = options;
  const random = new Random(seed, Number(list));
  const serialStart = list === "2020" ? 0 : 400_000;
  let made = 0;
  let next = list === "2020" ? 0 : ownPeople2021;
  while (made < records) {
    const both = list === "2021" && random.chance(onBothShare);
    const personId = both ? random.between(0, Math.max(0, Math.floor(records * 0.8) - 1)) : next++;
    const { person, firstYear } = personOf(seed, personId);
    let year = firstYear;
    for (let n = casesPerPerson.draw(random); n > 0 && made < records; n--) {
      const one = drawCase(random, list, year, serialStart + made);
      yield { person, personId, record: fileRecord(random, person, one, list) };
      made++;
      year = Math.min(2016, year + random.between(0, 6));
    }
  }
}

function joined(name: PersonName): string {
  const family = name.family.join(" ");
  return name.given.length === 0 ? family : `${family}, ${name.given.join(" ")}`;
}

function rowOf(record: ListRecord): SampleRow {
  return {
    case_number: record.caseNumber ?? "",
    first_name: record.name?.given[0] ?? "",
    middle_name: record.name?.given.slice(1).join(" ") ?? "",
    last_name: record.name?.family.join(" ") ?? "",
    suffix: record.name?.suffix ?? "",
    aka: record.aka.map(joined).join("; "),
    date_of_birth: record.birthDate ?? "",
    charges: record.charges.join("; "),
    conviction_date: record.convictionDate ?? "",
    court: record.court ?? "",
    status: record.status ?? "",
    status_date: record.statusDate ?? "",
  };
}

/** A list's records; the fixed people of `samplePeople` come first, as many as fit. */
function* listRecords(options: SampleOptions): Generator<ListRecord> {
  const fixed = fixedRecords(options.list).slice(0, options.records);
  yield* fixed;
  for (const { record } of knownRecords({ ...options, records: options.records - fixed.length }))
    yield record;
}

/** The rows of one invented list, exactly `records` of them, the same for the same seed. */
export function* generateSample(options: SampleOptions): Generator<SampleRow> {
  for (const record of listRecords(options)) yield rowOf(record);
}

/** One of the two sample lists, ready to import. */
export interface SampleList {
  id: "sample-2020" | "sample-2021";
  /** YYYY-MM-DD, the day the real list of that shape was announced. */
  announced: string;
  /** How many records the iterable gives. */
  count: number;
  /** Can be iterated more than once. */
  records: Iterable<ListRecord>;
}

/** Of the 124,000 real records, the share of the 2020 list. */
const share2020 = 66 / 124;

/** Both sample lists, `records` in all, split as the real ones are. */
export function sampleLists(records: number, seed: number): SampleList[] {
  const first = Math.round(records * share2020);
  const make = (id: SampleList["id"], announced: string, list: ListYear, count: number): SampleList => ({
    id,
    announced,
    count,
    records: { [Symbol.iterator]: () => listRecords({ records: count, seed, list }) },
  });
  return [
    make("sample-2020", "2020-02-13", "2020", first),
    make("sample-2021", "2021-09-27", "2021", records - first),
  ];
}
