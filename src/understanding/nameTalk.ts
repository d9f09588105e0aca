/**
 * The talk around a name: introductions ("me llamo", "they have me as"), courtesies, doubts and ages, cut off so
 * that the name is left. Any run of everyday words that ends in what points at a name introduces it.
 */
import { notNames } from "./data/notNames.ts";
import { foldInPlace, wordSet } from "./text.ts";

const introductions =
  /^(?:[\s,.:;!-]|(?:hi|hello|hey|hola|yes|yeah|si|ok|okay|sure|claro|bueno|buenas|buenos dias|buenas tardes|buenas noches|no|nope|pero|but|well|um|so|and|y|please|i think|creo que|probably|maybe|sorry|perdon|thank you|thanks|gracias)\b)*(?:(?:the |my |his |her |its |el |mi |su |un )?(?:[a-z]+'?s )?(?:full |legal |real |complete |old |other |another )?(?:names?|nombres?|nombre completo|nombre legal)(?: (?:completo|on the case|on it|on the papers?|on file|on record|is|was|used|i used|en el caso|en los papeles|del caso|que use|that i used|spelled))*\s*(?:es|se escribe|era|is|was|fue|should be|would be|will be|debe ser|seria|to|a|de(?! (?:la|el|los|las|soltera|casada)\b)|[:=-])?\s*(?:under\s+|bajo\s+)?|(?:yo )?m?e? ?(?:ll|y)amo|(?:it was |filed |probably )?(?:under|by|with|con|bajo) (?:my|mi|her|his|su) (?:maiden |old |married |other |full |real )?(?:last )?(?:name|nombre)(?: de soltera| de casada)?|(?:my|mi) (?:mom|mother|dad|father|brother|sister|son|daughter|husband|wife|friend|client|mama|papa|hermano|hermana|hijo|hija|esposo|esposa) (?:is|es|se llama)|i (?:also )?(?:used|use|was using)|(?:en ese tiempo |antes |tambien )?(?:usaba|use|usa|uso)(?= )|(?:it|the papers?|my papers?|los papeles) (?:says?|dicen?)|dice|naci como|nacida como|nacido como|born as|born|me llamaba|(?:yo )?soy|mi nombre|se llama|se llamaba|his names|her names|names|i am|i'?m|im|(?:it'?s|this is) me|soy yo|it'?s|its|it is|it was|this is|es|era|fue|call me|me dicen|me conocen como|they call me|i go by|i went by|(?:the |my )?case (?:was|is|would be|should be)(?: filed)? under|el caso (?:esta|estaba) (?:a nombre de|bajo)|(?:it (?:was|is|would be|should be)|its|probably|filed)? ?under(?: the name)?(?: of)?|(?:esta |estaba |fue )?(?:a nombre de|bajo el nombre(?: de)?)|registered as)(?![a-z'])[\s,.:;=-]*(?:of\s+|que\s+)?/;
const trailers =
  /[\s,.:;!-]+(?:(?:spelled |se escribe )?(?:with|con|sin|without|no) (?:a |an |un |una |the |la )?(?:doble |double )?[a-z](?: (?:at the end|al final|not (?:a |an )?[a-z]|no (?:con )?[a-z]))?|thats (?:me|my name|it)|that is (?:me|my name|it)|soy yo|ese es mi nombre|on (?:the|my) (?:papers?|case|paperwork|documents?|record|file)|en (?:los|mis) papeles|en el caso|back then|then|at the time|en ese tiempo|entonces|(?:is|es|was|era) (?:my|mi|the|el|his|her|su) (?:full |legal )?(?:name|nombre)|is the name|es el nombre|thanks|thank you|thx|please|pls|por favor|gracias|ok|okay|i think|creo|and|y|my birthday|my dob|dob|d o b|born(?: on)?|was born(?: on)?|i was born(?: on)?|naci(?:do|da)?(?: el)?|fecha de nacimiento|birthday|birth date|birthdate|date of birth|mi cumpleanos|cumpleanos|case|caso|case number|numero de caso|numero)[\s,.:;!-]*$/;

/** What points at a name: "they have me AS", "aparece COMO", "con el NOMBRE DE". */
const pointers = wordSet(
  "is was its im am as under named called be says say said put wrote spelled names es era fue soy soi eres como bajo llamo llama llamaba llame yamo yama dice dicen decia puso pusieron puse escribieron firmaba firmo firme signed salgo sali mother father mom dad brother sister son daughter wife husband cousin uncle aunt mama papa hermano hermana hijo hija esposo esposa primo prima tio tia",
);
/** Talk before a name that points at nothing: "pues Maria Lopez". */
const fillers = wordSet(
  "pues bueno well um uh eh este so oh mire mira okay ok yo aver haber hmm ah oiga sale ya entonces then and y back now before formerly either both antes ahora ahorita ambos it lo maybe perhaps possibly probably quizas quiza tal vez a lo mejor",
);
/** Whose name follows these is another's, or none is meant. */
export const strangers =
  /\b(?:lawyer|attorney|judge|officer|cop|police|abogad[oa]|juez|licenciad[oa]|policia|oficial|boss|patron|landlord|not|isnt|wasnt|aint|arent|never|nunca|victim|witness|(?:was|were|got caught|estaba|andaba|iba|con|with) (?:with |con )?(?:my|mi)|testigo|(?:no|ni) (?:es|soy|era|fue|me llamo|se llama))\b/;
/** What begins talk after a name: "… I think but not sure", "… is the name I used". */
const tailStarts = wordSet(
  "el la the my mi con also tambien i im but pero creo maybe not no if si thats that which que is was es era fue on or quien tal im idk pienso ya ese esa asi as like how however aunque hope does do if sorry perdon disculpe",
);

/** Cuts such talk off the end of a text, when at least two words stand before it. */
function beforeTalk(text: string): string {
  const words = [...foldInPlace(text).matchAll(/[a-z']+/g)];
  let cut = -1;
  let isTail = false;
  for (let i = words.length - 1; i >= 2; i--) {
    const word = (words[i]?.[0] ?? "").replaceAll("'", "");
    // "De la O" is a family name.
    if (word === "o" && words[i - 1]?.[0] === "la") break;
    if (!notNames.has(word) && !pointers.has(word) && !fillers.has(word) && !talkLinks.has(word)) break;
    isTail ||= tailStarts.has(word);
    if (isTail) cut = words[i]?.index ?? -1;
  }
  return cut < 0 ? text : text.slice(0, cut);
}

/** Small words inside such talk. */
const talkLinks = wordSet(
  "de del la las los el en que a al of the in on por con senor senora muchacho muchacha hombre mujer man woman client cliente di dije dimos les government govt christian pila legally legalmente",
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
export function bareName(text: string): { text: string; introduced: boolean } {
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
/** Takes `plain` text; true when nothing in it could be a name: "I think", "but not sure". */
export function isTalk(words: string): boolean {
  return words.split(" ").every((word) => notNames.has(word) || fillers.has(word));
}
