/**
 * How many message segments a text costs: GSM 03.38 (3GPP TS 23.038) with its extension table, else UCS-2.
 * One character outside GSM-7 more than halves what fits, so copy is written and checked against this.
 */

const gsmBasic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿" +
    "abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Sent as an escape and a second septet. */
const gsmExtended = new Set("\f^{}\\[~]|€");

const limits = { "GSM-7": { alone: 160, joined: 153 }, "UCS-2": { alone: 70, joined: 67 } } as const;

export interface SegmentCount {
  encoding: "GSM-7" | "UCS-2";
  /** Septets in GSM-7, UTF-16 code units in UCS-2. */
  units: number;
  segments: number;
}

/** The characters of a text that GSM-7 cannot carry, each once, in the order met. */
export function outsideGsm(text: string): string[] {
  return [...new Set(text)].filter((character) => !gsmBasic.has(character) && !gsmExtended.has(character));
}

/**
 * Counts what one text costs on the air.
 * Takes the text as sent (punctuation already folded); gives encoding, units and segments (0 for an empty text).
 * A character of two units is never cut between segments, as carriers do not cut it either.
 */
export function segments(text: string): SegmentCount {
  const encoding = outsideGsm(text).length === 0 ? "GSM-7" : "UCS-2";
  const sizes: number[] = [];
  for (const character of text) {
    sizes.push(encoding === "UCS-2" ? character.length : gsmExtended.has(character) ? 2 : 1);
  }
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, joined } = limits[encoding];
  if (units <= alone) return { encoding, units, segments: units === 0 ? 0 : 1 };
  let count = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > joined) {
      count += 1;
      filled = 0;
    }
    filled += size;
  }
  return { encoding, units, segments: count };
}

const folds: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
  [/[\u2022\u00B7]/g, "-"],
  [/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " "],
  [/[\u200B-\u200D\u2060\uFEFF]/g, ""],
];

/**
 * Replaces typographic punctuation and spaces by what GSM-7 has; letters, and so accents, stay as they are,
 * because an accent changes what a word means.
 */
export function foldPunctuation(text: string): string {
  return folds.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), text);
}
