/**
 * Names as people type them: several at once ("aka", "de soltera", "o"), introduced ("me llamo"), labelled
 * ("first: … last: …"). Spelling is kept as typed; `splitName` decides what is given and what is family.
 */
import type { PersonName } from "../matching/types.ts";
import { givenNames, spanishGivenNames } from "./data/givenNames.ts";
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
  /[\s,.:;!-]+(?:(?:spelled |se escribe )?(?:with|con|sin|without|no) (?:a |an |un |una |the |la )?(?:doble |double )?[a-z](?: (?:at the end|al final|not (?:a |an )?[a-z]|no (?:con )?[a-z]))?|thats (?:me|my name|it)|that is (?:me|my name|it)|soy yo|ese es mi nombre|on (?:the|my) (?:papers?|case|paperwork|documents?|record|file)|en (?:los|mis) papeles|en el caso|back then|then|at the time|en ese tiempo|entonces|(?:is|es|was|era) (?:my|mi|the|el|his|her|su) (?:full |legal )?(?:name|nombre)|is the name|es el nombre|thanks|thank you|thx|please|pls|por favor|gracias|ok|okay|i think|creo|and|y|my birthday|my dob|dob|d o b|born(?: on)?|was born(?: on)?|i was born(?: on)?|naci(?:do|da)?(?: el)?|fecha de nacimiento|birthday|birth date|birthdate|date of birth|mi cumpleanos|cumpleanos|case|caso|case number|numero de caso|numero)[\s,.:;!-]*$/;

/** What points at a name: "they have me AS", "aparece COMO", "con el NOMBRE DE". */
const pointers = wordSet(
  "is was its im am as under named called be says say said put names es era fue soy eres como bajo llamo llama llamaba llamo llame dice dicen decia puso pusieron puse salgo sali",
);
/** Talk before a name that points at nothing: "pues Maria Lopez". */
const fillers = wordSet(
  "pues bueno well um uh eh este so oh mire mira okay ok yo aver haber hmm ah oiga sale ya entonces then and y back now before formerly either both antes ahora ahorita ambos maybe perhaps possibly probably quizas quiza tal vez a lo mejor",
);
/** Whose name follows these is another's, or none is meant. */
const strangers =
  /\b(?:lawyer|attorney|judge|officer|cop|police|abogad[oa]|juez|licenciad[oa]|policia|oficial|boss|patron|landlord|not|isnt|wasnt|aint|arent|never|nunca|victim|witness|testigo|(?:no|ni) (?:es|soy|era|fue|me llamo|se llama))\b/;
/** What begins talk after a name: "… I think but not sure", "… is the name I used". */
const tailStarts = wordSet(
  "i im but pero creo maybe not no if si thats that which que is was es era fue on or quien tal im idk pienso ya ese esa asi as like how however aunque hope does do if sorry perdon disculpe",
);

