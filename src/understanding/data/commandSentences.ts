/**
 * The wishes that work at any question, said in a sentence: a table of patterns over `plain` text, one list a
 * wish. Each pattern is the whole message, so that a story which holds such words stays an answer.
 */
import type { Command } from "../types.ts";

/** "I want to talk to someone." */
export const talkToPerson: readonly RegExp[] = [
  /^(?:(?:yo|mejor|pues|quiero|necesito|prefiero|con|a|por telefono|mas bien) )*(?:hablo|hablar|platico)? ?(?:con |a )?(?:un|una|algun)? ?(?:abogad[oa]|alguien|persona|humano|ser humano|licenciad[oa])(?: (?:por favor|porfavor|mejor|real|de verdad))+$|^(?:con |a )?(?:un|una) (?:abogad[oa]|licenciad[oa]|ser humano|persona)$|^(?:mejor|yo|pues|prefiero) (?:hablo|hablar|platico) con (?:alguien|un|una)(?: \w+){0,2}$/,
  /^(?:(?:can|could|may|let|please|i|we|me|id|would|want|wanna|need|like|prefer|rather|just|to|is there|someone|a way|way|be able|get) )*(?:talk|speak|chat|get connected|connect me|connect|text|transfer me|get a hold|put me through|put me)(?: directly)? (?:to|with|of|2)(?: (?:a|an|the|my|some|any|your|one of your|actual|real|live|living|human|public|staff|legal))* (?:person|human|someone|somebody|agent|lawyer|attorney|rep|representative|operator|people|being|staff|member|worker|volunteer|advocate|defender|one)(?: (?:please|pls|now|instead|there|about this|about my case|on the phone|by phone|who speaks spanish|that speaks spanish|in spanish|in english|real|live|first|today))*$/,
  /^(?:(?:i|we|please|can|could|just|want|need|wanna|would like|id like|give me|get me|have|get|gimme|let me) )+(?:a|an|some|the)? ?(?:real |live |actual )?(?:person|human|agent|lawyer|attorney|representative|operator)(?: (?:please|pls|now|instead|to help|to help me|to talk to))*$/,
  /^(?:(?:quiero|quisiera|necesito|me gustaria|puedo|podria|prefiero|deseo|deje|dejeme|mejor|me puede|puede|pueden|me pueden|se puede|como puedo|donde puedo|poder) )*(?:hablar|platicar|comunicar|comunicarme|conectar|conectarme|pasar|pase|paseme|comuniqueme|pasarme|transferir|transfierame|chatear)(?: directamente)? (?:con|a|al)(?: (?:un|una|el|la|mi|algun|alguna|otra|su|un ser))* ?(?:persona|humano|alguien|abogad[oa]|licenciad[oa]|agente|operador[oa]?|representante|gente|asesor[oa]?|defensor|ser humano|encargado)(?: (?:por favor|porfavor|real|de verdad|mejor|ya|publico|que hable espanol|en espanol|por telefono|de ahi|ahorita))*$/,
  /^(?:(?:quiero|quisiera|necesito|me gustaria|prefiero|denme|deme|paseme|pongame) )+(?:a |con )?(?:un|una|el|la|al)? ?(?:persona|humano|abogad[oa]|licenciad[oa]|operador[oa]?|representante|agente)(?: (?:real|por favor|porfavor|que me ayude|de verdad|ya))*$/,
];

