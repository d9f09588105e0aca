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

/** A wish for a person in a longer sentence: someone to talk with, or a human being asked for. */
const wantsPerson: readonly RegExp[] = [
  /^(?:(?:but|and|so|ok|hey|look|pero|y|mire|oiga|first|before|no) )*(?:can|could|may|i|id|im|let|is there|isnt there|are there|please|put|get|give|how|do you have|where|we|my|quiero|quisiera|necesito|ocupo|puedo|puede|pueden|podria|prefiero|me gustaria|hay|no hay|denme|deme|paseme|como|deje|dejeme|que)\b(?=.* (?:talk|speak|chat|text|hablar|hable|platicar|comunicar\w*|atienda|atiendan|atender|ayude|conteste|explique)\b)(?:(?! (?:with|for|on) (?:my|mi) (?:lawyer|boss|judge)).)* (?:(?:real|live|actual|human|una?|otra|algun) )?(?:person|human|someone|somebody|lawyer|attorney|persona|humano|alguien|abogad[oa]|licenciad[oa])(?: (?:real|live|de verdad|first|primero|instead|mejor|please|por favor|porfavor|about (?:this|it|my case)|on the phone|por telefono|de (?:esto|carne y hueso)|y no (?:con )?una maquina|no una maquina|not a (?:machine|bot|robot|computer)|in spanish|en espanol|now|today|ahorita|ya|there|here|ahi|antes|before (?:i|this)(?: \w+){0,4}))*$/,
  /^(?:(?:but|and|so|ok|pero|can|could|i|id|like|want|need|to|get|me|give|have|please|is|there|are|quiero|necesito|que|hay|una|un|a|an|any|algun|alguna|con) )+(?:(?:real|live|actual) )?(?:person|human|lawyer|attorney|persona|humano|abogad[oa])(?: (?:real|on the phone|de verdad|please|por favor|i can (?:talk|speak) (?:to|with)|to (?:talk|speak) (?:to|with)|available|disponible|ahi|there|que me (?:atienda|ayude|explique|conteste)|no una maquina|not a (?:bot|machine|robot)))+$/,
];

const callMe: readonly RegExp[] = [
  /^(?:(?:please|can|could|you|u|someone|somebody|somone|a person|have|i|want|need|would|like|to|be|get) )*(?:call|calls|called|phone|ring) (?:me|back|us|me back)(?: (?:back|please|pls|now|today|tomorrow|asap|instead|at this number|on this number|when you can))*$/,
  /^(?:(?:que|me|puede|pueden|podria|podrian|quiero|quisiera|alguien|una persona|favor de|necesito|mejor) )*(?:llamar|llamarme|llame|llamen|llameme|llamenme|marqueme|marquenme|marcarme|hablenme por telefono|una llamada|hablarme por telefono)(?: (?:por favor|porfavor|porfa|alguien|una persona|a este numero|mejor|ahorita|manana|hoy))*$/,
];

/** Those people fear, as the end of a question about who we are. */
const feared =
  "(?:ice|immigration|scam|police|cops?|narcs?|migra|migracion|inmigracion|estafa|policias?|fbi|feds?|fraude|gobierno|government|court|corte|sheriffs?|fiscal|fiscalia)";
const told =
  "(?:ice|immigration|migra|migracion|inmigracion|police|policia|cops|feds|fbi|government|gobierno)";
