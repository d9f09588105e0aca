/**
 * Under which keys a record is filed and an asker looks: six families, most selective first.
 * Equal strings meet; whoever stores them seals them (they hold names and dates in clear).
 *
 * Families `year` and `near` hold no day: whoever tries one date after another under one name meets the same records
 * each time, and so is counted (promise P5). What is met by them alone may therefore confirm by a date.
 */
import { caseNumberKeys } from "./caseNumbers.ts";
import { swappedDate } from "./dates.ts";
import { nameForms, withoutGluedParticle } from "./nameForms.ts";
import type { NameForms } from "./nameForms.ts";
import { formalNamesOf } from "./nicknames.ts";
import { soundKey, soundKeys } from "./sound.ts";
import type { Asker, ListRecord, PersonName } from "./types.ts";

/** Raised whenever normalisers, key kinds or labels change, so that older labels are known to be stale. */
export const scheme: number = 3;

/** Most names of one record that are filed: its own and other names used. */
const mostRecordNames = 4;
/** Most names of one asker that are looked under. */
const mostAskerNames = 3;
/** Most case numbers of one asker that are looked under. */
const mostNumbers = 10;
/** Most keys an asker looks under, and the share of it each family is sure of. */
const mostProbes = 40;
const shares = [3, 8, 4, 6, 10, 3, 3] as const;
/** Conviction years per bucket, for records without a birth date. */
const bucketYears = 5;
/** Ages at conviction that are tried when the asker gives no year. */
const usualAges = { from: 17, to: 46 } as const;

function isWord(token: string): boolean {
  return token.length > 1;
}

/** Words of a name part, or its initials when it has nothing else. */
function wordsOf(tokens: readonly string[], most: number): string[] {
  const words = tokens.filter(isWord);
  return (words.length === 0 ? [...tokens] : words).slice(0, most);
}

/** Two sounds in alphabetical order, so that swapped given and family names meet. */
function pair(a: string, b: string): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** First sounds of given and family name: with the whole date enough, and proof against a slip in both names. */
function initials(given: string, family: string): string {
  return `.${pair(given.charAt(0), family.charAt(0))}`;
}

function bucketOf(year: number): number {
  return Math.floor(year / bucketYears);
}

function recordForms(record: ListRecord): NameForms[] {
  const names = record.name === undefined ? record.aka : [record.name, ...record.aka];
  return names.slice(0, mostRecordNames).map(nameForms);
}

/** The given name as court papers show it first, against each family name. */
function recordPairs(forms: NameForms): string[] {
  const given = wordsOf(forms.given, 1)[0];
  if (given === undefined) return [];
  return wordsOf(forms.family, 2).map((family) => pair(soundKey(given), soundKey(family)));
}

/** One name's whole sound beside a part of the other's: what a slip leaves. Either may be the given name. */
function half(whole: string, part: string): string {
  return `${whole}~${part}`;
}

/** The sound a name begins with: what slips further on leave. */
function head(sound: string): string {
  return sound.charAt(0);
}

/** A name without the sound it begins with: what a slip there leaves. Marked, so that it is no head. */
function tail(sound: string): string {
  return `.${sound.slice(1)}`;
}

/** Halves of the names as filed: heads for every pair of words, tails for the first of each. */
function recordHalves(forms: NameForms): string[] {
  const given = forms.given.slice(0, 2).map(soundKey);
  const family = wordsOf(forms.family, 2).map(soundKey);
  const [g, f] = [given[0], family[0]];
  if (g === undefined || f === undefined) return [];
  return [
    ...family.flatMap((one) => given.map((other) => half(one, head(other)))),
    ...family.map((one) => half(g, head(one))),
    half(f, tail(g)),
    half(g, tail(f)),
  ];
}

