/**
 * A list of the real size with whose records they are, and those who ask about it: people on it who type
 * everything right, people on it who make the usual mistakes, and people who are not on it.
 */
import { FrequencyCounter } from "../../src/matching/frequencies.ts";
import type { NameFrequencies } from "../../src/matching/frequencies.ts";
import type { Asker, ListRecord, PersonName, YearRange } from "../../src/matching/types.ts";
import { knownRecords } from "../../src/lists/sample/generate.ts";
import type { KnownRecord } from "../../src/lists/sample/generate.ts";
import type { Origin, Person } from "../../src/lists/sample/people.ts";
import { drawDate, drawFirst, drawGiven, drawPerson, pad } from "../../src/lists/sample/people.ts";
import { Random, Weighted } from "../../src/lists/sample/random.ts";
import { corrupt } from "./corrupt.ts";
import type { Mix } from "./corrupt.ts";

export interface Population {
  records: ListRecord[];
  /** Person of each record, by the record's place. */
  owners: number[];
  people: Map<number, { person: Person; records: number[] }>;
  frequencies: NameFrequencies;
}

/** Generates both lists as one, `size` records in all. */
export function population(size: number, seed: number): Population {
  const records: ListRecord[] = [];
  const owners: number[] = [];
  const people: Population["people"] = new Map();
  const counter = new FrequencyCounter();
  const first = Math.round((size * 66) / 124);
  const put = ({ person, personId, record }: KnownRecord): void => {
    const known = people.get(personId);
    if (known === undefined) people.set(personId, { person, records: [records.length] });
    else known.records.push(records.length);
    records.push(record);
    owners.push(personId);
    counter.add(record);
  };
  for (const one of knownRecords({ records: first, seed, list: "2020" })) put(one);
  for (const one of knownRecords({ records: size - first, seed, list: "2021" })) put(one);
  return { records, owners, people, frequencies: counter.finish() };
}

export const strangerKinds = [
  "unrelated",
  "same name",
  "sibling",
  "twin",
  "parent or child",
  "cousin",
] as const;
export type StrangerKind = (typeof strangerKinds)[number];

export interface Query {
  asker: Asker;
  kind: "clean" | "messy" | "stranger";
  origin: Origin;
  /** Whose records should be found; absent for strangers. */
  personId?: number;
  /** Operators applied, or the kind of stranger. */
  labels: string[];
}

/** How a person types their own name: most leave middle names out, many give one surname. */
function typedName(random: Random, person: Person): PersonName {
  const [first = "", second] = person.given;
  const given = second !== undefined && random.chance(0.3) ? [first, ...second.split(" ")] : [first];
  const [paternal = "", maternal] = person.surnames;
  const family = maternal !== undefined && random.chance(0.5) ? `${paternal} ${maternal}` : paternal;
  const name: PersonName = { given, family: family.split(" ") };
  if (person.suffix !== undefined && random.chance(0.5)) name.suffix = person.suffix;
  return name;
}

/** What people remember of the year: often the year itself, or a span around it; a quarter do not know. */
function rememberedYear(random: Random, convicted: string | undefined): YearRange | undefined {
  if (convicted === undefined || random.chance(0.25)) return undefined;
  const year = Number(convicted.slice(0, 4)) + random.pick([-2, -1, -1, 0, 0, 0, 0, 0, 1, 1, 2]);
  const span = random.pick([0, 0, 0, 1, 2, 3]);
  return { from: year - span, to: year + span };
}

/** A person on the list who types name and birth date right. */
function cleanAsker(random: Random, person: Person, record: ListRecord): Asker {
  const names = [typedName(random, person)];
  // Who changed their name often thinks of giving the old one, too.
  const [given] = names;
  if (person.formerSurname !== undefined && given !== undefined && random.chance(0.5)) {
    names.push({ given: given.given, family: person.formerSurname.split(" ") });
  }
  const asker: Asker = { names, birthDate: person.birthDate, caseNumbers: [] };
  const year = rememberedYear(random, record.convictionDate);
  if (year !== undefined) asker.year = year;
  if (record.caseNumber !== undefined && random.chance(0.12)) asker.caseNumbers.push(record.caseNumber);
  return asker;
}

/** Mistakes of one asker who makes any. */
const mistakes: Readonly<Record<Mix, Weighted<number>>> = {
  usual: new Weighted([
    [1, 80],
    [2, 17],
    [3, 3],
  ]),
  heavy: new Weighted([
    [1, 70],
    [2, 24],
    [3, 6],
  ]),
};

