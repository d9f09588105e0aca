/**
 * What fills placeholders when copy is measured: the longest values an organisation and a person may have,
 * for segments; ordinary ones, for reading.
 */
import { publicDefender } from "../../src/law/resources.ts";
import type { Locale } from "./finding.ts";

type Values = Readonly<Record<string, string>>;

/** The longest an organisation may configure without breaking the budgets. */
export const longestOrganisation = {
  name: "Legal Services of Greater Los Angeles Co",
  shortName: "RecordHelpLA",
  phone: "(323) 555-0142",
  hours: "Mon-Fri 9-5, Sat 10-2 PT",
  url: "https://recordhelp.example.c",
  privacyUrl: "https://recordhelp.example.com/privacy",
} as const;

const longestDetails: Values = {
  cleared: "",
  org: longestOrganisation.name,
  shortOrg: longestOrganisation.shortName,
  phone: longestOrganisation.phone,
  hours: longestOrganisation.hours,
  url: longestOrganisation.url,
  privacyUrl: longestOrganisation.privacyUrl,
  pd: publicDefender.phone,
  name: "MARIA ELENA LOPEZ GARCIA / MARIA RUIZ",
  year: "1990-1993",
  caseNumber: "BA123456, BA654321",
  from: "1990",
  to: "1993",
  count: "12",
  time: "12:15 PM",
  at: "4",
  of: "9",
  number: "(323) 555-0142",
  called: "+52 664 123 4567 x1234",
  n: "12",
  id: "3f2a",
  confirmed: "20.0",
  possible: "16.5",
  code: "CLINIC42",
  day: "Sat, Dec 5",
  line: "12",
  why: "the name is missing",
  waiting: "12",
  all: "40",
  size: "512",
  mb: "17.4",
  percent: "45 %",
  column: "PRI_NAME",
  who: "Wren Lopez",
  records: "66,000",
  met: "98.4 %",
  told: "97.1 %",
  file: "quality.html",
};

/** The longest value of each placeholder. */
export const longest: Readonly<Record<Locale, Values>> = {
  en: {
    ...longestDetails,
    month: "September 2021",
    when: "Nov 26, 2:15 PM",
    kind: "Wants a person",
    verdict: "Not theirs",
    clinics: `${"Library ".repeat(8).slice(0, 60)}: Dec 15, 10:00 AM - 12:30 PM. English, Spanish. https://${"clinic-".repeat(6)}`,
    listDate: "12/27/2021",
    status: "picked for review",
    birthDate: "September 25, 1968",
    first: "September 25, 1968",
    second: "September 25, 1968",
  },
  es: {
    ...longestDetails,
    month: "septiembre de 2021",
    when: "26 nov, 2:15 p. m.",
    kind: "Quiere hablar con una persona",
    verdict: "No es suyo",
    clinics: `${"Biblioteca ".repeat(6).slice(0, 60)}: 15 sept, 10:00 a.m. - 12:30 p.m. inglés, español. https://${"taller-".repeat(6)}`,
    listDate: "27/12/2021",
    status: "ya se lo pidieron a la corte",
    birthDate: "25 de septiembre de 1968",
    first: "25 de septiembre de 1968",
    second: "25 de septiembre de 1968",
  },
};

const typicalDetails: Values = {
  org: "LA Legal Help",
  shortOrg: "RecordHelp",
  hours: "9-5",
  name: "MARIA LOPEZ",
};

/** Ordinary values, where the longest would make a sentence read harder than it is. */
export const typical: Readonly<Record<Locale, Values>> = {
  en: { ...longest.en, ...typicalDetails, month: "May 2021", clinics: "Library: Dec 5" },
  es: { ...longest.es, ...typicalDetails, month: "mayo de 2021", clinics: "Biblioteca: 5 dic" },
};

const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g;

/** Names of the placeholders of a text, each once, sorted. */
export function placeholders(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ""))].sort();
}

/** A text with its placeholders filled; one without a value stays as it is and is reported elsewhere. */
export function fill(text: string, values: Values): string {
  return text.replace(placeholder, (whole, name: string) => values[name] ?? whole);
}
