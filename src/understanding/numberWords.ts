/**
 * Number words of English and Spanish, alone or joined ("twenty-fifth", "mil novecientos sesenta y ocho",
 * "nineteen sixty eight"), as people spell days and years in words.
 */

const units: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9,
  cero: 0, un: 1, uno: 1, una: 1, dos: 2, tres: 3, cuatro: 4, quatro: 4, cinco: 5, sinco: 5, seis: 6,
  siete: 7, ciete: 7, ocho: 8, nueve: 9, nuebe: 9,
}; // prettier-ignore
const teens: Readonly<Record<string, number>> = {
  ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17,
  eighteen: 18, nineteen: 19, ninteen: 19, diez: 10, dies: 10, once: 11, doce: 12, dose: 12, trece: 13,
  catorce: 14, quince: 15, dieciseis: 16, diesiseis: 16, diecisiete: 17, diesisiete: 17, dieciocho: 18,
  diesiocho: 18, diecinueve: 19, diesinueve: 19, veintiuno: 21, veintiun: 21, veintidos: 22, veintitres: 23,
  veinticuatro: 24, veinticinco: 25, beinticinco: 25, veintiseis: 26, veintisiete: 27, veintiocho: 28,
  veintinueve: 29,
}; // prettier-ignore
const tens: Readonly<Record<string, number>> = {
  twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
  ninty: 90, veinte: 20, beinte: 20, treinta: 30, trenta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60,
  setenta: 70, ochenta: 80, noventa: 90, nobenta: 90,
}; // prettier-ignore
const hundreds: Readonly<Record<string, number>> = {
  cien: 100, ciento: 100, doscientos: 200, novecientos: 900, nobecientos: 900, novesientos: 900, nobesientos: 900, nuevecientos: 900,
  nuevesientos: 900, novecientas: 900,
}; // prettier-ignore
const hundredsApart = new Set(["cientos", "sientos", "ciento", "siento"]);
const ordinals: Readonly<Record<string, number>> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, eigth: 8, ninth: 9,
  tenth: 10, eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16,
  seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30, primero: 1, primer: 1,
  primera: 1, segundo: 2, tercero: 3,
}; // prettier-ignore
/** "the nineties", "los noventas". */
const decades: Readonly<Record<string, number>> = {
  twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, eightys: 80,
  nineties: 90, ninties: 90, ninetys: 90, cincuentas: 50, sesentas: 60, setentas: 70, ochentas: 80, noventas: 90,
}; // prettier-ignore

/**
 * Spanish as it is heard: b and v, s and c and z, y and ll are one, h is none. "Beintisinco" and "veinticinco"
 * come out alike; sesenta and setenta, or dos and doce, do not.
 */
function heard(word: string): string {
  return word
    .replace(/c(?=[ei])/g, "s")
    .replace(/z/g, "s")
    .replace(/v/g, "b")
    .replace(/ll/g, "y")
    .replace(/qu(?=[aeio])|k/g, "c")
    .replace(/(?<!c)h/g, "")
    .replace(/(.)\1/g, "$1");
}

const spellings = new Map<string, string>();
for (const table of [units, teens, tens, hundreds, ordinals]) {
  for (const word of Object.keys(table)) spellings.set(heard(word), spellings.get(heard(word)) ?? word);
}

/** A word as the tables spell it, however it was typed by ear; short words are left alone. */
function spelled(word: string): string {
  if (word.length < 4 || units[word] !== undefined || teens[word] !== undefined || tens[word] !== undefined)
    return word;
  return spellings.get(heard(word)) ?? word;
}

interface Found {
  value: number;
  /** How many words it took. */
  taken: number;
}

const heardUnits: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(units).map((word) => [heard(word), word]),
);

/** Below one hundred, cardinal or ordinal. */
function belowHundred(words: readonly string[], at: number): Found | undefined {
  const word = spelled(words[at] ?? "");
  const ten = tens[word];
  if (ten !== undefined) {
    const joined = words[at + 1] === "y" || words[at + 1] === "i" ? at + 2 : at + 1;
    const next = spelled(words[joined] ?? "");
    const unit = units[next] ?? ordinals[next];
    if (unit !== undefined && unit > 0 && unit < 10) return { value: ten + unit, taken: joined + 1 - at };
    return { value: ten, taken: 1 };
  }
  if ((word === "diez" || word === "dies") && words[at + 1] === "y") {
    const unit = units[words[at + 2] ?? ""];
    if (unit !== undefined && unit > 5) return { value: 10 + unit, taken: 3 };
  }
  const glued =
    /^([bv]eint|tre?i?nta|[ck]uarenta|[cs]in[ck]uenta|[sc]e[sc]enta|[sc]etenta|ochenta|no[bv]enta)(?:e?[yi])(\w+)$/.exec(
      word,
    );
  if (glued !== null) {
    const unit = units[spelled(glued[2] ?? "")] ?? units[heardUnits[heard(glued[2] ?? "")] ?? ""];
    const ten = /^[bv]eint$/.test(glued[1] ?? "") ? 20 : tens[spelled(glued[1] ?? "")];
    if (unit !== undefined && ten !== undefined) return { value: ten + unit, taken: 1 };
  }
  const value = units[word] ?? teens[word] ?? ordinals[word];
  return value === undefined ? undefined : { value, taken: 1 };
}

