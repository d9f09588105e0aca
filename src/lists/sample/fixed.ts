/**
 * Invented people who are always on the sample, to be printed for trying out: for each language one whose case
 * was dismissed, one who is listed only, one whose case was lowered.
 */
import type { ListRecord, PersonName } from "../../matching/types.ts";
import type { ListYear } from "./cases.ts";

export interface SamplePerson {
  /** As they would type it. */
  name: string;
  given: string[];
  family: string[];
  /** YYYY-MM-DD. */
  birthDate: string;
  /** About when the case was in court. */
  year: number;
  caseNumber: string;
  /** What the lookup tells them. */
  outcome: "dismissed" | "listed" | "reduced";
}

interface Fixed {
  locale: "en" | "es";
  person: SamplePerson;
  list: ListYear;
  filed: Omit<ListRecord, "caseNumber" | "birthDate">;
}

function capitals(text: string): string[] {
  return text.split(" ");
}

function fixed(
  locale: Fixed["locale"],
  list: ListYear,
  outcome: SamplePerson["outcome"],
  given: string,
  family: string,
  filedName: PersonName,
  birthDate: string,
  convictionDate: string,
  caseNumber: string,
  court: string,
  charge: string,
): Fixed {
  const status = outcome === "listed" ? "filed" : outcome;
  return {
    locale,
    list,
    person: {
      name: `${given} ${family}`,
      given: given.split(" "),
      family: family.split(" "),
      birthDate,
      year: Number(convictionDate.slice(0, 4)),
      caseNumber,
      outcome,
    },
    filed: {
      name: filedName,
      aka: [],
      charges: [charge],
      convictionDate,
      court,
      status,
      statusDate: list === "2020" ? "2020-02-11" : "2021-09-27",
    },
  };
}

function filedAs(given: string, family: string): PersonName {
  return { given: capitals(given), family: capitals(family) };
}

const sale = "11359 HS-POSSESS MARIJUANA FOR SALE";
const everyone: readonly Fixed[] = [
  fixed(
    "en",
    "2020",
    "dismissed",
    "Marcus",
    "Tollesworth",
    filedAs("MARCUS D", "TOLLESWORTH"),
    "1974-05-19",
    "1996-08-14",
    "BA131774",
    "Clara Shortridge Foltz, Central",
    sale,
  ),
  fixed(
    "en",
    "2021",
    "listed",
    "Denise",
    "Hathermoor",
    filedAs("DENISE", "HATHERMOOR"),
    "1961-11-27",
    "1983-03-08",
    "A384416",
    "Los Angeles Superior Court",
    "11358 HS-CULTIVATE MARIJUANA",
  ),
  fixed(
    "en",
    "2020",
    "reduced",
    "Bobby",
    "Brackenridge",
    filedAs("ROBERT L", "BRACKENRIDGE"),
    "1979-02-23",
    "2003-10-21",
    "TA070932",
    "Compton",
    "11360(A) HS-SELL/TRANSPORT MARIJUANA",
  ),
  fixed(
    "es",
    "2020",
    "dismissed",
    "Chuy",
    "Villaseñor Arrízaga",
    filedAs("JESUS", "VILLASENOR"),
    "1970-07-16",
    "1992-04-30",
    "KA011583",
    "Pomona",
    sale,
  ),
  fixed(
    "es",
    "2021",
    "listed",
    "Guadalupe",
    "de la Fuente Olvedo",
    filedAs("GUADALUPE M", "DELAFUENTE"),
    "1958-12-21",
    "1981-06-17",
    "A361290",
    "Los Angeles Superior Court",
    sale,
  ),
  fixed(
    "es",
    "2020",
    "reduced",
    "José Ignacio",
    "Zarandona",
    filedAs("JOSE I", "ZARANDONA"),
    "1983-09-14",
    "2006-01-25",
    "VA092658",
    "Norwalk",
    "11360(A) HS-SELL/TRANSPORT MARIJUANA",
  ),
];

/** Three invented people who speak the given language, with outcomes dismissed, listed and reduced. */
export function samplePeople(locale: "en" | "es"): SamplePerson[] {
  return everyone.filter((one) => one.locale === locale).map((one) => one.person);
}

/** The records of the fixed people that stand on the given list. */
export function fixedRecords(list: ListYear): ListRecord[] {
  return everyone
    .filter((one) => one.list === list)
    .map((one) => ({ ...one.filed, caseNumber: one.person.caseNumber, birthDate: one.person.birthDate }));
}
