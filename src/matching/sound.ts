/**
 * A sound key for names as Los Angeles says and spells them, Spanish and English: b/v, s/z/c, ll/y, silent h,
 * g/j, qu/k, ñ/n beside ph/f, ck/k, kn/n, wr/r, sch/sh, x/ks. Vowels count only as "begins with one".
 */

/** Longest key: longer names are told apart by other means, and truncated ones still meet. */
const longest = 5;

function isVowel(letter: string): boolean {
  return letter === "a" || letter === "e" || letter === "i" || letter === "o" || letter === "u";
}

function isFront(letter: string): boolean {
  return letter === "e" || letter === "i" || letter === "y";
}

function isVowelAt(word: string, i: number): boolean {
  const here = word.charAt(i);
  if (here !== "y") return isVowel(here);
  // A consonant only in front of a vowel, at the beginning or after another: Yolanda, Maya; but Bryan, Sonya.
  return !isVowel(word.charAt(i + 1)) || (i > 0 && !isVowel(word.charAt(i - 1)));
}

/** How many letters the sound last read took; set by `soundAt`, which is too hot to return pairs. */
let taken = 1;

function take(sound: string, length: number): string {
  taken = length;
  return sound;
}

/** What the consonants at `i` sound like; empty when silent. Sets `taken`. */
function soundAt(word: string, i: number): string {
  taken = 1;
  const here = word.charAt(i);
  const next = word.charAt(i + 1);
  switch (here) {
    case "b":
    case "v":
      return "b";
    case "c":
      if (next === "h") {
        const after = word.charAt(i + 2);
        return after === "r" || after === "l" ? take("k", 2) : take("x", 2);
      }
      if (next === "k" || next === "q") return take("k", 2);
      return isFront(next) ? "s" : "k";
    case "d":
      // Rodgers and Rogers; Schmidt and Schmitt.
      if (next === "g" && isFront(word.charAt(i + 2))) return "";
      return next === "t" ? take("t", 2) : "d";
    case "g":
      if (next === "h") return take(i === 0 ? "g" : "", 2);
      if (next === "n" && i === 0) return take("n", 2);
      if (next === "u" && isFront(word.charAt(i + 2))) return take("g", 2);
      return isFront(next) ? "j" : "g";
    case "h":
      // Huerta and Werta.
      return i === 0 && next === "u" && isVowel(word.charAt(2)) ? take("w", 2) : "";
    case "k":
      return next === "n" && i === 0 ? take("n", 2) : "k";
    case "l":
      return next === "l" && i === 0 ? take("y", 2) : "l";
    case "p":
      if (next === "h") return take("f", 2);
      return next === "s" && i === 0 ? take("s", 2) : "p";
    case "q":
      return take("k", next === "u" ? 2 : 1);
    case "s":
      if (next === "c" && word.charAt(i + 2) === "h") return take("x", 3);
      if (next === "h") return take("x", 2);
      return next === "c" && isFront(word.charAt(i + 2)) ? take("s", 2) : "s";
    case "t":
      if (next === "c" && word.charAt(i + 2) === "h") return take("x", 3);
      if (next === "z") return take("s", 2);
      return next === "h" ? take("t", 2) : "t";
    case "w":
      if (next === "r" && i === 0) return take("r", 2);
      return i === 0 ? take("w", next === "h" ? 2 : 1) : "";
    case "x":
      return i === 0 ? "j" : "s";
    case "z":
      return "s";
    default:
      return here;
  }
}

/**
 * The sound key of one folded token, at most five sounds; a vowel at the beginning is "a", other vowels are
 * skipped. Letters of other scripts and digits stand for themselves. Empty for an empty token.
 */
export function soundKey(token: string): string {
  let key = "";
  let last = "";
  let i = 0;
  while (i < token.length && key.length < longest) {
    if (isVowelAt(token, i)) {
      // Silent letters leave the key empty, so that Hernández and Ernández both begin with a vowel.
      if (key === "") key = "a";
      last = "";
      i++;
      continue;
    }
    const sound = soundAt(token, i);
    i += taken;
    if (sound === "") continue;
    if (sound !== last) key += sound;
    last = sound;
  }
  return key === "" ? token.slice(0, longest) : key;
}

/**
 * The whole word as it sounds, vowels and all, y as i and double letters single: what Sara and Sarah, Brian and
 * Bryan share, but not María and Mario, nor José and Josué.
 */
export function fullSound(token: string): string {
  let spelled = "";
  let last = "";
  let i = 0;
  while (i < token.length) {
    let sound: string;
    if (isVowelAt(token, i)) {
      sound = token.charAt(i) === "y" ? "i" : token.charAt(i);
      i++;
    } else {
      sound = soundAt(token, i);
      if (sound === "y") sound = "i";
      i += taken;
    }
    if (sound === "") continue;
    if (sound !== last) spelled += sound;
    last = sound;
  }
  return spelled;
}

/** Respellings whose sound one key cannot hold: yeísmo, Spanish j and h, Mexican x, gua and wa. */
const respellings: readonly [RegExp, string][] = [
  [/([aeiou])ll([aeiou])/, "$1y$2"],
  [/([aeiou])y([aeiou])/, "$1l$2"],
  [/^ll?(?=[aeiou])/, "l"],
  [/^h(?=[aeio])/, "j"],
  [/^(?:j|g(?=[ei]))(?=[aeiou])/, "h"],
  [/g(?=[ei])/, "gu"],
  [/([aeiou])x([aeiou])/, "$1j$2"],
  [/([aeiou])(?:j|g(?=[ei]))([aeiou])/, "$1x$2"],
  [/([aeiou])h([aeiou])/, "$1j$2"],
  [/^gu(?=a)/, "w"],
  [/^w(?=a)/, "gu"],
];

/**
 * The sound key first, then at most two others the same letters may stand for (asker's side: a list is
 * labelled by `soundKey` alone, an asker looks under all of these).
 */
export function soundKeys(token: string): string[] {
  const keys = [soundKey(token)];
  for (const [pattern, respelled] of respellings) {
    if (keys.length === 3) break;
    if (!pattern.test(token)) continue;
    const key = soundKey(token.replace(pattern, respelled));
    if (key !== "" && !keys.includes(key)) keys.push(key);
  }
  return keys;
}