/** "novecientos", and as it is also typed: "nueve cientos". */
function wholeHundred(words: readonly string[], at: number): Found | undefined {
  const hundred = hundreds[spelled(words[at] ?? "")];
  if (hundred !== undefined) return { value: hundred, taken: 1 };
  const unit = units[words[at] ?? ""];
  return unit === undefined || unit < 2 || !hundredsApart.has(words[at + 1] ?? "")
    ? undefined
    : { value: unit * 100, taken: 2 };
}

/** Hundreds and what follows them, or below one hundred. */
function belowThousand(words: readonly string[], at: number): Found | undefined {
  const hundred = wholeHundred(words, at);
  if (hundred !== undefined) {
    const end = at + hundred.taken;
    const joined = words[end] === "y" ? end + 1 : end;
    const rest = belowHundred(words, joined);
    return rest === undefined
      ? hundred
      : { value: hundred.value + rest.value, taken: joined - at + rest.taken };
  }
  const small = belowHundred(words, at);
  if (small === undefined) return undefined;
  if (words[at + small.taken] !== "hundred") return small;
  const after = at + small.taken + 1;
  const joined = words[after] === "and" ? after + 1 : after;
  const rest = belowHundred(words, joined);
  return rest === undefined
    ? { value: small.value * 100, taken: after - at }
    : { value: small.value * 100 + rest.value, taken: joined - at + rest.taken };
}

/** "nineteen sixty eight", "diecinueve sesenta y ocho", "nineteen oh five". */
function spokenYear(words: readonly string[], at: number): Found | undefined {
  const century = teens[words[at] ?? ""] ?? (words[at] === "twenty" ? 20 : undefined);
  if (century !== 19 && century !== 20) return undefined;
  if (words[at + 1] === "oh" || words[at + 1] === "o") {
    const unit = units[words[at + 2] ?? ""];
    return unit === undefined ? undefined : { value: century * 100 + unit, taken: 3 };
  }
  const rest = belowHundred(words, at + 1);
  if (rest === undefined || rest.value < 10) return undefined;
  // "nineteen nineteen sixty eight" is a day before its year, not the year 1919.
  if (rest.value === 19 && tens[words[at + 2] ?? ""] !== undefined) return undefined;
  return { value: century * 100 + rest.value, taken: 1 + rest.taken };
}

/**
 * Reads the number that begins at one word of a folded message.
 * Takes the words and the position; gives the number and how many words it took, or undefined.
 */
export function numberAt(words: readonly string[], at: number): Found | undefined {
  const year = spokenYear(words, at);
  if (year !== undefined) return year;
  const bareThousand = words[at] === "mil";
  const before = bareThousand ? { value: 1, taken: 0 } : belowThousand(words, at);
  if (before === undefined) return undefined;
  const mark = words[at + before.taken];
  if (mark !== "mil" && mark !== "thousand") return before;
  const after = at + before.taken + 1;
  const joined = words[after] === "and" || words[after] === "y" ? after + 1 : after;
  const rest = belowThousand(words, joined);
  return rest === undefined
    ? { value: before.value * 1000, taken: after - at }
    : { value: before.value * 1000 + rest.value, taken: joined - at + rest.taken };
}

/**
 * Takes folded text and gives it with number words as digits: "principios de los noventa" becomes
 * "principios de los 90", "the nineties" becomes "the 90s". Numbers below ten keep two digits out of it.
 */
export function digitise(text: string): string {
  const words = text.split(" ");
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const decade = decades[words[at] ?? ""];
    const found = numberAt(words, at);
    if (decade !== undefined) {
      out.push(`${decade}s`);
      at += 1;
    } else if (found === undefined) {
      // "nineteen nineties"
      out.push(words[at] ?? "");
      at += 1;
    } else if (found.value === 19 && decades[words[at + found.taken] ?? ""] !== undefined) {
      out.push(`${1900 + (decades[words[at + found.taken] ?? ""] ?? 0)}s`);
      at += found.taken + 1;
    } else {
      out.push(String(found.value));
      at += found.taken;
    }
  }
  return out.join(" ");
}