/** Cuts such talk off the end of a text, when at least two words stand before it. */
function beforeTalk(text: string): string {
  const words = [...foldInPlace(text).matchAll(/[a-z']+/g)];
  let cut = -1;
  for (let i = words.length - 1; i >= 2; i--) {
    const word = (words[i]?.[0] ?? "").replaceAll("'", "");
    if (!notNames.has(word) && !pointers.has(word) && !fillers.has(word) && !talkLinks.has(word)) break;
    if (tailStarts.has(word)) cut = words[i]?.index ?? -1;
  }
  return cut < 0 ? text : text.slice(0, cut);
}

/** Small words inside such talk. */
const talkLinks = wordSet(
  "de del la las los el en que a al of the in on por con senor senora muchacho muchacha hombre mujer man woman client cliente",
);
const mostTalk = 9;

/** Cuts talk that points at a name off the front, however it is put; the text itself when there is none. */
function afterPointer(text: string): string {
  const folded = foldInPlace(text);
  let end = 0;
  let count = 0;
  let isFiller = true;
  for (const match of folded.matchAll(/[a-z']+|[^\sa-z']/g)) {
    const word = match[0].replaceAll("'", "");
    const isPointer =
      pointers.has(word) || (word === "de" && /\bnombre $/.test(folded.slice(0, match.index)));
    if (
      /[^a-z]/.test(word)
        ? !/[,:.;-]/.test(word)
        : !isPointer && !notNames.has(word) && !fillers.has(word) && !talkLinks.has(word)
    )
      break;
    if (++count > mostTalk) break;
    // Fillers count at the front and right after what points: "it was either …".
    isFiller = isPointer || (isFiller && (fillers.has(word) || /[^a-z]/.test(word)));
    if (isFiller) end = match.index + match[0].length;
  }
  return end === 0 || strangers.test(folded.slice(0, end)) ? text : text.slice(end);
}

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
  const pointed = beforeTalk(afterPointer(rest));
  introduced ||= pointed !== rest;
  rest = pointed;
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
  return {
    text: rest.replace(/^[\s,.:;!¡¿?()"-]+|[\s,:;!¡¿?()"-]+$/g, "").replace(/(?<=\p{L}{3})\.+$/u, ""),
    introduced,
  };
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
      .map((word) => word.replace(/(?<=\p{L}{3})\.$/u, ""))
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
  /\s*(?:[,;(]\s*)*(?:\b(?:aka|a\.?\s?k\.?\s?a\.?|a\/k\/a|also known as|also used|also went by|also goes by|known as|or sometimes|and sometimes|sometimes|formerly known as|formerly|fka|f\/k\/a|nee|alias|previously|used to be|born as|maiden name(?: is| was)?|maiden|(?:my |the |mi |el |his |her |su )?(?:real|legal|full|true|birth|given|otro|verdadero|other) (?:name|nombre)(?= (?:is|was|es|era|\S+ \S))|(?:goes|went) by|(?:but|pero|though|aunque)(?= (?:\S+ )*(?:it was|it is|its|i was|i am|im|was|as|es|era|fue|soy|como|under|bajo|antes|ahora|ahorita|now|then|before)\b)|(?:my )?married name(?: is| was)?|(?:and )?before (?:that|marriage)|(?:tambien )?conocid[oa] como|tambien (?:use|usaba|me llamo|soy|como)|(?:nombre |apellido )?de soltera|(?:nombre |apellido )?de casada|soltera|casada|antes (?:era|me llamaba|de casarme)|antes|ahora soy|ahora|(?:but )?(?:they|people|everyone|everybody|(?:my )?friends|todos|en mi casa) (?:calls?|call|know|knew|dicen|llaman)? ?(?:me as|me)|(?:but |and )?(?:back then |at the time |then |before |in the past )?i (?:also )?(?:go|went|used to go|was going) by|(?:pero |y )?(?:en ese tiempo|antes|entonces|en ese entonces) (?:usaba|use|era|me llamaba)(?: el nombre de)?|(?:pero|y) (?:usaba|use|me llamaba)(?: el nombre de)?|but (?:my )?legal(?: name)? is|pero me (?:dicen|llaman|conocen como)|tambien me (?:dicen|llaman|conocen como)|now|but now|and also|y tambien|tambien|also|o sea)\b[\s.:,]*(?:is |es |era |was )?|\s\/\s|\/|;|\n|(?<=\S\s+\S+)(?<!\bde la)\s(?:or|o|u)\s(?=\S+)|\band\b(?=\s+\S+\s+\S+))\s*/i;

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
  "dela",
  "delos",
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

/** Everyday words that are also well-known family names, after a given name and at most a middle one. */
const alsoFamily = wordSet("long day case good free early self case private street price cook back");

/** "narek long", "Jack L. Long Jr": the word is the family name where the rest is names. */
function endsInFamilyWord(words: readonly string[]): boolean {
  const bare = words.map(plain).filter((word) => !/^(?:jr|sr|ii|iii|iv)$/.test(word));
  const given = bare.slice(0, -1);
  return (
    given.length > 0 &&
    given.length < 3 &&
    alsoFamily.has(bare.at(-1) ?? "") &&
    given.every((word, i) => givenNames.has(word) || (i > 0 && word.length === 1)) &&
    !notNames.has(given[0] ?? "")
  );
}

const mash = /(?:asdf|qwer|zxcv|hjkl|sdfg|([a-z])\1{3})/;

/** Words of one name, or undefined when any of them cannot be one. */
function wordsOf(text: string): string[] | undefined {
  const words = text
    .replace(/[“”«»]/g, '"')
    .replace(/"([^" ]+)"/g, " \u0001$1 ")
    .replaceAll('"', " ")
    .replace(/^\s*(?:mr|mrs|ms|miss|mister|dr|sra|srta|sr|señora|señor|señorita)\.?\s+(?=\S+\s+\S)/i, "")
    // A title before a Spanish given name; elsewhere "Don" is a name itself.
    .replace(/^\s*(?:don|doña)\s+(?=(\p{L}+)\s+\S)/iu, (title: string, next: string) =>
      spanishGivenNames.has(plain(next)) ? "" : title,
    )
    .replace(/\s+the\s+(?:third|3rd)\s*$/i, " III")
    .replace(/\s+(?:el|the)\s+(?:second|2nd|segundo)\s*$/i, " II")
    .split(/[\s_]+/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > mostWords) return undefined;
  const bare = words
    .map((word) => word.replace("\u0001", '"').replace(/^[,.]+|,+$/g, ""))
    .map((word) => (givenNames.has(plain(word)) ? word.replace(/(?<=\p{L}{3})\.$/u, "") : word))
    .filter((word) => word !== "");
  if (!bare.every((word) => isNameWord(word)) && !isPlainlyTyped(bare) && !endsInFamilyWord(bare))
    return undefined;
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
  for (const piece of bare.text.split(otherNameMarks).flatMap(commaPieces)) {
    if (plain(piece) === "") continue;
    const inner = names.length > 0 ? bareName(piece).text : piece;
    const name =
      oneName(inner, spanish) ?? (inner === piece ? oneName(bareName(piece).text, spanish) : undefined);
    if (name !== undefined) {
      if (!names.some((other) => sameName(other, name))) names.push(name);
      continue;
    }
    // "I think", "but not sure": talk around the names says nothing about them.
    if (
      plain(piece)
        .split(" ")
        .every((word) => notNames.has(word) || fillers.has(word))
    )
      continue;
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