/** The keys a record is filed under, distinct. Empty when it has neither case number nor birth date nor name. */
export function recordBlockKeys(record: ListRecord): string[] {
  const keys = new Set<string>();
  if (record.caseNumber !== undefined) {
    for (const number of caseNumberKeys(record.caseNumber)) keys.add(`case|${number}`);
  }
  const names = recordForms(record);
  const date = record.birthDate;
  for (const forms of names) {
    if (date === undefined) continue;
    for (const word of [...wordsOf(forms.given, 2), ...wordsOf(forms.family, 3)]) {
      if (isWord(word)) keys.add(`date|${date}-${soundKey(word)}`);
    }
    const given = forms.given[0];
    const family = forms.family[0];
    if (given !== undefined && family !== undefined) {
      keys.add(`date|${date}-${initials(soundKey(given), soundKey(family))}`);
    }
  }
  for (const forms of names) {
    if (date !== undefined) {
      for (const half of recordHalves(forms)) keys.add(`near|${date.slice(0, 4)}-${half}`);
    }
    for (const both of recordPairs(forms)) {
      if (date === undefined) {
        const bucket = record.convictionDate === undefined ? "" : bucketOf(yearOf(record.convictionDate));
        keys.add(`undated|${both}-${bucket}`);
      } else {
        keys.add(`year|${date.slice(0, 4)}-${both}`);
        keys.add(`day|${date.slice(5)}-${both}`);
      }
    }
  }
  return [...keys];
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Sounds an asker's given names may be filed under: the names themselves, then what pet names stand for. */
function givenSounds(forms: NameForms): { own: string[]; formal: string[] } {
  const words = wordsOf(forms.given, 3);
  const own = new Set(words.map(soundKey));
  const formal = new Set<string>();
  for (const word of words) for (const name of formalNamesOf(word).slice(0, 4)) formal.add(soundKey(name));
  for (const word of words) for (const sound of soundKeys(word)) formal.add(sound);
  for (const sound of own) formal.delete(sound);
  return { own: [...own], formal: [...formal].slice(0, 5) };
}

function familySounds(forms: NameForms): { own: string[]; other: string[] } {
  const words = wordsOf(forms.family, 3);
  const own = new Set(words.map(soundKey));
  const other = new Set<string>();
  if (forms.familyGlued !== "") other.add(soundKey(forms.familyGlued));
  for (const word of words) {
    for (const sound of soundKeys(word)) other.add(sound);
    const bare = withoutGluedParticle(word);
    if (bare !== "") other.add(soundKey(bare));
  }
  for (const sound of own) other.delete(sound);
  return { own: [...own], other: [...other].slice(0, 4) };
}

interface Sounds {
  single: string[];
  pairs: string[];
  halves: string[];
}

/** Sounds that names beginning with a letter begin with, where the letter alone does not tell. */
const headsOfInitial: Readonly<Record<string, readonly string[]>> = {
  c: ["k", "s", "x"],
  g: ["g", "j"],
  h: ["a", "w"],
  k: ["k", "n"],
  p: ["p", "f"],
  s: ["s", "x"],
  w: ["w", "r"],
  x: ["j", "s"],
};

/** Halves of one name, likeliest first: slips further on, then at the beginning, then what pet names stand for. */
function askerHalves(forms: NameForms, given: readonly string[], family: readonly string[]): string[] {
  const halves = new Set<string>();
  const [g, f] = [given[0], family[0]];
  if (g === undefined || f === undefined) return [];
  for (const other of given.slice(1)) halves.add(half(g, head(other)));
  const initial = forms.given[0]?.length === 1 ? headsOfInitial[forms.given[0]] : undefined;
  for (const one of family.slice(0, 2)) {
    for (const first of initial ?? [head(g)]) halves.add(half(one, first));
    halves.add(half(g, head(one)));
  }
  halves.add(half(f, tail(g))).add(half(g, tail(f)));
  for (const other of given.slice(1)) for (const one of family) halves.add(half(one, head(other)));
  const formal = wordsOf(forms.given, 3).flatMap(formalNamesOf).map(soundKey);
  for (const name of formal) halves.add(half(f, head(name)));
  for (const name of formal) halves.add(half(name, head(f)));
  // The sound it begins with was lost altogether: the rest is all there is.
  halves.add(half(f, `.${g}`)).add(half(g, `.${f}`));
  return [...halves];
}

/** Single sounds, pairs of sounds and halves of one name, likeliest first. */
function askerSounds(name: PersonName): Sounds {
  const forms = nameForms(name);
  const given = givenSounds(forms);
  const family = familySounds(forms);
  const pairs = new Set<string>();
  const put = (givens: readonly string[], families: readonly string[]): void => {
    for (const g of givens) for (const f of families) pairs.add(pair(g, f));
  };
  put(given.own.slice(0, 1), family.own);
  put(given.own.slice(1), family.own);
  put(given.formal, family.own);
  put(given.own.slice(0, 1), family.other);
  const [g = "", f = ""] = [given.own[0], family.own[0]];
  // A sound too many in front.
  put(
    [g],
    family.own
      .slice(0, 1)
      .map((sound) => sound.slice(1))
      .filter(Boolean),
  );
  put([g], given.own.slice(1));
  put([g.slice(1)].filter(Boolean), family.own.slice(0, 1));
  const first = initials(g, f);
  return {
    halves: askerHalves(forms, given.own, family.own),
    single: [...new Set([...family.own, ...given.own, first, ...given.formal, ...family.other])],
    pairs: [...pairs],
  };
}

function interleave(lists: readonly string[][]): string[] {
  const out = new Set<string>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let i = 0; i < longest; i++) {
    for (const list of lists) {
      const one = list[i];
      if (one !== undefined) out.add(one);
    }
  }
  return [...out];
}

