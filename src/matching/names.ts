/**
 * Levels at which two names agree, token by token: equal, a pet name, glued, truncated, alike in sound,
 * one slip away, an initial. The best pair of tokens decides; what is left over is second evidence.
 */
import { slips } from "./distance.ts";
import type { ShareIndex } from "./frequencies.ts";
import { withoutGluedParticle } from "./nameForms.ts";
import type { NameForms } from "./nameForms.ts";
import { areForms, areTranslations, isGivenName } from "./nicknames.ts";
import { fullSound, soundKey, soundKeys } from "./sound.ts";

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
  "initial",
  "similarName",
  "different",
  "unknown",
] as const;
export type NameLevel = (typeof nameLevels)[number];

/** Levels at which a name counts as agreeing. Two known names one letter apart (Maria, Mario) do not. */
export function agrees(level: NameLevel): boolean {
  return level !== "similarName" && level !== "different" && level !== "unknown";
}

/** An asker's word with what is needed to compare it, worked out once. */
export interface Word {
  text: string;
  sounds: string[];
  full: string;
  /** Without a glued particle, or empty. */
  bare: string;
}

/** A name of the asker, made ready. */
export interface AskedName {
  given: Word[];
  /** All given names run together. */
  givenGlued: string;
  family: Word[];
  familyGlued: string;
  generation: string;
}

function word(text: string): Word {
  return { text, sounds: soundKeys(text), full: fullSound(text), bare: withoutGluedParticle(text) };
}

/** Makes a name of the asker ready for comparing. */
export function askedName(forms: NameForms): AskedName {
  return {
    given: forms.given.map(word),
    givenGlued: forms.given.join(""),
    family: forms.family.map(word),
    familyGlued: forms.familyGlued,
    generation: forms.generation,
  };
}

/** Court systems of the time cut names at ten letters. */
const cutAt = 10;
/** A typed beginning shorter than this says too little. */
const leastPrefix = 4;
/** Sounds alike, yet spelled further apart than this, is another name. */
const furthestSound = 2;

/** One name cut off: the shorter begins the longer. */
function cutLevel(a: string, b: string): NameLevel | undefined {
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  if (short.length === long.length || short.length < leastPrefix || !long.startsWith(short)) return undefined;
  if (short.length === cutAt) return "truncated";
  return long.length - short.length > 1 ? "prefix" : undefined;
}

