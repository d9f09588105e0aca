/**
 * Which given names can be one person's: Chuy and Jesús, Bill and William, Ma. and María.
 * The tables are this project's own; nothing here is shown to anyone.
 */
import { letterSet, lettersApart, slips } from "./distance.ts";
import { english } from "./nicknames/english.ts";
import { others } from "./nicknames/others.ts";
import { spanish } from "./nicknames/spanish.ts";
import { translations } from "./nicknames/translations.ts";

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
const furtherNames = new Set(others.trim().split(/\s+/));

/** The same table the other way round: formal name → forms. */
function inverse(table: Table): Table {
  const out = new Map<string, Set<string>>();
  for (const [form, formals] of table) {
    for (const formal of formals) {
      const set = out.get(formal);
      if (set === undefined) out.set(formal, new Set([form]));
      else set.add(form);
    }
  }
  return out;
}

const formsOf = inverse(formalNames);
const translationsOf = inverse(translated);

function related(name: string, up: Table, down: Table): ReadonlySet<string> {
  const found = new Set<string>();
  for (const formal of up.get(name) ?? []) for (const form of down.get(formal) ?? []) found.add(form);
  found.delete(name);
  return found;
}

/**
 * Every folded given name that shares a formal name with this one: "beto" has "roberto", "alberto", "tito" …
 * Empty for names the tables do not know.
 */
export function formsLike(name: string): ReadonlySet<string> {
  return related(name, formalNames, formsOf);
}

const tableNames = [...formalNames.keys()].map((name) => ({ name, letters: letterSet(name) }));
/** Shorter words are a slip away from too many names. */
const leastMistyped = 3;

/**
 * What a mistyped pet name may stand for: every form of every known name one slip away ("Cheppito" has "jose").
 * Empty for names the tables know, and for very short words.
 */
export function formsNear(mistyped: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (mistyped.length < leastMistyped || isGivenName(mistyped)) return found;
  const letters = letterSet(mistyped);
  for (const known of tableNames) {
    if (Math.abs(known.name.length - mistyped.length) > 1 || known.name.length < leastMistyped) continue;
    if (lettersApart(letters, known.letters) > 2 || slips(mistyped, known.name) > 1) continue;
    for (const form of formsLike(known.name)) found.add(form);
  }
  return found;
}

/** The names that are this one in English or Spanish ("miguel" has "michael"). */
export function translationsLike(name: string): ReadonlySet<string> {
  return related(name, translated, translationsOf);
}

/** True when the tables know the token as a given name or a form of one. */
export function isGivenName(token: string): boolean {
  return formalNames.has(token) || furtherNames.has(token);
}

/** The formal names a folded form may stand for, the form itself left out; in table order. */
export function formalNamesOf(form: string): string[] {
  return [...(formalNames.get(form) ?? [])].filter((formal) => formal !== form);
}
