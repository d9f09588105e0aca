/**
 * One spelling for every way a name or a case number is filed or typed.
 * Raise `scheme` in blockKeys.ts when anything here changes: sealed labels are made from it.
 */
import { canonicalCaseNumber } from "./caseNumbers.ts";

/** Letters that decomposition leaves whole. */
const undecomposed: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};
const undecomposedLetters = /[ßøłđðþæœı]/g;
const apostrophes = /['’‘`´ʼʻ＇]/g;
const marks = /\p{M}+/gu;
const notLetters = /[^\p{L}\p{N}]+/gu;

/** True when the text is already in folded form; most words of a list are, once lowered. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 97 || code > 122) && (code < 48 || code > 57)) return false;
  }
  return true;
}

/**
 * Folds text for comparing: compatibility decomposition (so that "Mª" is "ma"), accents stripped
 * including ñ to n, lower case, apostrophes dropped, all other punctuation to single spaces, trimmed.
 * Gives an empty string when nothing but punctuation was there. Never throws, lone surrogates included.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isPlain(lower)) return lower;
  return (
    lower
      .replace(apostrophes, "")
      .normalize("NFKD")
      // Decomposing can yield capitals ("ℋ") and, from the spacing accents, bare marks.
      .toLowerCase()
      .replace(marks, "")
      .replace(undecomposedLetters, (letter) => undecomposed[letter] ?? letter)
      .replace(apostrophes, "")
      .replace(notLetters, " ")
      .trim()
  );
}

/** Folds the words of a name and cuts them where folding left a space: ["García-López"] gives ["garcia", "lopez"]. */
export function nameTokens(words: readonly string[]): string[] {
  const tokens: string[] = [];
  for (const word of words) {
    const folded = fold(word);
    if (folded === "") continue;
    if (folded.includes(" ")) tokens.push(...folded.split(" "));
    else tokens.push(folded);
  }
  return tokens;
}

/**
 * The one form of a Los Angeles criminal case number, however it was filed or typed: upper case without
 * punctuation, index prefix (XCN…) and defendant suffix (-01) dropped, O/0, I/1, S/5 and B/8 put right where
 * the format tells them apart, short numbers padded. Numbers of unknown format are kept as they are.
 * Empty when the text holds no letter or digit.
 */
export function normaliseCaseNumber(text: string): string {
  return canonicalCaseNumber(text);
}
