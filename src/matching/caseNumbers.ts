/**
 * Los Angeles Superior Court case numbers: the formats of each time, and how they are mistyped.
 * No official table of formats exists, so nothing is ever rejected for its shape.
 */

/** Digits read as letters, per position where the format wants a digit. */
const asDigit: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  S: "5",
  B: "8",
  Z: "2",
};
/** Letters read as digits, where the format wants a letter. */
const asLetter: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B" };

function digits(text: string): string {
  return text.replace(/\D/g, (c) => asDigit[c] ?? c);
}

/** `BA123456`: district letter, A, six digits. Felonies from about 1990. */
const felony = /^([A-Z58])A([0-9OILSBQDZ]{3,6})$/;
/** `A537388`: county-wide felonies before that. */
const oldFelony = /^A([0-9OILSBQDZ]{4,6})$/;
/** `0CJ01234`: last digit of the year, courthouse, five digits. Misdemeanors. */
const misdemeanor = /^([0-9OI])([A-Z]{2})([0-9OILSBQDZ]{3,5})$/;
/** `89M01234`: year, court letter, number. Old municipal courts. */
const municipal = /^(\d{2})([A-Z])([0-9OISB]{4,6})$/;
/** `24CJCF01234`: the newest system. */
const newest = /^([0-9OI]{2})([A-Z]{2})C([FM])([0-9OILSBQDZ]{3,5})$/;

/** At least this many digits, or letters are letters: "HELLO" is no number. */
const leastDigits = 3;

function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}

function byFormat(text: string): string | undefined {
  if (countDigits(text) < leastDigits) return undefined;
  let m = felony.exec(text);
  if (m !== null) {
    const district = m[1] ?? "";
    return `${asLetter[district] ?? district}A${digits(m[2] ?? "").padStart(6, "0")}`;
  }
  m = oldFelony.exec(text);
  if (m !== null) return `A${digits(m[1] ?? "").padStart(6, "0")}`;
  m = newest.exec(text);
  if (m !== null)
    return `${digits(m[1] ?? "")}${m[2] ?? ""}C${m[3] ?? ""}${digits(m[4] ?? "").padStart(5, "0")}`;
  m = misdemeanor.exec(text);
  if (m !== null) return `${digits(m[1] ?? "")}${m[2] ?? ""}${digits(m[3] ?? "").padStart(5, "0")}`;
  m = municipal.exec(text);
  if (m !== null) return `${m[1] ?? ""}${m[2] ?? ""}${digits(m[3] ?? "")}`;
  if (/^\d+$/.test(text)) return text.replace(/^0+(?=\d)/, "");
  return undefined;
}

/** No case number is longer; what follows is not read, so that no text is costly. */
const longest = 60;

/** Upper case, defendant suffix dropped, then letters and digits alone. */
function strip(text: string): string {
  const upper = text.trim().slice(0, longest).normalize("NFKD").toUpperCase().trim().slice(0, longest);
  // "-01" after a full number is the defendant; the rest must still be a number of its own.
  const suffix = /^(.*[0-9OIL].*?)\s*[-–—/]\s*\d{1,2}$/.exec(upper);
  const bare =
    suffix?.[1] !== undefined && countDigits(suffix[1].replace(/[OI]/g, "0")) >= 4 ? suffix[1] : upper;
  return bare.replace(/[^A-Z0-9]/g, "");
}

/** See `normaliseCaseNumber`. */
export function canonicalCaseNumber(text: string): string {
  const bare = strip(text);
  // The index writes X, a two-letter district, the felony number, and often the defendant without a hyphen.
  const indexed = /^X[A-Z]{2}((?:[A-Z58]A|A)[0-9OILSBQDZ]{6})(?:\d{2})?$/.exec(bare);
  if (indexed?.[1] !== undefined) {
    const number = byFormat(indexed[1]);
    if (number !== undefined) return number;
  }
  return byFormat(bare) ?? bare;
}

/**
 * What two case numbers are compared by: the canonical form with all confusable characters made one and
 * leading zeros of the serial number dropped. Empty when the text holds no letter or digit.
 */
export function caseNumberKey(text: string): string {
  const key = canonicalCaseNumber(text)
    .replace(/[OQ]/g, "0")
    .replace(/I/g, "1")
    .replace(/S/g, "5")
    .replace(/B/g, "8");
  return key.replace(/^0+(?=\d+$)/, "").replace(/^(.*[A-Z])0+(?=\d)/, "$1");
}

/** Numbers read from one cell. */
const mostNumbers = 20;

/** The numbers of a cell that holds several joined by ";" or ",", as keys; empty ones left out, at most twenty. */
export function caseNumberKeys(text: string): string[] {
  if (!text.includes(";") && !text.includes(",")) {
    const key = caseNumberKey(text);
    return key === "" ? [] : [key];
  }
  const keys = text.split(/[;,]/, mostNumbers).map(caseNumberKey);
  return [...new Set(keys.filter((key) => key !== ""))];
}