const strangers = new Weighted<StrangerKind>([
  ["unrelated", 82],
  ["same name", 6],
  ["sibling", 4],
  ["twin", 1.5],
  ["parent or child", 3.5],
  ["cousin", 3],
]);

function yearsFrom(date: string, by: number): number {
  return Number(date.slice(0, 4)) + by;
}

/** Someone who is not on the list, though perhaps close to someone who is. */
function stranger(random: Random, other: Person): { person: Person; kind: StrangerKind } {
  const kind = strangers.draw(random);
  const fresh = drawPerson(random, random.between(1970, 2014));
  const sex = random.chance(0.7) ? other.sex : other.sex === "m" ? "f" : "m";
  const given = drawGiven(random, other.origin, sex);
  const base = { origin: other.origin, surnames: other.surnames };
  switch (kind) {
    case "unrelated":
      return { kind, person: fresh };
    case "same name": {
      const { suffix: _, ...rest } = other;
      return { kind, person: { ...rest, birthDate: fresh.birthDate } };
    }
    case "sibling":
      return {
        kind,
        person: {
          ...base,
          sex,
          given,
          birthDate: drawDate(random, yearsFrom(other.birthDate, random.between(-9, 9))),
        },
      };
    case "twin":
      return {
        kind,
        person: { ...base, sex, given: twinGiven(random, other, sex), birthDate: other.birthDate },
      };
    case "parent or child": {
      const by = random.between(18, 36) * (random.chance(0.5) ? 1 : -1);
      const person: Person = { ...other, birthDate: drawDate(random, yearsFrom(other.birthDate, by)) };
      if (random.chance(0.4)) person.suffix = by > 0 ? "Jr" : "Sr";
      // Now and then a son is even born on his father's birthday.
      if (random.chance(0.01)) person.birthDate = yearsFrom(other.birthDate, by) + other.birthDate.slice(4);
      return { kind, person };
    }
    case "cousin":
      return {
        kind,
        person: { ...base, sex: other.sex, given: other.given, birthDate: nearDate(random, other) },
      };
  }
}

/** Twins' names often begin alike or share a part. */
function twinGiven(random: Random, other: Person, sex: "m" | "f"): string[] {
  const initial = (other.given[0] ?? "").charAt(0);
  const alike = random.chance(0.3);
  const shared = sex === other.sex && other.given[1] !== undefined && random.chance(0.1);
  for (let tries = 0; tries < 40; tries++) {
    const first = drawFirst(random, other.origin, sex);
    if (first === other.given[0] || (alike && !first.startsWith(initial))) continue;
    if (shared) return [first, other.given[1] ?? ""];
    return random.chance(0.5) ? [first] : [first, drawFirst(random, other.origin, sex)];
  }
  return drawGiven(random, other.origin, sex);
}

function nearDate(random: Random, other: Person): string {
  return `${yearsFrom(other.birthDate, random.between(-3, 3))}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`;
}

function strangerAsker(random: Random, person: Person): Asker {
  const asker: Asker = { names: [typedName(random, person)], birthDate: person.birthDate, caseNumbers: [] };
  if (random.chance(0.6)) {
    const year = Math.min(2016, Number(person.birthDate.slice(0, 4)) + random.between(18, 40));
    const span = random.pick([0, 0, 1, 2]);
    asker.year = { from: year - span, to: year + span };
  }
  return asker;
}

/** `each` askers of each kind, drawn from the population. */
export function* queries(from: Population, each: number, seed: number, mix: Mix = "usual"): Generator<Query> {
  const random = new Random(seed, 77);
  for (let i = 0; i < each; i++) {
    for (const kind of ["clean", "messy", "stranger"] as const) {
      const at = random.between(0, from.records.length - 1);
      const personId = from.owners[at] ?? 0;
      const person = from.people.get(personId)?.person;
      const record = from.records[at];
      if (person === undefined || record === undefined) continue;
      if (kind === "stranger") {
        const { person: other, kind: label } = stranger(random, person);
        let asker = strangerAsker(random, other);
        if (random.chance(0.3)) asker = corrupt(asker, random, other).asker;
        yield { asker, kind, origin: other.origin, labels: [label] };
        continue;
      }
      let asker = cleanAsker(random, person, record);
      const labels: string[] = [];
      const most = kind === "clean" ? 0 : mistakes[mix].draw(random);
      while (labels.length < most) {
        const changed = corrupt(asker, random, person, mix);
        asker = changed.asker;
        labels.push(changed.operator);
      }
      yield { asker, kind, origin: person.origin, personId, labels };
    }
  }
}
