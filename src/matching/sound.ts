/**
 * A sound key for names as Los Angeles says and spells them, Spanish and English: b/v, s/z/c, ll/y, silent h,
 * g/j, qu/k, ñ/n beside ph/f, ck/k, kn/n, wr/r, sch/sh, x/ks. Vowels count only as "begins with one".
 */

/** Longest key: longer names are told apart by other means, and truncated ones still meet. */
const longest = 6;

const vowel = /[aeiou]/;

function at(word: string, i: number): string {
  return word.charAt(i);
}

function isFront(letter: string): boolean {
  return letter === "e" || letter === "i" || letter === "y";
}

/** What the letters at `i` sound like, and how many they are. An empty sound is silent. */
function soundAt(word: string, i: number): [sound: string, length: number] {
  const here = at(word, i);
  const next = at(word, i + 1);
  switch (here) {
    case "b":
    case "v":
      return ["b", 1];
    case "c":
      if (next === "h") return /[rl]/.test(at(word, i + 2)) ? ["k", 2] : ["x", 2];
      if (next === "k" || next === "q") return ["k", 2];
      return isFront(next) ? ["s", 1] : ["k", 1];
    case "d":
      // Rodgers and Rogers; Schmidt and Schmitt.
      if (next === "g" && isFront(at(word, i + 2))) return ["", 1];
      return next === "t" ? ["t", 2] : ["d", 1];
    case "g":
      if (next === "h") return i === 0 ? ["g", 2] : ["", 2];
      if (next === "n" && i === 0) return ["n", 2];
      if (next === "u" && isFront(at(word, i + 2))) return ["g", 2];
      return isFront(next) ? ["j", 1] : ["g", 1];
    case "h":
      // Huerta and Werta.
      return i === 0 && next === "u" && vowel.test(at(word, 2)) ? ["w", 2] : ["", 1];
    case "k":
      return next === "n" && i === 0 ? ["n", 2] : ["k", 1];
    case "l":
      return next === "l" && i === 0 ? ["y", 2] : ["l", 1];
    case "p":
      if (next === "h") return ["f", 2];
      return next === "s" && i === 0 ? ["s", 2] : ["p", 1];
    case "q":
      return ["k", next === "u" ? 2 : 1];
    case "s":
      if (next === "c" && at(word, i + 2) === "h") return ["x", 3];
      if (next === "h") return ["x", 2];
      return next === "c" && isFront(at(word, i + 2)) ? ["s", 2] : ["s", 1];
    case "t":
      if (next === "c" && at(word, i + 2) === "h") return ["x", 3];
      if (next === "z") return ["s", 2];
      return next === "h" ? ["t", 2] : ["t", 1];
    case "w":
      if (next === "r" && i === 0) return ["r", 2];
      return i === 0 ? ["w", next === "h" ? 2 : 1] : ["", 1];
    case "x":
      return [i === 0 ? "j" : "s", 1];
    case "y":
      return ["y", 1];
    case "z":
      return ["s", 1];
    default:
      return [here, 1];
  }
}

/**
 * The sound key of one folded token, at most six sounds; a vowel at the beginning is "a", other vowels are
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
    const [sound, length] = soundAt(token, i);
    i += length;
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
    let length = 1;
    if (isVowelAt(token, i)) sound = at(token, i) === "y" ? "i" : at(token, i);
    else [sound, length] = soundAt(token, i);
    i += length;
    if (sound === "") continue;
    if (sound !== last) spelled += sound;
    last = sound;
  }
  return spelled;
}

function isVowelAt(word: string, i: number): boolean {
  const here = at(word, i);
  return vowel.test(here) || (here === "y" && !vowel.test(at(word, i + 1)));
}

/** Respellings whose sound one key cannot hold: yeísmo, Spanish j and h, Mexican x. */
const respellings: readonly [RegExp, string][] = [
  [/([aeiou])ll([aeiou])/, "$1y$2"],
  [/([aeiou])y([aeiou])/, "$1l$2"],
  [/^ll?(?=[aeiou])/, "l"],
  [/^h(?=[aeio])/, "j"],
  [/^(?:j|g(?=[ei]))(?=[aeiou])/, "h"],
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
