/**
 * Levels at which two words of a name agree: a pet name, cut off, alike in sound, one slip away, an initial.
 */
import { letterSet, lettersApart, slips } from "./distance.ts";
import type { ShareIndex } from "./frequencies.ts";
import { withoutGluedParticle } from "./nameForms.ts";
import { formsLike, formsNear, isGivenName, translationsLike } from "./nicknames.ts";
import { fullSound, soundKey, soundKeys } from "./sound.ts";

/** Strongest first; what stands earlier is preferred when several pairs of words could agree. */
export const nameLevels = [
  "equal",
  "equalOther",
  "glued",
  "form",
  "translation",
  "truncated",
  "prefix",
  "particle",
  "sound",
  "close",
  "loose",
  "initial",
  "similarName",
  "crossed",
  "different",
  "unknown",
] as const;
export type NameLevel = (typeof nameLevels)[number];

export type Part = "given" | "family";

/**
 * Levels at which a name counts as agreeing. Two known given names a letter apart (Maria and Mario) do not:
 * brothers and sisters bear them. Two known surnames do; their weight is small.
 */
export function agrees(level: NameLevel, part: Part): boolean {
  if (level === "similarName") return part === "family";
  return level !== "crossed" && level !== "different" && level !== "unknown";
}

/** What an asker's word may also stand for; records' words never need it. */
interface Meanings {
  sounds: readonly string[];
  /** Other given names it may stand for, and how surely. */
  names: ReadonlyMap<string, NameLevel>;
}

/** Pet names before translations before mistyped pet names. Surnames have none. */
function otherNames(text: string, part: Part): ReadonlyMap<string, NameLevel> {
  const names = new Map<string, NameLevel>();
  if (part === "given") for (const name of formsNear(text)) names.set(name, "loose");
  for (const name of translationsLike(text)) names.set(name, "translation");
  for (const name of formsLike(text)) names.set(name, "form");
  return names;
}

/** A folded word with what comparing needs, worked out when first asked for and kept. */
export class Word {
  readonly text: string;
  /** The letters it holds, one bit each. */
  readonly letters: number;
  readonly #part: Part;
  #key: string | undefined;
  #full: string | undefined;
  #bare: string | undefined;
  #meanings: Meanings | undefined;

  constructor(text: string, part: Part) {
    this.text = text;
    this.letters = letterSet(text);
    this.#part = part;
  }

  get key(): string {
    return (this.#key ??= soundKey(this.text));
  }

  get full(): string {
    return (this.#full ??= fullSound(this.text));
  }

  /** Without a glued particle, or empty. */
  get bare(): string {
    return (this.#bare ??= withoutGluedParticle(this.text));
  }

  get meanings(): Meanings {
    return (this.#meanings ??= { sounds: soundKeys(this.text), names: otherNames(this.text, this.#part) });
  }
}

/** Court systems of the time cut names at ten letters. */
export const cutAt = 10;
/** A typed beginning shorter than this says too little. */
const leastPrefix: Readonly<Record<Part, number>> = { given: 3, family: 5 };

/** One name cut off: the shorter begins the longer. */
function cutLevel(a: string, b: string, part: Part): "truncated" | "prefix" | undefined {
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  const lack = long.length - short.length;
  if (lack === 0 || short.length < leastPrefix[part] || !long.startsWith(short)) return undefined;
  if (short.length === cutAt) return "truncated";
  return lack > 1 ? "prefix" : undefined;
}

/** Mario and Maria: keyboards do not make an a of an o, parents do. */
function differInGender(a: string, b: string): boolean {
  if (a.length !== b.length || a.slice(0, -1) !== b.slice(0, -1)) return false;
  return /[ao]$/.test(a) && /[ao]$/.test(b);
}

function isKnown(token: string, part: Part, shares: ShareIndex): boolean {
  return shares.isName(token) || (part === "given" && isGivenName(token));
}

/** De la Cruz and Delacruz and Cruz. */
function sameButParticle(asked: Word, filed: Word): boolean {
  if (asked.bare !== "" && (asked.bare === filed.text || asked.bare === filed.bare)) return true;
  return filed.bare !== "" && filed.bare === asked.text;
}

/** Slips that words of this length are allowed to be called close. */
function closeBound(shortest: number, longest: number): number {
  if (longest < 4 || shortest < 3) return 0;
  return shortest >= 8 ? 2 : 1;
}

/** Slips that words are allowed to be called loosely alike. */
function looseBound(shortest: number): number {
  if (shortest >= 5) return 2;
  return shortest === 3 ? 1 : 0;
}

/** Words of more different letters than two slips can make; and than any respelling makes. */
const lettersOfTwoSlips = 4;
export const lettersOfRespelling = 6;

/** How two unequal words of the same part agree. */
export function unequalLevel(asked: Word, filed: Word, part: Part, shares: ShareIndex): NameLevel {
  const a = asked.text;
  const b = filed.text;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) ? "initial" : "different";
  if (part === "given") {
    const level = asked.meanings.names.get(b);
    if (level !== undefined) return level;
  } else if (sameButParticle(asked, filed)) return "particle";
  const cut = cutLevel(a, b, part);
  if (cut === "truncated") return cut;
  // Most pairs end here: too far apart for any level below.
  const lettersDiffer = lettersApart(asked.letters, filed.letters);
  if (cut === undefined && lettersDiffer > lettersOfRespelling) return "different";
  const alike = asked.meanings.sounds.includes(filed.key);
  if (cut === undefined && !alike && lettersDiffer > lettersOfTwoSlips) return "different";
  if (alike && asked.full === filed.full) return "sound";
  const apart = slips(a, b);
  if (apart > 2 && cut === undefined && !alike) return "different";
  const shortest = Math.min(a.length, b.length);
  const longest = Math.max(a.length, b.length);
  const bound = closeBound(shortest, longest);
  if (isKnown(a, part, shares) && isKnown(b, part, shares)) {
    return cut !== undefined || alike || apart <= Math.max(bound, 1) ? "similarName" : "different";
  }
  if (part === "given" && differInGender(a, b)) return "similarName";
  if (apart <= bound) return "close";
  if (alike && apart <= 2) return "sound";
  if (longest >= 4 && slips(asked.full, filed.full) <= 1) return "close";
  if (cut !== undefined) return cut;
  return apart <= looseBound(shortest) ? "loose" : "different";
}
