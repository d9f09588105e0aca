/**
 * The words that work at every question, matched as the whole message after folding, never by prefix:
 * "Stopford", "yesterday" and "ayudante" are answers.
 */
import { clauses, plain, withoutCourtesy } from "./text.ts";
import { commandPhrases, skipPhrases, type WholeMessage } from "./data/commandPhrases.ts";

const talkToPerson: readonly RegExp[] = [
  /^(?:(?:can|could|may|let|please|i|we|me|id|would|want|wanna|need|like|prefer|rather|just|to|is there|someone|a way|way|be able|get) )*(?:talk|speak|chat|get connected|connect me|connect|text|transfer me|get a hold|put me through|put me)(?: directly)? (?:to|with|of|2)(?: (?:a|an|the|my|some|any|your|one of your|actual|real|live|living|human|public|staff|legal))* (?:person|human|someone|somebody|agent|lawyer|attorney|rep|representative|operator|people|being|staff|member|worker|volunteer|advocate|defender|one)(?: (?:please|pls|now|instead|there|about this|about my case|on the phone|by phone|who speaks spanish|that speaks spanish|in spanish|in english|real|live|first|today))*$/,
  /^(?:(?:i|we|please|can|could|just|want|need|wanna|would like|id like|give me|get me|have|get|gimme|let me) )+(?:a|an|some|the)? ?(?:real |live |actual )?(?:person|human|agent|lawyer|attorney|representative|operator)(?: (?:please|pls|now|instead|to help|to help me|to talk to))*$/,
  /^(?:(?:quiero|quisiera|necesito|me gustaria|puedo|podria|prefiero|deseo|deje|dejeme|mejor|me puede|puede|pueden|me pueden|se puede|como puedo|donde puedo|poder) )*(?:hablar|platicar|comunicar|comunicarme|conectar|conectarme|pasar|pase|paseme|comuniqueme|pasarme|transferir|transfierame|chatear)(?: directamente)? (?:con|a|al)(?: (?:un|una|el|la|mi|algun|alguna|otra|su|un ser))* ?(?:persona|humano|alguien|abogad[oa]|licenciad[oa]|agente|operador[oa]?|representante|gente|asesor[oa]?|defensor|ser humano|encargado)(?: (?:por favor|porfavor|real|de verdad|mejor|ya|publico|que hable espanol|en espanol|por telefono|de ahi|ahorita))*$/,
  /^(?:(?:quiero|quisiera|necesito|me gustaria|prefiero|denme|deme|paseme|pongame) )+(?:a |con )?(?:un|una|el|la|al)? ?(?:persona|humano|abogad[oa]|licenciad[oa]|operador[oa]?|representante|agente)(?: (?:real|por favor|porfavor|que me ayude|de verdad|ya))*$/,
];

const callMe: readonly RegExp[] = [
  /^(?:(?:please|can|could|you|u|someone|somebody|somone|a person|have|i|want|need|would|like|to|be|get) )*(?:call|calls|called|phone|ring) (?:me|back|us|me back)(?: (?:back|please|pls|now|today|tomorrow|asap|instead|at this number|on this number|when you can))*$/,
  /^(?:(?:que|me|puede|pueden|podria|podrian|quiero|quisiera|alguien|una persona|favor de|necesito|mejor) )*(?:llamar|llamarme|llame|llamen|llameme|llamenme|marqueme|marquenme|marcarme|hablenme por telefono|una llamada|hablarme por telefono)(?: (?:por favor|porfavor|porfa|alguien|una persona|a este numero|mejor|ahorita|manana|hoy))*$/,
];

const whoSentence =
  /^(?:(?:are|r|is|do|does|will|was|but|wait|and|ok|so|que|pero|y|entonces|acaso|no|hey|oiga|oye|usted|ustedes|eres|es|son|sera|seran|esto|eso|este|this|it|its) )+(?:you|u|this|it|yall|usted|ustedes|de|del|la|el|con|ice|migra|migracion)?(?: \w+){0,4} (?:ice|immigration|scam|police|cops|migra|migracion|inmigracion|estafa|policia|fbi|fraude|gobierno|government|feds)(?: (?:or|o|right|verdad|then|or something|or what|or real|or not))*$/;

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
  if (!/\b(?:u|r|ur|yr|q|pq|xq|tho)\b/.test(words)) return words;
  return words.replace(/\b(?:u|r|ur|yr|q|pq|xq|tho)\b/g, (word) => shortForms[word] ?? word);
}

/** Anything longer is an answer or a story. */
const longestCommand = 100;

const whoPhrases = setOf("who");
const finishPhrases = setOf("finish");

function setOf(command: WholeMessage): ReadonlySet<string> {
  return commandPhrases.find(([id]) => id === command)?.[1] ?? new Set();
}

/**
 * Takes a message as typed; gives the wish that the whole of it is, or undefined. A short greeting or a
 * courtesy around it does not matter; other words do. `callMe` is a wish to be called, which some
 * questions offer as an answer; `deleteWhich` is a bare DELETE.
 */
export function readCommand(text: string): WholeMessage | undefined {
  const whole = spelledOut(plain(text));
  const bare = withoutCourtesy(whole);
  for (const [command, set] of commandPhrases) {
    if (set.has(whole) || set.has(bare)) return command;
    if (command !== "person" || bare.length > longestCommand) continue;
    if (talkToPerson.some((pattern) => pattern.test(bare)) || saidApart(text, set)) return "person";
    if (callMe.some((pattern) => pattern.test(bare))) return "callMe";
  }
  if (bare.length > longestCommand) return undefined;
  if (whoSentence.test(bare)) return "who";
  const parts = clauses(text).map(withoutCourtesy);
  if (parts.length > 1) {
    // "Who is this? Are you ICE?" asks twice.
    if (parts.every((part) => whoPhrases.has(part) || whoSentence.test(part))) return "who";
    if (parts.every((part) => finishPhrases.has(part))) return "finish";
  }
  return languageWish(bare);
}

/** Every clause on its own is a wish for a person: "A person, please. A lawyer." */
function saidApart(text: string, set: ReadonlySet<string>): boolean {
  const parts = clauses(text);
  return (
    parts.length > 1 &&
    parts.every((part) => set.has(part) || talkToPerson.some((pattern) => pattern.test(part)))
  );
}

/** "Can you write in Spanish?": the language named at the end of a short request. */
function languageWish(words: string): "english" | "spanish" | undefined {
  const match =
    /^(?:(?:can|could|may|i|we|you|u|please|want|need|would|like|do|does|is|me|puede|pueden|podria|se|lo|quiero|quisiera|necesito|hay|have|this|it|esto|get|switch|change|write|text|talk|speak|continue|read|send|cambiar|cambie|escribir|escriba|escribame|hablar|habla|hablas|hable|hablen|hableme|escribe|escribeme|mandame|mandemelo|digame|mande|the|el|idioma|language|a|to|mejor|all|todo|por favor|poner|ponga|someone|anyone|que|sea) )*(?:in|en|to|a|al) ?(english|spanish|ingles|espanol)$/.exec(
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
