/**
 * The words that work at every question, matched as the whole message after folding, never by prefix:
 * "Stopford", "yesterday" and "ayudante" are answers.
 */
import { clauses, plain, withoutCourtesy } from "./text.ts";
import { readYesNo } from "./yesNo.ts";
import {
  aboutTheCase,
  askedAbout,
  asksSomething,
  callMe,
  commandSentences,
  lateSentences,
  light,
  talkToPerson,
  tellsOfCase,
  wantsPerson,
  whoSentences,
  whySentence,
} from "./data/commandSentences.ts";
import { commandPhrases, skipPhrases, type WholeMessage } from "./data/commandPhrases.ts";

const shortForms: Readonly<Record<string, string>> = {
  u: "you",
  r: "are",
  ur: "your",
  yr: "your",
  q: "que",
  pq: "por que",
  xq: "por que",
  tho: "though",
};

/** Takes `plain` text and gives it with the letters people text for words as those words. */
function spelledOut(words: string): string {
  const said = words.replace(oaths, "").trim();
  const bare = said === "" ? words : said;
  if (!/\b(?:u|r|ur|yr|q|pq|xq|tho|whos|whats)\b/.test(bare)) return bare;
  return bare.replace(/\b(?:u|r|ur|yr|q|pq|xq|tho)\b/g, (word) => shortForms[word] ?? word);
}

/** Words that only say how it is meant: "who tf is this", "¿quién chingados es?" */
const oaths =
  /(?:^| )(?:tf|da|the (?:hell|heck|fuck|f)|in the world|on earth|fucking|fuckin|freaking|damn|dang|even|exactly|(?:en )?(?:chingados?|demonios|diablos|carajos?|rayos|la madre)|exactamente)(?= |$)/g;

/** Anything longer is an answer or a story. */
const longestCommand = 100;

/**
 * Takes a message as typed; gives the wish that the whole of it is, or undefined. A short greeting or a
 * courtesy around it does not matter; other words do. `callMe` is a wish to be called, which some
 * questions offer as an answer; `deleteWhich` is a bare DELETE.
 */
export function readCommand(text: string): WholeMessage | undefined {
  const whole = readWhole(plain(text));
  if (whole !== undefined || text.length > longestCommand) return whole;
  const parts = clauses(text);
  if (parts.length < 2) return undefined;
  // "Who is this? Are you ICE?" asks twice; "wait, go back" asks once.
  const only = oneWish(parts.filter((part) => !light.test(part)).map(readWhole));
  // "No, thank you" answers.
  const isAnswer = only === "finish" && parts.some((part) => readYesNo(part) !== undefined);
  return isAnswer ? undefined : only;
}

/** The wish that one message or one clause as a whole is. */
function readWhole(words: string): WholeMessage | undefined {
  const whole = spelledOut(words);
  const bare = withoutCourtesy(whole).replace(lightLead, "");
  const isShort = bare.length <= longestCommand;
  for (const [command, set] of commandPhrases) {
    if (set.has(whole) || set.has(bare)) return command;
    if (command !== "person" || !isShort) continue;
    if (personWords.test(bare) && [...talkToPerson, ...wantsPerson].some((pattern) => pattern.test(bare)))
      return "person";
    if (callMe.some((pattern) => pattern.test(bare))) return "callMe";
  }
  if (!isShort) return undefined;
  if (asksWho(bare)) return "who";
  if (whySentence.test(bare) && !aboutTheCase.test(bare)) return "why";
  return commandSentences.find(([, pattern]) => pattern.test(bare))?.[0] ?? languageWish(bare);
}

/** The wish that all of several are; to be called and to talk with a person is one. */
function oneWish(wishes: readonly (WholeMessage | undefined)[]): WholeMessage | undefined {
  const all = new Set(wishes);
  if (all.has("person")) all.delete("callMe");
  const [only] = all;
  return all.size === 1 ? only : undefined;
}

