/**
 * Names as people type them: several at once ("aka", "de soltera", "o"), introduced ("me llamo"), labelled
 * ("first: … last: …"). Spelling is kept as typed; `splitName` decides what is given and what is family.
 */
import type { PersonName } from "../matching/types.ts";
import { givenNames } from "./data/givenNames.ts";
import { notNames } from "./data/notNames.ts";
import { otherSurnames, spanishSurnames } from "./data/surnames.ts";
import { splitName } from "./nameParts.ts";
import { foldInPlace, plain, readable, wordSet } from "./text.ts";

/** Longer texts are stories; several full names with their marks fit. */
export const longestNames = 320;
/** More words than this are a sentence. */
const mostWords = 9;

const introductions =
  /^(?:[\s,.:;!-]|(?:hi|hello|hey|hola|yes|yeah|si|ok|okay|sure|claro|bueno|buenas|buenos dias|buenas tardes|buenas noches|no|nope|pero|but|well|um|so|and|y|please|i think|creo que|probably|maybe|sorry|perdon|thank you|thanks|gracias)\b)*(?:(?:the |my |his |her |its |el |mi |su |un )?(?:[a-z]+'?s )?(?:full |legal |real |complete |old |other |another )?(?:names?|nombres?|nombre completo|nombre legal)(?: (?:completo|on the case|on it|on the papers?|on file|on record|is|was|used|i used|en el caso|en los papeles|del caso|que use|that i used|spelled))*\s*(?:es|se escribe|era|is|was|fue|should be|would be|will be|debe ser|seria|to|a|de(?! (?:la|el|los|las|soltera|casada)\b)|[:=-])?\s*(?:under\s+|bajo\s+)?|(?:yo )?me llamo|(?:it was |filed |probably )?(?:under|by|with|con|bajo) (?:my|mi|her|his|su) (?:maiden |old |married |other |full |real )?(?:last )?(?:name|nombre)(?: de soltera| de casada)?|(?:my|mi) (?:mom|mother|dad|father|brother|sister|son|daughter|husband|wife|friend|client|mama|papa|hermano|hermana|hijo|hija|esposo|esposa) (?:is|es|se llama)|i (?:also )?(?:used|use|was using)|(?:en ese tiempo |antes |tambien )?(?:usaba|use|usa|uso)(?= )|(?:it|the papers?|my papers?|los papeles) (?:says?|dicen?)|dice|naci como|nacida como|nacido como|born as|born|me llamaba|(?:yo )?soy|mi nombre|se llama|se llamaba|his names|her names|names|i am|i'?m|im|(?:it'?s|this is) me|soy yo|it'?s|its|it is|it was|this is|es|era|fue|call me|me dicen|me conocen como|they call me|i go by|i went by|(?:the |my )?case (?:was|is|would be|should be)(?: filed)? under|el caso (?:esta|estaba) (?:a nombre de|bajo)|(?:it (?:was|is|would be|should be)|its|probably|filed)? ?under(?: the name)?(?: of)?|(?:esta |estaba |fue )?(?:a nombre de|bajo el nombre(?: de)?)|registered as)(?![a-z'])[\s,.:;=-]*(?:of\s+|que\s+)?/;
const trailers =
  /[\s,.:;!-]+(?:on (?:the|my) (?:papers?|case|paperwork|documents?|record|file)|en (?:los|mis) papeles|en el caso|back then|then|at the time|en ese tiempo|entonces|(?:is|es|was|era) (?:my|mi|the|el|his|her|su) (?:full |legal )?(?:name|nombre)|is the name|es el nombre|thanks|thank you|thx|please|pls|por favor|gracias|ok|okay|i think|creo|and|y|my birthday|my dob|dob|d o b|born(?: on)?|was born(?: on)?|i was born(?: on)?|naci(?:do|da)?(?: el)?|fecha de nacimiento|birthday|birth date|birthdate|date of birth|mi cumpleanos|cumpleanos|case|caso|case number|numero de caso|numero)[\s,.:;!-]*$/;

/** Cuts an introduction off the front and talk off the end; tells whether there was an introduction. */
function bareName(text: string): { text: string; introduced: boolean } {
  let rest = text;
  let introduced = false;
  // "it's under …", "the name is …, I think it was …": one introduction may follow another.
  for (let i = 0; i < 3; i++) {
    const intro = introductions.exec(foldInPlace(rest));
    if (intro === null) break;
    rest = rest.slice(intro[0].length);
    introduced = true;
  }
  rest = rest.replace(
    /[\s,.;]+(?:i'?m|i am|age|aged|tengo|edad|de)?\s*\d{1,3}(?:\s*(?:years?(?: old)?|yrs?(?: old)?|yo|años|anos))?\s*$/i,
    "",
  );
  for (let i = 0; i < 4; i++) {
    const trailer = trailers.exec(foldInPlace(rest));
    if (trailer === null) break;
    rest = rest.slice(0, trailer.index);
  }
  if (!introduced) {
    const greeting =
      /^[\s,.:;!-]*(?:(?:hi|hello|hey|hola|yes|yeah|si|ok|okay|sure|claro|bueno|no|nope|buenas tardes|buenos dias)\b[\s,.:;!-]*)+/.exec(
        foldInPlace(rest),
      );
    if (greeting !== null) rest = rest.slice(greeting[0].length);
  }
  return { text: rest.replace(/^[\s,.:;!¡¿?()"-]+|[\s,:;!¡¿?()"-]+$/g, ""), introduced };
}

const labelled =
  /\b(first and middle|first name|first|given name|given|nombres?|primer nombre|last names?|last|surnames?|family names?|apellidos?|middle name|middle|segundo nombre|suffix)\b\s*[:=-]?\s*(?:is |es |was |son )?/g;

/** "first: Jose last: Ramos" in any order, or undefined when it is not labelled so. */
function labelledName(text: string): PersonName | undefined {
  const marks = [...foldInPlace(text).matchAll(labelled)];
  if (marks.length < 2) return undefined;
  const given: string[] = [];
  const middle: string[] = [];
  const family: string[] = [];
  marks.forEach((mark, i) => {
    const from = mark.index + mark[0].length;
    const value = text
      .slice(from, marks[i + 1]?.index ?? text.length)
      .split(/[\s,;:]+/)
      .filter((word) => isNameWord(word) && !/^(?:and|y|my|mi|name|is|es)$/i.test(word));
    const label = mark[1] ?? "";
    const into = /^(?:last|surname|family|apellido)/.test(label)
      ? family
      : /^(?:middle|segundo)/.test(label)
        ? middle
        : given;
    into.push(...value);
  });
  if (given.length === 0 || family.length === 0) return undefined;
  return { given: [...given, ...middle], family };
}

const otherNameMarks =
  /\s*(?:[,;(]\s*)*(?:\b(?:aka|a\.?\s?k\.?\s?a\.?|a\/k\/a|also known as|also used|also went by|also goes by|known as|or sometimes|and sometimes|sometimes|formerly known as|formerly|fka|f\/k\/a|nee|alias|previously|used to be|born as|maiden name(?: is| was)?|maiden|(?:my )?married name(?: is| was)?|(?:and )?before (?:that|marriage)|(?:tambien )?conocid[oa] como|tambien (?:use|usaba|me llamo|soy|como)|(?:nombre |apellido )?de soltera|(?:nombre |apellido )?de casada|soltera|casada|antes (?:era|me llamaba|de casarme)|antes|ahora soy|ahora|but (?:they|people|everyone|everybody|friends) calls? me|(?:but |and )?(?:back then |at the time |then |before |in the past )?i (?:also )?(?:go|went|used to go|was going) by|(?:pero |y )?(?:en ese tiempo|antes|entonces|en ese entonces) (?:usaba|use|era|me llamaba)(?: el nombre de)?|(?:pero|y) (?:usaba|use|me llamaba)(?: el nombre de)?|but (?:my )?legal(?: name)? is|pero me (?:dicen|llaman|conocen como)|tambien me (?:dicen|llaman|conocen como)|now|but now|and also|y tambien|tambien|also|o sea)\b[\s.:,]*(?:is |es |era |was )?|\s\/\s|\/|;|\n|(?<=\S\s+\S+)\s(?:or|o|u)\s(?=\S+)|\band\b(?=\s+\S+\s+\S+))\s*/i;

/** True for a token that may stand in a name: letters with inner marks, not an everyday word. */
function isNameWord(word: string): boolean {
  if (!/^"?\p{L}[\p{L}\p{M}'.-]*$/u.test(word)) return false;
  const folded = plain(word).replaceAll(" ", "");
  if (folded === "") return false;
  if (particles.has(folded)) return true;
  if (notNames.has(folded) && folded.length > 1) return false;
  return (
    folded.length < 3 ||
    /[aeiouy]/.test(folded) ||
    /[^a-z]/.test(folded) ||
    isKnownName(folded) ||
    /^(?:jr|sr|iii|ii|iv|mc|st)$/.test(folded)
  );
}

const particles = new Set([
  "de",
  "la",
  "las",
  "los",
  "del",
  "y",
  "e",
  "el",
  "al",
  "da",
  "di",
  "do",
  "dos",
  "du",
  "le",
  "van",
  "von",
  "der",
  "den",
  "viuda",
  "vda",
  "hijo",
  "san",
  "santa",
  "st",
  "mc",
  "mac",
  "o",
  "bin",
  "ben",
  "i",
  "a",
]);

/** True when the folded word is on the lists of given or family names. */
export function isKnownName(folded: string): boolean {
  return givenNames.has(folded) || spanishSurnames.has(folded) || otherSurnames.has(folded);
}

const courteous = wordSet("please thanks thank ok okay yes no yeah sorry and or not hi hello");

/**
 * "Grace Back", "Bill Weed": an everyday word is a family name where a known given name stands before it and
 * both are typed with a capital, which nobody does in the middle of talk.
 */
function isPlainlyTyped(words: readonly string[]): boolean {
  const [given = "", family = ""] = words;
  return (
    words.length === 2 &&
    words.every((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word)) &&
    givenNames.has(plain(given)) &&
    !notNames.has(plain(given)) &&
    !courteous.has(plain(family))
  );
}

const mash = /(?:asdf|qwer|zxcv|hjkl|sdfg|([a-z])\1{3})/;

/** Words of one name, or undefined when any of them cannot be one. */
function wordsOf(text: string): string[] | undefined {
  const words = text
    .replace(/[“”«»]/g, '"')
    .replace(/"([^" ]+)"/g, " \u0001$1 ")
    .replaceAll('"', " ")
    .replace(
      /^\s*(?:mr|mrs|ms|miss|mister|dr|sra|srta|sr|don|doña|señora|señor|señorita)\.?\s+(?=\S+\s+\S)/i,
      "",
    )
    .replace(/\s+the\s+(?:third|3rd)\s*$/i, " III")
    .replace(/\s+(?:el|the)\s+(?:second|2nd|segundo)\s*$/i, " II")
    .split(/[\s_]+/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > mostWords) return undefined;
  const bare = words
    .map((word) => word.replace("\u0001", '"').replace(/^[,.]+|,+$/g, ""))
    .filter((word) => word !== "");
  if (!bare.every((word) => isNameWord(word)) && !isPlainlyTyped(bare)) return undefined;
  return mash.test(plain(text)) ? undefined : bare;
}

/** One name from the text between two marks. */
function oneName(text: string, spanish: boolean): PersonName | undefined {
  const [head, ...tail] = text.split(",").map((part) => part.trim());
  if (head === undefined) return undefined;
  const parts = [head, ...tail].filter((part) => part !== "").map(wordsOf);
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  return splitName(parts as string[][], spanish);
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
  const text = readable(message);
  if (text.length > longestNames) return undefined;
  const label = labelledName(text);
  if (label !== undefined) return { names: [label], introduced: true };
  const bare = bareName(apart(text));
  const names: PersonName[] = [];
  for (const piece of bare.text.split(otherNameMarks).flatMap(commaPieces)) {
    if (plain(piece) === "") continue;
    const inner = names.length > 0 ? bareName(piece).text : piece;
    const name =
      oneName(inner, spanish) ?? (inner === piece ? oneName(bareName(piece).text, spanish) : undefined);
    if (name !== undefined) {
      if (!names.some((other) => sameName(other, name))) names.push(name);
      continue;
    }
    const words = wordsOf(inner);
    const first = names[0];
    if (first === undefined || words?.length !== 1) return undefined;
    // A lone word after a whole name is another family name of the same person, or a nickname.
    const called = new RegExp(
      `(?:calls? me|go by|me (?:dicen|llaman|conocen como))\\s+${plain(inner)}\\b`,
    ).test(plain(bare.text));
    const asGiven = called || (givenNames.has(plain(inner)) && !spanishSurnames.has(plain(inner)));
    names.push(asGiven ? { given: words, family: first.family } : { given: first.given, family: words });
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
    return [{ given: [], family: particle }];
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
  return words === undefined ? undefined : [{ given: [], family: words }];
}