/** A wish for a person in a longer sentence: someone to talk with, or a human being asked for. */
export const wantsPerson: readonly RegExp[] = [
  // hay alguien con quien pueda hablar · is there anybody I can ask
  /^(?:(?:but|and|so|ok|pero|y|oiga) )*(?:is there|isnt there|are there|do you have|hay|no hay|habra|tienen|tiene|no tienen|conoce|where is|donde hay|donde esta)(?: (?:a|an|any|some|un|una|algun|alguna|real|live|actual))* ?(?:person|people|someone|somebody|anyone|anybody|human|lawyer|attorney|staff|alguien|persona|personas|humano|abogad[oa]s?|licenciad[oa]s?)(?: (?:that|who|i|we|que|con|quien|cual|la|el|to|me|can|could|puedo|pueda|puede|pueden|podria|le|talk|speak|speaks|call|help|ask|with|hablar|hable|habla|llamar|ayudar|ayudarme|ayude|preguntar|preguntarle|atienda|conteste|explique|explicar|about|this|sobre|esto|de|real|there|ahi|aqui|espanol|spanish|ingles|english|por|telefono|on|the|phone))+$/,
  /^(?:(?:i|we|please|can|could|want|need|would|like|quiero|necesito|ocupo) )+(?:some |un poco de )?(?:help|ayuda)(?: (?:from|of|de))(?: (?:a|an|un|una|some|real|live))* (?:person|human|someone|somebody|lawyer|attorney|persona|humano|alguien|abogad[oa])$/,
  /^(?:(?:but|and|so|ok|hey|look|pero|y|mire|oiga|first|before|no|eso|esto|lo|that|this) )*(?:can|could|may|i|id|im|let|is there|isnt there|are there|please|put|get|give|how|do you have|where|we|my|quiero|quisiera|necesito|ocupo|puedo|puede|pueden|podria|prefiero|me gustaria|hay|no hay|denme|deme|paseme|como|deje|dejeme|que)\b(?=.* (?:talk|speak|chat|text|hablar|hable|platicar|comunicar\w*|atienda|atiendan|atender|ayude|conteste|explique)\b)(?:(?! (?:with|for|on) (?:my|mi) (?:lawyer|boss|judge)).)* (?:(?:real|live|actual|human|una?|otra|algun) )?(?:person|human|someone|somebody|lawyer|attorney|persona|humano|alguien|abogad[oa]|licenciad[oa])(?: (?:real|live|de verdad|first|primero|instead|mejor|please|por favor|porfavor|(?:about|on|sobre|de) (?:this|it|that|my|esto|eso|mi|el|la)(?: \w+){0,3}|on the phone|por telefono|de carne y hueso|y no (?:con )?una maquina|no una maquina|not a (?:machine|bot|robot|computer)|in spanish|en espanol|now|today|ahorita|ya|there|here|ahi|antes|before (?:i|this)(?: \w+){0,4}))*$/,
  /^(?:(?:but|and|so|ok|pero|can|could|i|id|like|want|need|to|get|me|give|have|please|is|there|are|quiero|necesito|que|hay|una|un|a|an|any|algun|alguna|con) )+(?:(?:real|live|actual) )?(?:person|human|lawyer|attorney|persona|humano|abogad[oa])(?: (?:real|on the phone|de verdad|please|por favor|i can (?:talk|speak) (?:to|with)|to (?:talk|speak) (?:to|with)|available|disponible|ahi|there|que me (?:atienda|ayude|explique|conteste)|no una maquina|not a (?:bot|machine|robot)))+$/,
];

/** "Call me tomorrow." */
export const callMe: readonly RegExp[] = [
  /^(?:(?:please|can|could|you|u|someone|somebody|somone|a person|have|i|want|need|would|like|to|be|get) )*(?:call|calls|called|phone|ring) (?:me|back|us|me back)(?: (?:back|please|pls|now|today|tomorrow|asap|instead|at this number|on this number|when you can|at|around|after|before|in|the|morning|afternoon|evening|\d{1,2}|tonight|later|monday|tuesday|wednesday|thursday|friday|on my cell|at home))*$/,
  /^(?:(?:que|me|puede|pueden|podria|podrian|quiero|quisiera|alguien|una persona|favor de|necesito|mejor) )*(?:llamar|llamarme|llame|llamen|llameme|llamenme|marqueme|marquenme|marcarme|hablenme por telefono|una llamada|hablarme por telefono)(?: (?:por favor|porfavor|porfa|alguien|una persona|a este numero|mejor|ahorita|manana|hoy|en|la|tarde|noche|por|a|las|\d{1,2}|despues|de|antes|cuando|puedan|pueda))*$/,
];

/** Those people fear, as the end of a question about who we are. */
const feared =
  "(?:ice|immigration|scam|police|cops?|narcs?|migra|migracion|inmigracion|estafa|policias?|fbi|feds?|fraude|gobierno|government)";
