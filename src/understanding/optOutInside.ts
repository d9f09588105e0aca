/**
 * Wishes to stop that stand anywhere in a sentence: "wrong number man stop texting me", "a este teléfono ya no
 * manden nada". What stands right before one tells whether it is a wish to us or a story about others
 * ("my ex won't stop texting me", "me dijeron que no escriba").
 */

/** A wish, and the words before it that make it a story. */
interface InnerWish {
  pattern: RegExp;
  story: RegExp;
}

const writing =
  "(?:text|txt|message|messag|messg|msg|mssg|sms|contact|writ|bother|spamm?|harass|annoy|bugg|hitt?|reach)(?:ing|in|e)?";
const aimless = "(?:text|txt|message|messag|msg|contact)(?:ing|in|e)?";
const recipients =
  "(?:me|us|this (?:number|phone|cell|line|person|mess)|my (?:number|phone|cell|wife|husband|mom|mother|dad|father|son|daughter|kid|kids|house|line|job|work)|(?:at )?this number|here|now|please|pls|again|anymore|any more|no more|already|asap|today|forever|immediately|people|the wrong|right now|or|before|and|thanks|thank you|gracias|ever|so|because|cuz|im|its|i)";
const things =
  "(?:(?:the|these|this|those|your|ur|all|any|anymore|more|further|me|of|to|get|getting|receive|receiving|such|stupid|damn|fucking|annoying|so|many|with|constant|automated|auto|spam) ){0,6}(?:texts?|txts?|text messages?|messages?|msgs?|sms|texting|spam|notifications?|alerts?)";
const englishStory =
  /(?:^|\s)(?:they|he|she|it|who|that|cops?|police|people|guy|ex|(?<!(?:you|u|yall|guys|why) )(?:wont|wouldnt|didnt|dont|doesnt|never|not|cant|couldnt)|(?:me|him|her|them|had|have|has|got|tried|trying|used|going|unable|order|able|agreed|supposed|refused?) to|to make (?:it|him|her|them)|should i|do i|did i|when i|if i|i|we)(?: (?:just|ever|really|even|finally|please|always))* $/;
const negatedStory =
  /(?:^|\s)(?:they|he|she|it|who|that|people|i|we|to|why|how come|court|clerk|lawyer|pd|(?<!\b(?:can|could|would|will|please|should|better|must) )(?:you|u|yall|guys)|if|did|does|do|would|will|should|must|can|could)(?: (?:just|ever|really|even|always|still))* $/;

const never = /(?!)/;

const english: readonly InnerWish[] = [
  {
    // stop texting me · quit messaging this number · stop sending me these
    pattern: new RegExp(
      `\\b(?:stop|stp|stopp|quit|cease)(?: (?:with|all|the|these|this|your|ur|from|fucking|freaking|damn|f))* (?:${writing}(?: up)? ${recipients}\\b|${aimless}$|(?:getting|receiving|sending|the|these|all) ${things}\\b|(?:getting|receiving|sending) (?:me |us )?(?:these|this|those|stuff|shit|crap|anything|things)\\b|(?:blowing|lighting|hitting) (?:up )?(?:my phone|me)\\b)`,
      "g",
    ),
    story: englishStory,
  },
  {
    // don't text me · never contact this number again · can you not message me
    pattern: new RegExp(
      `\\b(?:dont|do not|dnt|never|not|no)(?: (?:ever|even|be|again|you|u|dare|keep|fucking|want you to|want u to))* (?:(?:${writing} ${recipients}|send (?:me|us) (?:any\\w*|more|these|those|your|nothing|texts?|messages?|stuff|shit|crap))\\b|${aimless}$)(?! (?:until|till|at night|when|while|after|late))`,
      "g",
    ),
    story: negatedStory,
  },
  {
    pattern: new RegExp(
      `\\b(?:dont|do not|no longer|dnt) (?:want|need|wish for|consent to|agree to|appreciate|like|care for|authorize) (?:(?:these|those|this|your|ur)(?: service| program| stuff| shit| crap)? (?:anymore|any more|no more)$|(?:these|those|your|ur|any|more|any more|to get|to receive|getting|receiving) ${things}\\b|(?:to be |being |getting )(?:texted|messaged|contacted|bothered|spammed)\\b)`,
      "g",
    ),
    story: /(?:^|\s)(?:they|he|she|who|people|you|why)(?: really)? $/,
  },
  {
    pattern: new RegExp(
      `\\b(?:sick|tired|fed up|annoyed)(?: (?:and|tired|of|with|by|getting))* ${things}\\b`,
      "g",
    ),
    story: /(?:^|\s)(?:they|he|she|was|were|got)(?: \w+)? $/,
  },
  {
    pattern:
      /\b(?:want|need|like|wish|make|making) (?:this|it|these|those|all this|all of this|everything|the texts|the messages|you|u|yall|you guys|you all) (?:to )?stop(?: (?:now|please|pls|already|right now|texting|it|asap|ok))*$/g,
    story: /(?:^|\s)(?:didnt|they|he|she|not|how (?:do|can) i) $/,
  },
  {
    pattern:
      /\b(?:(?:can|could|will|would) (?:you|u|yall|we) (?:please |pls |just )*(?:stop|quit)|(?:why|how) .{3,40} (?:text\w*|messag\w*|contact\w*)(?: me)? stop|^stop or (?:i|ill|im|else|we)\b.*|(?:i said|last time|i mean it|please|pls|just|again|times|already|now|sake|god|me alone|reported|blocked) stop|stop already)(?: (?:this|it|that|these|now|please|pls|already|ok|everything|doing this|damn|dammit|man|bro|thanks))*$/g,
    story: /(?:^|\s)(?:they|he|she|it|didnt|wouldnt|wont|to) $/,
  },
  {
    pattern:
      /\b(?:take|get) (?:me|us|my number|my phone|this number) (?:off|out)(?: of)?(?: (?:this|that|here|your|ur|the|it)(?: (?:text\w*|messag\w*|sms|call\w*|contact))?(?: (?:lists?|thing|program|service))?)?$/g,
    story: /(?:^|\s)(?:they|he|she|to|didnt|wont)(?: (?:never|wont|didnt))? $/,
  },
  {
    pattern:
      /^(?:no|zero) (?:more )?(?:texts?|txts?|messages?|msgs?|texting|messaging|sms|texteos?|of (?:this|these|those|your \w+))(?: (?:please|pls|thanks|thank you|ok|anymore|ever|por favor))*$|^no more of (?:this|these|those|your \w+)(?: (?:please|pls|thanks|ok))*$|^(?:text|message|contact) (?:me|us) no more\b|^how (?:do|can) i (?:stop|cancel|end|quit|get out of|get off) (?:of )?(?:these|this|it|em|them)$/g,
    story: never,
  },
];

