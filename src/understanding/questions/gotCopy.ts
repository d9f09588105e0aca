/**
 * A month later: did they get the copy they went for? In plain talk; numbers of choices are read before.
 */
import { plain, withoutCourtesy } from "../text.ts";
import { leadingYesNo, readYesNo } from "../yesNo.ts";

/** `anew`: no answer, but the beginning of another conversation. */
export type GotCopy = "got" | "notYet" | "trouble" | "anew";

/** A greeting and nothing else, or a wish to look again. */
const anew =
  /^(?:(?:hi|hello|hey|hola|ola|holi|buenas|buen dia|buenos dias|buenas (?:tardes|noches)|good (?:morning|afternoon|evening)|que tal|whats up|how are you|como (?:esta|estan))(?: there| otra vez| again)? ?)+$|\b(?:(?:another|new|different|other|old) (?:case|search|lookup)|(?:look|check|search) (?:it |me )?(?:up )?(?:again|another|for (?:my|another|someone))|start (?:a )?new|otr[oa] (?:caso|busqueda|persona)|(?:nuevo caso|caso nuevo|nueva busqueda)|(?:buscar|busque|revisar|revise|checar|cheque) (?:otr[oa]|de nuevo|otra vez))\b/;

/** Trouble that there was none of. */
const noTrouble =
  /\b(?:no|without|sin|any|ningun|ninguna|zero|cero|not a|no hubo|no tuve) (?:any |ningun |ninguna |more |mas |hubo |tuve )?(?:problems?|trouble|issues?|hassle|problemas?|lios?|broncas?|pedos?)\b/g;

const trouble =
  /\b(?:trouble|problems?|problemas?|issues?|hassle|lio|lios|broncas?|dificultad\w*|difficult\w*|complica\w*|complicated|hard time|stuck|atorad[oa]|confus\w*|wrong|mistake|error|mal|rejected|denied|refus\w*|turned (?:me |us )?away|rechaz\w*|neg(?:aron|aban|o)|turned down|sent me (?:away|somewhere|to)|me mandaron (?:a|para|con)|no such record|(?:no|any) (?:record|file|case)s?|nothing (?:there|came up|on file)|no (?:hay|hubo|habia|tienen|existe) (?:nada|record|archivo|expediente|caso|registro)|(?:cant|cannot|can not|couldnt|could not|unable to|wasnt able|were not able|werent able|didnt let|wont|would not|wouldnt|doesnt|dont) (?:\w+ ){0,2}?(?:find|found|get|give|help|let|locate|show|pay|afford|understand|see|do (?:it|anything))|could ?nt|no (?:la|lo|me|nos|le|les|se)? ?(?:(?:la|lo) )?(?:pude|pudieron|pudimos|encuentran|encontraron|hallan|hallaron|halle|quieren|quisieron|dejan|dejaron|ayudan|ayudaron|atendieron|atienden|dieron|dan|entreg\w+|aparec\w+|sale|salio|entiendo|entendi)|no (?:pude|pudieron|pudimos|puedo|aparec\w+|entiendo|entendi|alcanza)|(?:too )?(?:expensive|costs?|fee|fees)|(?:muy )?car[oa]|cuesta|cobra\w*|no (?:money|tengo dinero)|(?:need|want|get|necesito|quiero|ocupo|requiero)(?: some| a little| more| un poco de| mas)? (?:help|ayuda)|help me|ayudeme|ayudenme|me ayud(?:an?|en?)\b|lost|perdieron|warrant|orden de arresto)\b/;

/** Going, or the time for it, was all that was wanting. */
const notGone =
  /\b(?:(?:no|not|never|havent|didnt|dont|couldnt|cant|could not|have not|did not) (?:\w+ ){0,3}?(?:go|gone|went|been|time|chance|tried|try|start\w*|call|called|applied|made it)|no (?:he|pude|puedo|hemos) (?:\w+ )?(?:ir|ido|podido|tenido|pedid[oa]|llamado|hecho|recogid[oa]|sacad[oa]|empezado)|no (?:fui|he ido|tengo tiempo|tuve tiempo|voy)|no me (?:la|lo|las|los) (?:han|ha)|(?:have|has) ?n[o]?t (?:\w+ ){0,2}(?:come|arrived|sent|got|gotten|received)|ha(?:vent|snt) (?:\w+ ){0,2}(?:come|arrived|sent|got|gotten|received|heard)|no (?:me )?(?:ha|han) (?:llegad|dad|mandad|entregad)\w*)\b/;