/** Feared too, but part of every case: only as what we might be. */
const officials = "(?:court|corte|sheriffs?|fiscal|fiscalia)";
const told =
  "(?:ice|immigration|migra|migracion|inmigracion|police|policia|cops|feds|fbi|government|gobierno)";
export const whoSentences: readonly RegExp[] = [
  // are you with ICE? · u a cop · ¿no serán de la migra?
  new RegExp(
    `^(?:(?:you|yall|are|r|is|do|does|will|was|but|wait|and|ok|so|que|pero|y|entonces|acaso|no|hey|oiga|oye|usted|ustedes|eres|es|son|sera|seran|esto|eso|este|this|it|its) )+(?:\\w+ ){0,5}${feared}(?: (?:or|o|right|verdad|then|or something|or what|or real|or not|no|oficial|trap|trampa|agent|agents|people|officer|asking|texting|calling|doing this|department|number|preguntando|escribiendo|mandando esto))*$`,
  ),
  new RegExp(
    `^(?:(?:but|and|ok|so|pero|y|que|hey|oiga|wait) )*(?:are you|you|yall|is this|this is|r you|es|eres|son|seran?|esto es|esto viene|ustedes son|usted es)(?: \\w+){0,4} ${officials}(?: (?:or|o|right|verdad|or something|or what|office|department|o que|o no))*$`,
  ),
  // quién me está mandando esto · who keeps sending these
  /^(?:(?:but|and|ok|hey|wait|pero|y|oiga|oye) )*(?:who|quien|quienes)(?: \w+){0,4} (?:texting|messaging|sending|writing|behind|running|asking|contacting|talking|mandando|mandan|manda|mando|enviando|envia|escribiendo|escribe|escriben|preguntando|pregunta|preguntan|contactando|hablando|atras|detras|esto)(?: (?:me|this|these|it|messages?|texts?|number|esto|de esto|eso|estos|este|mensajes?|conmigo|to me|numero|aqui))*$/,
  // who do you work for · ¿para quién trabajan?
  /^(?:(?:but|and|ok|pero|y) )*(?:who|whom) (?:do|are|is) (?:you|u|this)(?: \w+){0,3}(?: (?:for|with|from|again))?$|^(?:para|con|de) quien (?:trabaja[ns]?|habla[ns]?|estoy hablando|vien\w+|es esto|son)\b.{0,20}$/,
  // who wants to know · ¿quién pregunta?
  /^(?:(?:and|y|but|pero) )*(?:whos|who is|who|quien(?: es el que)?) (?:asking|wants to know|wanna know|wants my name|pregunta|quiere saber|lo pregunta|me busca|es usted)$/,
  // how did you get my number · ¿quién les dio mi celular?
  /^(?:(?:but|and|ok|hey|so|pero|y|oiga) )*(?:how|where|who|did|como|de donde|quien)\b(?: \w+){0,5} (?:get|got|getting|have|find|found|give|gave|given|give you|sac\w+|consig\w+|obtuv\w+|tien\w+|dio|dieron|agarr\w+)(?: \w+){0,2} (?:my|mi) (?:number|phone|cell\w*|num\w*|telefono|tel|info\w*|datos)(?: (?:from|de donde))?$/,
  // what will you do with my name · is my info safe · ¿qué van a hacer con mis datos?
  /^(?:(?:but|and|ok|so|pero|y) )*(?:what|que)\b(?: \w+){0,5} (?:do|doing|done|happens?|hac\w+|pasa)(?: (?:with|to|con))? (?:all )?(?:my|mi|mis|the|this|la|esta|lo) (?:info\w*|data|name|answers|number|datos|nombre|informacion|respuestas|que (?:escribo|mando|contesto))$|^(?:(?:but|and|ok|so|pero|y) )*(?:is|are|es|esta|estan|son) (?:this|it|my|all this|mi|mis|esto|la|toda)?(?: \w+){0,2} ?(?:safe|private|secure|confidential|anonymous|legit|legitimate|real|seguros?|segura|privad[oa]s?|confidencial(?:es)?|de verdad|de fiar)(?: (?:here|with you|or what|or not|verdad|right|o no|number|aqui|con ustedes))*$/,
  /^(?:(?:but|and|ok|so|pero|y) )*(?:are you|r you|you|you guys|usted es|ustedes son|es usted|son ustedes|eres|son)(?: \w+){0,3} (?:lawyers?|attorneys?|law firm|(?:the )?da|district attorneys?(?: office)?|abogad[oa]s?|licenciad[oa]s?)(?: (?:or|o|or what|o que|verdad|right|or something|no))*$/,
  // will ICE see this · do you share it with the police · ¿le van a dar mis datos a la migra?
  new RegExp(
    `^(?:(?:but|and|ok|so|and|pero|y|que) )*(?:(?:will|can|does|do|would|could|is) (?:the )?${told}(?: \\w+){0,3} (?:see|get|know|find|have|read|look|gonna)\\b|(?:will|do|does|would|can|could|are|is) (?:you|u|yall|this|they|it|my \\w+)(?: \\w+){0,7} (?:to|with|by) (?:the )?${told}|(?:(?:le|les|se|lo|me|no|esto|nos) )*(?:van a |va a |vas a )?(?:(?:lo|la|los) )?(?:da|dar|dan|pasar|pasan|mandar|mandan|manda|decir|dicen|dice|avisar|avisan|compartir|comparten|comparte|entregar|entregan|llegar|llega|trabaja\\w*)(?: \\w+){0,5} (?:a|con|para) (?:la |el |los )?${told})(?: \\w+){0,5}$`,
  ),
];
/** Telling of an arrest or a case is an answer, though police stand in it. */
export const tellsOfCase =
  /\b(?:caught|busted|arrest(?! me)\w*|stopped|found|was|were|had|agarr\w+|detuv\w+|paro|pararon|fue|era|estaba|encontr\w+|my case|mi caso)\b/;

