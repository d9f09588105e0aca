/**
 * Does a message ask us to stop writing? Whole-message words, their common misspellings, and any plain wish
 * in a sentence (47 CFR 64.1200(a)(10): any reasonable means, any language). A complaint, a name or a story
 * that merely holds such a word is none.
 */
import { holdsWish } from "./optOutInside.ts";
import { clauses, phraseSet, plain, withoutCourtesy } from "./text.ts";

const wholeMessages = phraseSet(`
stop promotions|detener promociones|stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt out|opt me out|remove|remove me|unsub
alto|parar|pare|paren|para|parale|parele|parenle|basta|baja|cancelar|cancela|cancele|cancelen|salir|salirme|detener|detenga|detengan|detengase
no mas|no quiero mas|ya no quiero mas|ya no quiero|no mas mensajes|no mas por favor|ya basta|ya no mas|ya no mensajes|ya paren|ya parale|ya pare|ya parele|dar de baja|darme de baja|desuscribir|desuscribirme|alto ya|ya estuvo basta
stpo|sotp|stopp|sttop|stoop|tsop|stop1|stopt|sstop|stap|stahp|s t o p|stop stop|stop stop stop|stp
block me|bloqueenme|bloqueeme|bloqueame|dejenme|dejeme|ya dejenme|ya dejame|ya dejeme|dejenme ya|take me off|take me off this|take me off please|im opting out|opting out|i opt out|quitenme|quiteme|quitame|saquenme|saqueme|sacame|saquenme de aqui|saqueme de aqui|sacame de aqui|saquenme de esto|quitenme de aqui|quiteme de aqui|quitenme de esto|i want out|let me out|unsuscribe|unsubcribe|unsubscribed|unsubscibe|unsubscrib|unsubsribe|unscribe|unsuscribed|cancle|cancell|cansel|cansela|canselar
no more|no more texts|no more messages|no more text|enough|leave me alone|leave us alone|go away|get lost|fuck off|f off|piss off|buzz off|back off
dejame en paz|dejenme en paz|dejeme en paz|dejame|dejenme tranquilo|dejenme tranquila|no molestar|no molesten|no moleste|no me molesten|no me moleste|no me molestes
stop alto|alto stop|stop por favor|a la verga paren|alto por favor|baja por favor|end it|quit it|stop it|stop this|stop that|stop now|stop already|stop everything|just stop|cut it out|stop me|cease|cease and desist|enough already|thats enough|knock it off|cut this out|end this|quit this|quit already|im out|count me out|take me out|drop me|unlist me|remove us|stop all of this|stop all this|stop everything
`);

/** What may come before a wish: courtesy, "I want you to", "can you". */
const opener =
  "(?:(?:como (?:le )?hago para que|que (?:tengo que hacer|hago) para que|ya estuvo(?: bueno)?|ya basta|please|pls|plz|plis|ok|okay|hey|yo|look|listen|no|so|and|but|just|kindly|im|for real|seriously|also|really|now|can|could|would|will|wont|u|you|guys|yall|ya|ustedes|usted|i|we|people|wont|me|nos|no longer interested|not interested|wrong number|want|wanted|need|like|id|to|wish|ask|asking|demand|it|this|sir|maam|por favor|porfa|porfavor|oiga|oigan|oye|mire|miren|pero|y|que|quiero|quisiera|necesito|deseo|le|les|pido|agradeceria|agradezco|pediria|gustaria|ruego|favor de|hagan el favor de|haga el favor de|haganme el favor de|mejor|entonces|bueno|puede|pueden|podria|podrian|se|ya te dije|ya les dije|i said|i told you|told you|stop|alto|bitch|damn|pinche|pinches) )*";

const english = {
  write:
    "(?:text|texting|texts|txt|txting|txts|message|messaging|msg|msgs|msging|messages|sms|contact|contacting|writing|write|bother|bothering|spam|spamming|harass|harassing|sending|send|hitting|hit|communicating|replying|reaching out)",
  things:
    "(?:(?:the|these|this|those|your|all|any|anymore|more|further|me|automated|auto|stupid|damn|fucking|annoying|dumb|of|to|get|receive|getting|receiving|text(?= messages?\\b)) )*(?:texts?|texting|messages?|msgs?|msg|sms|notifications?|alerts?|txts?|spam|shit|crap|text messages|communications?|stuff|anything)",
};

