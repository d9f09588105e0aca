/**
 * Agreement and the confirming of what will be searched: the two answers that let a lookup happen, read
 * more narrowly than any other.
 */
import { choicesIn, type Rule } from "../rules.ts";
import { phraseSet, withoutCourtesy } from "../text.ts";
import { readYesNo } from "../yesNo.ts";

/** Only the whole message agrees, and only in so many words: wanting to know something is not agreement. */
const agreement =
  /^(?:(?:yes|yeah|yep|si|ok|okay|sure|sale|va|orale|dale|esta bien|andele|claro|yo|i|we|lets|let us|vamos a|pues|bueno|entonces) )*(?:agree|agreed|accept(?: the terms)?|acepto(?: los terminos)?|aceptar|aceptado|acepta|estoy de acuerdo|de acuerdo|consent|start|begin|empecemos|comencemos|check|check it|check (?:it )?for me|revise|revisa|revisen|reviseme|reviselo|cheque|chequeme|chequelo|checa|checalo|continue|continuar|go ahead|proceed|do it|do this|lets go|adelante|siga|sigale|dele)(?: (?:please|por favor|to this|to that|to it|with this|with that|con eso|con esto|now|ahora|ya|it|to continue|to the terms|a esto|a eso|then|entonces))*$/;
const steps =
  /\b(?:steps|step|next steps|pasos|paso a paso|without (?:giving |using |saying )?(?:a |my |the |any )?names?|no names?|sin (?:dar |decir |usar |poner )?(?:mi |el |su |ningun )?nombre|anonymous\w*|anonim\w*|just (?:the )?(?:info|information)|solo (?:la )?(?:info|informacion)|(?:dont|do not|no|rather not) (?:want to |wanna |quiero )?(?:give|share|dar|decir|say)(?: you| out)? (?:my |mi |mis |el |any |a )?(?:name|nombre|info|informacion|datos|personal info\w*)|only (?:the )?(?:info|steps|information)|just tell me what (?:to do|i can do)|(?:nada mas|nomas|solo|puro|solamente) (?:digame|la info\w*|los pasos|que hacer|que se puede hacer))\b/;
const assent =
  /\b(?:fine with me|okay with me|ok with me|me parece|agree|acepto|de acuerdo|consent|go ahead|adelante|lets|please|por favor|esta bien|accept|that s fine|sounds good|do it|check|go|revis\w*|checar|cheque\w*|quiero saber|im down|im in|i want to (?:check|know|find|look|see|do))\b/;

/**
 * "I agree. It is for myself.", "va, dele": one clause agrees and the others say nothing against it. Takes the
 * clauses as `plain` text.
 */
export function readStartClauses(parts: readonly string[]): "agree" | "stepsOnly" | "no" | undefined {
  const said = new Set(parts.flatMap((part) => readStart(part) ?? (against.test(part) ? ["other"] : [])));
  const [only] = said;
  return said.size === 1 && only !== "other" ? (only as "agree") : undefined;
}
/** A condition, a doubt, a question or a delay beside a yes makes it none. */
export const against =
  /\b(?:no|not|dont|wont|cant|never|nunca|tampoco|but|pero|if|unless|why|who|how|what|when|where|por que|para que|quien|como|que es|cuando|donde|cuanto|question|pregunta|wait|think|moment|espere|later|luego|despues|first|primero|antes|before|maybe|tal vez|scam|estafa|stop|alto)\b/;

/** Takes `plain` text; gives "agree", "stepsOnly", "no", or undefined. */
export function readStart(words: string): "agree" | "stepsOnly" | "no" | undefined {
  if (steps.test(words)) return "stepsOnly";
  const yesNo = readYesNo(words);
  if (yesNo !== undefined) return yesNo ? "agree" : "no";
  const bare = withoutCourtesy(words).replace(/^buen[oa]s? (?:dias?|tardes?|noches?) /, "");
  if (agreement.test(bare)) return "agree";
  const begun =
    /^(?:yes|si|yeah|yea|yep|ok|okay|sure|claro)\b/.test(words) && !/\b(?:but|pero|dont|not|no)\b/.test(bare);
  if (begun && assent.test(words)) return "agree";
  if (
    /^(?:i )?(?:dont|do not|no|nope|nah|never) (?:agree|want|wanna|accept|consent|acepto|quiero|deseo|estoy)\b(?! (?:my|anyone|anybody|them|him|her|people|que (?!me)\w+|mi)\b)/.test(
      bare,
    )
  )
    return "no";
  return undefined;
}

