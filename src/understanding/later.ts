/**
 * Does a message put the talk off? "Remind me", or that it does not suit now: at work, on the road, the paper has yet to
 * be found. As a whole message, like every word that works at any question; the opt-out and the other words come first.
 */
import { plain, withoutCourtesy } from "./text.ts";

/**
 * `remind` and `remindTomorrow` ask for one text later on; `later` says that it does not suit now; `search` that
 * something must be looked for first.
 */
export type Wish = "remind" | "remindTomorrow" | "later" | "search";

const reminders = [
  "(?:(?:can|could|will|you|u|i want|i need|id like|send|text|give|me|a|one|the|yes|get) )*(?:remind|reminder|reminders|remindme)(?: (?:me|text|message|later|later on|in a bit|in a while|then|today|tonight|after work))*",
  "(?:(?:me|si|quiero|quisiera|mande|mandeme|manden|mandenme|mandame|un|el|puede|podria|pueden|favor de|que) )*(?:recordar|recordarme|recuerda|recuerdame|recuerde|recuerdeme|recuerden|recuerdenme|recordatorio|aviseme|avisenme|avisame)(?: (?:luego|mas tarde|despues|al rato|hoy|en la noche|un mensaje))*",
];
const tomorrow = " (?:for |para |hasta )?(?:tomorrow|tomorrow morning|in the morning|manana|manana temprano)";

const laters = [
  "(?:(?:ill|i will|i can|can i|could i|let me|lets|we can|maybe|probably|do|finish|continue|reply|answer|respond|send|text|get|come|go|on|back|to|you|this|that|it|not now|right now) )*(?:later|later on|a bit later|in a (?:bit|while|minute|moment|sec|second)|another time|some other time|tomorrow|tonight|after work)(?: (?:today|maybe|then))*",
  "(?:(?:i|im|i am|right now|really|kinda|still|sorry) )*(?:busy|at work|working|driving|in a meeting)(?: (?:right now|now|at the moment|today|rn))*",
  "(?:i )?(?:cant|cannot|can not)(?: (?:talk|text|do this|do it|answer|reply))* (?:right now|rn|now|at the moment|today)",
  "(?:hold on|hang on|wait|brb|be right back|(?:(?:wait|just|give me|gimme|hold on) )*(?:a|one|1) (?:min|minute|moment|sec|second|bit))",
  "(?:(?:mejor|lo|le|la|se lo|te lo|yo|tal vez|a lo mejor|hago|sigo|seguimos|contesto|respondo|mando|busco|termino|hablamos|aviso|escribo|vemos|hasta|pero|y|al rato|luego|despues) )*(?:luego|lueguito|despues|al rato|al ratito|mas tarde|mas al rato|otro dia|otro rato|manana|en la noche|en un rato|en un momento|en otro momento|saliendo del trabajo|cuando (?:llegue a (?:la |mi )?casa|salga(?: del trabajo)?|pueda|tenga tiempo))(?: (?:le|lo|la|se lo|te lo|yo|sigo|seguimos|contesto|respondo|mando|hago|termino|aviso|escribo|hablamos|vemos|mejor))*",
  "(?:(?:es que|yo|pero|la verdad|ahorita|orita|ahora) )*(?:ando|estoy|sigo) (?:muy )?(?:ocupad[oa]|trabajando|manejando|en el (?:trabajo|jale)|en la chamba|en junta)(?: (?:ahorita|orita|ahora|por ahora|por el momento|hoy))*",
  "(?:(?:es que|yo|pero|la verdad) )*(?:(?:ahorita|orita|ahora|por ahora|por el momento|hoy) (?:no puedo|no tengo tiempo|voy manejando)|(?:no puedo|no tengo tiempo|voy manejando)(?: (?:contestar|hablar|escribir|seguir))*(?: (?:ahorita|orita|ahora|por ahora|por el momento|hoy)))(?: (?:contestar|hablar|escribir|seguir|luego|mejor luego|mejor))*",
  "(?:espere|espereme|esperame|permitame|permiteme|aguante|aguanteme)(?: (?:tantito|un (?:momento|momentito|minuto|rato|ratito)))?|(?:(?:deme|dame|denme) )?(?:un (?:momento|momentito|minuto|segundo|rato|ratito)|unos minutos|tantito)|(?:ahorita|ya) vengo",
];

const searches = [
  "(?:(?:i|ill|i will|id|would|let me|have|need|got|gotta|to|go|first|hold on|wait) )+(?:look|look for|search|search for|find|get|go get|dig up|check|see)(?: (?:for|the|my|that|those|old|court|case|some))*(?: (?:it|them|papers?|paperwork|documents?|letter|number|file))?(?: (?:first|at home|later|tomorrow))*",
  "(?:(?:tengo que|hay que|voy a|necesito|deje|dejeme|dejame|permitame|ahorita|primero|lo|los|la|las|ir a) )+(?:buscar(?:lo|los|la|las)?|busco|encontrar(?:lo|los)?|checar(?:lo|los)?|checo|sacar(?:lo|los)?|ver)(?: (?:el|los|la|mi|mis|ese|esos|unos|en|de|del|a))*(?: (?:papel|papeles|papelito|documentos?|numero|numero de(?:l)? caso|carta|casa))?(?: (?:de la corte|primero|en (?:la |mi )?casa|luego|manana))*",
];

const whole = (patterns: readonly string[], end = "") => new RegExp(`^(?:${patterns.join("|")})${end}$`);
const wishes: readonly (readonly [Wish, RegExp])[] = [
  ["remindTomorrow", whole(reminders, tomorrow)],
  ["remind", whole(reminders)],
  ["search", whole(searches)],
  ["later", whole(laters)],
];

/** Anything longer is an answer or a story. */
const longest = 80;

/** Takes a message as typed; gives the wish that the whole of it is, or undefined. */
export function readWish(text: string): Wish | undefined {
  const words = plain(text);
  const bare = withoutCourtesy(words);
  if (bare.length > longest) return undefined;
  return wishes.find(([, pattern]) => pattern.test(bare) || pattern.test(words))?.[0];
}
