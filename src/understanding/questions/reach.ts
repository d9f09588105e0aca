/**
 * How somebody can be reached by a person: whether to call them, when, whether a message may be left, how soon, and
 * whether their answers may be handed over. Words alone; numbers of choices are read before.
 */
import { clauses, plain } from "../text.ts";
import { leadingYesNo, readYesNo } from "../yesNo.ts";

export type ReachChoice = "callMe" | "iWillCall" | "notMine";
export type CallTime = "morning" | "afternoon" | "evening" | "any";

const notMine =
  /\b(?:(?:not|isnt|wasnt|aint|never) (?:me|my|mine|him|her|his|hers)\b(?! (?:phone|number|cell|job|name is))|wrong (?:person|man|woman|guy|case)|(?:some(?:one|body) elses?|another (?:person|man|woman)s?|different person)(?: case)?|case (?:is|belongs to) (?:someone|somebody|another)|no (?:soy|fui|era) yo|no es (?:mi|el|la|mia|mio|de mi)(?: (?:caso|mio|mia|mi))?$|no es (?:mi caso|mi record|mio|mia|de el|de ella|suyo|suya)|(?:ese|este) (?:caso )?no es (?:mio|mia|mi caso)|no (?:es|fue) mi caso|(?:es|debe ser|ha de ser) (?:de )?(?:otra persona|otro|otra)|de otra persona|persona equivocada|se equivocaron)\b/;

/** "That is not my case", "no soy yo": the case that was confirmed is another's. Takes a message as typed. */
export function saysNotMine(text: string): boolean {
  const words = plain(text);
  return words.length <= 120 && notMine.test(words);
}

const noCall =
  /\b(?:dont|do not|no need to|please dont|never) (?:call|phone|ring)\b|\bno (?:calls?|me (?:llame|llamen|marque|marquen)\w*|quiero que (?:me )?llam\w*|hace falta|llamadas?)\b/;
const iCall =
  /\b(?:i(?:ll| will| would| can| could| am going to| want to| would rather|d rather| prefer to| may| might)?|ill|let me|going to|gonna) (?:just )?(?:call|phone|ring|do it|reach out|go)(?! me\b)|\bcall (?:you|them|myself|later)\b|\b(?:yo|mejor) (?:\w+ )?(?:llamo|marco|hablo|llamare|les llamo|los llamo)\b|\b(?:les|los|le|te) (?:llamo|marco|hablo|llamare)\b|^(?:llamo|llamare|marco)\b|\b(?:voy a|puedo|prefiero|quiero) (?:llamar|marcar|hablar)(?:les|los)?(?: yo)?$|\bllamo (?:yo|luego|despues|manana)\b/;
const nothing =
  /^(?:(?:no )?(?:nothing|nada)(?: (?:more|else|mas|thanks|gracias))*|never ?mind|forget it|forget about it|olvidelo|olvidalo|dejelo|dejalo|neither|ninguna?|ninguna de las dos|go on|continue|keep going|continuar|continue por favor|sigamos|adelante con el caso|cancel|cancelar|no hace falta|skip it|later|luego|despues|not now|ahora no|just the number|solo el numero)$/;
const callMe =
  /\b(?:call|phone|ring) (?:me|us|back)\b|\bcallback\b|\b(?:give|get|want|need|have) (?:me )?(?:a|the) call\b|\ba call(?: back)?\b|\bcalled\b|\byou (?:can )?call\b|\b(?:que )?(?:me|nos) (?:llame|llamen|llama|llaman|marque|marquen|hable|hablen)\b|\b(?:llameme|llamenme|llamame|marqueme|marquenme|hableme|hablenme)\b|\b(?:una llamada|llamada)\b|\bdevuelv\w+ la llamada\b|^(?:ustedes|you)$/;

/** Takes a message as typed; gives how the person wants to talk, or undefined. "No" wants no call. */
export function readReach(text: string): ReachChoice | undefined {
  const words = plain(text);
  if (saysNotMine(text)) return "notMine";
  if (noCall.test(words) || nothing.test(words)) return "iWillCall";
  if (callMe.test(words)) return "callMe";
  if (iCall.test(words)) return "iWillCall";
  const whole = readYesNo(words);
  return whole === undefined ? undefined : whole ? "callMe" : "iWillCall";
}

const thisNumber =
  /\b(?:this|same|my|the) (?:number|one|phone|cell|cel|line|cellphone)\b(?! is\b)|^(?:this|same|here|this is fine)$|\b(?:number|one) (?:i am|im) (?:texting|using|on)\b|\b(?:este|ese|el mismo|mismo|mi) (?:numero|cel|celular|telefono|cell)\b(?! es\b)|^(?:este|el mismo|a este|aqui|por aqui|aqui mismo|aqui esta bien)\b/;

/**
 * "This number", "al mismo": the phone that is texting. Takes a message as typed.
 * @param asked it was asked which number, so that a plain yes says so too.
 */
