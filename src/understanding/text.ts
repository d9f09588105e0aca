/**
 * The forms in which a message is read: cut to a bounded length, and folded to plain lower-case words.
 * Everything else in this folder reads one of these forms, so that accents, emoji and case never matter.
 */
import { fold } from "../matching/normalise.ts";

/** Longest part of a message that is read, in UTF-16 units: the longest SMS a carrier joins. */
export const readableLength = 1600;

/**
 * How much work a message needs: 2 when it is ASCII and already readable, 1 when it is readable but holds
 * letters of Latin-1, 0 for everything else. Most messages are 2, most pieces of them too.
 */
function simplicity(text: string): 0 | 1 | 2 {
  if (text.length > readableLength) return 0;
  let simple: 1 | 2 = 2;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 ? last === 32 : code < 33 || code === 96 || code > 126) {
      // No-break space, soft hyphen and the spacing accent are put right; so is all beyond Latin-1.
      if (code < 161 || code > 255 || code === 173 || code === 180) return 0;
      simple = 1;
    }
    last = code;
  }
  return simple;
}

/** Thumbs and ticks answer a question; folding would drop them. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[\u{1F44D}\u{1F44C}\u2705\u2714\u{1F197}\u{1F64B}]/gu, " ok "],
  [/[\u{1F44E}\u274C\u{1F6AB}\u2716]/gu, " no "],
  [/\u{1F6D1}/gu, " stop "],
  [/\u{1F51F}/gu, " 10 "],
];

/** One character of these folds to a whole phrase (U+FDFA to 18 letters), and a message of them to a book. */
const phraseLetters = /[\uFDF0-\uFDFF\u3300-\u33FF]/g;

/**
 * Takes a message as typed and gives the part that is read: at most `readableLength` units, typographic
 * apostrophes and dashes made plain, zero-width characters dropped, runs of white space made one. Twice is once.
 * Lone surrogates are kept; nothing throws.
 */
export function readable(text: string): string {
  if (simplicity(text) > 0) return text;
  return text
    .slice(0, readableLength)
    .replace(/[\u2018\u2019\u201B\u02BC\u00B4`]/g, "'")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n");
}

/** Takes a message and gives its words: lower case, no accents (ñ is n), no punctuation, single spaces. */
export function plain(text: string): string {
  const simple = simplicity(text);
  if (simple === 2) {
    const lower = text.toLowerCase();
    return /[^a-z0-9]/.test(lower)
      ? lower
          .replace(/'/g, "")
          .replace(/[^a-z0-9]+/g, " ")
          .trim()
      : lower;
  }
  let marked = readable(text);
  if (simple === 0) {
    marked = marked.replace(phraseLetters, " ");
    for (const [sign, word] of signs) marked = marked.replace(sign, word);
  }
  return fold(marked.replaceAll("'", "")).slice(0, readableLength).trimEnd();
}

/** Folds letter by letter, keeping positions: each UTF-16 unit of the readable text becomes exactly one. */
export function foldInPlace(text: string): string {
  if (simplicity(text) === 2) return text.toLowerCase();
  let out = "";
  for (const unit of readable(text).split("")) {
    if (unit < "\u0080") {
      out += unit.toLowerCase();
      continue;
    }
    out += foldedUnit(unit);
  }
  return out;
}

/** Letters beyond ASCII as they fold; a message has few different ones. */
const foldedUnits = new Map<string, string>();
const mostFoldedUnits = 2_000;

function foldedUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const bare = unit.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = bare.length === 1 ? bare : unit;
  if (foldedUnits.size >= mostFoldedUnits) foldedUnits.clear();
  foldedUnits.set(unit, folded);
  return folded;
}

/** Takes a message and gives its clauses as `plain` text: cut at sentence marks, commas and line ends. */
export function clauses(text: string): string[] {
  return readable(text)
    .split(/[.,;:!?¡¿\n\r()]+/)
    .map(plain)
    .filter((clause) => clause !== "");
}

const politeWords =
  "please|pls|plz|plis|thanks|thank you|thx|por favor|porfavor|porfa|gracias|ok|okay|hey|hi|hello|hola|well|um|uh|pues|bueno|sorry|perdon|disculpe|disculpa|lo siento|oiga|oye|lol|sir|maam|senor|senora|senorita|amigo|man|bro";
const leadingPoliteness = new RegExp(`^(?:(?:${politeWords}) )+(?=\\S)`);
const trailingPoliteness = new RegExp(`(?: (?:${politeWords}))+$`);

/** Takes `plain` text and gives it without the courtesies around it; a message of courtesies alone is kept. */
export function withoutCourtesy(words: string): string {
  return words.replace(leadingPoliteness, "").replace(trailingPoliteness, "");
}

/** Takes a list written as words between white space and gives it as a set. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Takes phrases one a line or between "|" and gives them as a set, trimmed. */
export function phraseSet(phrases: string): ReadonlySet<string> {
  return new Set(
    phrases
      .split(/[|\n]/)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ""),
  );
}

/**
 * Takes a folded word and gives its letters as a set of bits. One edit changes at most two of them, so words
 * whose sets differ in more than twice the limit are further apart than the limit.
 */
export function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

/** False when two letter sets alone say that the words are more than `limit` edits apart. */
export function mayBeNear(a: number, b: number, limit: number): boolean {
  let differing = a ^ b;
  let count = 0;
  while (differing !== 0) {
    differing &= differing - 1;
    count += 1;
  }
  return count <= 2 * limit;
}

/**
 * Edit distance of Damerau and Levenshtein (1964; adjacent transpositions count as one), given up beyond
 * `limit`: the answer is then `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}
