/**
 * Where a case was: the longest known place names in the message decide, slips of the finger forgiven.
 */
import { otherCaliforniaPlaces } from "../data/places/california.ts";
import {
  federalWords,
  otherStatePlaces,
  stateCodes,
  stateCodesInCapitals,
} from "../data/places/elsewhere.ts";
import { laCountyPlaces } from "../data/places/laCounty.ts";
import { editDistance, letterSet, mayBeNear } from "../text.ts";

const tables: readonly (readonly [string, ReadonlySet<string>])[] = [
  ["federal", federalWords],
  ["otherState", otherStatePlaces],
  ["otherCounty", otherCaliforniaPlaces],
  ["laCounty", laCountyPlaces],
];
const longestName = 6;

/** Words that are places only as the whole answer or with a preposition, since they are also ordinary words. */
const ordinary = new Set([
  "la",
  "l a",
  "av",
  "hp",
  "bell",
  "commerce",
  "industry",
  "walnut",
  "vista",
  "orange",
  "florence",
  "temple",
  "highland",
  "paradise",
  "rancho",
  "central city",
  "harbor",
  "downtown",
  "imperial",
  "lindsay",
  "davis",
  "tracy",
  "woodland",
  "ie",
  "oc",
  "o c",
  "sf",
  "sd",
  "sac",
  "fed",
  "dc",
  "mi pais",
  "ele",
  "newton",
  "vincent",
  "south park",
  "mesa az",
  "ice",
  "customs",
  "marin",
  "vernon",
  "carson",
  "bishop",
  "el este",
]);
/** Never a place inside a longer Spanish sentence: the article. */
const article = /\b(?:la|el)\b/;

function classOf(name: string): string | undefined {
  return tables.find(([, names]) => names.has(name))?.[0];
}

/** Known names that a word or two may be a slip of, by first letter and length. */
const byInitial = new Map<string, { name: string; letters: number }[]>();
for (const [, names] of tables) {
  for (const name of names) {
    if (name.length < 6) continue;
    const key = name[0] ?? "";
    byInitial.set(key, [...(byInitial.get(key) ?? []), { name, letters: letterSet(name) }]);
  }
}

/** The class of the nearest known name within one slip (two from ten letters), if they all agree. */
function nearClass(name: string): string | undefined {
  const limit = name.length >= 9 ? 2 : 1;
  const classes = new Set<string>();
  const letters = letterSet(name);
  for (const known of byInitial.get(name[0] ?? "") ?? []) {
    if (Math.abs(known.name.length - name.length) > limit || !mayBeNear(known.letters, letters, limit))
      continue;
    if (editDistance(name, known.name, limit) <= limit) classes.add(classOf(known.name) ?? "");
  }
  const [only] = classes;
  return classes.size === 1 ? only : undefined;
}

interface Hit {
  name: string;
  place: string;
}

function exactHits(words: readonly string[], strict: boolean, capitals: boolean): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 0;
    for (let length = Math.min(longestName, words.length - at); length > 0; length--) {
      const name = words.slice(at, at + length).join(" ");
      const place = classOf(name);
      if (place === undefined) continue;
      const spoken =
        words.length <= length + 1 || /^(?:in|en|at|from|de|near|by|was|fue)$/.test(words[at - 1] ?? "");
      const capital = name === "la" && capitals;
      if (!capital && ordinary.has(name) && (strict || !spoken)) continue;
      if (
        name === "la" &&
        words.length > at + 1 &&
        article.test(name) &&
        /^(?:en|de|a|in|from|por|con|para|hasta|sobre)$/.test(words[at - 1] ?? "") &&
        !/^(?:ca|court|county|creo|i|in|but|and|y|somewhere|maybe)$/.test(words[at + 1] ?? "")
      )
        continue;
      // "it wasn't in LA" says where it was not.
      const denied =
        /(?:^| )(?:not|wasnt|isnt|no fue|no era|no es|que no es|nunca)(?: (?:in|en|at|from|the|really))*$/.test(
          words.slice(0, at).join(" "),
        );
      if (!denied) hits.push({ name, place });
      taken = length;
      break;
    }
    at += Math.max(taken, 1);
  }
  return hits;
}