/** Told by an expression of its own, or (a text) by what follows the opener. */
const sentences: readonly (RegExp | string)[] = [
  // stop texting me · quit messaging this number · stop the messages
  `(?:stop|quit|cease|cease and desist|stp|stopp|end|cancel|halt|discontinue)(?: (?:with|all|w|from))? (?:the |these |this |your |me |all )*${english.write}\\b(?! (?:my|the) (?:lawyer|court|record))`,
  `(?:stop|quit|cease|end|cancel|halt|discontinue) ${english.things}\\b`,
  // stop calling me: a wish to us only when it stands at the front
  /^(?:(?:please|pls|plz|and|just|ok) )*(?:stop|quit) (?:calling|phoning|bugging|annoying) (?:me|us|this number|my (?:phone|number))\b/,
  // … at work stop texting me: the same inside a sentence, unless someone else would not stop
  /(?<!(?<!\b(?:you|u|yall|guys|people) )\b(?:wont|dont|not|doesnt|didnt|wouldnt|never|to|cant|couldnt|hes|shes|they|he|she|should i|do i) )(?:stop|quit) (?:texting|messaging|msging|txting|contacting|bothering|harassing|spamming|writing) (?:me|us|this number|my (?:phone|number|cell))\b/,
  /^(?:not interested|no longer interested|wrong number|numero equivocado|no thanks|no thank you|no gracias|im good|im done|no me interesa|ya no|no quiero)(?: \w+){0,3} (?:stop|stop it|alto|paren|basta|quit|unsubscribe)$/,
  /^(?:i |yo )?(?:ya )?(?:dont|do not|no longer|no)(?: ya)? (?:want to|wanna|quiero) (?:do this|continue|participate|seguir|continuar|participar|be part of this|keep going|esto|be in this|seguir con esto|nada de esto|saber nada)(?: (?:anymore|any more|mas|con esto|de esto|de ustedes|con ustedes|no more|please|por favor))*$/,
  /\b(?:asked|asking|told|telling|beg|begging) (?:you|u|yall)(?: guys| all)? to (?:stop|quit|leave me alone)\b/,
  /^(?:please )?(?:i |we )?(?:want|need|wanna be|would like) (?:to (?:be|get) )?(?:off|out of|removed|taken off)(?: of)?(?: (?:this|your|the|ur))?(?: \w+)? ?(?:list|texts|messages|program)\b/,
  /^(?:you|u|yall) (?:guys |people |all )?(?:need to|have to|must|gotta|better|should|can) (?:stop|quit)$/,
  /^(?:(?:and|just|so|please|pls|then|y|pues|entonces) )*(?:stop|stopall|unsubscribe|unsub|opt out|alto|basta|paren|cancel|quit|remove (?:me|us)|take (?:me|us) off|leave (?:me|us) alone|end this|enough|saquenme|saqueme|quitenme|quiteme|dejenme|dejeme en paz|no mas mensajes|ya no mas|ya basta|ya paren)(?: (?:please|pls|now|already|ok|por favor|ya))*$/,
  // stop this nonsense · stop it please i dont know who this is
  /^(?:(?:just|please|pls|now|ok|no|and|but|hey|yo|omg|seriously|ugh) )*stop (?:it|this|that|all|everything|with|now|please|pls|the (?:spam\w*|bs|nonsense|madness|harass\w*|bull\w*)|bugging|already|right now|immediately|ffs|wtf)\b(?!.* (?:from|showing|record|deport\w*|background|job|employer|case|court|charge\w*)\b)/,
  // take it off your list · remove this phone from your system
  /\b(?:take|remove|delete|drop|erase) (?:it|this|this (?:phone|number|cell)|us|me|my \w+)(?: (?:off|from|out of|of))+ (?:your|ur|this|the) (?:\w+ )?(?:lists?|texts?|messages|system|database|contacts)\b(?! of)/,
  /^como (?:le hago para )?(?:me )?(?:cancel\w*|par[oa]r?\w*|deten\w*|quit[oa]\w*|salgo|salir\w*|termino|desactiv\w*)(?: (?:de|a))? (?:esto|estos mensajes|los mensajes|este servicio|la suscripcion|el servicio|esta lista)(?: por favor)?$/,
  /^(?:ya )?no me (?:busque[ns]?|hable[ns]?|marque[ns]?|llame[ns]?|moleste[ns]?) (?:ya )?(?:mas|nunca)\b/,
  /^(?:stop|alto) (?:please|pls|plz|por favor|porfavor|ya|now)\b/,
  // cancelen mi numero · den de baja este cel · quiero salir de aqui
  /^(?:(?:por favor|favor de|ya|porfa|quiero que|pueden?) )*(?:cancel(?:e|en|ar|a)|de(?:n)? de baja|dar de baja|quiten?|quitar|saquen?|sacar) (?:a )?(?:mi|este) (?:numero|cel|celular|telefono|suscripcion)(?: de (?:aqui|esto|la lista|su lista|esta lista|sus mensajes))?(?: (?:por favor|porfa|ya))*$/,
  /^(?:(?:ya|yo|por favor|quiero|quisiera|necesito|como|para|puedo|deseo) )*salir(?:me)? de (?:aqui|esta lista|la lista|su lista|estos mensajes|los mensajes)(?: (?:por favor|porfa|ya))*$/,
  // do not text me anymore
  `(?:dont|do not|dnt|never|no longer|not to|stop)(?: ever| you| u| dare| want you to| want u to| want y?all to)? (?:text|txt|message|msg|contact|write|write to|send(?= (?:me|us|any\\w*|more|these|those|texts?|messages?|nothing|no more|stuff|shit)\\b(?! (?:back )?to\\b)|$)|spam|(?:bother|harass)(?= (?:me|us|this)))\\b(?! (?:(?:this|it|that|anything) )?(?:to )?(?:the|my|mi) (?:court|lawyer|record|case|job|boss|employer|work|family|wife|husband|mom|dad|parents|kids|landlord|ex)\\b)(?! (?:this|it|that) down\\b)`,
  // I don't want these messages · I no longer want to receive texts
  `(?:(?:dont|do not|dnt|no longer|never) (?:want|wanna|wish|need|like|care)|didnt ask for|did not ask for|not interested in|no longer interested in)(?: (?:to|for))?(?: (?:get|getting|receive|receiving|have|be getting|hear from you|be))? ?(?:${english.things})\\b(?! my (?:name|birth\\w*|bday|b day|dob|date|age|info\\w*|case|social|last|real|full|legal|address|year)\\b)`,
  /^(?:.{0,20} )?(?:dont|do not|no longer|never) (?:want|wanna|wish|need|like)(?: to)? (?:hear from you|be contacted|be texted|be messaged|be bothered|receive (?:any|these|more|your|texts|messages)|get (?:any|these|more|your|texts|messages)|you to (?:text|message|contact|write)|u to (?:text|message|contact|write)|anything from you)/,
  `(?:no more|not any more|enough|enough with|enough of)(?: (?:of|with))? (?:the |these |your |this )*(?:texts?|messages?|msgs?|sms|texting|messaging|txts?|spam)\\b`,
  // take me off your list · remove my number · delete my number · lose my number
  `(?:take|get|remove|drop|delete|erase|scratch|put)(?: (?:me|us|my (?:phone |cell )?(?:number|phone|name)|this (?:phone |cell )?number|my no))(?: (?:off|out|from|of|outta|on the do not)(?: of)?) (?:this|your|the|that|ur|all|any|text|call|contact)? ?(?:text |texting |message |messaging |mailing |contact |phone |sms |calling |stupid |call |your |of your |damn )*(?:lists?|system|database|texts?|messages|thing|service|contacts|phone|program|subscription)?`,
  `(?:lose|forget|delete|erase|remove|block) (?:my|this) (?:phone |cell |telephone )?(?:number|phone|cell|digits)\\b`,
  `(?:unsubscribe|unsuscribe|unsubscribed|unsubcribe|opt out|optout|opt me out|opt us out|opting out|opted out|sign me off|sign me out|cancel my subscription|cancel (?:this )?subscription|cancel service|revoke(?: my)? consent|withdraw(?: my)? consent|be removed|be taken off|do not contact|dont contact)\\b`,
  /\bi (?:revoke|withdraw|take back) (?:my )?(?:consent|permission)\b/,
  /^(?:please |just |can you |could you |and |ok )*(?:leave|let) (?:me|us) (?:alone|be|in peace)\b/,
  /^(?:how (?:do|can) i|how to) (?:unsubscribe|opt out|stop (?:the|these|your|getting|receiving)(?: the| these| your)? (?:texts?|messages?|msgs)|get off (?:this|your|the) (?:text )?list|make (?:it|this|you|the (?:texts|messages)) stop (?:texting|messaging)?)/,
  /^(?:stop|quit|end|alto|pare|paren|basta|cancel|baja)(?: (?:please|pls|now|it|this|that|already|right now|all|ok|thanks|thank you|me|my|i said|por favor|ya|bro|man|sir|maam|lol|immediately|today|forever|asap|everything|the program|subscription|service|gracias|sms|text|texts|messages|mensajes|messaging|texting))+$/,
  /^(?!(?:ya|no) paren?$)(?:please|pls|plz|por favor|porfavor|porfa|ya|just|i said|ok|no|ahora|favor de|quiero|i want to|i want|make it|can you|can we) (?:stop|quit|unsubscribe|alto|parar|parar esto|pare|paren|parenle|parale|basta|detener|detenga|detengan|cancelar|cancele|darme de baja|baja|salir de (?:esto|esta lista|la lista))$/,
];