export function saysThisNumber(text: string, asked = false): boolean {
  const words = plain(text);
  return thisNumber.test(words) || (asked && readYesNo(words) === true);
}

/** Takes a message as typed; true when it wants no call after all. */
export function declinesCall(text: string): boolean {
  const words = plain(text);
  return noCall.test(words) || nothing.test(words) || readYesNo(words) === false;
}

const anyTime =
  /\b(?:any ?(?:time|hour|day)|whenever|all day|doesnt matter|does not matter|dont care|no preference|flexible|always|either|cualquier (?:hora|hr|momento|dia|rato)|cuando (?:sea|quiera\w*|pueda\w*|gusten?)|a la hora que (?:sea|quiera\w*|pueda\w*|guste\w*)|todo el dia|a todas horas|(?:me )?da igual|no importa|siempre|es igual)\b/;
const morning =
  /\b(?:mornings?|early|breakfast|before (?:noon|lunch|work|1[0-2])|(?:en|por|de) la manana|en las mananas|por las mananas|mananas|mananita|temprano|tempranito|antes (?:del mediodia|de las (?:1[0-2]|doce)|del trabajo|de mediodia))\b/;
const afternoon =
  /(?<!before )(?<!antes del )(?<!antes de )\b(?:afternoons?|noon|midday|lunch ?(?:time|break|hour)?|mediodia|medio dia|(?:en|por|de|a) la tarde|tardes?|tardecita|almuerzo|lonche|hora de comida|despues de comer)\b/;
const evening =
  /\b(?:evenings?|nights?|tonight|late|(?:after|off|get off|out of) work|after (?:dinner|school)|noches?|nochecita|despues (?:del|de mi) (?:trabajo|jale|chamba)|(?:saliendo|salgo|al salir) del? (?:trabajo|jale|la chamba)|despues de cenar)\b/;
const days =
  /\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?\b|\bweek ?(?:days?|ends?)\b|\btomorrow\b|\btoday\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|\bentre semana\b|\bfin(?:es)? de semana\b|\bmanana\b|\bhoy\b/;
/** An hour with what marks it as one: "after 5", "10 am", "a las 3", "5:30", "9-11". */
const clock =
  /\b(?:after|before|around|about|at|by|from|between|until|till|past|las|la|como a las|desde|entre|hasta)? ?(\d{1,2})(?: ?(?:00|15|30|45))?(?: (?:(?:to|a|and|y|or|o|until|hasta|las|or) )*(\d{1,2})(?: ?(?:00|15|30|45))?)? ?(am|a m|pm|p m|oclock|de la manana|de la tarde|de la noche|hrs?|horas)?\b/;
const clockCue =
  /\b(?:after|before|around|about|at|by|from|between|until|till|past|las|la|desde|entre|hasta)\b|\d ?(?:am|pm|oclock|hrs?)\b|\d [ap] m\b|\d{1,2} (?:00|15|30|45)\b|\d{1,2} (?:to|a|and|y) \d|^\d{1,2} \d{1,2}$/;

/** Takes a message as typed; gives the part of the day, or undefined. Named days alone are any time of theirs. */
export function readCallTime(text: string): CallTime | undefined {
  const words = plain(text);
  if (anyTime.test(words)) return "any";
  const named = (
    [
      ["morning", morning],
      ["afternoon", afternoon],
      ["evening", evening],
    ] as const
  ).filter(([, pattern]) => pattern.test(words));
  const [first] = named;
  if (first !== undefined) return named.length === 1 ? first[0] : "any";
  return clockTime(words) ?? (days.test(words) ? "any" : undefined);
}

function clockTime(words: string): CallTime | undefined {
  if (!clockCue.test(words)) return undefined;
  const match = clock.exec(words);
  const hour = Number(match?.[1]);
  if (!match || hour > 24) return undefined;
  // "9 to 5" is the whole day; "2 to 4" is told by where it begins.
  const end = Number(match[2]);
  const half = match[3]?.replace(" ", "").slice(0, 2);
  if (hour >= 7 && hour <= 11 && end >= 3 && end <= 8) return "any";
  if (half === "am" || (half === undefined && hour >= 7 && hour <= 11)) return "morning";
  const [afternoonEnds, noon] = [17, 12];
  const of24 = hour < 12 && (half === "pm" || hour < 7) ? hour + noon : hour;
  return of24 < noon ? "morning" : of24 < afternoonEnds ? "afternoon" : "evening";
}

type YesNo = "yes" | "no";

const asYesNo = (yes: boolean | undefined): YesNo | undefined =>
  yes === undefined ? undefined : yes ? "yes" : "no";

/** A whole yes or no, one at the front, or one a clause begins with. */
function yesOrNo(text: string): YesNo | undefined {
  const words = plain(text);
  const parts = clauses(text);
  return (
    asYesNo(readYesNo(words)) ??
    asYesNo(leadingYesNo(words)?.yes) ??
    (parts.length > 1 ? asYesNo(readYesNo(parts[0] ?? "")) : undefined)
  );
}