/** "Why do you need that", "¿pa qué quieren mi nombre?": what we ask for, and wanting it. */
export const whySentence =
  /^(?:(?:but|and|so|ok|hey|wait|pero|y|oiga|oye|entonces|a ver) )*(?:(?:why|how come|for what|what) (?:do|does|are|is|did|would|should|must|you|u|yall|i|all)\b(?: \w+){0,5} (?:need|want|ask|asking|know|care|matter|matters|required|requires?|necessary|important|have to (?:give|tell|say)|gotta|tell you|give you)\b.*|what (?:do|would|does|is|are)(?: \w+){1,8} for|whats (?:that|this|it) for|(?:eso )?(?:(?:para|por|pa) ?que|pq|xq|porque|por ?q|para ?q|pa ?q)(?: \w+){0,3} (?:quier\w+|necesit\w+|pregunt\w+|pide|piden|pedir|ocupa\w*|sirve|importa|saber|tengo que|hay que|debo|interesa)(?: \w+){0,6}|(?:para|por|pa) ?que (?:les sirve|le sirve|es |tanta |tantas )?(?:eso|esto|esa|pregunta|preguntas|informacion|mi \w+(?: \w+){0,3}))$/;
/** Asking why the case went as it did is no question about ours. */
export const aboutTheCase =
  /\b(?:case|caso|arrest\w*|dismiss\w*|charge\w*|cargo\w*|record|denied|job|trabajo|deport\w*|pay|pagar|court|corte|lawyer|abogado)\b/;

const lead =
  "(?:(?:please|can|could|may|i|we|you|u|id|like|want|wanna|need|would|let|me|lets|to|just|how|do|ok|wait|hey|no|actually|sorry|que|me|puede|pueden|podria|puedo|podemos|quiero|quisiera|necesito|deseo|favor|de|por|deje|dejeme|vamos|a|y|and|pero|but|mejor|espere|espereme|ahora|oiga|better|should|il|ill|gonna|voy|como|le|hago|para) )*";
const ours =
  "(?:everything|all(?: of)?(?: (?:it|this|that))?|todo(?: (?:eso|esto))?|(?:all |todos |todas |toda )?(?:my|the|mis|mi|los|las|la) (?:\\w+ )?(?:answers?|info\\w*|data|messages|conversation|chat|stuff|things|datos|respuestas|mensajes|conversacion|informacion|cosas)|what (?:i|ive)(?: have| already)? (?:said|sent|told|wrote|typed|gave|put|texted)|(?:todo )?lo que (?:ya )?(?:les?|te|yo|he|di|dije|mande|escribi|puse|conteste|mandado|escrito|dicho)(?: \\w+){0,2})";

