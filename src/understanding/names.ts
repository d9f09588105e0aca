/**
 * Names as people type them: several at once ("aka", "de soltera", "o"), introduced ("me llamo"), labelled
 * ("first: … last: …"). Spelling is kept as typed; `splitName` decides what is given and what is family.
 */
import type { PersonName } from "../matching/types.ts";
import { givenNames } from "./data/givenNames.ts";
import { notNames } from "./data/notNames.ts";
import { spanishSurnames } from "./data/surnames.ts";
import { joinParticles, splitName } from "./nameParts.ts";
import { bareName, isTalk, strangers } from "./nameTalk.ts";
import { isKnownFamily, isKnownName, isNameWord, wordsOf } from "./nameWords.ts";
import { foldInPlace, plain, readable } from "./text.ts";

/** Longer texts are stories; several full names with their marks fit. */
export const longestNames = 320;

const labelled =
  /\b((?:primer|segundo|1er|2do) ape(?:ll|y|i)?id[oa]|me apellido|de ape(?:ll|y|i)?id[oa]|apellidad[oa]|de nombre|nombre de pila|first and middle|first name|first|given name|given|nombres?|primer nombre|last names?|last|surnames?|family names?|ape(?:ll|y|i)?idos?|middle name|middle|segundo nombre|suffix)\b\s*[:=-]?\s*(?:is |es |was |son )?/g;

/** "y no uso segundo apellido": none of it is a name. */
const without =
  /(?:^|[\s,;]+)(?:(?:y|and|pero|but)\s+)?(?:no|nunca|never|don'?t)\s+(?:uso|use|tengo|tiene|usa|have|hay|got)\b.*$/is;

/** "first: Jose last: Ramos" in any order, or undefined when it is not labelled so. */
function labelledName(text: string): PersonName | undefined {
  const folded = foldInPlace(text);
  const marks = [...folded.matchAll(labelled)];
  const [first] = marks;
  // "Antonio de apellido Vega", "me apellido Vega y me llamo Antonio"
  const isFamilyAlone = marks.length === 1 && /ape(?:ll|y|i)?id/.test(first?.[1] ?? "");
  if (first === undefined || (marks.length < 2 && !isFamilyAlone)) return undefined;
  const given: string[] = [];
  if (isFamilyAlone) {
    const before = wordsOf(bareName(text.slice(0, first.index)).text) ?? [];
    if (!before.every((word) => givenNames.has(plain(word)))) return undefined;
    given.push(...before);
  }
  const middle: string[] = [];
  const family: string[] = [];
  marks.forEach((mark, i) => {
    const from = mark.index + mark[0].length;
    const value = text
      .slice(from, marks[i + 1]?.index ?? text.length)
      .replace(without, "")
      .split(/[\s,;:]+/)
      .map((word) => word.replace(/(?<=\p{L}{3})\.$/u, ""))
      .filter((word) => isNameWord(word) && !/^(?:and|y|my|mi|name|is|es|me|llamo|yo)$/i.test(word));
    const label = mark[1] ?? "";
    if (isFamilyAlone && given.length === 0) {
      given.push(...value.slice(-1));
      family.push(...value.slice(0, -1));
      return;
    }
    const into = /^(?:last|surname|family|.*ape(?:ll|y|i)?id)/.test(label)
      ? family
      : /^(?:middle|segundo)/.test(label)
        ? middle
        : given;
    into.push(...value);
  });
  if (given.length === 0 || family.length === 0) return undefined;
  return { given: [...given, ...middle], family: joinParticles(family) };
}

/** What stands between two names of one person; "and" and "y" may come before any of them. */
const marks = [
  "aka|a\\.?\\s?k\\.?\\s?a\\.?|a\\/k\\/a|fka|f\\/k\\/a|nee|alias|apodo|also known as|known as|formerly known as|formerly|previously|used to be",
  "also used|also went by|also goes by|(?:goes|went) by|or sometimes|and sometimes|sometimes|and also|also|born as|o sea",
  "(?:my |the |mi |el |his |her |su )?(?:real|legal|full|true|birth|given|otro|verdadero|other) (?:name|nombre)(?= (?:is|was|es|era|\\S+ \\S))|but (?:my )?legal(?:ly)?(?: name)? (?:is|its)",
  "(?:but|pero|though|aunque)(?= (?:\\S+ )*(?:it was|it is|its|i was|i am|im|was|as|es|era|fue|soy|como|under|bajo|antes|ahora|ahorita|now|then|before|spelled|put|wrote|escribieron|pusieron)\\b)",
  "maiden name(?: is| was)?|maiden|(?:my )?married name(?: is| was)?|(?:and )?before (?:that|marriage)|(?:nombre |apellido )?de soltera|(?:nombre |apellido )?de casada|soltera|casada",
  "(?:tambien )?conocid[oa] como|tambien (?:use|usaba|me llamo|soy|como)|y tambien|tambien|antes (?:era|me llamaba|de casarme)|antes|ahora soy|ahora|but now|now",
  "(?:but )?(?:they|people|everyone|everybody|(?:my )?friends|folks|todos|en mi casa) (?:calls?|call|know|knew|dicen|llaman)? ?(?:me as|me)|(?:pero |tambien )?me (?:dicen|llaman|conocen como)",
  "(?:but |and )?(?:back then |at the time |then |before |in the past )?i (?:also )?(?:go|went|used to go|was going) by",
  "(?:pero |y )?(?:en ese tiempo|antes|entonces|en ese entonces) (?:usaba|use|era|me llamaba)(?: el nombre de)?|(?:pero|y) (?:usaba|use|me llamaba)(?: el nombre de)?",
  "(?:on|en) (?:the|my|los|mis) (?:papers|paperwork|papeles)(?: (?:it says|its|dice|dicen|es|sale))?(?=\\s+\\S+\\s+\\S)",
];
const otherNameMarks = new RegExp(
  `\\s*(?:[,;(]\\s*)*(?:\\b(?:(?:and|y) )?(?:${marks.join("|")})\\b[\\s.:,]*(?:is |es |era |was )?|(?<=[a-z]{4})\\.\\s+(?=\\S)|\\s\\/\\s|\\/|;|\\n|(?<=\\S\\s+\\S+)(?<!\\bde la)\\s(?:or|o|u)\\s(?=\\S+)|\\band\\b(?=\\s+\\S+\\s+\\S+))\\s*`,
  "g",
);

/** The pieces of a text between such marks, spelled as typed. */
function betweenMarks(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const mark of foldInPlace(text).matchAll(otherNameMarks)) {
    pieces.push(text.slice(from, mark.index));
    from = mark.index + mark[0].length;
  }
  return [...pieces, text.slice(from)];
}

