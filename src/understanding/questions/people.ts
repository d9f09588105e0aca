/**
 * For whom somebody asks, and what to do when nothing was confirmed: choices by words.
 */
import { choicesIn, type Rule } from "../rules.ts";

const kin =
  "(?:mom|mother|mum|mama|ma|dad|father|daddy|papa|pops|brother|bro|sister|sis|son|daughter|kid|child|husband|hubby|wife|wifey|spouse|partner|boyfriend|bf|girlfriend|gf|baby daddy|fiance|friend|homie|homeboy|homegirl|buddy|cousin|cuz|uncle|aunt|auntie|tia|tio|grandma|grandpa|grandmother|grandfather|granny|nephew|niece|in law|client|clients|coworker|neighbor|roommate|relative|family|family member|boss|patient|mami|papi|jefe|jefa|jefita|jefito|amiga?o?|amigos|hermano|hermana|carnal|hijo|hija|esposo|esposa|marido|mujer|senora|viejo|vieja|novio|novia|pareja|primo|prima|abuelo|abuela|abuelito|abuelita|cunado|cunada|suegro|suegra|yerno|nuera|sobrino|sobrina|vecino|vecina|cliente|companero|companera|familiar|pariente|compadre|comadre|padre|madre|padrastro|madrastra|nieto|nieta|ahijado|ahijada|compa|grandson|granddaughter|grandkid|stepdad|stepmom|stepson|stepdaughter|stepbrother|stepsister|godson|godfather|godmother|ex|kids|parents|coworkers|muchacho|muchacha|chamaco|patron|patrona|jefe|padrino|madrina|bisabuelo|concuno|inquilino|paciente|patient|tenant|student|alumno|member|feligres)";

const forWhom: readonly Rule[] = [
  {
    choice: "cannotAsk",
    pattern:
      /\b(?:died|dead|killed|murdered|overdosed|committed suicide|took (?:his|her) own life|buried|in heaven|lost (?:him|her)|stroke|brain (?:damage|injury|dead)|vegetative|nursing home|hospice|disabled and cant|nonverbal|passed|passed away|deceased|rest in peace|not in (?:his|her|their) right mind|late (?:father|mother|husband|wife|brother|sister|son|dad|mom|uncle|aunt|grandfather|grandmother|friend)|cannot (?:say|decide|consent|ask|speak|agree|talk)|cant (?:say|decide|consent|ask|speak|agree|talk|give)|unable to|coma|dementia|demencia|alzheimer\w*|incapacitat\w*|conservat\w*|estate|murio|mataron|asesinaron|se nos fue|se me fue|derrame|descansa en paz|con dios|ya no (?:esta|existe|habla|reconoce)|perdio la (?:mente|memoria|cabeza)|en estado vegetal|discapacitad\w+ y no|fallecio|fallecid\w*|difunt\w*|finad\w*|muert[oa]|ya no vive|ya no esta con nosotros|descanse en paz|en paz descanse|qepd|q e p d|no puede (?:decidir|decir|hablar|contestar|dar|pedir|consentir)|no (?:puede|pueden) (?:dar permiso|decir que si)|no esta en (?:sus|condiciones)|incapacitad\w*|en coma|rip|gone now|no longer with us|hasnt given|doesnt know|no sabe que|no me dio permiso|didnt give permission|without (?:his|her|their) permission|not alive|no longer alive)\b/g,
  },
  {
    choice: "helping",
    pattern: new RegExp(
      `\\b(?:helping|help (?:a|my|someone|somebody|him|her|them)|helpin|someone (?:else|im helping|i am helping)|somebody|someone|another person|other person|on behalf|behalf|for (?:him|her|them|someone|somebody|another|a)|ayudando|ayudo|ayudar|ayudandole|quien ayudo|alguien|otra persona|para otra|otro|otra|para (?:el|ella|ellos|un|una|alguien)|(?:a|de) (?:el|ella|alguien)|(?:my|his|her|their|our|mi|mis|a|an|un|una|mis|his|de mi) (?:\\w+ )?${kin}s?|${kin}|(?:my|mi|mis) (?!own\\b|case|caso|cases|record|name|nombre|conviction|thing|charge|self|mism|propi|papel|antecedente|situacion|historial|cargo|asunto|problema|pasado|expediente|persona\\b|arrest|felony|ticket|bad\\b|answer|info|weed|mota)\\w+|one of my \\w+|not (?:for )?me|no es (?:para|por) mi|not mine|no es mio|his|hers|theirs|lo llevo|le ayudo|dio permiso|said (?:yes|ok|its ok|i could)|me pidio|asked me to)\\b`,
      "g",
    ),
  },
  {
    choice: "me",
    pattern:
      /\b(?:^me(?! (?:dijo|dio|pidio|lo|la|gustaria|llamo|dieron|dejo)\b)|(?:for|its|is|just|only|to|about) me|myself|self|mine|my (?:own|case|record|name|conviction|thing|charge)|own|i am|im|its me|i|yo|mi|mio|mia|mi mism[oa]|yo mism[oa]|conmigo|propio|mi caso|mi record|soy yo|personal|a mi|para mi|por mi)\b/g,
  },
];