/** Where who texts as they speak begins anew: "I'd rather talk to a person can someone call me". */
const spokenStart = / (?=(?:can|could) (?:some(?:one|body)|any(?:one|body)|you)\b)/gi;

/** "Hold on let me go back" */
const lightLead =
  /^(?:(?:hold on|hold up|wait|scrap that|never mind|nevermind|espereme|espere|oops|ups) )+(?=\S+ \S)/;

/** Every wish for a person names one. */
const personWords =
  /\b(?:person|human|some(?:one|body)|any(?:one|body)|agent|lawyer|attorney|rep|representative|operator|people|being|staff|member|worker|volunteer|advocate|defender|one|persona|humano|alguien|abogad[oa]|licenciad[oa]|agente|operador[oa]?|representante|gente|asesor[oa]?|defensor|encargado)\b/;

/** A longer one tells a story. */
const longestQuestion = 14;

/** Wishes for which a clause of their own is enough where the rest answers nothing. */
const fromClause: ReadonlySet<WholeMessage> = new Set<WholeMessage>([
  "back", "again", "restart", "delete", "person", "callMe", "who", "why", "english", "spanish", "help",
]); // prettier-ignore

/**
 * Takes a message that answered nothing; gives the wish in one of its clauses ("I put the wrong name, go back"), or
 * the one that only counts where nothing was answered.
 */
export function readLateCommand(text: string): WholeMessage | undefined {
  const bare = withoutCourtesy(spelledOut(plain(text)));
  if (bare.length > longestCommand) return undefined;
  const late = lateSentences.find(([, pattern]) => pattern.test(bare));
  if (late !== undefined) return late[0];
  const asked = clauses(text)
    .map((part) => withoutCourtesy(spelledOut(part)))
    .find((part) => asksSomething.test(part) && part.split(" ").length <= longestQuestion);
  const about =
    asked === undefined || tellsOfCase.test(bare)
      ? undefined
      : askedAbout.find(([, pattern]) => pattern.test(asked))?.[0];
  if (about !== undefined && !(about === "why" && aboutTheCase.test(bare))) return about;
  const parts = clauses(text.replace(spokenStart, ". "));
  if (parts.length < 2) return undefined;
  const only = oneWish(parts.flatMap((part) => readWhole(part) ?? []));
  return only !== undefined && fromClause.has(only) ? only : undefined;
}

/** Takes a clause; true when it asks who writes here, or whom they tell. */
function asksWho(words: string): boolean {
  return !tellsOfCase.test(words) && whoSentences.some((pattern) => pattern.test(words));
}

/** "Can you write in Spanish?": the language named at the end of a short request. */
function languageWish(words: string): "english" | "spanish" | undefined {
  const match =
    /^(?:(?:can|could|may|i|we|you|u|this|please|want|need|would|like|do|does|is|me|puede|pueden|podria|se|lo|quiero|quisiera|necesito|hay|have|this|it|esto|get|switch|change|write|text|talk|speak|continue|read|send|cambiar|cambie|escribir|escriba|escribame|hablar|habla|hablas|hable|hablen|hableme|escribe|escribeme|mandame|mandemelo|digame|mande|the|el|idioma|language|a|to|mejor|all|todo|por favor|poner|ponga|someone|anyone|que|sea) )*(?:in|en|to|a|al) ?(english|spanish|ingles|espanol)(?: (?:instead|please|mejor|por favor|now|ahora|then))*$/.exec(
      words,
    );
  if (match === null) return undefined;
  return match[1] === "english" || match[1] === "ingles" ? "english" : "spanish";
}

/** Takes `plain` text; true when the whole of it says "not sure" or "skip". */
export function saysUnsure(words: string): boolean {
  const bare = withoutCourtesy(words).replace(
    / (?:exactly|exactamente|anymore|any more|really|honestly|sorry|perdon|lo siento|tbh|man|bro|pero|the year|the date|el ano|la fecha|exact|it)$/,
    "",
  );
  return skipPhrases.has(words) || skipPhrases.has(bare) || skipPhrases.has(withoutCourtesy(words));
}
