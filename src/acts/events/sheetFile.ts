/**
 * A sign-up sheet as a CSV file (RFC 4180, UTF-8): name, birth date, phone, language, consent, in any order. What is wrong
 * with a line is told by its number and a reason, never by what stands in it.
 */
import { CsvError, parse } from "csv-parse/sync";
import { findDates } from "../../understanding/dates.ts";
import { readPhone } from "../../understanding/questions/phone.ts";
import type { SheetPerson } from "./sheetRows.ts";
import type { EventLanguage } from "./types.ts";

export const sheetPeopleMax = 400;
const nameChars = 80;

/** Why a line was left out. */
export type LineProblem = "name" | "birthDate" | "phone" | "language" | "consent" | "full";
/** Why a file was not read at all. */
export type SheetProblem = "file" | "csv" | "columns" | "over" | "big";

export class SheetRefusal extends Error {
  override name = "SheetRefusal";
  readonly problem: SheetProblem;
  constructor(problem: SheetProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface ReadSheet {
  people: SheetPerson[];
  /** Lines of the file, from 1. */
  bad: { line: number; why: LineProblem }[];
}

const columns = {
  name: /^(?:full ?)?name$|^nombre(?: completo)?$/,
  birthDate: /^(?:birth ?date|date of birth|dob|fecha de nacimiento)$/,
  phone: /^(?:phone|phone number|cell|telefono|celular)$/,
  language: /^(?:language|idioma)$/,
  consent: /^(?:consent|consented|consentimiento)$/,
} as const;
type Column = keyof typeof columns;

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .trim();

const yes = /^(?:yes|y|si|s|true|1|x)$/;
const languageWords: Record<EventLanguage, RegExp> = {
  en: /^(?:en|eng|english|ingles)$/,
  es: /^(?:es|esp|spanish|espanol)$/,
};

interface Row {
  record: string[];
  info: { lines: number };
}

/** @throws SheetRefusal when it is no CSV, or its first line does not name the five columns. */
export function readSheet(file: Uint8Array, today: string): ReadSheet {
  const rows = rowsOf(file);
  const header = (rows.shift()?.record ?? []).map(plain);
  const at = Object.fromEntries(
    Object.entries(columns).map(([name, pattern]) => [name, header.findIndex((cell) => pattern.test(cell))]),
  ) as Record<Column, number>;
  if (Object.values(at).some((index) => index < 0)) throw new SheetRefusal("columns");
  const sheet: ReadSheet = { people: [], bad: [] };
  for (const { record, info } of rows) {
    const read = personOf((column) => record[at[column]]?.trim() ?? "", today);
    if (typeof read === "string") sheet.bad.push({ line: info.lines, why: read });
    else if (sheet.people.length >= sheetPeopleMax) sheet.bad.push({ line: info.lines, why: "full" });
    else sheet.people.push(read);
  }
  return sheet;
}

function rowsOf(file: Uint8Array): Row[] {
  try {
    // Fatal: what is not UTF-8 would turn names into other names.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    const options = {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    } as const;
    const rows = parse(text, options) as unknown as Row[];
    return rows.filter(({ record }) => record.some((cell) => cell !== ""));
  } catch (error) {
    if (error instanceof CsvError || error instanceof TypeError) throw new SheetRefusal("csv");
    throw error;
  }
}

/** The consent comes first: without it nothing else of the line is looked at. */
function personOf(cell: (column: Column) => string, today: string): SheetPerson | LineProblem {
  if (!yes.test(plain(cell("consent")))) return "consent";
  const name = cell("name").replace(/[\p{C}\s]+/gu, " ");
  if (!/\p{L}{2}/u.test(name) || name.length > nameChars) return "name";
  const [date, more] = findDates(cell("birthDate"), "ask");
  const [birthDate, other] = date?.readings ?? [];
  if (birthDate === undefined || other !== undefined || more || birthDate >= today) return "birthDate";
  const phone = cell("phone") === "" ? "" : readPhone(cell("phone"))?.number;
  if (phone === undefined) return "phone";
  const said = plain(cell("language"));
  const locale = languageWords.en.test(said) ? "en" : languageWords.es.test(said) ? "es" : undefined;
  return locale === undefined ? "language" : { name, birthDate, phone, locale };
}