const noMessage =
  /\b(?:(?:no|dont leave|do not leave|without|not) (?:a |any |me )?(?:messages?|voice ?mails?)|dont leave|no dejen?|sin (?:mensajes?|recados?)|ningun mensaje|no (?:quiero|deje|dejen|dejar) (?:un |ningun )?(?:mensaje|recado))\b/;
const aMessage =
  /\b(?:(?:leave|a|the) (?:me )?(?:a )?(?:message|voice ?mail)|voice ?mail|message is (?:ok|fine)|dejen?(?:me)? (?:un |el )?(?:mensaje|recado)|(?:con|un) (?:mensaje|recado)|dejar (?:un )?(?:mensaje|recado)|buzon)\b/;

/** May a message be left? Takes a message as typed. */
export function readLeaveMessage(text: string): YesNo | undefined {
  const words = plain(text);
  if (noMessage.test(words)) return "no";
  return yesOrNo(text) ?? (aMessage.test(words) ? "yes" : undefined);
}

const leaving =
  /\b(?:leave(?! (?:me|us) alone)|dej(?:ar|en?|es)(?! de\b))(?: \w+){0,3} (?:message|voice ?mail|mensaje|recado)s?\b|^(?:(?:please|mejor|pues|ok) )*(?:no|sin|without) (?:(?:a|any|un|ningun) )?(?:message|voice ?mail|mensaje|recado)(?: (?:please|thanks|gracias|por favor|mejor))*$/;
const stopping = /\b(?:stop|quit|unsubscribe|alto|basta|par[ae]n?|text\w*|mande\w*|escrib\w*|envi\w*)\b/;

/**
 * "No dejen mensaje": no message after a call, where that is asked. Anywhere else such words ask us to stop writing, so
 * only what speaks of leaving one, or of a single one, is heard so. Takes a message as typed.
 */
export function refusesMessage(text: string): boolean {
  const words = plain(text);
  return readLeaveMessage(text) === "no" && leaving.test(words) && !stopping.test(words);
}

const notUrgent =
  /\b(?:not (?:urgent|this week|yet|really|in a hurry)|no (?:rush|hurry|court|date|job|es urgente|hay prisa|tengo prisa|esta semana|tengo (?:corte|cita|trabajo)|urge|corre prisa)|can wait|next (?:week|month)|puede esperar|sin prisa|la (?:otra|proxima) semana|el (?:otro|proximo) mes)\b/;
const isUrgent =
  /\b(?:urgent\w*|asap|emergency|right away|hurry|this week|tomorrow|today|court|hearing|judge|interview|job|employer|background|offer|deadline|(?:mon|tues|wednes|thurs|fri)day|urge|urgencia|emergencia|esta semana|manana|hoy|corte|audiencia|juez|cita|entrevista|trabajo|empleo|chamba|jale|patron|lunes|martes|miercoles|jueves|viernes|lo mas pronto|cuanto antes)\b/;
const cannotWait = /\b(?:no (?:se )?puede esperar|cannot wait|cant wait)\b/;

/** Is there a job or a court date this week? Takes a message as typed. */
export function readUrgent(text: string): YesNo | undefined {
  const words = plain(text);
  if (cannotWait.test(words)) return "yes";
  if (notUrgent.test(words)) return "no";
  return yesOrNo(text) ?? (isUrgent.test(words) ? "yes" : undefined);
}

const keepsHere =
  /\b(?:dont|do not|keep (?:it|them)(?: here| private)?|no (?:las|los|les|la|lo|se) \w+|no (?:quiero|den|de|manden|pasen|compartan)|mejor no|que no)\b/;
const handsOver =
  /\b(?:hand (?:it|them) over|send (?:it|them)|give (?:it|them)|share (?:it|them)|go ahead|that is fine|pueden? (?:darla?s?|darsela?s?|pasarla?s?|mandarla?s?)|(?:den|pasen|manden)se?la?s?|de acuerdo|adelante)\b/;

const ownAnswers =
  /\b(?:my|mis|mi) (?:answers?|information|info|details|data|name|case|respuestas?|datos|informacion|nombre|caso)\b/;
const writing = /\b(?:text\w*|messag\w*|mensaj\w*|escrib\w*|sms|contact\w*)\b/;

/** "No manden mis respuestas": nothing is to be handed over, where that is asked; no wish to stop our texts. */
export function refusesConsent(text: string): boolean {
  const words = plain(text);
  return readConsent(text) === "no" && ownAnswers.test(words) && !writing.test(words);
}

/** May the answers be handed over? Takes a message as typed; a no anywhere in it counts. */
export function readConsent(text: string): YesNo | undefined {
  const words = plain(text);
  if (keepsHere.test(words)) return "no";
  return yesOrNo(text) ?? (handsOver.test(words) ? "yes" : undefined);
}
