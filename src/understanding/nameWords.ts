/**
 * Which words a name may consist of, and the words of one name in a piece of text.
 */
import { givenNames, spanishGivenNames } from "./data/givenNames.ts";
import { notNames } from "./data/notNames.ts";
import { otherSurnames, spanishSurnames } from "./data/surnames.ts";
import { plain, wordSet } from "./text.ts";

/** More words than this are a sentence. */
const mostWords = 9;

/** True for a token that may stand in a name: letters with inner marks, not an everyday word. */
export function isNameWord(word: string): boolean {
  if (/^(?:2nd|3rd)$/i.test(word)) return true;
  if (!/^"?\p{L}[\p{L}\p{M}'.-]*$/u.test(word)) return false;
  const folded = plain(word).replaceAll(" ", "");
  if (folded === "") return false;
  if (particles.has(folded)) return true;
  if (notNames.has(folded) && folded.length > 1) return false;
  return (
    folded.length < 3 ||
    /[aeiouy]/.test(folded) ||
    /[^a-z]/.test(folded) ||
    isKnownName(folded) ||
    /^(?:jr|sr|iii|ii|iv|mc|st)$/.test(folded)
  );
}

const particles = new Set([
  "de",
  "la",
  "las",
  "los",
  "del",
  "y",
  "e",
  "el",
  "al",
  "da",
  "di",
  "do",
  "dos",
  "du",
  "le",
  "van",
  "von",
  "der",
  "den",
  "dela",
  "delos",
  "viuda",
  "vda",
  "hijo",
  "san",
  "santa",
  "st",
  "mc",
  "mac",
  "o",
  "bin",
  "ben",
  "i",
  "a",
]);

/** True when the folded word is on the lists of given or family names. */
export function isKnownName(folded: string): boolean {
  return givenNames.has(folded) || spanishSurnames.has(folded) || otherSurnames.has(folded);
}

/** True when the folded word is a family name and no given one. */
export function isKnownFamily(folded: string): boolean {
  return (spanishSurnames.has(folded) || otherSurnames.has(folded)) && !givenNames.has(folded);
}

const courteous = wordSet("please thanks thank ok okay yes no yeah sorry and or not hi hello");

/**
 * "Grace Back", "Bill Weed": an everyday word is a family name where a known given name stands before it and
 * both are typed with a capital, which nobody does in the middle of talk.
 */
function isPlainlyTyped(words: readonly string[]): boolean {
  const [given = "", family = ""] = words;
  return (
    words.length === 2 &&
    words.every((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word)) &&
    givenNames.has(plain(given)) &&
    !notNames.has(plain(given)) &&
    !courteous.has(plain(family))
  );
}

/** Everyday words that are also well-known family names, after a given name and at most a middle one. */
const alsoFamily = wordSet("long day case good free early self case private street price cook back");

/** "narek long", "Jack L. Long Jr": the word is the family name where the rest is names. */
function endsInFamilyWord(words: readonly string[]): boolean {
  const bare = words.map(plain).filter((word) => !/^(?:jr|sr|ii|iii|iv)$/.test(word));
  const given = bare.slice(0, -1);
  return (
    given.length > 0 &&
    given.length < 3 &&
    alsoFamily.has(bare.at(-1) ?? "") &&
    given.every((word, i) => givenNames.has(word) || (i > 0 && word.length === 1)) &&
    !notNames.has(given[0] ?? "")
  );
}

const mash = /(?:asdf|qwer|zxcv|hjkl|sdfg|([a-z])\1{3})/;

/** Words of one name, or undefined when any of them cannot be one. */
export function wordsOf(text: string): string[] | undefined {
  const words = text
    .replace(/[“”«»]/g, '"')
    .replace(/"([^" ]+)"/g, " \u0001$1 ")
    .replaceAll('"', " ")
    .replace(
      /^\s*(?:(?:la|el)\s+(?=se[nñ]or))?(?:mr|mrs|ms|miss|mister|dr|sra|srta|sr|se[nñ]ora|se[nñ]or|se[nñ]orita)\.?\s+(?=\S+\s+\S)/i,
      "",
    )
    // A title before a Spanish given name; elsewhere "Don" is a name itself.
    .replace(/^\s*(?:don|doña)\s+(?=(\p{L}+)\s+\S)/iu, (title: string, next: string) =>
      spanishGivenNames.has(plain(next)) ? "" : title,
    )
    .replace(/\s+the\s+(?:third|3rd)\s*$/i, " III")
    .replace(/\s+(?:el|the)\s+(?:second|2nd|segundo)\s*$/i, " II")
    .split(/[\s_]+/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > mostWords) return undefined;
  const bare = words
    .map((word) => word.replace("\u0001", '"').replace(/^[,.]+|,+$/g, ""))
    .map((word) => (givenNames.has(plain(word)) ? word.replace(/(?<=\p{L}{3})\.$/u, "") : word))
    .filter((word) => word !== "");
  if (!bare.every((word) => isNameWord(word)) && !isPlainlyTyped(bare) && !endsInFamilyWord(bare))
    return undefined;
  return mash.test(plain(text)) ? undefined : bare;
}
