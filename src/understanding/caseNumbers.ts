/**
 * Case numbers in free text. At their own question anything with digits is one, for nothing is refused by
 * its format; elsewhere only the formats the Los Angeles courts are known to have used.
 */
import { normaliseCaseNumber } from "../matching/normalise.ts";
import { readYesNo } from "./yesNo.ts";
import { plain, readable, withoutCourtesy } from "./text.ts";

/** A number as normalised, and where it stood. */
export interface FoundCaseNumber {
  number: string;
  start: number;
  end: number;
}

const digit = "[0-9]";
/** A digit, or a letter typed for one, when glued to what is before. */
const loose = "(?:[ .-]{0,2}[0-9]|[OoIlSB](?![a-z]))";
const suffix = "(?:[ ]?-[ ]?\\d{2}(?!\\d))?";
const formats: readonly RegExp[] = [
  // The index form, felonies since about 1990, and the county-wide ones before.
  new RegExp(
    `(?<![a-z0-9])(?:X[A-Z]{2}[ .-]{0,2})?[A-Z]A[ .#-]{0,2}${digit}${loose}{5}(?![a-z0-9])${suffix}`,
    "giu",
  ),
  new RegExp(`(?<![a-z0-9])[A-Z]A[Oo0]${loose}{5}(?![a-z0-9])${suffix}`, "giu"),
  new RegExp(`(?<![a-z0-9])A-?${digit}${loose}{5}(?![a-z0-9])${suffix}`, "giu"),
  // Misdemeanors by courthouse, the newest system, and old municipal numbers.
  new RegExp(`(?<![a-z0-9])\\d{2}[ -]?[A-Z]{2}[ -]?C[FM][ -]?${digit}{5}(?![a-z0-9])${suffix}`, "giu"),
  new RegExp(`(?<![a-z0-9])\\d[ -]?[A-Z]{2}[ -]?${digit}${loose}{4}(?![a-z0-9])${suffix}`, "giu"),
  new RegExp(`(?<![a-z0-9])\\d{2}[ -]?[MPTCFVSN][ -]?${digit}{4,6}(?![a-z0-9])${suffix}`, "giu"),
];