/** One name from the text between two marks. */
function oneName(text: string, spanish: boolean): PersonName | undefined {
  const [head, ...tail] = text.split(",").map((part) => part.trim());
  if (head === undefined) return undefined;
  const parts = [head, ...tail].filter((part) => part !== "").map(wordsOf);
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  const whole = parts as string[][];
  // "Banks, Tyrell Banks" says the family name first, then all of it.
  const isTwice =
    whole.length === 2 &&
    (whole[1]?.length ?? 0) > 1 &&
    plain(whole[0]?.join(" ") ?? "") === plain(whole[1]?.at(-1) ?? "");
  return splitName(isTwice ? whole.slice(1) : whole, spanish);
}

/** What a message holds of names. */
export interface FoundNames {
  names: PersonName[];
  /** "my name is" or a label stood before it. */
  introduced: boolean;
}

function sameName(a: PersonName, b: PersonName): boolean {
  return plain([...a.given, ...a.family].join(" ")) === plain([...b.given, ...b.family].join(" "));
}

/** Splits "Maria Lopez, Maria Garcia": two whole names between commas; otherwise one piece. */
function commaPieces(text: string): string[] {
  const pieces = text.split(/\s*,\s*/);
  const whole = pieces.every((piece) => {
    const words = piece.split(/\s+/);
    return (
      words.length >= 2 && givenNames.has(plain(words[0] ?? "")) && !givenNames.has(plain(words.at(-1) ?? ""))
    );
  });
  return whole && pieces.length > 1 ? pieces : [text];
}

/** Parts "Maria Lopez y Maria Garcia": what follows "y" begins with a given name, so it is another name. */
function apart(text: string): string {
  return text.replace(
    /(\S+\s+\S+)\s+y\s+(?=(\p{L}+)\s+\p{L})/gu,
    (all: string, before: string, next: string) => {
      const given = plain(next);
      return givenNames.has(given) && !spanishSurnames.has(given) ? `${before} ; ` : all;
    },
  );
}

/**
 * Reads the names in a message from which dates and case numbers were taken out.
 * Gives the names in order, the first one whole; a later single word ("de soltera Gómez") takes the first
 * one's given names. `spanish`: of three unknown words the last two are family names. Undefined when the
 * text is no name.
 */
