/**
 * The number of a choice as people text it: digits, words, ordinals, "option 2", "la primera", "#1".
 * A number that only counts something ("2 joints") is not a choice.
 */
import { plain, withoutCourtesy } from "./text.ts";

const numberWords: Readonly<Record<string, number>> = {
  one: 1, first: 1, "1st": 1, uno: 1, una: 1, primera: 1, primero: 1, primer: 1, won: 1, "1ra": 1, "1ro": 1, "1era": 1, "1ero": 1,
  two: 2, second: 2, "2nd": 2, dos: 2, segunda: 2, segundo: 2, too: 2, to: 2, "2da": 2, "2do": 2,
  three: 3, third: 3, "3rd": 3, tres: 3, tercera: 3, tercero: 3, tercer: 3, "3ra": 3, "3ro": 3, "3era": 3, "3ero": 3,
  four: 4, fourth: 4, "4th": 4, cuatro: 4, quatro: 4, cuarta: 4, cuarto: 4, for: 4, "4ta": 4, "4to": 4,
  five: 5, fifth: 5, "5th": 5, cinco: 5, sinco: 5, quinta: 5, quinto: 5, "5ta": 5, "5to": 5,
  six: 6, sixth: 6, "6th": 6, seis: 6, sexta: 6, sexto: 6, "6ta": 6, seven: 7, seventh: 7, "7th": 7, siete: 7, septima: 7, septimo: 7,
  eight: 8, eighth: 8, "8th": 8, ocho: 8, octava: 8, octavo: 8, nine: 9, nueve: 9, ten: 10, diez: 10,
}; // prettier-ignore
/** Read as numbers only when nothing else stands there and a number word is meant. */
const soundAlike = new Set(["won", "too", "to", "for"]);

const numberPattern = Object.keys(numberWords)
  .filter((word) => !soundAlike.has(word))
  .join("|");
const lead =
  "(?:(?:option|opcion|opsion|number|numero|num|no|choice|answer|respuesta|the|la|el|its|it|is|es|i|choose|pick|escojo|elijo|quiero|seria|sera|would|be|mine|mi|my|think|creo|que|pues|want|say|digo|n|nr|press|oprimo|marco|to|change|fix|edit|correct|line|cambiar|cambie|corregir|corrija|linea) )*";
const tail = "(?: (?:one|opcion|option|choice|please|creo|i|think|yes|si|for|sure|thats|it|esa|ese|number))*";
const alone = new RegExp(`^${lead}(\\d{1,2}|${numberPattern})${tail}$`);
const several = new RegExp(
  `^${lead}(\\d|${numberPattern})(?: (?:and|y|or|o|&|also|maybe|tambien|or maybe|o tal vez))? (?:the |la |el )?(\\d|${numberPattern})$`,
);
const leading = /^(\d|one|uno) ([a-z].*)$/;
const counted =
  /^(?:joints?|plants?|toques?|gramos?|grams?|g|oz|ounces?|onzas?|lbs?|pounds?|libras?|years?|yrs?|anos?|months?|meses|days?|dias?|times?|bags?|bolsas?|bolsitas?|churros?|gallos?|matas?|matitas|plantas|kilos?|keys?|cases?|casos?|classes|clases|strikes?|felon\w*|misdemeanors?|people|more|mas|other|otro|otra|time|vez|blunts?|roaches|seeds|semillas|weeks?|semanas)\b/;

/** Anything longer is told in words. */
const longestAnswer = 120;

/** What a message says by number. */
export interface ChosenNumbers {
  /** One-based, distinct. */
  numbers: number[];
  /** Words after a leading number ("1 for me"), to be checked against it. */
  rest?: string;
}

/** Takes a message as typed; gives the numbers it chooses, or undefined when it chooses by words. */
export function readNumbers(text: string): ChosenNumbers | undefined {
  const words = withoutCourtesy(plain(text));
  if (words.length > longestAnswer) return undefined;
  const value = (word: string | undefined): number => numberWords[word ?? ""] ?? Number(word);
  const one = alone.exec(words);
  if (one !== null) return { numbers: [value(one[1])] };
  const two = several.exec(words);
  if (two !== null) return { numbers: [...new Set([value(two[1]), value(two[2])])] };
  const first = leading.exec(words);
  if (first !== null && !counted.test(first[2] ?? ""))
    return { numbers: [value(first[1])], rest: first[2] ?? "" };
  return undefined;
}
