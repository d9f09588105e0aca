/**
 * Which given names can be one person's: Chuy and Jesús, Bill and William, Ma. and María.
 * The tables are this project's own; nothing here is shown to anyone.
 */
import { english } from "./nicknames/english.ts";
import { spanish, translations } from "./nicknames/spanish.ts";

type Table = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads lines "formal: form form" into form → formal names; a formal name stands under itself. */
function read(...texts: string[]): Table {
  const table = new Map<string, Set<string>>();
  const put = (form: string, formal: string): void => {
    const set = table.get(form);
    if (set === undefined) table.set(form, new Set([formal]));
    else set.add(formal);
  };
  for (const line of texts.join("\n").split("\n")) {
    const [formal, forms] = line.split(": ");
    if (formal === undefined || forms === undefined) continue;
    put(formal, formal);
    for (const form of forms.split(" ")) put(form, formal);
  }
  return table;
}

const formalNames = read(english, spanish);
const translated = read(translations);

function share(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  for (const one of a) if (b.has(one)) return true;
  return false;
}

/** True when two folded given names are forms of one formal name ("beto" and "roberto", "chuy" and "chucho"). */
export function areForms(a: string, b: string): boolean {
  return share(formalNames.get(a), formalNames.get(b));
}

/** True when one name is the other's in English or Spanish ("miguel" and "michael"). */
export function areTranslations(a: string, b: string): boolean {
  return share(translated.get(a), translated.get(b));
}

/** True when the tables know the token as a given name or a form of one. */
export function isGivenName(token: string): boolean {
  return formalNames.has(token);
}

/** The formal names a folded form may stand for, the form itself left out; in table order. */
export function formalNamesOf(form: string): string[] {
  return [...(formalNames.get(form) ?? [])].filter((formal) => formal !== form);
}
