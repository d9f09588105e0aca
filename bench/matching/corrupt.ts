/**
 * How people mistype themselves: named operators, each changing one thing about an asker.
 * An operator that cannot act gives undefined, and another is drawn.
 */
import { english } from "../../src/matching/nicknames/english.ts";
import { spanish } from "../../src/matching/nicknames/spanish.ts";
import { fold } from "../../src/matching/normalise.ts";
import type { Asker, PersonName } from "../../src/matching/types.ts";
import type { Person } from "../../src/lists/sample/people.ts";
import { drawFirst, drawSurname, pad } from "../../src/lists/sample/people.ts";
import { Weighted } from "../../src/lists/sample/random.ts";
import type { Random } from "../../src/lists/sample/random.ts";

export interface Operator {
  name: string;
  /** How often it is drawn, relative to the others. */
  weight: number;
  /** True when it touches the birth date. */
  date?: boolean;
  apply(asker: Asker, random: Random, person: Person): Asker | undefined;
}

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

function neighbour(random: Random, letter: string): string {
  const lower = letter.toLowerCase();
  for (let r = 0; r < rows.length; r++) {
    const at = rows[r]?.indexOf(lower) ?? -1;
    if (at < 0) continue;
    const near = [rows[r]?.[at - 1], rows[r]?.[at + 1], rows[r - 1]?.[at], rows[r + 1]?.[at]];
    return random.pick(near.filter((one) => one !== undefined));
  }
  return letter;
}

/** One slip of the thumb. */
export function keyboardSlip(random: Random, word: string): string {
  if (word.length < 3) return word;
  const i = random.between(random.chance(0.1) ? 0 : 1, word.length - 1);
  const here = word.charAt(i);
  switch (random.between(0, 3)) {
    case 0:
      return word.slice(0, i) + word.slice(i + 1);
    case 1:
      return word.slice(0, i) + here + word.slice(i);
    case 2:
      if (i + 1 >= word.length) return word.slice(0, i - 1) + here + word.charAt(i - 1);
      return word.slice(0, i) + word.charAt(i + 1) + here + word.slice(i + 2);
    default:
      return word.slice(0, i) + neighbour(random, here) + word.slice(i + 1);
  }
}

const soundSwaps: readonly (readonly [RegExp, string])[] = [
  [/v/i, "b"],
  [/b/i, "v"],
  [/z/i, "s"],
  [/s(?=$|[aeiou])/i, "z"],
  [/c(?=[ei])/i, "s"],
  [/ll/i, "y"],
  [/y(?=[aeiou])/i, "ll"],
  [/^h/i, ""],
  [/g(?=[ei])/i, "j"],
  [/j(?=[ei])/i, "g"],
  [/qu(?=[ei])/i, "k"],
  [/k/i, "c"],
  [/c(?=[aou])/i, "k"],
  [/ph/i, "f"],
  [/th/i, "t"],
  [/ck/i, "k"],
  [/ie/i, "ei"],
  [/ee/i, "ea"],
  [/([lnrtmps])\1/i, "$1"],
  [/y$/i, "ie"],
  [/i(?=[aeo])/i, "y"],
  [/er$/i, "ar"],
  [/on$/i, "en"],
];

function soundSwap(random: Random, word: string): string | undefined {
  const fitting = soundSwaps.filter(([pattern]) => pattern.test(word));
  if (fitting.length === 0) return undefined;
  const [pattern, to] = random.pick(fitting);
  return word.replace(pattern, to);
}