export function readNames(message: string, spanish = false): FoundNames | undefined {
  const text = readable(message.replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, " "));
  if (text.length > longestNames) return undefined;
  return readWhole(text, spanish) ?? nameAmongClauses(text, spanish);
}

const mostParts = 8;

/** "I gave a fake name, Pedro Soto": the clause that is a name, where the others are talk about nobody else. */
function nameAmongClauses(text: string, spanish: boolean): FoundNames | undefined {
  const parts = text.split(/[.;!?\n:]+\s*|,\s+/).filter((part) => plain(part) !== "");
  if (parts.length < 2 || parts.length > mostParts || strangers.test(foldInPlace(text))) return undefined;
  const names: PersonName[] = [];
  for (const part of parts) {
    const found = readWhole(part, spanish);
    const isKnown = found?.names.every((name) => name.given.some((word) => givenNames.has(plain(word))));
    if (found !== undefined && isKnown === true) names.push(...found.names);
    else if (
      plain(part)
        .split(" ")
        .some((word) => isKnownName(word) && !notNames.has(word))
    )
      return undefined;
  }
  return names.length === 0 ? undefined : { names, introduced: false };
}

function readWhole(text: string, spanish: boolean): FoundNames | undefined {
  const label = labelledName(text);
  if (label !== undefined) return { names: [label], introduced: true };
  const bare = bareName(apart(text));
  const names: PersonName[] = [];
  for (const piece of betweenMarks(bare.text).flatMap(commaPieces)) {
    if (plain(piece) === "") continue;
    const inner = names.length > 0 ? bareName(piece).text : piece;
    const name =
      oneName(inner, spanish) ?? (inner === piece ? oneName(bareName(piece).text, spanish) : undefined);
    if (name !== undefined) {
      if (!names.some((other) => sameName(other, name))) names.push(name);
      continue;
    }
    // "I think", "but not sure": talk around the names says nothing about them.
    if (isTalk(plain(piece))) continue;
    const words = wordsOf(inner);
    const first = names[0];
    // "My name's Tony but legally it's Antonio Vega": half a name before the whole one.
    if (first === undefined && words?.length === 1) continue;
    if (first === undefined || words?.length !== 1) return undefined;
    // A lone word after a whole name is another family name of the same person, or a nickname.
    const called = new RegExp(
      `(?:calls? me|go by|me (?:dicen|llaman|conocen como)|aka|alias|apodo)\\s+${plain(inner)}\\b`,
    ).test(plain(bare.text));
    const asGiven =
      (called && !isKnownFamily(plain(inner))) ||
      (givenNames.has(plain(inner)) && !spanishSurnames.has(plain(inner)));
    names.push(
      asGiven ? { given: words, family: first.family } : { given: first.given, family: joinParticles(words) },
    );
  }
  return names.length === 0 ? undefined : { names, introduced: bare.introduced };
}

const familyIntroduction =
  /^(?:(?:hi|hello|hola|yes|si|ok)\b[\s,]*)?(?:(?:the|my|mi|el|su|his|her|los|mis) )?(?:last names?|family names?|surnames?|apellidos?)(?: on the case| en el caso)?(?: is| es| son| was| fue|:)?\s+/;
const opening = new Set([
  "de",
  "del",
  "la",
  "las",
  "los",
  "van",
  "von",
  "san",
  "santa",
  "mc",
  "mac",
  "di",
  "da",
]);

/** Reads a message that answers with the family name alone; undefined when it is none. */
export function readFamilyName(typed: string): PersonName[] | undefined {
  const text = readable(typed);
  const message = text.slice(familyIntroduction.exec(foldInPlace(text))?.[0].length ?? 0);
  const particle = wordsOf(bareName(message).text);
  if (particle !== undefined && opening.has(plain(particle[0] ?? "")))
    return [{ given: [], family: joinParticles(particle) }];
  const whole = readNames(message, true);
  if (whole !== undefined) {
    // "Lopez Garcia" are two family names here; a known given name before them is not.
    return whole.names.map((name) =>
      name.given.every((word) => spanishSurnames.has(plain(word)) && !givenNames.has(plain(word)))
        ? { given: [], family: [...name.given, ...name.family] }
        : name,
    );
  }
  const words = wordsOf(bareName(readable(message)).text);
  return words === undefined ? undefined : [{ given: [], family: joinParticles(words) }];
}
