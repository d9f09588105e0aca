/**
 * Counts what a list lacks, what stands on it twice, and how its records can ever be confirmed. Holds keyed nothing and
 * prints nothing: of names and numbers only 52 bits of a hash stay in memory, for as long as the report is made.
 */
import { hash } from "node:crypto";
import { caseNumberKeys } from "../../matching/caseNumbers.ts";
import { recordIdentity } from "../../matching/identity.ts";
import { nameForms } from "../../matching/nameForms.ts";
import type { ListRecord } from "../../matching/types.ts";

/** The fields a record may lack, in the order of the report. */
export const qualityFields = [
  "caseNumber",
  "name",
  "birthDate",
  "convictionDate",
  "charges",
  "court",
  "status",
] as const;
export type QualityField = (typeof qualityFields)[number];

/** Records of one decade of conviction; `decade` 0 holds those without a date. */
export interface DecadeGaps {
  /** First year: 1990. */
  decade: number;
  records: number;
  missing: Record<QualityField, number>;
}

export type Confirmable = "nameAndDate" | "numberOnly" | "never";

/** What a list holds, as counts. */
export interface Holdings {
  records: number;
  unreadable: number;
  decades: DecadeGaps[];
  confirmable: Record<Confirmable, number>;
  /** Rows that repeat an earlier row's case number, name and birth date. */
  repeated: number;
  /** Rows whose case number an earlier row has under another name or birth date. */
  conflicting: number;
  /** Birth dates on the first of January: often a clerk's way to write a year alone. */
  firstOfJanuary: number;
  /** People by how many cases they have: one, two, three, four or more. Only those with name and birth date. */
  peopleByCases: [one: number, two: number, three: number, more: number];
}

function lacks(record: ListRecord, field: QualityField): boolean {
  if (field === "charges") return record.charges.length === 0;
  return record[field] === undefined;
}

/** 52 bits, so that they are a number: two of 2,500,000 coincide once in a thousand lists. */
function short(text: string): number {
  return Number.parseInt(hash("sha256", text, "hex").slice(0, 13), 16);
}

function decadeOf(record: ListRecord): number {
  return record.convictionDate === undefined
    ? 0
    : Math.floor(Number(record.convictionDate.slice(0, 4)) / 10) * 10;
}

/** How a lookup could confirm the record at best. A name alone never does. */
export function confirmableBy(record: ListRecord): Confirmable {
  const names = record.name === undefined ? record.aka : [record.name, ...record.aka];
  const whole = names.some((name) => name.given.length > 0 && name.family.length > 0);
  if (whole && record.birthDate !== undefined) return "nameAndDate";
  const any = names.some((name) => name.given.length > 0 || name.family.length > 0);
  return any && record.caseNumber !== undefined ? "numberOnly" : "never";
}

export class QualityTally {
  #records = 0;
  #unreadable = 0;
  #repeated = 0;
  #conflicting = 0;
  #firstOfJanuary = 0;
  readonly #confirmable: Record<Confirmable, number> = { nameAndDate: 0, numberOnly: 0, never: 0 };
  readonly #decades = new Map<number, DecadeGaps>();
  readonly #identities = new Set<number>();
  /** Case number → who first had it. */
  readonly #cases = new Map<number, number>();
  /** Person → cases. */
  readonly #people = new Map<number, number>();

  addUnreadable(): void {
    this.#unreadable++;
  }

  add(record: ListRecord): void {
    this.#records++;
    this.#confirmable[confirmableBy(record)]++;
    if (record.birthDate?.endsWith("-01-01") === true) this.#firstOfJanuary++;
    const decade = decadeOf(record);
    let gaps = this.#decades.get(decade);
    if (!gaps) {
      const missing = Object.fromEntries(qualityFields.map((field) => [field, 0]));
      gaps = { decade, records: 0, missing: missing as Record<QualityField, number> };
      this.#decades.set(decade, gaps);
    }
    gaps.records++;
    for (const field of qualityFields) if (lacks(record, field)) gaps.missing[field]++;
    this.#compare(record);
  }

  #compare(record: ListRecord): void {
    const identity = short(recordIdentity(record));
    if (this.#identities.has(identity)) {
      this.#repeated++;
      return;
    }
    this.#identities.add(identity);
    const forms = record.name === undefined ? undefined : nameForms(record.name);
    const given = forms?.given[0] ?? "";
    const family = forms?.family[0] ?? "";
    const person = short(JSON.stringify([given, family, forms?.generation ?? "", record.birthDate ?? ""]));
    const number = record.caseNumber === undefined ? undefined : caseNumberKeys(record.caseNumber)[0];
    if (number !== undefined) {
      const key = short(number);
      const first = this.#cases.get(key);
      if (first === undefined) this.#cases.set(key, person);
      else if (first !== person) this.#conflicting++;
    }
    if (given === "" || family === "" || record.birthDate === undefined) return;
    this.#people.set(person, (this.#people.get(person) ?? 0) + 1);
  }

  finish(): Holdings {
    const peopleByCases: Holdings["peopleByCases"] = [0, 0, 0, 0];
    for (const cases of this.#people.values()) {
      const place = Math.min(cases, 4) - 1;
      peopleByCases[place as 0 | 1 | 2 | 3]++;
    }
    return {
      records: this.#records,
      unreadable: this.#unreadable,
      decades: [...this.#decades.values()].sort((a, b) => a.decade - b.decade),
      confirmable: this.#confirmable,
      repeated: this.#repeated,
      conflicting: this.#conflicting,
      firstOfJanuary: this.#firstOfJanuary,
      peopleByCases,
    };
  }
}
