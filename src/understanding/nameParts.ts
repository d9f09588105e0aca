/**
 * What of a name is given and what is family. English has one family name at the end, Spanish two;
 * particles ("de la", "van", "viuda de") belong to the family name, except inside "María del Carmen".
 */
import type { PersonName } from "../matching/types.ts";
import { givenNames, spanishGivenNames } from "./data/givenNames.ts";
import { otherSurnames, spanishSurnames } from "./data/surnames.ts";
import { phraseSet, plain, wordSet } from "./text.ts";

const suffixes = wordSet("jr sr ii iii iv jnr snr junior senior hijo 2nd 3rd");
const leading = wordSet(
  "de del dela delos la las los van von der den da di do dos du le el al san santa st saint mc mac bin ben viuda vda o",
);
const joining = wordSet("y e");
/** "O Connor" typed apart is one family name; before any other word a capital O is an initial. */
const afterO = wordSet(
  "connor conner connell brien brian bryan neil neill neal hara donnell donald reilly riley keefe leary malley shea toole grady dell hare rourke sullivan dwyer hearn meara dowd callaghan",
);
/** What follows "de", "del", "de la" in a given name of its own. */
const devotions = wordSet(
  "carmen luz angeles jesus dios rosario guadalupe lourdes pilar socorro refugio paz concepcion consuelo sol mar rocio remedios dolores jose fatima pueblito alba cielo transito sagrario",
);

/** A word with its particles: the least that is given or family as a whole. */
/** Family names of two words tied by "de". */
const tied = phraseSet(
  "montes de oca|ponce de leon|diaz de leon|ladron de guevara|fernandez de lara|nunez de caceres|cabeza de vaca|montes de oca|hurtado de mendoza|gutierrez de lara|velez de escalante|perez de lara|garcia de leon|garcia de la cadena",
);

interface Unit {
  words: string[];
  /** The folded last word: "cruz" of "de la Cruz". */
  key: string;
  /** Begins with a particle, and so belongs to the family name. */
  particle: boolean;
  devotion: boolean;
}

function toUnits(words: readonly string[]): Unit[] {
  const units: Unit[] = [];
  let held: string[] = [];
  let joined = false;
  words.forEach((word, i) => {
    const folded = plain(word);
    const isLast = i === words.length - 1;
    // A capital O alone is an initial; so is any particle that ends the name.
    const opensName =
      i === 0 &&
      !/^(?:del?|delas?|delos|los|las)$/.test(folded) &&
      words.slice(1).filter((later) => !leading.has(plain(later))).length < 2;
    // "De la O" is a family name.
    if (folded === "o" && plain(held.join(" ")) === "de la") {
      units.push({ words: [...held, word], key: folded, particle: true, devotion: false });
      held = [];
      return;
    }
    const isParticle =
      leading.has(folded) &&
      !isLast &&
      !opensName &&
      !(folded === "o" && held.length === 0 && !afterO.has(plain(words[i + 1] ?? "")));
    const joins = word.toLowerCase() === word || isOnlyFamily(units.at(-1));
    if (joining.has(folded) && units.length > 0 && !isLast && joins) {
      joined = true;
      held.push(word);
      return;
    }
    if (isParticle) {
      held.push(word);
      return;
    }
    const previous = units.at(-1);
    const isTied = held.length > 0 && tied.has(plain([previous?.key ?? "", ...held, word].join(" ")));
    if ((joined || isTied) && previous !== undefined) {
      previous.words.push(...held, word);
      previous.particle = true;
    } else {
      const first = plain(held[0] ?? "");
      const devotion =
        held.length > 0 &&
        first.startsWith("de") &&
        devotions.has(folded) &&
        !isLast &&
        givenNames.has(previous?.key ?? "");
      units.push({ words: [...held, word], key: folded, particle: held.length > 0 && !devotion, devotion });
    }
    held = [];
    joined = false;
  });
  return units;
}

/** A nickname: Javier "Chicharito" Hernández. */
function isQuoted(unit: Unit): boolean {
  return unit.words[0]?.startsWith('"') === true;
}

function isGiven(unit: Unit): boolean {
  return (
    unit.devotion || isQuoted(unit) || (!unit.particle && (givenNames.has(unit.key) || unit.key.length === 1))
  );
}

function isSpanishGiven(unit: Unit): boolean {
  return unit.devotion || spanishGivenNames.has(unit.key);
}

function isSpanishFamily(unit: Unit): boolean {
  return unit.particle || spanishSurnames.has(unit.key);
}

function isFamily(unit: Unit): boolean {
  return isSpanishFamily(unit) || otherSurnames.has(unit.key);
}

/** "ISLAS Y ROMERO": a capital Y after a family name joins; after a given name it is an initial. */
function isOnlyFamily(unit: Unit | undefined): boolean {
  return unit !== undefined && isFamily(unit) && !isGiven(unit);
}

/** How many units from the left are given names. Takes two units or more. */
function givenCount(units: readonly Unit[], spanishSpeaker: boolean): number {
  const last = units.length - 1;
  // The first particle after the given name opens the family name, together with a family name before it.
  for (let i = 1; i <= last; i++) {
    const unit = units[i];
    // Before a lone family name at the end the middle decides, below.
    if (unit === undefined || (i === last && i > 1 && !unit.particle)) break;
    const onlyFamily = isFamily(unit) && !isGiven(unit) && (isSpanishFamily(unit) || i === last);
    const restFamily = units.slice(i + 1).every((later) => !isGiven(later) || isFamily(later));
    if (onlyFamily && restFamily) return i;
  }
  const middle = units[last - 1];
  const end = units[last];
  if (last < 2 || middle === undefined || end === undefined) return last;
  if (middle.devotion || (isGiven(middle) && !isFamily(middle))) return last;
  if (isGiven(middle) && !isSpanishFamily(middle)) return last;
  if (isSpanishFamily(middle)) return isSpanishFamily(end) ? last - 1 : last;
  // The middle is on no list: with a Spanish given name before it and a Spanish family name after it, family.
  if (isFamily(middle) || (isFamily(end) && !isSpanishFamily(end))) return last;
  const spanish = spanishSpeaker || (isSpanishFamily(end) && units.slice(0, last - 1).every(isSpanishGiven));
  return spanish ? last - 1 : last;
}