/** The other wishes, in the order in which they are tried. */
export const commandSentences: readonly (readonly [Exclude<Command, "stop" | "skip">, RegExp])[] = [
  [
    "spanish",
    /^(?:(?:i|we|my \w+|she|he|mi \w+|yo|ella|el|no|la verdad|sorry|perdon|pero|but|only|solo|solamente|nomas) )*(?:(?:dont|cant|cannot|do not|doesnt|not|no|ni) (?:\w+ ){0,3}?(?:read|speak|understand|know|write|good at|good with|leo|hablo|habla|entiendo|entiende|se|sabe|escribo|mucho|muy bien)(?: \w+){0,2} (?:english|ingles)|(?:speaks?|habla|hablo|hablamos|leo|reads?) (?:only |solo |puro |nomas )*(?:spanish|espanol)|(?:spanish|espanol|en espanol|in spanish) (?:is|would be|please|es|seria|mejor|se me hace|works|esta)(?: \w+){0,4}|(?:prefiero|prefer|better|mejor|rather)(?: \w+){0,4} (?:spanish|espanol))(?: (?:well|good|much|bien|mucho|please|por favor|very|muy|tanto|that|so|only|instead|mejor))*$/,
  ],
  [
    "english",
    /^(?:(?:i|we|my \w+|she|he|mi \w+|yo|ella|el|no|la verdad|sorry|perdon|pero|but|only|solo|solamente|nomas) )*(?:(?:dont|cant|cannot|do not|doesnt|not|no|ni) (?:\w+ ){0,3}?(?:read|speak|understand|know|write|good at|good with|leo|hablo|habla|entiendo|entiende|se|sabe|escribo|mucho|muy bien)(?: \w+){0,2} (?:spanish|espanol)|(?:speaks?|habla|hablo|hablamos|leo|reads?) (?:only |solo |puro |nomas )*(?:english|ingles)|(?:english|ingles|en ingles|in english) (?:is|would be|please|es|seria|mejor|se me hace|works|esta)(?: \w+){0,4}|(?:prefiero|prefer|better|mejor|rather)(?: \w+){0,4} (?:english|ingles))(?: (?:well|good|much|bien|mucho|please|por favor|very|muy|tanto|that|so|only|instead|mejor))*$/,
  ],
  // please erase everything I have told you · borre todo lo que le mandé
  [
    "delete",
    new RegExp(
      `^${lead}(?:erase|delete|wipe|destroy|get rid of|forget|clear out|remove|borr\\w+|elimin\\w+)(?: ya)? ${ours}(?: (?:i|ive|that|you|have|has|told|sent|gave|said|wrote|typed|from|here|now|please|about|me|su|sistema|your|system|de|que|le|les|di|mande|dije|escribi|ya|ahorita|por|favor|aqui))*$`,
    ),
  ],
  // take me back to the question before · quiero regresar a la pregunta anterior
  [
    "back",
    new RegExp(
      `^${lead}(?:go|get|take me|move|step|come|regres\\w*|volver|vuelv\\w*|devolver\\w*|ir)(?: me)?(?: (?:back|atras|para atras))?(?: (?:one|a|un|una|1|2))?(?: (?:to|a|al|step|paso|question))?(?: (?:the|my|la|el|lo))?(?: (?:question|pregunta|paso|respuesta|one))? ?(?:last|previous|prior|earlier|before|one before|anterior|de antes|de atras|pasada|question before|pregunta de antes)(?: (?:question|one|answer|step|screen|part|pregunta|paso|respuesta|parte|this|that|please))*$`,
    ),
  ],
  [
    "back",
    new RegExp(
      `^${lead}(?:change|fix|redo|correct|undo|cambiar|cambie|corregir|arreglar) (?:the|my|la|mi|lo)?(?: de)? ?(?:last|previous|prior|earlier|anterior|ultima|respuesta anterior|pregunta anterior|ultima respuesta|que puse antes|de antes)(?: (?:answer|question|one|thing|respuesta|pregunta))*$`,
    ),
  ],
  [
    "back",
    new RegExp(
      `^${lead}(?:go|move|step|volver|regresar|ir) (?:back|atras|para atras|pa tras)(?: (?:one|a step|a question|un paso|una pregunta|please|por favor))*$|^${lead}(?:regresar|regreso|regresarme|devolverme|go back|volver)$|^(?:(?:i|me|ups|oops|sorry|perdon) )*(?:messed up|made a mistake|made an error|equivoque|conteste mal|puse mal)(?: (?:on|in|en|with|the|la|lo|my|mi))+ (?:last|previous|anterior|one before|de antes|ultima)(?: (?:one|question|answer|pregunta|respuesta))*$`,
    ),
  ],
  [
    "back",
    /^(?:(?:please|can you|could you|puede|por favor|oops|wait) )*(?:take me back|send me back|la (?:pregunta )?(?:anterior|de antes)|regrese?(?:me|nos)|devuelvame|vuelvame)(?: (?:please|por favor|one|una|atras|a la anterior))*$/,
  ],
  [
    "restart",
    new RegExp(
      `^${lead}(?:start|begin|do (?:it|this)|go|try|empez\\w*|empiez\\w*|comenz\\w*|comienz\\w*|hacer(?:lo)?|iniciar|volver a empezar|reset|restart)(?: (?:this|it|todo|all|everything|(?:the|this) whole thing))? ?(?:over|all over|again from (?:the )?(?:beginning|start|scratch)|from (?:the )?(?:beginning|start|scratch|zero)|from the top|de nuevo|otra vez|desde (?:el )?(?:principio|inicio|cero)|de cero|desde cero)(?: (?:again|please|por favor|otra vez|now|ya|all over))*$`,
    ),
  ],
  // say that again, I didn't get it · no le entendí a la pregunta
  [
    "again",
    new RegExp(
      `^${lead}(?:say|repeat|ask|read|show|send|write|text|explain|tell|rep[ie]t\\w*|expli\\w+|decir|digame|diga|mand\\w+)(?: me)?(?: (?:it|that|this|the|question|last|message|me|la|lo|pregunta|esto|eso|one|text))* ?(?:again|one more time|once more|another time|over|otra vez|de nuevo|una vez mas|better|mejor|in other words|con otras palabras|mas despacio|slower|simpler|bien)(?: (?:please|por favor|i|didnt|dont|did|not|get|understand|it|that|catch|no|le|lo|la|entendi|entiendo|porque|because|esta))*$`,
    ),
  ],
  [
    "again",
    new RegExp(
      `^${lead}(?:repeat|rep[ie]t\\w+)(?: (?:me|it|that|this|the|la|lo|question|pregunta|last|one|message|mensaje|esa|eso))+(?: (?:please|por favor|again|otra vez))*$`,
    ),
  ],
  [
    "again",
    /^(?:(?:can|could|please|you|puede|me|por favor|pueden|podria) )*(?:explain|clarify|explique(?:me)?|expliquen|explicar(?:me)?|aclare(?:me)?)(?: (?:that|this|it|what you mean|please|por favor|eso|esto|bien|mejor|again|the question|la pregunta|a little|un poco|more|mas))*$/,
  ],
  [
    "again",
    /^(?:(?:sorry|perdon|wait|espere|huh|que|i|im|hey|ok|pero|but|pues|no|la verdad|disculpe|la|yo) )*(?:(?:dont|didnt|do not|did not|cant|couldnt|not) (?:really |quite |even )?(?:understand|get|follow|understanding|getting|make sense of|know what (?:you|u|this|that|it))(?: (?:it|that|this|the|you|u|what|question|your|youre|you are|is|are|means?|mean|asking|want|say|saying|said|last|one|at all|to|do|me|here))*|(?:le |les |lo |la |te )?(?:entiendo|entendi|comprendo|comprendi)(?: (?!(?:ingles|espanol)\b)\w+){0,7})$/,
  ],
  [
    "again",
    /^(?:what|que|como)(?: (?:was|did|fue|era|me))? (?:that|it|the (?:last )?question|you (?:say|said|ask|asked)|la pregunta|lo que (?:dijo|pregunto)|dijo|pregunto|me dijo|me pregunto)(?: (?:again|otra vez|de nuevo|you asked|just now|me))*$/,
  ],
  [
    "finish",
    /^(?:(?:ok|okay|well|bueno|ya|no|and|y|pues|so|i think|creo que) )*(?:(?:thats|that is|that was|thatll be|this is|eso (?:es|era|seria|fue)|es|era|seria|ya es|con eso|ya con eso|thats about)(?: ya)? (?:all|everything|it|todo|tengo|basta|suficiente|es todo|lo unico|all i)(?: (?:i|all|need|needed|wanted|want|had|to|know|ask|lo|que|queria|quiero|necesitaba|saber|preguntar|for|now|today|por|hoy|ahora|el|momento|thanks|thank|you|gracias|have|got|muchas))*)$/,
  ],
];