/** Pet names by formal name. The benches use the project's own tables, so unknown pet names are drawn besides. */
const petNames = new Map<string, string[]>();
for (const line of `${english}${spanish}`.split("\n")) {
  const [formal, forms] = line.split(": ");
  if (formal !== undefined && forms !== undefined) {
    petNames.set(formal, [...(petNames.get(formal) ?? []), ...forms.split(" ")]);
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function withName(asker: Asker, change: (name: PersonName) => PersonName | undefined): Asker | undefined {
  const [name, ...others] = asker.names;
  if (name === undefined) return undefined;
  const changed = change(name);
  return changed === undefined ? undefined : { ...asker, names: [changed, ...others] };
}

function withDate(
  asker: Asker,
  change: (y: number, m: number, d: number) => string | undefined,
): Asker | undefined {
  const date = asker.birthDate;
  if (date === undefined) return undefined;
  const changed = change(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
  if (changed === undefined || changed === date || !isDate(changed)) return undefined;
  return { ...asker, birthDate: changed };
}

function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

function replaceAt<T>(list: readonly T[], i: number, to: T): T[] {
  return list.map((one, j) => (j === i ? to : one));
}

function mapLongest(
  words: readonly string[],
  change: (word: string) => string | undefined,
): string[] | undefined {
  let longest = 0;
  words.forEach((word, i) => {
    if (word.length > (words[longest]?.length ?? 0)) longest = i;
  });
  const word = words[longest];
  const changed = word === undefined ? undefined : change(word);
  return changed === undefined || changed === "" || changed === word
    ? undefined
    : replaceAt(words, longest, changed);
}

function changePart(part: "given" | "family", change: (word: string, random: Random) => string | undefined) {
  return (asker: Asker, random: Random): Asker | undefined =>
    withName(asker, (name) => {
      const words = mapLongest(name[part], (word) => change(word, random));
      return words === undefined ? undefined : { ...name, [part]: words };
    });
}

const slipIn = (word: string, random: Random): string | undefined =>
  word.length < 3 ? undefined : keyboardSlip(random, word);
const swapIn = (word: string, random: Random): string | undefined => soundSwap(random, word);

const date = (y: number, m: number, d: number): string => `${y}-${pad(m)}-${pad(d)}`;

function wrongDigit(text: string, random: Random): string {
  const places = [3, 5, 6, 8, 9];
  const i = random.pick(places);
  return text.slice(0, i) + random.between(0, 9) + text.slice(i + 1);
}

/** Every operator; the weights are a guess at how often people do it, kept broad on purpose. */
export const operators: readonly Operator[] = [
  { name: "slip in given name", weight: 12, apply: changePart("given", slipIn) },
  { name: "slip in family name", weight: 14, apply: changePart("family", slipIn) },
  { name: "given name by ear", weight: 7, apply: changePart("given", swapIn) },
  { name: "family name by ear", weight: 9, apply: changePart("family", swapIn) },
  {
    name: "pet name",
    weight: 12,
    apply: (asker, random) =>
      withName(asker, (name) => {
        const forms = petNames.get(fold(name.given[0] ?? ""));
        return forms === undefined ? undefined : { ...name, given: [capital(random.pick(forms))] };
      }),
  },
  {
    name: "unknown pet name",
    weight: 1,
    apply: (asker) =>
      withName(asker, (name) => {
        const word = name.given[0] ?? "";
        return word.length < 5 ? undefined : { ...name, given: [word.slice(0, 3)] };
      }),
  },
  {
    name: "second given name only",
    weight: 4,
    apply: (asker, _, person) =>
      withName(asker, (name) => {
        const second = person.given[1];
        return second === undefined ? undefined : { ...name, given: second.split(" ") };
      }),
  },
  {
    name: "initial for given name",
    weight: 2,
    apply: (asker) => withName(asker, (name) => ({ ...name, given: [(name.given[0] ?? "").charAt(0)] })),
  },
  {
    name: "second surname only",
    weight: 3,
    apply: (asker, _, person) =>
      withName(asker, (name) => {
        const second = person.surnames[1];
        return second === undefined ? undefined : { ...name, family: second.split(" ") };
      }),
  },
  {
    name: "surnames in the other order",
    weight: 3,
    apply: (asker, _, person) =>
      withName(asker, (name) => {
        if (person.surnames.length < 2) return undefined;
        return { ...name, family: person.surnames.toReversed().join(" ").split(" ") };
      }),
  },
  {
    name: "surname words run together",
    weight: 4,
    apply: (asker) =>
      withName(asker, (name) =>
        name.family.length < 2
          ? undefined
          : { ...name, family: [capital(name.family.join("").toLowerCase())] },
      ),
  },
  {
    name: "hyphen between surnames",
    weight: 3,
    apply: (asker, _, person) =>
      withName(asker, (name) =>
        person.surnames.length < 2 ? undefined : { ...name, family: [person.surnames.join("-")] },
      ),
  },
  {
    name: "particles left out",
    weight: 3,
    apply: (asker) =>
      withName(asker, (name) => {
        const kept = name.family.filter((word) => !/^(?:de|la|las|los|del|van|von)$/i.test(word));
        return kept.length === name.family.length || kept.length === 0
          ? undefined
          : { ...name, family: kept };
      }),
  },
  {
    name: "given and family name swapped",
    weight: 4,
    apply: (asker) => withName(asker, (name) => ({ ...name, given: name.family, family: name.given })),
  },
  {
    name: "surname among the given names",
    weight: 2,
    apply: (asker) =>
      withName(asker, (name) => {
        const [first, ...rest] = name.family;
        return first === undefined || rest.length === 0
          ? undefined
          : { ...name, given: [...name.given, first], family: rest };
      }),
  },
  {
    name: "married name",
    weight: 2,
    apply: (asker, random, person) =>
      person.sex === "m"
        ? undefined
        : withName(asker, (name) => {
            const married = drawSurname(random, person.origin).split(" ");
            return { ...name, family: random.chance(0.4) ? [...name.family, ...married] : married };
          }),
  },
  {
    name: "name of an aka",
    weight: 2,
    apply: (asker, random, person) => ({
      ...asker,
      names: [
        { given: [drawFirst(random, person.origin, person.sex)], family: asker.names[0]?.family ?? [] },
        ...asker.names,
      ],
    }),
  },
  {
    name: "suffix",
    weight: 2,
    apply: (asker, random) =>
      withName(asker, (name) => ({ ...name, suffix: random.pick(["Jr", "Sr", "II"]) })),
  },
  {
    name: "day and month swapped",
    weight: 4,
    date: true,
    apply: (asker) => withDate(asker, (y, m, d) => (d > 12 ? undefined : date(y, d, m))),
  },
  {
    name: "one wrong digit in the date",
    weight: 2,
    date: true,
    apply: (asker, random) => withDate(asker, (y, m, d) => wrongDigit(date(y, m, d), random)),
  },
  {
    name: "birth year one off",
    weight: 0.8,
    date: true,
    apply: (asker, random) => withDate(asker, (y, m, d) => date(y + random.pick([-1, 1]), m, d)),
  },
  {
    name: "decade off",
    weight: 0.4,
    date: true,
    apply: (asker, random) => withDate(asker, (y, m, d) => date(y + random.pick([-10, 10]), m, d)),
  },
  {
    name: "no birth date",
    weight: 0.6,
    date: true,
    apply: (asker) => {
      const { birthDate, ...rest } = asker;
      return birthDate === undefined ? undefined : rest;
    },
  },
  {
    name: "year of the case far off",
    weight: 4,
    apply: (asker, random) => {
      const { year } = asker;
      if (year === undefined) return undefined;
      const by = random.pick([-8, -5, -4, 4, 5, 8]);
      return { ...asker, year: { from: year.from + by, to: year.to + by } };
    },
  },
  {
    name: "case number mistyped",
    weight: 3,
    apply: (asker, random) => {
      const [number, ...rest] = asker.caseNumbers;
      return number === undefined
        ? undefined
        : { ...asker, caseNumbers: [keyboardSlip(random, number), ...rest] };
    },
  },
];

/** How badly people mistype: as assumed, or clearly worse, to see how much hangs on the assumption. */
export type Mix = "usual" | "heavy";

/** In the heavy mix birth dates go wrong more often still: no typing of names costs as much. */
const heavyDates = 1.7;

const tables: Readonly<Record<Mix, Weighted<Operator>>> = {
  usual: new Weighted(operators.map((one) => [one, one.weight] as const)),
  heavy: new Weighted(
    operators.map((one) => [one, one.weight * (one.date === true ? heavyDates : 1)] as const),
  ),
};

/** Applies one drawn operator; gives its name with what became of the asker. */
export function corrupt(
  asker: Asker,
  random: Random,
  person: Person,
  mix: Mix = "usual",
): { asker: Asker; operator: string } {
  for (let tries = 0; tries < 50; tries++) {
    const operator = tables[mix].draw(random);
    const changed = operator.apply(asker, random, person);
    if (changed !== undefined) return { asker: changed, operator: operator.name };
  }
  return { asker, operator: "none" };
}