const me = "(?:me |nos )?";
/** What is asked for is in the subjunctive, so that "no me mandan" and "no me molestaron" tell and do not ask. */
const asked =
  "(?:mand(?:e[ns]?|ara[ns]?)|env[ií]e[ns]?|escrib(?:a[ns]?|iera[ns]?)|tex\\w*e+[ns]?|mensaje+n?|contacte[ns]?|moleste[ns]?|fastidie[ns]?|llegue[ns]?|insista[ns]?|chingue[ns]?|frieguen?|jodan?)";
const again =
  "(?:(?:vuelva[ns]?|vayan?) a|sigan?|siga|este[ns]?|anden?|andes|quiero que|quisiera que|deseo que) ";
const doing =
  "(?:mandar|enviar|escribir|textear|contactar|molestar|mandando|enviando|escribiendo|texteando|molestando|contactando|llegando|insistiendo)(?:me|nos)?";
const mensajes =
  "(?:mensaj\\w*|mesaj\\w*|mensag\\w*|textos?|sms|msjs?|texts?|messages?|notificaciones|avisos)";
/** Sent somewhere, written somehow or told to others: something else than messages to us. */
const elsewhere =
  "(?! (?:\\w+ ){0,2}(?:(?:a|al|con) (?!(?:mi|este|ese) (?:numero|telefono|celular|cel)\\b|cada rato|todas horas|diario|nadie)\\w+|en (?:ingles|espanol)|para (?:alla|atras|mexico)|mi (?:nombre|caso|info\\w*)|ese nombre|por (?:correo|email)))";
const spanishStory =
  /(?:^|\s)(?:(?:me |le |les |nos )?(?:dijo|dijeron|dije|dijimos|pidio|pidieron|ordeno|prohibio|prohibieron) que(?: ya)?|espero que|ojala(?: que)?|aunque|porque|si|cuando|para que(?! no)) $/;

const spanish: readonly InnerWish[] = [
  {
    // ya no me manden · no me vuelvan a escribir · no quiero que me escriban
    pattern: new RegExp(
      `\\b(?:no|ni|nunca|jamas)(?: (?:mas|ya))? ${me}(?:${again}${me}(?:${asked}|${doing})|${asked})\\b${elsewhere}`,
      "g",
    ),
    story: spanishStory,
  },
  {
    pattern: new RegExp(
      `\\b(?:deje|dejen|dejes|deja|pare|paren|para|parenle|parele|basta|ya estuvo)(?: (?:ya|bueno))* (?:de|con) (?:(?:estar|andar) )?(?:(?:mandar|enviar|escribir|textear|contactar|molestar|chingar|fregar|mandando|escribiendo|molestando)(?:me|nos)?\\b(?! (?:a|en)\\b)|(?:los |sus |tantos |estos )*${mensajes}\\b)`,
      "g",
    ),
    story: /(?:^|\s)(?:yo|no|que no|nunca) $/,
  },
  {
    pattern: new RegExp(
      `\\b(?:no|dejar de|dejo de)(?: (?:seguir|quiero|deseo|quisiera))* (?:recibir|recibo|recibiendo|recibirlos)(?: (?:mas|sus|los|estos|de|ya|tantos|ningun))* (?:${mensajes}|nada)\\b`,
      "g",
    ),
    story: /(?:^|\s)(?:por|porque|que|si|ya) $/,
  },
  {
    pattern: new RegExp(
      `\\b(?:canse|cansad[oa]|hart[oa]|harte|fastidiad[oa]|fastidi[oe]|aburrid[oa])(?: (?:de|con|ya|recibir|que me manden|los|las|sus|tus|tantos|estos|todos|tanto))* ${mensajes}\\b`,
      "g",
    ),
    story: never,
  },
  {
    pattern:
      /^(?:y |oiga |pero )?como (?:me )?(?:doy|puedo darme|hago para darme|le hago para darme) de baja$/g,
    story: never,
  },
];

const all = [...english, ...spanish];

/** Takes one clause as `plain` text; true when a wish to us stands somewhere in it. */
export function holdsWish(clause: string): boolean {
  return all.some(({ pattern, story }) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(clause); match !== null; match = pattern.exec(clause)) {
      if (!story.test(clause.slice(0, match.index))) return true;
      pattern.lastIndex = match.index + 1;
    }
    return false;
  });
}