/**
 * What we are asked not to do: commands and infinitives. "No me escriben" and "no me molestaron" tell of
 * others, unless "más" or "nada" follows.
 */
const verb =
  "(?:mand(?:e[ns]?|ara[ns]?|ar(?:me|nos|le|les)?|ando\\w*|(?!aron|aba|o\\b)\\w+ (?:mas|nada|otr\\w+|ningun\\w*))|envi(?:e[ns]?|ara[ns]?|ar(?:me|nos|le|les)?|ando\\w*|\\w+ (?:mas|nada))|escrib(?:a[ns]?|iera[ns]?|ir(?:me|nos|le|les)?|iendo\\w*|\\w+ mas)|tex\\w*e+[ns]?|textear(?:me|nos|le|les)?|texteando\\w*|text(?:ing)?|mensaje(?:ar(?:me|nos|le|les)?|e[ns]?|en)|contact(?:e[ns]?|ar(?:me|nos|le|les)?|ando\\w*)|molest(?:e[ns]?|ar(?:me|nos|le|les)?|ando\\w*)|lleguen|fastidi(?:e[ns]?|ar(?:me|nos|le|les)?|ando)|ching(?:ue[ns]?|ar(?:me|nos)?|ando)|insista[ns]?|insistir|insistiendo|fr?ie?gu?(?:e[ns]|ar(?:me|nos|le|les)?|ando)|jodan?|joder|jodiendo)";
