/**
 * What becomes of a person and a case on its way into a court file and out of it again: middle names left out,
 * names cut at ten letters, initials, gaps, slips of the pen. Old records suffer most.
 */
import type { ListRecord, PersonName } from "../../matching/types.ts";
import type { Case, ListYear } from "./cases.ts";
import type { Person } from "./people.ts";
import { drawSurname, pad } from "./people.ts";
import type { Random } from "./random.ts";
import { fold } from "../../matching/normalise.ts";

/** How often each mishap befalls a record; the 2021 list came from poorer files. */
interface Mishaps {
  noBirthDate: number;
  wrongBirthDate: number;
  firstOfJanuary: number;
  noCaseNumber: number;
  noConvictionDate: number;
  initialOnly: number;
  cutAtTen: number;
  slip: number;
  aka: number;
}

const mishaps: Readonly<Record<ListYear, Mishaps>> = {
  "2020": {
    noBirthDate: 0.012,
    wrongBirthDate: 0.02,
    firstOfJanuary: 0.004,
    noCaseNumber: 0.03,
    noConvictionDate: 0.005,
    initialOnly: 0.004,
    cutAtTen: 0.02,
    slip: 0.015,
    aka: 0.14,
  },
  "2021": {
    noBirthDate: 0.05,
    wrongBirthDate: 0.03,
    firstOfJanuary: 0.01,
    noCaseNumber: 0,
    noConvictionDate: 0.02,
    initialOnly: 0.012,
    cutAtTen: 0.12,
    slip: 0.025,
    aka: 0.05,
  },
};
/** Records before this year come from card files and early tapes: mishaps strike half as often again. */
const cardFilesUntil = 1985;

/** Capitals without accents, as court systems of the time print. Blanks and hyphens stay. */
function court(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
}

function slip(random: Random, word: string): string {
  if (word.length < 4) return word;
  const i = random.between(1, word.length - 2);
  const here = word.charAt(i);
  switch (random.between(0, 3)) {
    case 0:
      return word.slice(0, i) + word.slice(i + 1);
    case 1:
      return word.slice(0, i) + here + word.slice(i);
    case 2:
      return word.slice(0, i) + word.charAt(i + 1) + here + word.slice(i + 2);
    default:
      return word.slice(0, i) + String.fromCharCode(65 + random.between(0, 25)) + word.slice(i + 1);
  }
}

/** The surname or surnames a clerk wrote down. */
function surnameOnFile(random: Random, person: Person): string {
  const first = person.formerSurname ?? person.surnames[0] ?? "";
  const second = person.formerSurname === undefined ? person.surnames[1] : undefined;
  let name = first;
  if (second !== undefined) {
    const at = random.next();
    if (at < 0.22) name = `${first} ${second}`;
    else if (at < 0.32) name = `${first}-${second}`;
    else if (at < 0.36) name = second;
  }
  const words = name.split(" ");
  if (words.length > 1 && /^(?:de|del|dela|delos|van|von|st|mc)$/i.test(words[0] ?? "")) {
    const at = random.next();
    if (at < 0.3) return words.join("");
    if (at < 0.38) return words.at(-1) ?? name;
  }
  return name;
}

function givenOnFile(random: Random, person: Person): string[] {
  const [first = "", second] = person.given;
  if (second === undefined) return [first];
  const at = random.next();
  if (at < 0.42) return [first];
  return at < 0.8 ? [first, second.charAt(0)] : [first, ...second.split(" ")];
}

function nameOnFile(
  random: Random,
  person: Person,
  cut: boolean,
  initial: boolean,
  slipped: boolean,
): PersonName {
  let given = givenOnFile(random, person);
  let family = surnameOnFile(random, person);
  if (initial) given = [given[0]?.charAt(0) ?? ""];
  if (slipped) {
    if (random.chance(0.5)) family = slip(random, family);
    else given = [slip(random, given[0] ?? ""), ...given.slice(1)];
  }
  if (cut) {
    family = family.slice(0, 10).trim();
    given = given.map((word) => word.slice(0, 10));
  }
  const name: PersonName = { given: given.map(court), family: court(family).split(" ") };
  if (person.suffix !== undefined && random.chance(0.6)) name.suffix = court(person.suffix);
  return name;
}

/** A date as a tired clerk files it: one digit off, neighbours exchanged, month and day exchanged, another year. */
function wrongDate(random: Random, date: string): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  const at = random.next();
  if (at < 0.3) return `${year}-${pad(month)}-${pad(day === 28 ? 27 : (day % 28) + 1)}`;
  if (at < 0.45) return `${year}-${pad((month % 12) + 1)}-${pad(Math.min(day, 28))}`;
  if (at < 0.62) return `${year + random.pick([-1, 1, -10, 10])}-${pad(month)}-${pad(Math.min(day, 28))}`;
  if (at < 0.8 && day <= 12) return `${year}-${pad(day)}-${pad(month)}`;
  if (at < 0.92) return `${year}-${pad(month)}-${pad(random.between(1, 28))}`;
  return `${year + random.between(-3, 3)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`;
}

function otherName(random: Random, person: Person, name: PersonName): PersonName {
  const { given } = name;
  if (random.chance(0.45) && person.surnames[1] !== undefined) {
    return { given, family: court(person.surnames[1]).split(" ") };
  }
  if (random.chance(0.5) && person.given[1] !== undefined) {
    return { given: court(person.given[1]).split(" "), family: name.family };
  }
  return { given, family: court(drawSurname(random, person.origin)).split(" ") };
}

/** How the number stands in the file: as it is, with the index prefix and defendant, or with punctuation. */
function numberOnFile(random: Random, number: string): string {
  const at = random.next();
  if (at > 0.14 || !/^[A-Z]{0,1}A\d{6}$/.test(number)) return number;
  if (at < 0.05)
    return `X${random.pick(["CN", "NE", "EA", "NW", "SO", "SC", "SW"])}${number}-0${random.between(1, 3)}`;
  return at < 0.1 ? `${number}-01` : number.replace(/^([A-Z]+)/, "$1-");
}

/** The record that a list holds of a person's case. */
export function fileRecord(random: Random, person: Person, one: Case, list: ListYear): ListRecord {
  const odds = mishaps[list];
  const harder = Number(one.convictionDate.slice(0, 4)) <= cardFilesUntil ? 1.5 : 1;
  const strikes = (probability: number): boolean => random.chance(probability * harder);
  const name = nameOnFile(
    random,
    person,
    strikes(odds.cutAtTen),
    strikes(odds.initialOnly),
    strikes(odds.slip),
  );
  const record: ListRecord = { name, aka: [], charges: one.charges, court: one.court };
  if (!random.chance(odds.noCaseNumber)) record.caseNumber = numberOnFile(random, one.caseNumber);
  if (!strikes(odds.noConvictionDate)) record.convictionDate = one.convictionDate;
  if (random.chance(odds.aka)) record.aka.push(otherName(random, person, name));
  if (!strikes(odds.noBirthDate)) {
    record.birthDate = person.birthDate;
    if (strikes(odds.firstOfJanuary)) record.birthDate = `${person.birthDate.slice(0, 4)}-01-01`;
    else if (strikes(odds.wrongBirthDate)) record.birthDate = wrongDate(random, person.birthDate);
  }
  if (one.status !== undefined) record.status = one.status;
  if (one.statusDate !== undefined) record.statusDate = one.statusDate;
  record.aka = record.aka.filter((aka) => fold(aka.family.join(" ")) !== "");
  return record;
}
