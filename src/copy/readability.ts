/**
 * How hard a text is to read: Flesch-Kincaid grade for English, Szigriszt-Pazos (INFLESZ scale) for Spanish.
 * Numbers, phone numbers and addresses are not words; a sentence ends at . ! ? or at the end of a line.
 */

export interface TextCounts {
  sentences: number;
  words: number;
  syllables: number;
  /** Words in the longest sentence. */
  longest: number;
}

const sentenceEnd = /[.!?]+(?=["')\]]*(?:\s|$))|\n+/;
const word = /\p{L}+(?:['’]\p{L}+)*/gu;
const address = /\S*(?:@|:\/\/|\w\.(?:org|gov|com|net)\b)(?:\S*[^\s.,;:!?)"'])?/gi;
/** Form and statute numbers such as CR-400 or 1203.4, and case numbers such as BA123456. */
const codes = /\b[A-Z]{0,3}-?\d[\d.,:/-]*\w*/g;

/** Counts sentences, words and syllables of a text with the given syllable counter. */
export function countText(text: string, syllablesOf: (word: string) => number): TextCounts {
  const counts: TextCounts = { sentences: 0, words: 0, syllables: 0, longest: 0 };
  for (const sentence of text.replace(address, " ").split(sentenceEnd)) {
    const words = sentence.replace(codes, " ").match(word) ?? [];
    if (words.length === 0) continue;
    counts.sentences += 1;
    counts.words += words.length;
    counts.longest = Math.max(counts.longest, words.length);
    for (const each of words) counts.syllables += syllablesOf(each);
  }
  return counts;
}

/** Common words that spelling misleads about. */
const irregular: Readonly<Record<string, number>> = {
  area: 3,
  being: 2,
  create: 2,
  employer: 3,
  idea: 3,
  juvenile: 3,
  people: 2,
  quiet: 2,
  science: 2,
  someone: 2,
  something: 2,
  sometimes: 2,
  trying: 2,
};

/**
 * Syllables of an English word by spelling: vowel groups, less silent endings.
 * Right for nearly every common word, which is what the grade formula was fitted on.
 */
export function englishSyllables(text: string): number {
  const letters = text
    .toLowerCase()
    .replace(/['’]s$/, "")
    .replace(/[^a-z]/g, "");
  const known = irregular[letters];
  if (known !== undefined) return known;
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/([^sxzcgh]|[^cs]h)es$/, "$1e")
    .replace(/([^dt])ed$/, "$1e")
    .replace(/([^l]|[aeiouyr]l)e$/, "$1")
    .replace(/^y/, "");
  const split = (spoken.match(/i[ao]|eo(?!u)|u[ao]|[aeou]ing/g) ?? []).length;
  const joined = (spoken.match(/[tscg]io|[tc]ia|[qg]u[ao]/g) ?? []).length;
  const groups = (spoken.match(/[aeiouy]+/g) ?? []).length;
  return Math.max(1, groups + split - joined);
}

/**
 * Syllables of a Spanish word: one for each vowel group, strong vowels (a e o) and accented í ú stand alone,
 * the u of que, qui, gue, gui is silent, y counts as a vowel at the end of a word.
 */
export function spanishSyllables(text: string): number {
  const letters = text
    .toLowerCase()
    .normalize("NFC")
    .replace(/qu(?=[eéií])/g, "q")
    .replace(/gu(?=[eéií])/g, "g")
    .replace(/ü/g, "u")
    .replace(/y$/, "i");
  let count = 0;
  let before = "";
  for (const letter of letters) {
    const kind = /[aeoáéóíú]/.test(letter) ? "strong" : /[iu]/.test(letter) ? "weak" : "";
    if (kind !== "" && (before === "" || (kind === "strong" && before === "strong"))) count += 1;
    before = kind;
  }
  return Math.max(1, count);
}

/** Flesch-Kincaid grade level (Kincaid et al. 1975) of an English text; 0 for a text without words. */
export function gradeLevel(text: string): number {
  const { sentences, words, syllables } = countText(text, englishSyllables);
  return words === 0 ? 0 : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Szigriszt-Pazos perspicuity (1993), read on the INFLESZ scale: 65 and more is easy; 100 for a text without words. */
export function inflesz(text: string): number {
  const { sentences, words, syllables } = countText(text, spanishSyllables);
  return words === 0 ? 100 : 206.835 - 62.3 * (syllables / words) - words / sentences;
}