const thing =
  "(?:mensaj\\w*|mesaj\\w*|mensag\\w*|textos?|sms|msjs?|msj|mensajitos|notificaciones|avisos|whatsapps?|recados|spam|texts?|messages?|suscripcion|servicio de mensajes|esto|nada)";
/** "No me manden a la corte", "no escriban a mi trabajo" speak of other letters. */
const notSentAway =
  "(?! (?:la|el) (?:corte|abogado))(?! (?:a|con|al) (?!(?:mi|este) (?:numero|telefono|cel))\\w+)";
const few =
  "(?: (?:de|a|el|la|los|las|me|mas|ya|que|por|sus|tus|su|estos|esos|esta|estas|ese|tantos|tanto|todos|todas|todo|con|nada|ningun|otro|otros|favor|nunca|jamas|recibir|recibiendo|llegando|otra|vez|volver|vuelvan|vuelva|vuelvas|aqui|numero|mi|se|este|esten|estes|anden?|andes|andar|estar|seguir|sigan|siga|sigas|this|the|these))*";
const spanish: readonly (RegExp | string)[] = [
  // ya no me manden mensajes · no me escriban más · no me vuelvan a escribir
  `(?:ya )?(?:no|nunca|jamas|ni)${few} (?:me |nos |les )?${verb}\\b${notSentAway}`,
  // deje de escribirme · paren de mandar mensajes · paren los mensajes
  `(?:dej\\w*|par[ae]\\w*|termin\\w*|basta|alto|suspend\\w*|stop|detengan?|cese[n]?)${few} (?:me |nos )?(?:${verb}|${thing}|llamarme|hablarme|marcarme)\\b`,
  // no quiero (recibir) más mensajes · ya no deseo textos
  `(?:ya )?no(?: ya)? (?:quiero|quisiera|deseo|necesito(?! (?:mas )?nada)|me interesa|me interesan|queremos|quero|kiero)${few} ${thing}\\b(?! (?:lista|record|caso))`,
  `(?:ya )?no (?:quiero|quisiera|deseo)${few} (?:me |nos )?${verb}\\b`,
  `(?:cancel\\w*|cansel\\w*|elimin\\w*|deten\\w*|quit\\w*|par[ae]\\w*|stop)${few} ${thing}\\b(?! (?:de mi record|record))(?<!esto)(?<!nada)`,
  // quítenme de la lista · denme de baja · borren mi número
  `(?:quit[ae]\\w*|sac[ao]\\w*|saqu\\w*|borr[ae]\\w*|borr\\w*|elimin\\w*|remuev\\w*|retir\\w*|bajen|bajenme|bajeme|tach\\w*)(?: (?:me|mi numero|mi telefono|mi nombre|este numero|nos|a mi))?(?: (?:de|del|desde|en))+ (?:(?:la|su|sus|tu|esta|las|esa|el|los|este) )*(?:listas?(?! de (?!mensajes|contactos|numeros|telefonos|textos))|mensajes|contactos|sistema|grupo|telefono|numeros|suscripcion|directorio|envios)\\b`,
  `(?:borr\\w*|elimin\\w*|quit\\w*|olvid\\w*|pierd\\w*|saqu\\w*) (?:se de |de )?(?:mi|este) (?:numero|telefono|celular|cel|num)(?: (?:de telefono|de celular|por favor|porfavor|ya|de ahi|de aqui|gracias))*$`,
  `(?:me )?(?:den|de|dar|dame|deme|denme|darme|darse|dar se|doy|demen|dense|dan)(?: me| nos)? (?:de )?baja\\b`,
  `(?:estuvo|estubo|basta|fue)(?: (?:bueno|suficiente|bien|ya))*(?: de| con)(?: (?:tantos|los|sus|estos))* ${thing}\\b`,
  `(?:dej[ae]\\w*) (?:en paz|tranquil[oa]|de (?:molestar|chingar|fregar|joder)\\w*)`,
  /^(?:ya |por favor |pero |oiga |oigan |que )*(?:no (?:me |nos )?(?:moleste[ns]?|manden|mande|mandes|escriban?|escribas|texteen?|textees|contacten?|insistan?|fastidien?|chinguen?|frieguen?|jodan?))\b(?! (?:a|con|al) \w)/,
  /^(?:no|basta|alto|paren?|ya)(?: (?:no|de|con|los|mas|ya|sus|estos|tantos))* (?:mensajes|textos|msjs|sms|mensajitos|texts|messages)(?: (?:por favor|porfavor|ya|gracias|porfa|nunca|aqui))*$/,
  /^(?:quiero |quisiera |deseo |necesito |como (?:puedo |le hago para )?|puedo |me quiero |me gustaria )(?:que )?(?:cancelar|salir(?:me)?|salgo|desuscribir(?:me)?|suscribirme no|darme de baja|dar de baja|parar|paro|detener|detengo|quitarme|dejar de recibir|dejo de recibir)(?: (?:de |a |la |los |las |el |esta |estos |sus |su |este )*(?:esto|lista|mensajes?|textos?|suscripcion|servicio|programa|grupo|sms|msjs?))?(?: (?:por favor|ya|porfa|gracias))*$/,
];