const searchPhrases = phraseSet(`
look now|ok look now|search now|busque ya|busquelo ya|busque ahora|search|busque|busca|busquen|buscar|buscalo|busquelo|search it|look it up|look|lookup|look up|find it|find|run it|send it|send|check|check it|go|go search|confirm|confirmed|confirmo|confirmar|confirme|all good|all correct|its all correct|all right|everything is correct|everything is right|everythings right|everything looks good|everything looks right|everything correct|looks good|looks right|looks correct|looks good to me|look good|thats right|thats correct|that is correct|that is right|its correct|its right|it is correct|that looks right|that looks good|perfect|right|yes thats right|yes thats correct|yes correct|yes search|yes its correct|yes that is correct|yes thats me|thats me|yup thats right|good to go|its good|its fine|thats fine|thats it search|yes go ahead|ok search|ok go ahead|please search|nothing to change|no changes|dont change anything|no change
todo correcto|todo bien|todo esta bien|esta todo bien|esta correcto|todo esta correcto|esta bien asi|asi esta bien|si esta bien|si esta correcto|si busque|si buscar|si todo bien|si todo correcto|si es correcto|es correcto|si asi es|si correcto|eso es|esa es|exactamente|perfecto|si adelante|si busquelo|si confirmo|revise|revisar|reviselo|checar|cheque|chequelo|mandelo|hagalo|hazlo|dele|siga|soy yo|si soy yo|esos son|son correctos|los datos estan bien|estan bien|estan correctos|todo bien busque|no cambie nada|nada que cambiar|sin cambios|asi dejelo|dejelo asi|dejalo asi|leave it|leave it like that|bien
`);

const lines: readonly Rule[] = [
  {
    choice: "caseNumber",
    pattern:
      /\b(?:case (?:number|num|no)|case|numero de caso|numero del caso|num de caso|caso|el numero|the number|number|numero|case s number)\b/g,
  },
  {
    choice: "birthDate",
    pattern:
      /\b(?:birth ?dates?|date of birth|birthday|bday|b day|dob|d o b|born|birth|nacimiento|fecha|fechas|cumpleanos|naci|nacio|date|birthdate|day|month|dia|mes)\b/g,
  },
  { choice: "year", pattern: /\b(?:year|years|yr|ano|anos|court year|when)\b/g },
  {
    choice: "name",
    pattern:
      /\b(?:names?|last ?names?|first ?names?|surname|spelling|spelled|misspelled|nombres?|apellidos?|spell|middle)\b/g,
  },
];

/** Takes `plain` text; gives the lines of the summary it names, distinct. */
export function linesNamed(words: string): string[] {
  // "case year", "año del caso" and "nombre del caso" name the other line.
  const bare = words.replace(
    /\b(?:court|case|del caso|de la corte|en el caso|on the case|of the case|was in court|number (?=[1-5]$))\b(?= (?:year|name)|$)/g,
    " ",
  );
  const named = choicesIn(bare, lines);
  if (named.length === 0) return choicesIn(words, lines);
  return named.includes("caseNumber") &&
    named.length === 2 &&
    !/\b(?:and|y)\b/.test(words) &&
    !/\bcase (?:number|num)|numero de(?:l)? caso\b/.test(words)
    ? named.filter((line) => line !== "caseNumber")
    : named;
}

const wrong =
  /\b(?:dont search|do not search|no busque|no busquen|change|changes|chnage|edit|fix|correct (?:it|the|my)|correction|wrong|incorrect|not right|not correct|isnt right|isnt correct|mistake|typo|error|misspelled|cambi\w*|corregir|corrij\w*|correccion|mal|equivoc\w*|incorrect\w*|no es (?:correcto|asi|cierto)|no esta (?:bien|correcto)|editar|modificar|arregl\w*|falso|false|not my|not me|no soy yo)\b/;

/** Words of which nothing but agreement can be made. */
const assenting = phraseSet(
  "yes|yeah|yep|yup|si|ok|okay|claro|sure|adelante|busque|buscar|busquelo|search|correct|correcto|right|good|perfecto|perfect|dale|dele|listo|go|ahead|it|bien|esta|todo|asi|es|please|por|favor|all|looks|great|simon|sale|va|everything|is|that|thats|and|y",
);

/** Takes `plain` text; "search", "change" (asks which), or undefined. Only the whole message agrees. */
export function readConfirm(words: string): "search" | "change" | undefined {
  const bare = withoutCourtesy(words);
  if (searchPhrases.has(words) || searchPhrases.has(bare)) return "search";
  const every = bare.split(" ");
  if (
    every.every((word) => assenting.has(word)) &&
    /\b(?:yes|yeah|yep|yup|si|ok|busque|buscar|search|correct\w*|right|good|bien|perfect\w*|adelante|dale|dele|simon|claro)\b/.test(
      bare,
    )
  )
    return "search";
  const yesNo = readYesNo(words);
  if (yesNo !== undefined) return yesNo ? "search" : "change";
  if (/^(?:yes|yeah|yep|yup|si|sip|ok|okay|claro|sure|simon) /.test(bare)) {
    const rest = bare.replace(/^(?:(?:yes|yeah|yep|yup|si|sip|ok|okay|claro|sure|simon) )+/, "");
    if (searchPhrases.has(rest) || readYesNo(rest) === true) return "search";
  }
  if (wrong.test(bare) || /^(?:no|nope|nah|nel)\b/.test(bare)) return "change";
  return undefined;
}
