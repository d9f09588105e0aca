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

/** A folded word with what comparing needs, worked out when first asked for and kept. */
export class Word {
  readonly text: string;
  readonly letters: number;
  #key: string | undefined;
  #sounds: string[] | undefined;
  #full: string | undefined;
  #bare: string | undefined;
  #forms: ReadonlySet<string> | undefined;
  #formsNear: ReadonlySet<string> | undefined;
  #translations: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.text = text;
    this.letters = letterSet(text);
  }

  get key(): string {
    return (this.#key ??= soundKey(this.text));
  }

  get sounds(): readonly string[] {
    return (this.#sounds ??= soundKeys(this.text));
  }

  get full(): string {
    return (this.#full ??= fullSound(this.text));
  }

  /** Without a glued particle, or empty. */
  get bare(): string {
    return (this.#bare ??= withoutGluedParticle(this.text));
  }

  get forms(): ReadonlySet<string> {
    return (this.#forms ??= formsLike(this.text));
  }

  get formsNear(): ReadonlySet<string> {
    return (this.#formsNear ??= formsNear(this.text));
  }

  get translations(): ReadonlySet<string> {
    return (this.#translations ??= translationsLike(this.text));
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
const lettersOfRespelling = 6;

/** How two unequal words of the same part agree. */
export function unequalLevel(asked: Word, filed: Word, part: Part, shares: ShareIndex): NameLevel {
  const a = asked.text;
  const b = filed.text;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) ? "initial" : "different";
  if (part === "given") {
    if (asked.forms.has(b)) return "form";
    if (asked.translations.has(b)) return "translation";
    if (asked.formsNear.has(b)) return "loose";
  } else if (sameButParticle(asked, filed)) return "particle";
  const cut = cutLevel(a, b, part);
  if (cut === "truncated") return cut;
  // Most pairs end here: too far apart for any level below.
  const lettersDiffer = lettersApart(asked.letters, filed.letters);
  if (cut === undefined && lettersDiffer > lettersOfRespelling) return "different";
  const alike = asked.sounds.includes(filed.key);
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