/** Takes a message; gives the case numbers of known formats in it, in order, none overlapping. */
export function findCaseNumbers(text: string): FoundCaseNumber[] {
  const source = readable(text);
  const found: FoundCaseNumber[] = [];
  if (!/\d/.test(source)) return found;
  for (const format of formats) {
    for (const match of source.matchAll(format)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const number = normaliseCaseNumber(match[0]);
      if (number !== "") found.push({ number, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const spelledDigits: Readonly<Record<string, string>> = {
  zero: "0", oh: "0", one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9",
  cero: "0", uno: "1", dos: "2", tres: "3", cuatro: "4", cinco: "5", seis: "6", siete: "7", ocho: "8", nueve: "9",
}; // prettier-ignore
/** Letters as they are called in Spanish; "a" and "o" are themselves. */
const spelledLetters: Readonly<Record<string, string>> = {
  be: "B", ce: "C", de: "D", efe: "F", ge: "G", jota: "J", ka: "K", ele: "L", eme: "M", ene: "N", pe: "P", cu: "Q",
  ese: "S", te: "T", equis: "X", ye: "Y", zeta: "Z", ve: "V", uve: "V",
}; // prettier-ignore
const leastSpelled = 5;

/** "B A one three zero four five two", "be a, uno tres cero…": letters and digits named one by one, written as one. */
export function joinSpelled(text: string): string {
  // "B as in boy", "B de burro"
  const pieces = text.replace(/\b([a-z]) (?:as in|like in|like|de) [a-z]{3,}/gi, "$1").split(/([\s,.-]+)/);
  const value = (piece: string | undefined): string | undefined => {
    const word = plain(piece ?? "");
    if (/^(?:[a-z]|[a-z]a|\d{1,6})$/.test(word) && word !== "la") return word.toUpperCase();
    return spelledDigits[word] ?? spelledLetters[word];
  };
  const out: string[] = [];
  for (let at = 0; at < pieces.length;) {
    let end = at;
    let joined = "";
    let named = 0;
    for (let next = value(pieces[end]); next !== undefined; next = value(pieces[end])) {
      joined += next;
      named += /^\d+$/.test(pieces[end] ?? "") ? 0 : 1;
      end += 2;
    }
    const count = (end - at) / 2;
    const isSpelled = (count >= leastSpelled && named >= 2) || (named >= 2 && /^[A-Z]A\d{6}$/.test(joined));
    if (isSpelled && /\d{3}/.test(joined)) {
      out.push(joined, ...pieces.slice(end - 1, end));
      at = end;
    } else {
      // A run that spells nothing is passed over whole.
      const next = Math.max(end, at + 2);
      out.push(...pieces.slice(at, next));
      at = next;
    }
  }
  return out.join("");
}

const labelWords =
  /\b(?:the|my|mi|el|la|los|un|una|is|its|it|es|son|are|case|cases|caso|casos|no|num|number|numbers|numero|numeros|nr|docket|court|corte|de|del|file|expediente|exp|i|think|creo|que|says|dice|here|aqui|esta|this|tengo|have|got|one|first|second|also|tambien|other|otro|and then|was|fue|yes|si|it was)\b/g;
const between = /\s*(?:[;,&\n]|\band\b|\by\b|\bor\b|\bo\b|\/)\s*/i;

/**
 * Takes a message that answers the case number question, without what was already read from it; gives the
 * numbers of any format: pieces of four or more letters and digits with at least three digits.
 */
export function anyCaseNumbers(text: string): string[] {
  const numbers: string[] = [];
  for (const part of readable(text).split(between)) {
    const words = plain(part.replace(/#/g, " ")).replace(labelWords, " ").replace(/ +/g, " ").trim();
    const tokens = words.split(" ");
    // Words around the number are talk; what touches a digit, or a short letter group before one, is the number.
    const kept = tokens.filter(
      (token, i) => /\d/.test(token) || (token.length <= 3 && /\d/.test(tokens[i + 1] ?? "")),
    );
    const typed = kept.join("-");
    if (typed.replace(/\D/g, "").length < 3 || typed.replace(/-/g, "").length < 4) continue;
    const number = normaliseCaseNumber(kept.join(" "));
    if (number.length >= 3 && !/^(?:19|20)\d{2}$/.test(number)) numbers.push(number);
  }
  return [...new Set(numbers)];
}

const refusals =
  /^(?:(?:opcion|option|la|el|numero|number|la numero) (?:2|dos|two|segunda)|la segunda|no|nop|nope|nah|na|nel|none|nothing|zilch|nada de eso|n a|nada|ninguno|ninguna|ningun numero|nel pastel|neither|negative|negativo|2|dos|two|x|zero|cero|0|unknown|desconocido|not available|no disponible)$/;
const withoutNumber = [
  /\b(?:dont|do not|doesnt|didnt|did not|never|cant|cannot|wont|aint|havent|no longer|not)\b.{0,30}\b(?:have|has|had|got|get|find|keep|kept|remember|recall|see|know (?:the|my|that|what) (?:case )?(?:number|num))\b/,
  /\b(?:dont|do not|never) (?:have|got|had|gave|sent|received|given)\b/,
  /\bhave to (?:look|find|dig|search|check)\b/,
  /\bno (?:lo |me )?se (?:el|mi|cual es el|que) (?:numero|num)\b/,
  /\bno (?:number|case number|papers?|paperwork|idea what (?:the|my) number|case num)\b/,
  /\b(?:lost|losted|stolen|stole|threw|thrown|tossed|burned|burnt|misplaced|missing|shredded|trashed)\b/,
  /\b(?:ya )?no (?:lo |la |los |las |me |mas |les? )*(?:tengo|tiene|tenemos|encuentro|guarde|hay|traigo|dieron|cargo|conservo|recuerdo|acuerdo|quedo|consigo|hallo)\b/,
  /\b(?:robaron|robado|robados|perdi|perdio|perdieron|perdido|perdidos|extravie|tire|tiro|tiraron|queme|quemo|quemaron|rompi|rompieron|mojaron|olvidaron|se me perdio|se me perdieron)\b/,
  /\b(?:nunca|jamas)\b.{0,20}\b(?:tuve|dieron|recibi|guarde|tenido|vi)\b/,
  /\b(?:without|sin) (?:a |el |un |ningun )?(?:case )?(?:number|numero|papeles|paper)\b/,
  /^(?:no|nope|nel|ninguno|ninguna|none)\b(?! (?:(?:le |lo |la |les )?(?:se|entiendo|entendi|comprendo)|sure|idea|quiero|want)\b)/,
  /\bnot (?:on me|with me|handy)\b/,
];

/** True when a message says there is no case number to give. Takes `plain` text. */
export function refusesCaseNumber(words: string): boolean {
  const bare = withoutCourtesy(words);
  return (
    refusals.test(bare) || readYesNo(words) === false || withoutNumber.some((pattern) => pattern.test(bare))
  );
}
