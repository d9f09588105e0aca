/**
 * A name as an array of comparable tokens: particles set aside, suffix recognised, glued forms kept beside
 * the parts, so that any last name of a person can be held against any on a record.
 */
import { nameTokens } from "./normalise.ts";
import type { PersonName } from "./types.ts";

/** Words that tie names together and are filed, glued or dropped at will. */
const particles = new Set(
  "de del la las los y e da das do dos di du des van von vander vanden der den ter vda viuda el al ibn bin".split(
    " ",
  ),
);

/** Beginnings that belong to the word after them: "Mc Donald", "St John", "O Brien", "San Miguel". */
const openers = new Set(["mc", "mac", "st", "saint", "o", "d", "san", "santa", "fitz"]);

const suffixes: ReadonlyMap<string, string> = new Map([
  ["sr", "1"],
  ["senior", "1"],
  ["i", "1"],
  ["1st", "1"],
  ["jr", "2"],
  ["jnr", "2"],
  ["junior", "2"],
  ["ii", "2"],
  ["2nd", "2"],
  ["2d", "2"],
  ["iii", "3"],
  ["3rd", "3"],
  ["3d", "3"],
  ["iv", "4"],
  ["4th", "4"],
  ["v", "5"],
]);
/** Suffixes that are no initials, so that they are recognised inside a name field too. */
const unmistakable = new Set([
  "sr",
  "senior",
  "jr",
  "jnr",
  "junior",
  "ii",
  "2nd",
  "2d",
  "iii",
  "3rd",
  "3d",
  "iv",
]);

export interface NameForms {
  given: string[];
  /** Content words of the family name, particles left out, openers glued on. */
  family: string[];
  /** The whole family name run together, particles included: "delacruz", "garcialopez". */
  familyGlued: string;
  /** Generation: "1" senior, "2" junior or II, and so on; empty when none is written. */
  generation: string;
}

/** The generation a suffix as filed or typed stands for, or an empty string. */
export function generationOf(suffix: string | undefined): string {
  if (suffix === undefined) return "";
  for (const token of nameTokens([suffix])) {
    const generation = suffixes.get(token);
    if (generation !== undefined) return generation;
  }
  return "";
}

/** The longest particle, opener or suffix; longer words are looked up in no set. */
const longestParticle = 6;

function hasParticle(tokens: readonly string[]): boolean {
  for (const token of tokens) {
    if (token.length <= longestParticle && (particles.has(token) || openers.has(token))) return true;
  }
  return false;
}

/** Content words: particles dropped as long as something is left, openers joined to what follows. */
function content(tokens: string[]): string[] {
  if (tokens.length < 2 || !hasParticle(tokens)) return tokens;
  const kept: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    const next = tokens[i + 1];
    if (openers.has(token) && next !== undefined && next.length > 1 && !particles.has(next)) {
      kept.push(token + next);
      i++;
    } else if (!particles.has(token)) kept.push(token);
  }
  return kept.length === 0 ? tokens : kept;
}

/** Given names keep their order; "de", "del", "la" between them are dropped ("María de la Luz"). */
function givenContent(tokens: string[]): string[] {
  if (tokens.length < 2 || !hasParticle(tokens)) return tokens;
  const kept = tokens.filter((token) => !particles.has(token));
  return kept.length === 0 ? tokens : kept;
}

/** Takes a suffix off the end of a name field, where one stands beside something else. */
function takeGeneration(tokens: string[]): string {
  const last = tokens.length < 2 ? "" : (tokens.at(-1) ?? "");
  if (last === "" || last.length > longestParticle || !unmistakable.has(last)) return "";
  tokens.pop();
  return suffixes.get(last) ?? "";
}

/** Words of one part, and letters of one word, that are compared; no name has more, and no text shall be costly. */
const mostWords = 8;
const mostLetters = 40;

function tokensOf(words: readonly string[]): string[] {
  const tokens = nameTokens(words.length > mostWords ? words.slice(0, mostWords) : words);
  if (tokens.length > mostWords) tokens.length = mostWords;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    if (token.length > mostLetters) tokens[i] = token.slice(0, mostLetters);
  }
  return tokens;
}

/** Cuts a name into its comparable forms, at most eight words a part. Missing parts give empty arrays. */
export function nameForms(name: PersonName): NameForms {
  const given = tokensOf(name.given);
  const family = tokensOf(name.family);
  const fromGiven = takeGeneration(given);
  const fromFamily = takeGeneration(family);
  return {
    given: givenContent(given),
    family: content(family),
    familyGlued: family.length === 1 ? (family[0] ?? "") : family.join(""),
    generation: generationOf(name.suffix) || fromFamily || fromGiven,
  };
}

const gluedParticle = /^(?:dela|delas|delos|del|de|van|von)(?=[a-z]{4})/;

/** "delacruz" without what is glued on ("cruz"), or an empty string. Try only after all else failed: "delgado" gives "gado". */
export function withoutGluedParticle(token: string): string {
  const first = token.charAt(0);
  if (first !== "d" && first !== "v") return "";
  const bare = token.replace(/^(?:delas|delos|dela)(?=[a-z]{3})/, "");
  if (bare !== token) return bare;
  const other = token.replace(gluedParticle, "");
  return other === token ? "" : other;
}
