/**
 * Names held against each other as arrays: any word against any word, the best pair deciding, what is left over
 * being second evidence.
 */
import { letterSet, lettersApart, slips } from "./distance.ts";
import type { ShareIndex } from "./frequencies.ts";
import type { NameForms } from "./nameForms.ts";
import { fullSound } from "./sound.ts";
import { agrees, cutAt, lettersOfRespelling, nameLevels, unequalLevel, Word } from "./words.ts";
import type { NameLevel, Part } from "./words.ts";

export { agrees } from "./words.ts";
export type { NameLevel, Part } from "./words.ts";

/** One part of a name, made ready. */
export interface NamePart {
  words: Word[];
  /** All words run together, particles included. */
  glued: string;
}

/** A name made ready for comparing. */
export interface ReadyName {
  given: NamePart;
  family: NamePart;
  generation: string;
}

function words(tokens: readonly string[], part: Part): Word[] {
  const made: Word[] = [];
  for (const token of tokens) made.push(new Word(token, part));
  return made;
}

/** Makes a name ready for comparing. */
export function readyName(forms: NameForms): ReadyName {
  const { given } = forms;
  return {
    given: { words: words(given, "given"), glued: given.length === 1 ? (given[0] ?? "") : given.join("") },
    family: { words: words(forms.family, "family"), glued: forms.familyGlued },
    generation: forms.generation,
  };
}

/** A higher rank is preferred when choosing the best pair of words; ties go to the earlier pair. */
const rank: Readonly<Record<NameLevel, number>> = Object.fromEntries(
  nameLevels.map((level, i) => [level, nameLevels.length - i]),
) as Record<NameLevel, number>;

/** What comparing one part of two names gave. */
export interface PartAgreement {
  level: NameLevel;
  /** Share of records that would agree so by chance, up to the factor the weights hold. */
  share: number;
  second?: { level: "equal" | "initial" | "close" | "different"; share: number };
}

const unknown: PartAgreement = { level: "unknown", share: 1 };
const different: PartAgreement = { level: "different", share: 1 };

function shareOf(level: NameLevel, asked: Word, filed: Word, shares: ShareIndex): number {
  switch (level) {
    case "equal":
    case "equalOther":
      return shares.share(asked.text);
    case "initial":
      return shares.initialShare(filed.text);
    case "form":
    case "translation":
    case "particle":
      return Math.max(shares.share(asked.text), shares.share(filed.text));
    default:
      // A slip is unique, what it was meant to be is not: count everyone whose name sounds like it.
      return Math.max(shares.soundShare(asked.key), shares.soundShare(filed.key));
  }
}

/** Glued names at least this long may differ by a slip or by ear. */
const leastGlued = 7;

/** Names run together on one side: "maryann" and "mary ann", "garcialopez" and "garcia lopez", "delacruz". */
function gluedLevel(asked: NamePart, filed: NamePart): "glued" | "truncated" | undefined {
  const a = asked.glued;
  const b = filed.glued;
  if (a === "" || b === "") return undefined;
  const several =
    asked.words.length > 1 ||
    filed.words.length > 1 ||
    a !== asked.words[0]?.text ||
    b !== filed.words[0]?.text;
  if (!several) return undefined;
  if (a === b) return "glued";
  if (asked.words.some((one) => one.text === b) || filed.words.some((one) => one.text === a)) return "glued";
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  if (short.length === cutAt && long.startsWith(short)) return "truncated";
  if (short.length < leastGlued || long.length - short.length > 2) return undefined;
  if (lettersApart(letterSet(a), letterSet(b)) > lettersOfRespelling) return undefined;
  return fullSound(a) === fullSound(b) || slips(a, b) <= 1 ? "glued" : undefined;
}

/** The share of a name agreeing as a whole: that of its rarest word, or of the glued form where it is filed so. */
function wholeShare(asked: NamePart, shares: ShareIndex): number {
  if (shares.isName(asked.glued)) return shares.share(asked.glued);
  let least = 1;
  for (const one of asked.words) least = Math.min(least, shares.share(one.text));
  return least;
}