const notYet =
  /\b(?:not yet|yet|still|waiting|wait|pending|soon|later|tomorrow|next (?:week|month|day)|(?:this|on) (?:week|weekend|monday|tuesday|wednesday|thursday|friday)|almost|in process|in progress|working on (?:it|that)|(?:going|planning|need|have|want|plan) to (?:go|get|ask|pick|do|call)|gonna|will (?:go|get|do)|ill (?:go|get|do)|forgot|forgotten|busy|didnt (?:get|go|receive)|did not (?:get|go|receive)|dont have (?:it|one|that|them)|do not have (?:it|one|that|them)|todavia|aun|ahorita no|por ahora no|esper\w+|pendiente|falta\w*|pronto|luego|despues|manana|(?:la|el) (?:otra|proxima|otro|proximo|siguiente) (?:semana|mes)|la semana que (?:entra|viene)|(?:el|este|la|esta) (?:lunes|martes|miercoles|jueves|viernes|semana|mes)|casi|en (?:eso|proceso|tramite|camino)|ya mero|(?:voy|vamos|pienso|quiero|tengo que|necesito|hay que) (?:a )?(?:ir|pedir\w*|sacar\w*|recoger\w*|llamar)|ire|se me (?:olvido|paso|hizo tarde)|olvid\w+|no la tengo|no lo tengo|no tengo(?: nada| la copia| el papel)?|no la he|no lo he|ocupad[oa]|(?:how|where) (?:do|can|would) (?:i|we) (?:get|go|ask|do|start)|(?:como|donde|adonde) (?:la |lo |le |se )?(?:consigo|consigue|pido|pide|saco|saca|hago|hace|voy))\b/;

const got =
  /\b(?:(?:i|we|she|he|they|already|finally|just)(?: (?:have|ve|already|finally|just|did|sent|gave|mailed))* ?(?:got|gotten|received|picked (?:it|them) up|picked up|gave|sent|mailed)(?: (?:me|us|it|one|them|mine|the|a|my|that|what|everything))*|got (?:it|them|one|mine|the|a|my|everything|what)|gotten|received|i did|did get|have (?:it|one|the copy|my copy|everything)|picked (?:it |them )?up|in (?:my )?hand|all (?:good|set|done|taken care of)|taken care of|done|finished|worked|success\w*|came in the mail|it (?:came|arrived)|arrived|(?:ya|si) (?:la|lo|las|los|me|nos|tengo|fui|esta|quedo|estuvo|llego|salio|recib\w+|recog\w+|consegui)|(?:la|lo|las|los) (?:tengo|recibi|recogi|consegui|saque|obtuve)|tengo (?:la|mi|el|los|las|mis) (?:copia|copias|papel|papeles|orden)|me (?:la|lo|las|los) (?:dieron|entregaron|mandaron|enviaron|han dado)|me (?:dieron|entregaron|mandaron|llego|ayudaron) ?(?:la|mi|el|una|con)? ?(?:copia|papel|orden|todo)?|consegui|recibi|recogi|obtuve|saque|llego|listo|lista|arreglad[oa]|resuelto|todo (?:bien|salio|listo|esta|arreglado))\b/;

/** Takes a message as typed; gives what it says of the copy, or undefined. */
export function readGotCopy(text: string): GotCopy | undefined {
  const words = plain(text);
  const bare = withoutCourtesy(words);
  if (anew.test(words) || anew.test(bare)) return "anew";
  const whole = readYesNo(words);
  if (whole !== undefined) return whole ? "got" : "notYet";
  const said = words.replace(noTrouble, " ").trim();
  if (notGone.test(said)) return "notYet";
  if (trouble.test(said)) return "trouble";
  // "I still have it to do" waits; "I already have it" does not, whatever else it says of time.
  if (notYet.test(said)) return "notYet";
  if (got.test(said)) return "got";
  const lead = leadingYesNo(words);
  return lead === undefined ? undefined : lead.yes ? "got" : "notYet";
}
