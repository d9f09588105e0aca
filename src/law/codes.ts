/**
 * The four sections of the Health and Safety Code that Proposition 64 reaches, their subdivisions and the numbers
 * they bore before 1973, as data; and how to recognise them, and other sections, in what people type off old papers.
 */

/** What the section punished, in the words of the question `offense`. */
export type Conduct = "had" | "grew" | "sold";

export interface Section {
  number: string;
  conduct: Conduct;
  /** Lettered subdivisions the section has had, before or after November 9, 2016. */
  subdivisions: readonly string[];
  /** The number of the same crime before Stats. 1972 ch. 1407 took effect; unchecked, used for recognising alone. */
  before1973: string;
}

/** Health and Safety Code, Division 10. Possession for sale (11359) is told with selling: that is what it was for. */
export const sections = [
  { number: "11357", conduct: "had", subdivisions: ["a", "b", "c", "d", "e"], before1973: "11530" },
  { number: "11358", conduct: "grew", subdivisions: ["a", "b", "c", "d"], before1973: "11530.1" },
  { number: "11359", conduct: "sold", subdivisions: ["a", "b", "c", "d"], before1973: "11530.5" },
  { number: "11360", conduct: "sold", subdivisions: ["a", "b", "c"], before1973: "11531" },
] as const satisfies readonly Section[];

/** A section found in a text. */
export interface OffenceCode {
  /** As numbered today: "11357". */
  section: string;
  /** "a", "b"…, where the text names one that the section has had. */
  subdivision?: string;
  /** What it punished; "other" for a section that Proposition 64 does not reach. */
  conduct: Conduct | "other";
}

/**
 * Sections people meet on the same papers and that Proposition 64 leaves alone, by code.
 * A closed list: a bare number that is not on it may be a case number, an address or a year.
 */
const otherSections = {
  /** Other drugs, their sale, being under the influence, paraphernalia, drug houses. */
  healthAndSafety: [
    "11350",
    "11351",
    "11351.5",
    "11352",
    "11361",
    "11364",
    "11365",
    "11366",
    "11366.5",
    "11368",
    "11375",
    "11377",
    "11378",
    "11379",
    "11379.6",
    "11383",
    "11550",
  ],
  /** Driving under the influence; cannabis in the car. */
  vehicle: ["23152", "23153", "23222"],
  /** Theft, burglary, robbery, assault, weapons, resisting. */
  penal: ["148", "211", "242", "245", "273.5", "415", "459", "484", "487", "488", "496", "647", "666"],
} as const;
const untouched: ReadonlySet<string> = new Set(Object.values(otherSections).flat());

const bySection = new Map<string, Section>(sections.map((section) => [section.number, section]));
const byOldNumber = new Map<string, Section>(sections.map((section) => [section.before1973, section]));

const codeName = /(?:h\s*\.?\s*(?:&|and|y)?\s*s\.?|health and safety|pc|p\.c\.|penal|vc|v\.c\.)/.source;
/** A section of five digits stands by itself; a shorter one only beside the name of its code. */
const longNumber = /(?<![\p{L}\d.])(\d{5}(?:\.\d)?)(?![\d])(?:\s*\(?([a-h])\)?(?![\p{L}]))?/giu;
const shortNumber = new RegExp(
  `(?:\\b${codeName}\\s*(?:code\\s*)?(?:sec(?:tion)?\\.?\\s*)?#?(\\d{3}(?:\\.\\d)?)\\b)|(?:\\b(\\d{3}(?:\\.\\d)?)\\s*(?:\\([a-z]\\)\\s*)?(?:pc|p\\.c\\.)(?![\\p{L}]))`,
  "giu",
);
/** "HS11359", "H&S11357(b)": the letters run into the number. */
const glued = new RegExp(`(?<![\\p{L}\\d])${codeName}\\s*(?:code)?\\s*#?(?=\\d)`, "giu");

/**
 * The sections a text names, in the order met, each once.
 * Takes any text as typed ("11357(b)", "HS11359", "h&s 11360 a", "11530", "459 PC"); gives none where it names none.
 * Bare numbers count only when they are a section we know, so that a case number is not read as a crime.
 */
export function findOffenceCodes(text: string): OffenceCode[] {
  const bounded = text.slice(0, 2000).replace(glued, (letters) => `${letters} `);
  const found = new Map<string, OffenceCode>();
  for (const match of bounded.matchAll(longNumber)) {
    const code = recognise(match[1] ?? "", match[2]);
    if (code) found.set(`${code.section}${code.subdivision ?? ""}`, code);
  }
  for (const match of bounded.matchAll(shortNumber)) {
    const code = recognise(match[1] ?? match[2] ?? "");
    if (code) found.set(code.section, code);
  }
  return [...found.values()];
}

function recognise(number: string, letter?: string): OffenceCode | undefined {
  const section = bySection.get(number) ?? byOldNumber.get(number);
  if (section) {
    const subdivision = letter?.toLowerCase();
    return {
      section: section.number,
      ...(subdivision !== undefined && section.subdivisions.includes(subdivision) ? { subdivision } : {}),
      conduct: section.conduct,
    };
  }
  return untouched.has(number) ? { section: number, conduct: "other" } : undefined;
}
