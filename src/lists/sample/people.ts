/**
 * Invented people of the make-up the press gave for the 2020 list: 45 % Latino, 32 % Black, 20 % white,
 * 3 % other; mostly men, mostly young when it happened.
 */
import * as given from "./names/given.ts";
import { coinedGiven, rareSurname } from "./names/rare.ts";
import type { Origin } from "./names/rare.ts";
import * as surnames from "./names/surnames.ts";
import { Random, readTable, Weighted } from "./random.ts";

export type { Origin } from "./names/rare.ts";

/** An invented person, as their own papers would have it. */
export interface Person {
  origin: Origin;
  sex: "m" | "f";
  /** One or two given names; one may be of several words ("Del Carmen"). */
  given: string[];
  /** One surname, or paternal and maternal; one may be of several words ("De La Cruz"). */
  surnames: string[];
  /** The surname at the time of the case, where it was another. */
  formerSurname?: string;
  suffix?: string;
  /** YYYY-MM-DD. */
  birthDate: string;
}

const origins = new Weighted<Origin>([
  ["latino", 45],
  ["black", 32],
  ["white", 20],
  ["other", 3],
]);

interface Surnames {
  table: Weighted<string>;
  /** Share of people whose surname is in no table. */
  rare: number;
}

function surnameTable(text: string): Surnames {
  const entries = readTable(text);
  const listed = entries.reduce((sum, [, weight]) => sum + weight, 0) / 100_000;
  return { table: new Weighted(entries), rare: Math.min(0.65, Math.max(0.2, 1 - listed)) };
}

const surnamesOf: Readonly<Record<Origin, Surnames>> = {
  latino: surnameTable(surnames.latinoSurnames),
  black: surnameTable(surnames.blackSurnames),
  white: surnameTable(surnames.whiteSurnames),
  other: surnameTable(surnames.otherSurnames),
};

function table(text: string): Weighted<string> {
  return new Weighted(readTable(text));
}

const firstNames: Readonly<Record<Origin, Record<"m" | "f", Weighted<string>>>> = {
  latino: { m: table(given.latinoMen), f: table(given.latinoWomen) },
  black: { m: table(given.blackMen), f: table(given.blackWomen) },
  white: { m: table(given.whiteMen), f: table(given.whiteWomen) },
  other: { m: table(given.otherMen), f: table(given.otherWomen) },
};
const latinoSecond = { m: table(given.latinoSecond), f: table(given.latinoSecondWomen) };
const englishMiddle = table(given.englishMiddle);

/** Share of people with a second given name on their own papers. */
const secondGivenShare: Readonly<Record<Origin, number>> = {
  latino: 0.5,
  black: 0.85,
  white: 0.85,
  other: 0.4,
};
const womenShare = 0.17;
/** Of Latino people, those who carry paternal and maternal surname. */
const twoSurnamesShare = 0.55;
/** Of women, those whose surname has changed since. */
const changedShare = 0.11;
const coinedShare = 0.06;
/** Of men, those who carry Jr., II or III. */
const suffixShare = 0.035;

function blanks(name: string): string {
  return name.replaceAll("_", " ");
}

/** A surname of the given origin: from the tables, or a rare one. */
export function drawSurname(random: Random, origin: Origin): string {
  const { table, rare } = surnamesOf[origin];
  return random.chance(rare) ? rareSurname(random, origin) : blanks(table.draw(random));
}

/** A first given name. */
export function drawFirst(random: Random, origin: Origin, sex: "m" | "f"): string {
  if (origin === "black" && random.chance(coinedShare)) return coinedGiven(random);
  return blanks(firstNames[origin][sex].draw(random));
}

/** One or two given names; the second differs from the first. */
export function drawGiven(random: Random, origin: Origin, sex: "m" | "f"): string[] {
  const first = drawFirst(random, origin, sex);
  if (!random.chance(secondGivenShare[origin])) return [first];
  let second: string;
  if (origin === "latino") {
    const own = random.chance(0.6);
    second = blanks((own ? latinoSecond[sex] : firstNames.latino[sex]).draw(random));
  } else second = blanks((random.chance(0.5) ? englishMiddle : firstNames[origin][sex]).draw(random));
  return second === first ? [first] : [first, second];
}

export function pad(number: number, width = 2): string {
  return String(number).padStart(width, "0");
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Any day of the year, 29 February left out. YYYY-MM-DD. */
export function drawDate(random: Random, year: number): string {
  let day = random.between(1, 365);
  let month = 0;
  while (day > (monthLengths[month] ?? 31)) day -= monthLengths[month++] ?? 31;
  return `${year}-${pad(month + 1)}-${pad(day)}`;
}

/** Age at the first case: a steep rise to 20, then a long fall. */
const ages = new Weighted<number>(
  Array.from({ length: 44 }, (_, i) => {
    const age = 18 + i;
    return [age, age < 22 ? 60 + 12 * (age - 18) : 110 * Math.exp(-(age - 22) / 11)] as const;
  }),
);

/** A person whose first case was in the given year. */
export function drawPerson(random: Random, firstYear: number): Person {
  const origin = origins.draw(random);
  const sex = random.chance(womenShare) ? "f" : "m";
  const family = [drawSurname(random, origin)];
  if (origin === "latino" && random.chance(twoSurnamesShare)) family.push(drawSurname(random, origin));
  const person: Person = {
    origin,
    sex,
    given: drawGiven(random, origin, sex),
    surnames: family,
    birthDate: drawDate(random, firstYear - ages.draw(random)),
  };
  if (sex === "f" && random.chance(changedShare)) {
    const [former] = family;
    if (former !== undefined) person.formerSurname = former;
    person.surnames = [drawSurname(random, random.chance(0.8) ? origin : origins.draw(random))];
  }
  if (sex === "m" && random.chance(suffixShare))
    person.suffix = random.pick(["Jr", "Jr", "Jr", "II", "III", "Sr"]);
  return person;
}
