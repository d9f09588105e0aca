/**
 * The forms in which a message is read: cut to a bounded length, and folded to plain lower-case words.
 * Everything else in this folder reads one of these forms, so that accents, emoji and case never matter.
 */
import { fold } from "../matching/normalise.ts";

/** Longest part of a message that is read, in UTF-16 units: the longest SMS a carrier joins. */
export const readableLength = 1600;

/** Thumbs and ticks answer a question; folding would drop them. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[\u{1F44D}\u{1F44C}\u2705\u2714\u{1F197}\u{1F64B}]/gu, " ok "],
  [/[\u{1F44E}\u274C\u{1F6AB}\u2716]/gu, " no "],
  [/\u{1F6D1}/gu, " stop "],
  [/\u{1F51F}/gu, " 10 "],
];

/**
 * Takes a message as typed and gives the part that is read: at most `readableLength` units, typographic
 * apostrophes and dashes made plain, zero-width characters dropped, runs of white space made one. Twice is once.
 * Lone surrogates are kept; nothing throws.
 */
export function readable(text: string): string {
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
  let marked = readable(text);
  for (const [sign, word] of signs) marked = marked.replace(sign, word);
  return fold(marked.replaceAll("'", ""));
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