interface Pair {
  level: NameLevel;
  asked: number;
  filed: number;
}

/** The first pair of equal words, front words before others; initials do not count. */
function equalPair(asked: readonly Word[], filed: readonly Word[]): Pair | undefined {
  for (let i = 0; i < asked.length; i++) {
    for (let j = 0; j < filed.length; j++) {
      const text = asked[i]?.text ?? "";
      if (text !== filed[j]?.text || text.length === 1) continue;
      return { level: i === 0 && j === 0 ? "equal" : "equalOther", asked: i, filed: j };
    }
  }
  return undefined;
}

/** The best pair of unequal words, those at `skip` left out. */
function bestPair(
  asked: readonly Word[],
  filed: readonly Word[],
  part: Part,
  shares: ShareIndex,
  skip?: Pair,
): Pair {
  let best: Pair = { level: "different", asked: 0, filed: 0 };
  for (let i = 0; i < asked.length; i++) {
    const one = asked[i];
    if (one === undefined || i === skip?.asked) continue;
    for (let j = 0; j < filed.length; j++) {
      const other = filed[j];
      if (other === undefined || j === skip?.filed) continue;
      let level =
        one.text === other.text && one.text.length > 1 ? "equal" : unequalLevel(one, other, part, shares);
      // For a first name an initial counts only where it stands first itself.
      if (skip === undefined && level === "initial" && (i > 0 || j > 0)) level = "different";
      if (rank[level] > rank[best.level]) best = { level, asked: i, filed: j };
    }
  }
  return best;
}

function secondAgreement(
  asked: readonly Word[],
  filed: readonly Word[],
  first: Pair,
  part: Part,
  shares: ShareIndex,
): PartAgreement["second"] {
  if (asked.length < 2 || filed.length < 2) return undefined;
  const pair = bestPair(asked, filed, part, shares, first);
  if (pair.level === "equal" || pair.level === "initial") {
    const [one, other] = [asked[pair.asked], filed[pair.filed]];
    if (one !== undefined && other !== undefined) {
      return { level: pair.level, share: shareOf(pair.level, one, other, shares) };
    }
  }
  return { level: agrees(pair.level, part) ? "close" : "different", share: 1 };
}

/**
 * Compares one part of an asker's name with the same part of a record's. Missing on either side is "unknown".
 * `filed` may be the other part, to look for names filed the wrong way round.
 */
export function comparePart(asked: NamePart, filed: NamePart, part: Part, shares: ShareIndex): PartAgreement {
  if (asked.words.length === 0 || filed.words.length === 0) return unknown;
  let pair = equalPair(asked.words, filed.words);
  if (pair === undefined) {
    pair = bestPair(asked.words, filed.words, part, shares);
    const glued = rank[pair.level] >= rank.glued ? undefined : gluedLevel(asked, filed);
    if (glued !== undefined) return { level: glued, share: wholeShare(asked, shares) };
  }
  if (pair.level === "different") return different;
  const [one, other] = [asked.words[pair.asked], filed.words[pair.filed]];
  if (one === undefined || other === undefined) return different;
  const share = shareOf(pair.level, one, other, shares);
  if (!agrees(pair.level, part)) return { level: pair.level, share };
  const second = secondAgreement(asked.words, filed.words, pair, part, shares);
  if (second === undefined) return { level: pair.level, share };
  // Teresa Margarita and Luz Margarita are sisters: what agrees must not be a later name beside others that differ.
  const crossed = part === "given" && second.level === "different" && pair.asked + pair.filed > 0;
  return crossed ? { level: "crossed", share } : { level: pair.level, share, second };
}

/** The first word of a part alone. */
export function firstWord(part: NamePart): NamePart {
  return { words: part.words.slice(0, 1), glued: part.words[0]?.text ?? "" };
}

/** The words of a part after the first, for names that slipped into the wrong field. */
export function lateWords(part: NamePart): NamePart {
  return { words: part.words.slice(1), glued: "" };
}