const commonWords =
  /^(?:la parada|parada|county|condado|street|police|policia|somewhere|someplace|arrested|court|house|before|between|ciudad|estado|estaba|arrestaron|california|callejon|remember|forget|cerca|around|should|friend|people|beach|valley|heights|center|centre|central|county\w*)$/;

function nearHits(words: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < Math.min(words.length, 30); at++) {
    for (const length of [3, 2, 1]) {
      const part = words.slice(at, at + length);
      const name = part.join(" ");
      if (part.length < length || name.length < 6 || (length === 1 && commonWords.test(name))) continue;
      const place = nearClass(name);
      if (place === undefined) continue;
      hits.push({ name, place });
      at += length - 1;
      break;
    }
  }
  return hits;
}

/** "Houston, TX", "Tucson AZ", "in NV". */
function namesState(text: string, words: readonly string[]): boolean {
  if (stateCodes.has(words.at(-1) ?? "")) return true;
  const capital = /(?:,\s*|^)([A-Z]{2})\s*\.?$/.exec(text.trim());
  return (
    capital !== null &&
    stateCodesInCapitals.has(capital[1] ?? "") &&
    !(capital[1] === "LA" && words.length === 1)
  );
}

const courtPlace =
  /\b(?:case|court|trial|caso|corte|juicio|charged|convicted|sentenced|me juzgaron|pled|plead)\b(?: (?:was|is|were|it|fue|era|estaba|i|went|had|took place|happened|date|a|the|la|mi|my))* (?:in|en|at|from|de|up in|over in|out of) (.+)$/;
const livedPlace =
  /\b(?:(?:i )?(?:live|lived|living|stay|stayed|born|grew up|was living|moved|vivo|vivia|naci|creci|soy|im|i am|was)) (?:in|from|en|de|out|a|to|over in) (?:\w+ ){0,2}?\w+(?= (?:but|pero|and|y|though|aunque|when|cuando)\b)/g;

/** "I lived in Vegas but the case was in Pomona": where the court was, when that is told apart. */
function ofTheCase(words: string): string {
  const match = courtPlace.exec(words);
  const court = match?.[1];
  const named = (part: string): boolean =>
    exactHits(part.split(" "), false, false).some(({ place }) => place !== "federal");
  const isToldApart =
    match !== null && court !== undefined && named(words.slice(0, match.index)) && named(court);
  if (isToldApart && !/\b(?:not|no|and|y|or|o|maybe)\b/.test(words)) return court;
  return words.replace(livedPlace, " ");
}

/**
 * Takes the message and its `plain` form; gives the places named, distinct. `exactly`: no slips forgiven,
 * for a place that was not asked for.
 */
export function readPlace(text: string, words: string, exactly = false): string[] {
  const list = ofTheCase(words)
    .replace(
      /\b(?:not|no|wasnt|isnt|no fue|nunca) (?:in |en |at |from |fue en |era en |it was )?(?:la county|los angeles county|los angeles|la|california)\b(?=.+)/g,
      (denied) =>
        laCountyPlaces.has(words) || otherCaliforniaPlaces.has(words) || otherStatePlaces.has(words)
          ? denied
          : " ",
    )
    .trim()
    .split(/ +/);
  const exact = exactHits(list, exactly, /\bL\.?A\b/.test(text) && /[a-z]/.test(text));
  const hits = exact.length > 0 || exactly ? exact : nearHits(list);
  const places = new Set(hits.map((hit) => hit.place));
  if (places.has("federal")) return ["federal"];
  if (!exactly && namesState(text, list)) return ["otherState"];
  // A named state tells which Pasadena; a named county tells which city.
  if (places.has("otherState") && hits.some((hit) => hit.place === "otherState" && hit.name.length > 3)) {
    const joint = /\b(?:and|y|or|o|then|maybe|tambien|also)\b/.test(words);
    return joint && places.size > 1 ? [...places] : ["otherState"];
  }
  const county = hits.find((hit) => /\b(?:county|condado|countie)\b/.test(hit.name));
  if (county !== undefined && places.size > 1 && !/\b(?:and|y|or|o|then|maybe)\b/.test(words))
    return [county.place];
  return [...places];
}