/** Juan and Juana, Mario and Maria: as good as different whatever the edit distance says. */
function differInGender(a: string, b: string): boolean {
  if (a.length === b.length) {
    return a.slice(0, -1) === b.slice(0, -1) && /[aoe]$/.test(a) && /[aoe]$/.test(b);
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long === `${short}a`;
}

type Part = "given" | "family";

function isKnown(token: string, part: Part, shares: ShareIndex): boolean {
  return shares.isName(token) || (part === "given" && isGivenName(token));
}

/** How two unequal words of the same part agree. */
function unequalLevel(asked: Word, filed: string, part: Part, shares: ShareIndex): NameLevel {
  const a = asked.text;
  if (a.length === 1 || filed.length === 1) return a.charAt(0) === filed.charAt(0) ? "initial" : "different";
  if (part === "given") {
    if (areForms(a, filed)) return "form";
    if (areTranslations(a, filed)) return "translation";
  } else if (asked.bare === filed || (asked.bare !== "" && asked.bare === withoutGluedParticle(filed))) {
    return "particle";
  } else if (a.length < filed.length && withoutGluedParticle(filed) === a) return "particle";
  const shortest = Math.min(a.length, filed.length);
  const longest = Math.max(a.length, filed.length);
  const cut = cutLevel(a, filed);
  const alike = asked.sounds.includes(soundKey(filed));
  // Most pairs end here: nothing in common that any level below could find.
  if (cut === undefined && !alike && (longest - shortest > 2 || longest < 4)) return "different";
  const bound = shortest >= 7 ? 2 : 1;
  const apart = shortest < 3 ? bound + 1 : slips(a, filed, bound);
  if (cut === undefined && !alike && apart > bound) return "different";
  const sameSound = alike && (asked.full === fullSound(filed) || asked.sounds.indexOf(soundKey(filed)) > 0);
  if (!sameSound) {
    if (part === "given" && differInGender(a, filed)) return "similarName";
    if (isKnown(a, part, shares) && isKnown(filed, part, shares)) {
      return apart <= bound || cut !== undefined ? "similarName" : "different";
    }
  }
  if (cut === "truncated") return cut;
  if (sameSound) return "sound";
  if (apart <= bound) return longest >= 4 ? "close" : "different";
  if (alike && slips(asked.full, fullSound(filed), furthestSound) <= furthestSound) return "sound";
  return cut ?? "different";
}

/** The worth of a level when choosing the best pair of words; ties go to the earlier pair. */
const rank: Readonly<Record<NameLevel, number>> = Object.fromEntries(
  nameLevels.map((level, i) => [level, nameLevels.length - i]),
) as Record<NameLevel, number>;

/** What comparing one part of two names gave. `share` is that of the commoner of the two words. */
export interface PartAgreement {
  level: NameLevel;
  share: number;
  second?: { level: "equal" | "initial" | "close" | "different"; share: number };
}

const unknown: PartAgreement = { level: "unknown", share: 1 };

function shareOf(a: string, b: string, shares: ShareIndex): number {
  return a === b ? shares.share(a) : Math.max(shares.share(a), shares.share(b));
}

/** Names run together on one side: "maryann" and "mary ann", "garcialopez" and "garcia lopez", "delacruz". */
function gluedLevel(
  askedGlued: string,
  asked: readonly Word[],
  filedGlued: string,
  filed: readonly string[],
) {
  if (asked.length === 1 && filed.length === 1 && asked[0]?.text === askedGlued && filed[0] === filedGlued) {
    return undefined;
  }
  if (askedGlued === filedGlued) return "glued";
  if (filed.length > 1 && asked.some((one) => one.text === filedGlued)) return "glued";
  if (asked.length > 1 && filed.includes(askedGlued)) return "glued";
  const short = askedGlued.length < filedGlued.length ? askedGlued : filedGlued;
  const long = askedGlued.length < filedGlued.length ? filedGlued : askedGlued;
  return short.length === cutAt && long.startsWith(short) ? "truncated" : undefined;
}

function secondAgreement(
  asked: readonly Word[],
  filed: readonly string[],
  usedAsked: number,
  usedFiled: number,
  part: Part,
  shares: ShareIndex,
): PartAgreement["second"] {
  if (asked.length < 2 || filed.length < 2) return undefined;
  let best: NameLevel = "different";
  let share = 1;
  for (let i = 0; i < asked.length; i++) {
    const one = asked[i];
    if (i === usedAsked || one === undefined) continue;
    for (let j = 0; j < filed.length; j++) {
      const other = filed[j];
      if (j === usedFiled || other === undefined) continue;
      const level = one.text === other ? "equal" : unequalLevel(one, other, part, shares);
      if (rank[level] <= rank[best]) continue;
      best = level;
      share = shareOf(one.text, other, shares);
    }
  }
  if (best === "equal" || best === "initial") return { level: best, share };
  return { level: agrees(best) ? "close" : "different", share: 1 };
}

/**
 * Compares one part of an asker's name with the same part of a record's: any word against any word, the best
 * pair deciding. Missing on either side is "unknown".
 */
export function comparePart(
  asked: readonly Word[],
  askedGlued: string,
  filed: readonly string[],
  filedGlued: string,
  part: Part,
  shares: ShareIndex,
): PartAgreement {
  if (asked.length === 0 || filed.length === 0) return unknown;
  let best: NameLevel = "different";
  let bestAsked = 0;
  let bestFiled = 0;
  for (let i = 0; i < asked.length; i++) {
    for (let j = 0; j < filed.length; j++) {
      if (asked[i]?.text !== filed[j] || filed[j]?.length === 1) continue;
      const level = i === 0 && j === 0 ? "equal" : "equalOther";
      if (rank[level] <= rank[best]) continue;
      best = level;
      bestAsked = i;
      bestFiled = j;
    }
  }
  if (best === "different") {
    for (let i = 0; i < asked.length; i++) {
      for (let j = 0; j < filed.length; j++) {
        const one = asked[i];
        const other = filed[j];
        if (one === undefined || other === undefined) continue;
        const level = unequalLevel(one, other, part, shares);
        // An initial counts where the whole name stands on the other side only at the front.
        if (level === "initial" && (i > 0 || j > 0)) continue;
        if (rank[level] <= rank[best]) continue;
        best = level;
        bestAsked = i;
        bestFiled = j;
      }
    }
    const glued = rank[best] >= rank.glued ? undefined : gluedLevel(askedGlued, asked, filedGlued, filed);
    if (glued !== undefined) return { level: glued, share: wholeShare(askedGlued, asked, shares) };
  }
  const a = asked[bestAsked]?.text ?? "";
  const b = filed[bestFiled] ?? "";
  const agreement: PartAgreement = { level: best, share: best === "different" ? 1 : shareOf(a, b, shares) };
  if (agrees(best)) {
    const second = secondAgreement(asked, filed, bestAsked, bestFiled, part, shares);
    if (second !== undefined) agreement.second = second;
  }
  return agreement;
}

/** The share of a name agreeing as a whole: that of its rarest word, or of the glued form where it is filed so. */
function wholeShare(glued: string, asked: readonly Word[], shares: ShareIndex): number {
  let least = 1;
  for (const one of asked) least = Math.min(least, shares.share(one.text));
  return shares.isName(glued) ? shares.share(glued) : least;
}