/** Tried only when the message answers nothing: at some questions the same words are an answer. */
export const lateSentences: readonly (readonly ["help" | "who", RegExp])[] = [
  // how does this work · ¿cómo funciona esto?
  [
    "help",
    /^(?:(?:but|ok|so|pero|y|oiga|please|can you|i dont know|no se) )*(?:how (?:does|do) (?:this|it|i use this|i do this)(?: (?:thing|work|service|program))*|how (?:to )?use this|como (?:funciona|se usa|trabaja|le hago con|se hace)(?: (?:esto|este|el|la|programa|servicio))*|(?:can|could) you help me(?: (?:with this|please|out|do this))*|i need (?:some |your )?help(?: (?:with this|please|here|doing this|filling this out))*|(?:me )?(?:puede|pueden|podria) ayudar(?:me)?(?: (?:con esto|por favor|aqui))*|necesito (?:que me )?ayud\w+(?: (?:con esto|por favor|aqui|para esto))*|what (?:are )?(?:my options|the options)|what can i (?:say|type|text|send|reply)(?: here)?|que (?:puedo|tengo que|debo) (?:escribir|poner|mandar|contestar|responder)(?: aqui)?)$/,
  ],
  // will this get me deported · ¿me van a reportar?
  [
    "who",
    /^(?:(?:but|and|ok|so|pero|y|es que|que) )*(?:(?:will|can|could|does|do|is|am|would) (?:this|it|you|yall|they|i)\b(?: \w+){0,4} (?:deport(?:ed)?|arrest(?:ed)?|in trouble|reported?|locked up|picked up)(?: \w+){0,5}|(?:no )?(?:me|nos|lo|la) (?:pueden?|van?|vayan?|iran)(?: a)? (?:deportar|reportar|arrestar|detener|denunciar|meter en (?:problemas|lios)|llevar)(?: \w+){0,5})$/,
  ],
];