const all = [...sentences, ...spanish];
const own = all.filter((wish) => typeof wish !== "string").map((wish) => wish.source);
const either = (sources: readonly string[]): string => sources.map((source) => `(?:${source})`).join("|");
/** All in three expressions, so that the opener is read once and not once for each wish. */
const wishes: readonly RegExp[] = [
  new RegExp(either(own.filter((source) => source.startsWith("^")))),
  new RegExp(`^${opener}(?:${either(all.filter((wish) => typeof wish === "string"))})`),
  new RegExp(either(own.filter((source) => !source.startsWith("^")))),
];

/** A wish stands at the front of its clause; what follows further on is talk. */
const longestWish = 200;

/** Words about writing to us: a wish whatever the messages are about ("stop texting me about my record"). */
const plainly = new RegExp(
  `^${opener}(?:${either([
    "(?:stop|quit|cease|dont|do not|never)(?: ever)? (?:text|txt|messag|msg|contact|writ|send(?! (?:me|us) (?:back )?to\\b)|bother|spam)\\w*(?: to)? (?:me|us|this number|this phone|these|my (?:phone|number|cell))\\b",
    "(?:dej\\w*|par[ae]n?|basta) de (?:escribir|mandar|enviar|textear|contactar|molestar)(?:me|nos)\\b",
    "no me (?:escriban?|manden?|envien?|contacten?|texteen?|molesten?)\\b" + notSentAway,
    "(?:cancel\\w*|detengan?|paren?) (?:esto|todo)$",
  ])})`,
);
/** "STOP, I don't have a record", "who is this stop": the word first, or last and no part of the sentence. */
const atAnEnd = [
  /^(?:stop|alto|basta) (?:i|im|wrong|you|u|who|yo|no|ya)\b/,
  /^(?:who|wtf|what|why|no|nah|nope|im|not|wrong|ugh|omg|enough|already|seriously|sick|tired|annoying|this is|quien|que) (?:\w+ ){0,6}(?<!\b(?:to|wont|dont|not|didnt|doesnt|wouldnt|couldnt|never|cant|cannot|the|a|an|bus|train|metro|traffic|it|that|them|they|he|she|we|will|would|should|make|made|full|at|i|you|u|can|could|next|my|non|no|last|first|and|or|name|is named|mr|mrs|ms|pit|police|truck|rest|routine|car|vehicle|street|highway|freeway) )stop$/,
  /^(?:\w+ ){4,}(?<!\b(?:to|wont|dont|not|didnt|doesnt|wouldnt|couldnt|never|cant|cannot|the|a|an|bus|train|metro|traffic|it|that|them|they|he|she|we|will|would|should|make|made|full|at|i|you|u|can|could|next|my|non|no|last|first|and|or|name|is named|mr|mrs|ms|pit|police|truck|rest|routine|car|vehicle|street|highway|freeway) )stop$/,
];

