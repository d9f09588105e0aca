/**
 * Month names and abbreviations as typed in English and Spanish, folded.
 * Slips of the finger are forgiven by `monthOf`, never between two different months.
 */
import { editDistance, letterSet, mayBeNear } from "../text.ts";

const names: readonly (readonly string[])[] = [
  ["january", "jan", "enero", "ene"],
  ["february", "feb", "febrero", "febr", "febuary"],
  ["march", "mar", "marzo", "marz"],
  ["april", "apr", "abril", "abr"],
  ["may", "mayo"],
  ["june", "jun", "junio"],
  ["july", "jul", "julio"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sep", "sept", "septiembre", "setiembre", "set", "septembre"],
  ["october", "oct", "octubre", "octuber"],
  ["november", "nov", "noviembre", "novembre"],
  ["december", "dec", "diciembre", "dic", "deciembre"],
];

const byName = new Map(names.flatMap((spellings, i) => spellings.map((name) => [name, i + 1] as const)));
const long = [...byName]
  .filter(([name]) => name.length >= 4)
  .map(([name, month]) => ({ name, month, letters: letterSet(name) }));

/** Words that are a letter away from a month's name and mean something else. */
const otherWords = new Set([
  "mario",
  "maria",
  "marco",
  "julia",
  "junia",
  "marcha",
  "matzo",
  "martha",
  "junior",
  "julie",
  "julian",
  "abrir",
  "juntos",
  "jumo",
  "mayor",
  "major",
]);

/** Takes one folded word; gives the month 1–12, or undefined when none or more than one month is near. */
export function monthOf(word: string): number | undefined {
  const exact = byName.get(word);
  if (exact !== undefined || word.length < 5 || otherWords.has(word)) return exact;
  const limit = word.length >= 8 ? 2 : 1;
  const near = new Set<number>();
  const letters = letterSet(word);
  for (const known of long) {
    if (Math.abs(known.name.length - word.length) > limit || !mayBeNear(known.letters, letters, limit))
      continue;
    if (editDistance(word, known.name, limit) <= limit) near.add(known.month);
  }
  if (near.size !== 1) return undefined;
  const [month] = near;
  return month;
}