const whoSentences: readonly RegExp[] = [
  // are you with ICE? · u a cop · ¿no serán de la migra?
  new RegExp(
    `^(?:(?:you|yall|are|r|is|do|does|will|was|but|wait|and|ok|so|que|pero|y|entonces|acaso|no|hey|oiga|oye|usted|ustedes|eres|es|son|sera|seran|esto|eso|este|this|it|its) )+(?:\\w+ ){0,5}${feared}(?: (?:or|o|right|verdad|then|or something|or what|or real|or not|no|oficial|trap|trampa|agent|agents|people|officer))*$`,
  ),
  // quién me está mandando esto · who keeps sending these
  /^(?:(?:but|and|ok|hey|wait|pero|y|oiga|oye) )*(?:who|quien|quienes)(?: \w+){0,4} (?:texting|messaging|sending|writing|behind|running|asking|contacting|talking|mandando|mandan|manda|mando|enviando|envia|escribiendo|escribe|escriben|preguntando|pregunta|preguntan|contactando|hablando|atras|detras|esto)(?: (?:me|this|these|it|messages?|texts?|number|esto|de esto|eso|estos|este|mensajes?|conmigo|to me|numero|aqui))*$/,
  // who do you work for · ¿para quién trabajan?
  /^(?:(?:but|and|ok|pero|y) )*(?:who|whom) (?:do|are|is) (?:you|u|this)(?: \w+){0,3}(?: (?:for|with|from|again))?$|^(?:para|con|de) quien (?:trabaja[ns]?|habla[ns]?|estoy hablando|vien\w+|es esto|son)\b.{0,20}$/,
  // how did you get my number · ¿quién les dio mi celular?
  /^(?:(?:but|and|ok|hey|so|pero|y|oiga) )*(?:how|where|who|did|como|de donde|quien)\b(?: \w+){0,5} (?:get|got|getting|have|find|found|give|gave|given|give you|sac\w+|consig\w+|obtuv\w+|tien\w+|dio|dieron|agarr\w+)(?: \w+){0,2} (?:my|mi) (?:number|phone|cell\w*|num\w*|telefono|tel|info\w*|datos)(?: (?:from|de donde))?$/,
  // what will you do with my name · is my info safe · ¿qué van a hacer con mis datos?
  /^(?:(?:but|and|ok|so|pero|y) )*(?:what|que)\b(?: \w+){0,5} (?:do|doing|done|happens?|hac\w+|pasa)(?: (?:with|to|con))? (?:all )?(?:my|mi|mis|the|this|la|esta|lo) (?:info\w*|data|name|answers|number|datos|nombre|informacion|respuestas|que (?:escribo|mando|contesto))$|^(?:(?:but|and|ok|so|pero|y) )*(?:is|are|es|esta|estan|son) (?:this|it|my|all this|mi|mis|esto|la|toda)?(?: \w+){0,2} ?(?:safe|private|secure|confidential|anonymous|legit|legitimate|real|seguros?|segura|privad[oa]s?|confidencial(?:es)?|de verdad|de fiar)(?: (?:here|with you|or what|or not|verdad|right|o no|number|aqui|con ustedes))*$/,
  /^(?:(?:but|and|ok|so|pero|y) )*(?:are you|r you|you|you guys|usted es|ustedes son|es usted|son ustedes|eres|son)(?: \w+){0,3} (?:lawyers?|attorneys?|law firm|abogad[oa]s?|licenciad[oa]s?)(?: (?:or|o|or what|o que|verdad|right|or something|no))*$/,
  // will ICE see this · do you share it with the police · ¿le van a dar mis datos a la migra?
  new RegExp(
    `^(?:(?:but|and|ok|so|and|pero|y|que) )*(?:(?:will|can|does|do|would|could|is) (?:the )?${told}(?: \\w+){0,3} (?:see|get|know|find|have|read|look|gonna)\\b|(?:will|do|does|would|can|could|are|is) (?:you|u|yall|this|they|it|my \\w+)(?: \\w+){0,7} (?:to|with|by) (?:the )?${told}|(?:(?:le|les|se|lo|me|no|esto|nos) )*(?:van a |va a |vas a )?(?:(?:lo|la|los) )?(?:da|dar|dan|pasar|pasan|mandar|mandan|manda|decir|dicen|dice|avisar|avisan|compartir|comparten|comparte|entregar|entregan|llegar|llega|trabaja\\w*)(?: \\w+){0,5} (?:a|con|para) (?:la |el |los )?${told})(?: \\w+){0,5}$`,
  ),
];
/** Telling of an arrest or a case is an answer, though police stand in it. */
const tellsOfCase =
  /\b(?:caught|busted|arrest\w*|stopped|found|was|were|had|agarr\w+|detuv\w+|paro|pararon|fue|era|estaba|encontr\w+|my case|mi caso)\b/;

/** "Why do you need that", "¿pa qué quieren mi nombre?": what we ask for, and wanting it. */
const whySentence =
  /^(?:(?:but|and|so|ok|hey|wait|pero|y|oiga|oye|entonces|a ver) )*(?:(?:why|how come|for what|what) (?:do|does|are|is|did|would|should|must|you|u|yall|i|all)\b(?: \w+){0,5} (?:need|want|ask|asking|know|care|matter|matters|required|requires?|necessary|important|have to (?:give|tell|say)|gotta|tell you|give you)\b.*|what (?:do|would|does|is|are)(?: \w+){1,8} for|(?:eso )?(?:(?:para|por|pa) ?que|pq|xq|porque|por ?q|para ?q|pa ?q)(?: \w+){0,3} (?:quier\w+|necesit\w+|pregunt\w+|pide|piden|pedir|ocupa\w*|sirve|importa|saber|tengo que|hay que|debo|interesa)(?: \w+){0,6}|(?:para|por|pa) ?que (?:les sirve|le sirve|es |tanta |tantas )?(?:eso|esto|esa|pregunta|preguntas|informacion|mi \w+(?: \w+){0,3}))$/;
/** Asking why the case went as it did is no question about ours. */
const aboutTheCase =
  /\b(?:case|caso|arrest\w*|dismiss\w*|charge\w*|cargo\w*|record|denied|job|trabajo|deport\w*|pay|pagar|court|corte|lawyer|abogado)\b/;

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
    if ([...talkToPerson, ...wantsPerson].some((pattern) => pattern.test(bare)) || saidApart(text, set))
      return "person";
    if (callMe.some((pattern) => pattern.test(bare))) return "callMe";
  }
  if (bare.length > longestCommand) return undefined;
  if (asksWho(bare)) return "who";
  if (whySentence.test(bare) && !aboutTheCase.test(bare)) return "why";
  const parts = clauses(text).map(withoutCourtesy);
  if (parts.length > 1) {
    // "Who is this? Are you ICE?" asks twice.
    if (parts.every((part) => whoPhrases.has(part) || asksWho(spelledOut(part)))) return "who";
    if (parts.every((part) => finishPhrases.has(part))) return "finish";
  }
  return languageWish(bare);
}

/** Takes a clause; true when it asks who writes here, or whom they tell. */
function asksWho(words: string): boolean {
  return !tellsOfCase.test(words) && whoSentences.some((pattern) => pattern.test(words));
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