/** Words in family-first order: how many units are family names, or 0 when the order is the usual one. */
function familyFirst(units: readonly Unit[]): number {
  let count = 0;
  while (count < units.length && isFamily(units[count] as Unit) && !isGiven(units[count] as Unit)) count += 1;
  const rest = units.slice(count);
  const givenOnly =
    rest.length > 0 && rest.every((unit) => isGiven(unit) && !(isSpanishFamily(unit) && unit.particle));
  const clear =
    rest.every((unit) => !isSpanishFamily(unit) || isGiven(unit)) && !rest.every((unit) => isFamily(unit));
  return count > 0 && givenOnly && clear ? count : 0;
}

function wordsOf(units: readonly Unit[]): string[] {
  return units.map((unit) => unit.words.join(" ").replaceAll('"', ""));
}

function build(
  given: readonly Unit[],
  family: readonly Unit[],
  suffix: string | undefined,
): PersonName | undefined {
  if (given.length === 0 || family.length === 0) return undefined;
  // "El de soltera" holds no name at all.
  if (family.every((unit) => unit.words.every((word) => leading.has(plain(word)) && plain(word) !== "o")))
    return undefined;
  // "Mike T." names no family.
  if (family.every((unit) => unit.key.length === 1 && !unit.particle)) return undefined;
  const name = { given: wordsOf(given), family: wordsOf(family) };
  return suffix === undefined ? name : { ...name, suffix };
}

/** Takes the suffix off the end of the words, without its dot. */
function withoutSuffix(words: readonly string[]): { words: string[]; suffix?: string } {
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !suffixes.has(plain(last))) return { words: [...words] };
  return { words: words.slice(0, -1), suffix: last.replace(/\.$/, "") };
}

/** Takes words and gives them as names, each with its particles: "de la Cruz Lopez" is two. */
export function joinParticles(words: readonly string[]): string[] {
  const names: string[] = [];
  let held: string[] = [];
  for (const [i, word] of words.entries()) {
    held.push(word);
    const whole = [names.at(-1) ?? "", ...held].join(" ");
    if (tied.has(plain(whole))) {
      names.splice(-1, 1, whole);
      held = [];
      continue;
    }
    if (i < words.length - 1 && leading.has(plain(word)) && plain(word) !== "o") continue;
    names.push(held.join(" "));
    held = [];
  }
  return names;
}

/**
 * Splits the words of one name. Takes the words, cut where commas stood ("LOPEZ GARCIA, MARIA" is two
 * parts) and whether the speaker would have two family names; gives the name, or undefined when a given or a family name is missing or there are too many parts.
 */
export function splitName(parts: readonly string[][], spanish = false): PersonName | undefined {
  const pieces = parts.map((part) => [...part]);
  let suffix: string | undefined;
  const only = pieces.at(-1);
  if (pieces.length > 1 && only?.length === 1 && suffixes.has(plain(only[0] ?? ""))) {
    suffix = (only[0] ?? "").replace(/\.$/, "");
    pieces.pop();
  }
  const cut = pieces.map((piece) => {
    const bare = withoutSuffix(piece);
    suffix ??= bare.suffix;
    return toUnits(bare.words);
  });
  const [head, second, third] = cut;
  if (head === undefined || cut.length > 3) return undefined;
  if (second === undefined) {
    const turned = familyFirst(head);
    if (turned > 0) return build(head.slice(turned), head.slice(0, turned), suffix);
    if (head.length < 2) return undefined;
    const initial = head.at(-1);
    if (head.length > 2 && initial?.key.length === 1 && !initial.particle) {
      // "Maria Lopez G": the initial of a name that was not told.
      const whole = splitName([head.slice(0, -1).flatMap((unit) => unit.words)], spanish);
      return (
        whole && {
          ...whole,
          given: [...whole.given, ...initial.words],
          ...(suffix === undefined ? {} : { suffix }),
        }
      );
    }
    if (head.length === 2 && head.every((unit) => spanishGivenNames.has(unit.key) && !isFamily(unit)))
      return undefined;
    const count = givenCount(head, spanish);
    return build(head.slice(0, count), head.slice(count), suffix);
  }
  if (third !== undefined) return build(head, [...second, ...third], suffix);
  // "Maria, Lopez" is typed in the order of speech; every other comma turns the order round.
  const spoken =
    head.every((unit) => isGiven(unit) && !isFamily(unit)) &&
    second.every((unit) => isFamily(unit) && !isGiven(unit));
  const wholeHead =
    head.length > 1 &&
    isGiven(head[0] as Unit) &&
    !isFamily(head[0] as Unit) &&
    isFamily(head.at(-1) as Unit);
  // "Luis Garcia, Robles": a second family name after a whole name.
  if (wholeHead && second.every((unit) => isFamily(unit) && !isGiven(unit)))
    return splitName([pieces.flat()], spanish);
  return spoken ? build(head, second, suffix) : build(second, head, suffix);
}