/** How a question begins, in a message that answers none. */
export const asksSomething =
  /^(?:(?:but|and|so|ok|okay|hey|wait|well|pero|y|oiga|oye|entonces|ay|no|disculpe|sorry) )*(?:who\w*|what\w*|how\w*|why|where|which|is|are|r|you|u|yall|am|do|does|did|can|could|will|would|should|quien\w*|que|como|cual|donde|de (?:donde|parte|que|quien)|para|por|pa|a poco|es|son|eres|esto|eso|ustedes?|estoy|le|les|hay|me|acaso)\b/;

/** What such a question is about, by the words in it; the first that holds. A story of the case asks none of these. */
export const askedAbout: readonly (readonly ["who" | "why" | "person", RegExp])[] = [
  [
    "why",
    /\b(?:why|how come|what for)\b.*\b(?:you|u|this|that|it|my|need|ask\w*)\b|\b(?:por|para|pa) que\b.*\b(?:eso|esto|mi|necesit\w+|quier\w+|pregunt\w+|pid\w+|ocup\w+|importa)\b|\b(?:whats the reason|a poco|tiene que ver|have to do with|what difference|does it matter)\b/,
  ],
  ["person", /\b(?:phone )?(?:number|line|numero|linea|telefono)\b.*\b(?:call|llam\w+|marc\w+)\b/],
  [
    "who",
    /\b(?:who|whos|whose|quien|quienes)\b.*\b(?:this|these|you|u|yall|dis|sent|sends?|sending|texting|texts?|me|it|asking|runs?|behind|gets?|has|sees?|usted|ustedes|es|esto|habla|manda|mando|escribe|ve|ven|tiene|datos|numero)\b|\b(?:ustedes|usted) (?:quien|quienes|que)\b/,
  ],
  [
    "who",
    /\b(?:what|which|que|cual|de que)\b.*\b(?:company|organi[sz]ation|agency|office|compania|organizacion|empresa|oficina|agencia|gobierno)\b|\b(?:what|whats|que es) (?:is )?(?:this|all this|esto|todo esto)(?: all)? (?:about|de)\b/,
  ],
  [
    "who",
    /\b(?:is|are|am|r|es|son|eres|estoy|esto|you|u)\b.*\b(?:real|legit|scam|trap|trick|joke|prank|spam|government|gobierno|trampa|broma|estafa|fraude|robot|bot|ai|computer|computadora|machine|maquina|persona real|una persona)\b/,
  ],
  [
    "who",
    /\b(?:how\w*|where|como|de donde)\b.*\b(?:get|got|find|found|have|conseg\w+|consig\w+|sac\w+|tien\w+|encontr\w+|supier\w+)\b.*\b(?:my (?:number|phone|name|info)|me|mi (?:numero|telefono|nombre|celular)|de mi)\b/,
  ],
  [
    "who",
    /\b(?:see|sees|tell|share|give|report|show|know|find out|hear|avis\w+|decir\w*|dicen|ve|ven|ver|compart\w+|entreg\w+|enter\w+|pas\w+)\b.*\b(?:ice|police|cops|boss|employer|landlord|officer|wife|husband|family|anyone|anybody|migra|migracion|policia|patron|jefe|oficial|esposa|esposo|familia|alguien mas)\b|\b(?:boss|employer|landlord|officer|anyone|anybody|ice|migra|migracion|patron|jefe|oficial)\b.*\b(?:see|sees|know|find out|ve|ver|enter\w+|sab\w+)\b/,
  ],
  [
    "who",
    /\b(?:safe|secure|private|confidential|anonymous|seguro|segura|confidencial|privad[oa]|anonim[oa]|de confianza|confiable)\b/,
  ],
  [
    "who",
    /\b(?:arrest|deport|report|lock)(?:ing)? me\b|\bin trouble\b|\bme (?:van|pueden|vayan|va)(?: a)? (?:deportar|arrestar|reportar|detener|denunciar)\b/,
  ],
];