/** A story, a question about something else, or words told to others: not a wish to us. */
const aboutOthers =
  /\b(?:told me|they told|he told|she told|me dijeron|me dijo|police|cops?|policia|record|expediente|antecedentes|showing up|judge|juez|officer|probation|background)\b/;
/** Asking for another way to be reached still ends the messages; asking when or where is a question. */
const question = /^(?:why|when|where|what|who|cuando|donde|por que|quien)\b/;

/**
 * Takes a message as typed; true when it asks that messages stop. Meant for message channels alone: on the
 * web these words are ordinary answers.
 */
export function asksToStop(text: string): boolean {
  const whole = plain(text);
  // "Para nada" is a no.
  if (whole === "" || /^(?:no )?para nada$/.test(withoutCourtesy(whole))) return false;
  if (wholeMessages.has(whole) || wholeMessages.has(withoutCourtesy(whole))) return true;
  if (shouted(text, whole) || atAnEnd.some((pattern) => pattern.test(whole)) || isWish(whole)) return true;
  const parts = clauses(text);
  return parts.length > 1 && parts.some(isWish);
}

/** The keyword in capitals among other words: "ok STOP now", "I said STOP". */
function shouted(text: string, whole: string): boolean {
  if (
    whole.split(" ").length > 6 ||
    aboutOthers.test(whole) ||
    /^(?:how|como|why|when|cuando|bus|the)\b/.test(whole)
  )
    return false;
  return /(?<![\w'])(?:STOP|UNSUBSCRIBE|ALTO|STOPALL)(?![\w'])/.test(text) && /[a-z]/.test(text);
}

function isWish(clause: string): boolean {
  const words = clause.slice(0, longestWish);
  if (plainly.test(words) || holdsWish(words)) return true;
  if (aboutOthers.test(words) || question.test(words)) return false;
  return wishes.some((pattern) => pattern.test(words));
}