/** Buckets in which a case without birth date may lie, likeliest first; "" holds the cases without any date. */
function buckets(asker: Asker): (number | "")[] {
  const found: (number | "")[] = [];
  if (asker.year !== undefined) {
    for (let b = bucketOf(asker.year.from); b <= bucketOf(asker.year.to) && found.length < 4; b++)
      found.push(b);
    // People are off by a year; a bucket's edge must not part them from their case.
    for (const b of [bucketOf(asker.year.from - 1), bucketOf(asker.year.to + 1)])
      if (!found.includes(b)) found.push(b);
  } else if (asker.birthDate !== undefined) {
    const born = yearOf(asker.birthDate);
    for (let b = bucketOf(born + usualAges.from); b <= bucketOf(born + usualAges.to); b++) found.push(b);
  }
  found.push("");
  return found;
}

/** Each family its sure share first, then what is left over in the same order, up to the bound. */
function bounded(families: readonly string[][]): string[] {
  const first = families.map((keys, i) => keys.slice(0, shares[i] ?? 0));
  const left = families.map((keys, i) => keys.slice(shares[i] ?? 0));
  const room = mostProbes - first.reduce((sum, keys) => sum + keys.length, 0);
  const extra = new Set(left.flat().slice(0, Math.max(0, room)));
  return [
    ...new Set(
      families.flatMap((keys, i) => keys.filter((key, j) => j < (shares[i] ?? 0) || extra.has(key))),
    ),
  ];
}

/** The kinds of keys by what they take: a number or a whole date; name and birth year, whatever the day; the rest. */
export type KeyKind = "direct" | "nameAndYear" | "rest";

/** @returns the kind of a block key. */
export function keyKind(blockKey: string): KeyKind {
  const family = blockKey.slice(0, blockKey.indexOf("|"));
  if (family === "case" || family === "date") return "direct";
  return family === "year" || family === "near" ? "nameAndYear" : "rest";
}

/**
 * The keys under which an asker's record may be filed, distinct, most selective first, at most 40. Adds
 * pet names, respellings and the date with day and month swapped; never neighbouring dates.
 */
export function askerBlockKeys(asker: Asker): string[] {
  const numbers = new Set(asker.caseNumbers.slice(0, mostNumbers).flatMap(caseNumberKeys));
  const names = asker.names.slice(0, mostAskerNames).map(askerSounds);
  const single = interleave(names.map((name) => name.single));
  const pairs = interleave(names.map((name) => name.pairs));
  const halves = interleave(names.map((name) => name.halves));
  const date = asker.birthDate;
  const swapped = date === undefined ? undefined : swappedDate(date);
  const undated: string[] = [];
  for (const bucket of buckets(asker)) {
    const most = asker.year === undefined ? 1 : 3;
    for (const both of pairs.slice(0, most)) undated.push(`undated|${both}-${bucket}`);
  }
  return bounded([
    [...numbers].map((number) => `case|${number}`),
    date === undefined ? [] : single.map((sound) => `date|${date}-${sound}`),
    swapped === undefined ? [] : single.map((sound) => `date|${swapped}-${sound}`),
    date === undefined ? [] : pairs.map((both) => `year|${date.slice(0, 4)}-${both}`),
    date === undefined ? [] : halves.map((one) => `near|${date.slice(0, 4)}-${one}`),
    date === undefined ? [] : pairs.map((both) => `day|${date.slice(5)}-${both}`),
    undated,
  ]);
}