/** Asks to pass over the question; tried after the answer itself. Refusing an answer is not asking for that. */
export const wantsToSkip =
  /^(?:(?:i|id|im|yo|no|pues|sorry|perdon|but|pero|just|please) )*(?:(?:can|could|may|puedo|podemos|let me|dejeme|quiero|quisiera|want to|need to|like to|rather|mejor|lets|vamos a) (?:we |i |me |just )*(?:skip|pass on|move on|saltar\w*|brincar\w*|omitir\w*|pasar)(?: (?:this|that|it|one|question|on|la|esta|esa|pregunta|a la|siguiente|please|for now|to the next one|with this|por favor))*|(?:saltese\w*|saltesela|brinque\w*|sigale|sigamos)(?: (?:esta|esa|la|a la|pregunta|siguiente|otra))+|(?:go|move) (?:on )?to (?:the )?next(?: (?:one|question))?|(?:vamos|pasemos|pase|pasele) a la (?:siguiente|otra|que sigue)(?: pregunta)?)$/;

/** A clause beside a wish that says nothing itself: "wait, go back", "sorry, say that again". */
export const light =
  /^(?:(?:wait|hold on|hold up|scrap that|forget it|never mind|nevermind|oops my bad|my bad|olvidelo|espere\w*|un momento|momentito|sorry|perdon|disculpe|ok|okay|no|nope|oh|ah|hey|oiga|oye|hola|hi|hello|please|por favor|thanks|gracias|actually|hmm|um|uh|ay|ups|oops|mire|bueno|pues|well|you know what|sabe que|la verdad|honestly|i mean|digo|mejor|buenas|buenas tardes|buenos dias|good morning) ?)+$/;