/** Takes `plain` text; gives the readings of "for whom". Someone else named outweighs "me" and "my". */
export function readForWhom(typed: string): string[] {
  const words = typed
    .replace(/\b4(?= (?:me|my|him|her|a|some\w+|myself|mi)\b)/g, "for")
    .replace(/\bpa\b/g, "para");
  const chosen = choicesIn(words, forWhom);
  if (chosen.includes("cannotAsk")) return ["cannotAsk"];
  if (chosen.includes("helping") && chosen.includes("me")) {
    const both =
      /\b(?:me and|and me|for me and|both|los dos|ambos|y yo|yo y|para mi y|y para mi|myself and|and myself)\b/.test(
        words,
      );
    if (both) return ["me", "helping"];
    const kinOnly = choicesIn(words.replace(/\b(?:help|helping|ayud\w+|some\w+) me\b/g, " "), forWhom);
    return kinOnly.includes("helping") ? ["helping"] : ["me"];
  }
  return chosen;
}

const anotherTry: readonly Rule[] = [
  {
    choice: "again",
    pattern:
      /\b(?:(?:another|other|different|new|second|old|maiden|married|wrong|full|both|middle|correct|right) (?:\w+ )?(?:names?|last names?|birth ?dates?|birthdays?|dates?|dob|spelling|case|number|one|search)|try (?:again|another|different|a different|the other|once more|one more|it again|with|my|other|using)|search again|look again|look up again|check again|retry|redo|one more try|one more time|again with|maiden|aka|alias|misspelled|spelled|typo|i typed|wrong name|wrong date|made a mistake|otr[oa]s? (?:nombres?|apellidos?|fechas?|intento|numero|busqueda|vez)|mi otro|el otro|nombre de soltera|de soltera|de casada|intentar\w*|intente\w*|intento|probar|pruebe|tratar (?:de nuevo|otra|con)|trate (?:de nuevo|otra|con)|buscar (?:de nuevo|otra|con)|busque (?:de nuevo|otra|con)|checar de nuevo|revisar de nuevo|volver a (?:buscar|intentar|tratar)|me equivoque|equivoque|corregir|cambiar|change|fix|another|otro|otra|again|de nuevo|nombre|apellido|fecha|name|date|birthday)\b/g,
  },
  {
    choice: "person",
    pattern:
      /\b(?:person|someone|somebody|human|call me|calls me|contact me|contacts me|contacted|reach me|phone me|lawyer|attorney|public defender|persona|alguien|humano|llame|llamen|llameme|llamenme|llamar|llamada|contacte\w*|contactar\w*|comuniquen?\w*|hablen|hable|hablar|marqu\w+|abogad\w*|defensor\w*|talk|speak|a call|check by hand|by hand|a mano)\b/g,
  },
  {
    choice: "goOn",
    pattern:
      /\b(?:go on|goon|continue|continu\w*|keep going|move on|moving on|next|next steps?|steps|what else|what (?:can|do|should|else|could) (?:people|i|we|you|they|be done)\w*|what people can do|people can do|what can (?:be done|people do|i do)|what now|now what|options|other ways|how else|proceed|skip ahead|qu?e? ?se puede(?: hacer)?|que (?:puedo|podemos|debo|mas puedo|hago|sigue|se hace|hay que|pueden|puede)(?: hacer)?|y ahora|ahora que|los pasos|pasos|continuar|continuemos|sigamos|siga|seguimos|adelante|mas informacion|opciones|seguir adelante|que sigue|que hacer|hacer)\b/g,
  },
];

/** Takes `plain` text; gives the readings of the question after a search that confirmed nothing. */
export function readAnotherTry(words: string): string[] {
  const chosen = choicesIn(words, anotherTry);
  if (chosen.includes("person") && chosen.includes("goOn") && chosen.length === 2) return ["person"];
  if (chosen.includes("again") && chosen.includes("person")) {
    return /\b(?:names?|dates?|birthday|dob|nombres?|apellidos?|fechas?|try|intent\w*|probar)\b/.test(words)
      ? ["again"]
      : ["person"];
  }
  if (chosen.includes("again") && chosen.includes("goOn")) {
    return /\b(?:another|other|different|otr[oa]|maiden|soltera|again|try)\b/.test(words)
      ? ["again"]
      : ["goOn"];
  }
  return chosen;
}
