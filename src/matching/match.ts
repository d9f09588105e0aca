/**
 * Probabilistic record linkage after Fellegi and Sunter (1969): each field's agreement level adds its weight,
 * log2(m/u), and two thresholds part three decisions. Every weight comes with its reason.
 */
import { caseNumberKeys } from "./caseNumbers.ts";
import { compareDates } from "./dates.ts";
import type { DateLevel } from "./dates.ts";
import { slips } from "./distance.ts";
import { frequencyIndex } from "./frequencies.ts";
import type { FrequencyIndex, NameFrequencies } from "./frequencies.ts";
import { nameForms } from "./nameForms.ts";
import { agrees, comparePart, firstWord, lateWords, readyName } from "./names.ts";
import type { NameLevel, PartAgreement, ReadyName } from "./names.ts";
import type { Asker, ListRecord, YearRange } from "./types.ts";
import { weights } from "./weights.ts";
import type { ByShare, Fixed } from "./weights.ts";

export { decide, thresholds } from "./decide.ts";
export { askerDateTag, askerNameTag, recordIdentity } from "./identity.ts";

/** One field's part in a decision. */
export interface FieldReason {
  field: "given" | "family" | "birthDate" | "year" | "caseNumber" | "suffix";
  /** The agreement level, or "second…", "swapped", "misplaced" for what a name's other words add. */
  level: string;
  /** log2(m/u), in bits; negative speaks against. */
  weight: number;
}

/** What comparing an asker with one record gave. */
export interface Comparison {
  /** Sum of all reasons, in bits. */
  weight: number;
  fields: FieldReason[];
  /** Given names agree at some level. */
  given: boolean;
  /** Family names agree at some level. */
  family: boolean;
  date: "equal" | "swapped" | "near" | "different" | "unknown";
  caseNumber: "equal" | "different" | "unknown";
  /** Name agrees and birth year is equal, but the date is neither equal nor swapped: what a guesser produces. */
  nearMiss: boolean;
  /** Bits by which the thresholds are raised, since a longer list offers more strangers to coincide with. */
  raised?: number;
}

/** An asker made ready for many comparisons. */
export interface PreparedAsker {
  names: ReadyName[];
  birthDate: string | undefined;
  year: YearRange | undefined;
  caseNumbers: string[];
}

/** Normalises an asker once; names beyond the fifth and case numbers beyond the tenth are left out. */
export function prepareAsker(asker: Asker): PreparedAsker {
  return {
    names: asker.names.slice(0, 5).map((name) => readyName(nameForms(name))),
    birthDate: asker.birthDate,
    year: asker.year,
    caseNumbers: asker.caseNumbers.slice(0, 10).flatMap(caseNumberKeys),
  };
}

function bits(level: Fixed | ByShare, share: number): number {
  return Math.log2(level.m / ("u" in level ? level.u : level.c * share));
}

interface NameAgreement {
  weight: number;
  reasons: FieldReason[];
  given: NameLevel;
  family: NameLevel;
}

type Table = Readonly<Record<string, Fixed | ByShare | undefined>>;

function partWeight(
  field: "given" | "family",
  part: PartAgreement,
  reasons: FieldReason[],
  table: Table,
  seconds: Table,
): number {
  const level = table[part.level];
  if (level === undefined) return 0;
  let weight = bits(level, part.share);
  reasons.push({ field, level: part.level, weight });
  if (part.second === undefined) return weight;
  const second = seconds[part.second.level];
  if (second === undefined) return weight;
  const added = bits(second, part.second.share);
  const name = part.second.level;
  reasons.push({ field, level: `second${name.charAt(0).toUpperCase()}${name.slice(1)}`, weight: added });
  weight += added;
  return weight;
}

function weighName(
  given: PartAgreement,
  family: PartAgreement,
  order?: "swapped" | "misplaced",
): NameAgreement {
  const reasons: FieldReason[] = [];
  let weight = partWeight("given", given, reasons, weights.given, weights.secondGiven);
  weight += partWeight("family", family, reasons, weights.family, weights.secondFamily);
  if (order !== undefined) {
    const added = bits(weights.order[order], 1);
    reasons.push({ field: "family", level: order, weight: added });
    weight += added;
  }
  return { weight, reasons, given: given.level, family: family.level };
}

