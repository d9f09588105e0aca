/**
 * Invented cases of the shape of the two announced lists: 2020 felonies back to 1961 and some misdemeanors from
 * the ten cities, most already dismissed; 2021 older court records with sparse identifiers, status mostly unknown.
 */
import type { CaseStatus } from "../../matching/types.ts";
import { drawDate, pad } from "./people.ts";
import type { Random } from "./random.ts";
import { Weighted } from "./random.ts";

export type ListYear = "2020" | "2021";

/** A case as the court knows it, before any clerk. */
export interface Case {
  caseNumber: string;
  charges: string[];
  /** YYYY-MM-DD. */
  convictionDate: string;
  court: string;
  status?: CaseStatus;
  statusDate?: string;
}

function years(from: number, to: number, weight: (year: number) => number): Weighted<number> {
  return new Weighted(Array.from({ length: to - from + 1 }, (_, i) => [from + i, weight(from + i)] as const));
}

/** A hump of convictions around a year, in people's memory of enforcement. */
function hump(year: number, peak: number, spread: number): number {
  return Math.exp(-(((year - peak) / spread) ** 2));
}

const firstYears: Readonly<Record<ListYear, Weighted<number>>> = {
  "2020": years(
    1961,
    2016,
    (y) => 0.06 + hump(y, 1974, 6) * 0.5 + hump(y, 1995, 10) + hump(y, 2009, 4) * 0.5,
  ),
  "2021": years(1968, 2016, (y) => 0.04 + hump(y, 1978, 7) * 0.8 + hump(y, 1990, 8) + hump(y, 2006, 6) * 0.3),
};

/** The year of a person's first case on a list. */
export function drawFirstYear(random: Random, list: ListYear): number {
  return firstYears[list].draw(random);
}

/** Felony district letter and the name of its courthouse. */
const felonyDistricts = new Weighted<readonly [string, string]>([
  [["BA", "Clara Shortridge Foltz, Central"], 28],
  [["TA", "Compton"], 15],
  [["LA", "Van Nuys"], 10],
  [["KA", "Pomona"], 9],
  [["NA", "Long Beach"], 9],
  [["VA", "Norwalk"], 8],
  [["YA", "Torrance"], 7],
  [["GA", "Pasadena"], 5],
  [["PA", "San Fernando"], 4],
  [["SA", "Airport"], 3],
  [["MA", "Antelope Valley"], 3],
]);
const misdemeanorCourts = new Weighted<readonly [string, string]>([
  [["CJ", "Metropolitan"], 20],
  [["CM", "Compton"], 14],
  [["VN", "Van Nuys"], 10],
  [["LG", "Long Beach"], 12],
  [["IG", "Inglewood"], 10],
  [["PD", "Pasadena"], 6],
  [["DW", "Downey"], 7],
  [["EA", "East Los Angeles"], 9],
  [["BF", "Bellflower"], 6],
  [["TR", "Torrance"], 6],
]);

/** The last year in which the county still ran one felony series. */
const countyWideUntil = 1989;
/** From about then misdemeanors carry the courthouse; before, each municipal court had its own way. */
const courthouseSince = 1994;

/** Spreads a running number over a series without repeating (a full-period multiplier, odd and prime). */
function spread(serial: number, size: number): number {
  return (serial * 524_287 + 91_193) % size;
}

/** A case number in the format of its time; `serial` differs for every case of both lists. */
function number(random: Random, felony: boolean, year: number, serial: number): readonly [string, string] {
  if (felony && year <= countyWideUntil) {
    return [`A${pad(spread(serial, 1_000_000), 6)}`, "Los Angeles Superior Court"];
  }
  if (felony) {
    const [district, court] = felonyDistricts.draw(random);
    return [`${district}${pad(spread(serial, 1_000_000), 6)}`, court];
  }
  if (year >= courthouseSince) {
    const [code, court] = misdemeanorCourts.draw(random);
    return [`${year % 10}${code}${pad(spread(serial, 100_000), 5)}`, court];
  }
  const [, court] = misdemeanorCourts.draw(random);
  const letter = random.pick(["M", "M", "P", "C", "T"]);
  return [`${pad(year % 100)}${letter}${pad(spread(serial, 100_000), 5)}`, `${court} Municipal`];
}

const felonyCharges = new Weighted<string>([
  ["11359 HS-POSSESS MARIJUANA FOR SALE", 44],
  ["11360(A) HS-SELL/TRANSPORT MARIJUANA", 30],
  ["11358 HS-CULTIVATE MARIJUANA", 18],
  ["11357(A) HS-POSSESS CONCENTRATED CANNABIS", 8],
]);
const misdemeanorCharges = new Weighted<string>([
  ["11357(B) HS-POSSESS MARIJUANA 28.5 GRAMS OR LESS", 60],
  ["11357(C) HS-POSSESS MARIJUANA OVER 28.5 GRAMS", 28],
  ["11360(B) HS-GIVE/TRANSPORT MARIJUANA 28.5 GRAMS OR LESS", 12],
]);
/** Numbers before the code was renumbered in 1972. */
const olderSections: Readonly<Record<string, string>> = {
  "11357": "11530",
  "11358": "11530.1",
  "11359": "11530.5",
  "11360": "11531",
};

function charge(random: Random, felony: boolean, year: number): string {
  const text = (felony ? felonyCharges : misdemeanorCharges).draw(random);
  if (year >= 1973) return text;
  return text.replace(/^(\d{5})(?:\([A-C]\))?/, (_, section: string) => olderSections[section] ?? section);
}

const felonyShare: Readonly<Record<ListYear, number>> = { "2020": 62 / 65.7, "2021": 20 / 58 };
/** Records of the 2020 list that the prosecutor opposed, and those lowered instead of dismissed. */
const challengedShare = 1904 / 66_000;
const reducedShare = 0.025;
const filedShare = 0.03;

function status(random: Random, list: ListYear): Pick<Case, "status" | "statusDate"> {
  const at = random.next();
  if (list === "2021") {
    if (at < 0.7) return {};
    return at < 0.82 ? { status: "eligible" } : { status: "filed", statusDate: "2021-09-27" };
  }
  if (at < challengedShare) return { status: "challenged", statusDate: "2020-07-01" };
  if (at < challengedShare + reducedShare) return { status: "reduced", statusDate: "2020-02-11" };
  if (at < challengedShare + reducedShare + filedShare) return { status: "filed", statusDate: "2020-02-11" };
  return { status: "dismissed", statusDate: "2020-02-11" };
}

/** The last day a listed conviction can be of (Proposition 64 took effect on 9 November 2016). */
const lastDay = "2016-11-08";

/** A case of the given year. */
export function drawCase(random: Random, list: ListYear, year: number, serial: number): Case {
  const felony = random.chance(felonyShare[list]);
  const [caseNumber, court] = number(random, felony, year, serial);
  const charges = [charge(random, felony, year)];
  if (random.chance(0.12)) {
    const other = charge(random, felony, year);
    if (!charges.includes(other)) charges.push(other);
  }
  const day = drawDate(random, year);
  return {
    caseNumber,
    charges,
    court,
    convictionDate: day > lastDay ? lastDay : day,
    ...status(random, list),
  };
}