function compareName(asked: ReadyName, filed: ReadyName, index: FrequencyIndex): NameAgreement {
  const given = comparePart(asked.given, filed.given, "given", index.given);
  const family = comparePart(asked.family, filed.family, "family", index.family);
  let best = weighName(given, family);
  const givenAgrees = agrees(given.level, "given");
  if (givenAgrees && agrees(family.level, "family")) return best;
  const consider = (other: NameAgreement): void => {
    if (other.weight > best.weight) best = other;
  };
  // Given and family name written the other way round.
  const crossGiven = comparePart(asked.family, filed.given, "given", index.given);
  if (agrees(crossGiven.level, "given")) {
    const crossFamily = comparePart(asked.given, filed.family, "family", index.family);
    if (agrees(crossFamily.level, "family")) consider(weighName(crossGiven, crossFamily, "swapped"));
  }
  if (!givenAgrees) return best;
  // A family name that slipped in among the given names, on either side.
  if (asked.given.words.length > 1) {
    const late = comparePart(lateWords(asked.given), filed.family, "family", index.family);
    if (isWhole(late.level)) {
      const first = comparePart(firstWord(asked.given), filed.given, "given", index.given);
      consider(weighName(agrees(first.level, "given") ? first : given, late, "misplaced"));
    }
  }
  if (filed.given.words.length > 1) {
    const late = comparePart(asked.family, lateWords(filed.given), "family", index.family);
    if (isWhole(late.level)) consider(weighName(given, late, "misplaced"));
  }
  return best;
}

/** Levels strong enough to believe a word sits in the wrong field. */
function isWhole(level: NameLevel): boolean {
  return level === "equal" || level === "equalOther" || level === "sound";
}

const dateKinds: Readonly<Record<DateLevel, Comparison["date"]>> = {
  equal: "equal",
  equalFirstOfJanuary: "equal",
  swapped: "swapped",
  digit: "near",
  transposed: "near",
  decade: "near",
  sameMonthDay: "near",
  sameYearAndMonth: "near",
  sameYearAndDay: "near",
  sameYear: "different",
  placeholderSameYear: "unknown",
  placeholder: "unknown",
  different: "different",
  unknown: "unknown",
};

type YearLevel = keyof typeof weights.year;

function compareYears(asked: YearRange | undefined, convicted: string | undefined): YearLevel | undefined {
  if (asked === undefined || convicted === undefined) return undefined;
  const year = Number(convicted.slice(0, 4));
  const apart = Math.max(asked.from - year, year - asked.to, 0);
  if (apart === 0) return "within";
  if (apart <= 2) return "near";
  return apart <= 7 ? "off" : "farOff";
}

function compareNumbers(
  asked: readonly string[],
  filed: string | undefined,
): keyof typeof weights.caseNumber | undefined {
  if (filed === undefined || asked.length === 0) return undefined;
  const keys = caseNumberKeys(filed);
  if (keys.length === 0) return undefined;
  let close = false;
  for (const key of keys) {
    if (asked.includes(key)) return "equal";
    if (key.length >= 6) close ||= asked.some((one) => one.length >= 6 && slips(one, key) <= 1);
  }
  return close ? "close" : "different";
}

/** Records of the list that the thresholds were chosen on; each doubling asks for one bit more. */
const tunedRecords = 124_000;

/** Compares an asker with one record, using how common each name is on the lists. Never throws. */
export function compare(asker: PreparedAsker, record: ListRecord, frequencies: NameFrequencies): Comparison {
  const index = frequencyIndex(frequencies);
  const filed = record.name === undefined ? [] : [readyName(nameForms(record.name))];
  for (const aka of record.aka) filed.push(readyName(nameForms(aka)));

  let name: NameAgreement | undefined;
  let generations: [string, string] = ["", ""];
  for (const one of asker.names) {
    for (const other of filed) {
      const agreement = compareName(one, other, index);
      if (name !== undefined && agreement.weight <= name.weight) continue;
      name = agreement;
      generations = [one.generation, other.generation];
    }
  }

  const fields = name?.reasons ?? [];
  let weight = name?.weight ?? 0;
  const add = (field: FieldReason["field"], level: string, table: Table): void => {
    const entry = table[level];
    if (entry === undefined) return;
    const added = bits(entry, 1);
    fields.push({ field, level, weight: added });
    weight += added;
  };
  if (generations[0] !== "" && generations[1] !== "") {
    add("suffix", generations[0] === generations[1] ? "equal" : "different", weights.suffix);
  }
  const dateLevel = compareDates(asker.birthDate, record.birthDate);
  add("birthDate", dateLevel, weights.birthDate);
  const yearLevel = compareYears(asker.year, record.convictionDate);
  if (yearLevel !== undefined) add("year", yearLevel, weights.year);
  const numberLevel = compareNumbers(asker.caseNumbers, record.caseNumber);
  if (numberLevel !== undefined) add("caseNumber", numberLevel, weights.caseNumber);

  const given = name !== undefined && agrees(name.given, "given");
  const family = name !== undefined && agrees(name.family, "family");
  const date = dateKinds[dateLevel];
  const sameYear =
    asker.birthDate !== undefined && asker.birthDate.slice(0, 4) === record.birthDate?.slice(0, 4);
  const raised = Math.max(0, Math.log2(frequencies.records / tunedRecords));
  return {
    weight,
    fields,
    given,
    family,
    date,
    caseNumber: numberLevel === undefined ? "unknown" : numberLevel === "equal" ? "equal" : "different",
    nearMiss: given && family && sameYear && date !== "equal" && date !== "swapped",
    ...(raised > 0 ? { raised } : {}),
  };
}
