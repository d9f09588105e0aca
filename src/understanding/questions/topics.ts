/**
 * What a person wants to know after an outcome, by the topic's own words and plain talk.
 */
import { choicesIn, type Rule } from "../rules.ts";

const rules: readonly Rule[] = [
  {
    choice: "another",
    pattern:
      /\b(?:(?:another|other|different|second|more|next|new) (?:case|cases|person|people|name|one|search|lookup|record|conviction|friend|client|number)|check (?:another|again|more|for someone|my \w+s?)|look up (?:another|someone|my)|someone elses?|(?:help|check|search|look up|checar|revisar|buscar|ver|ayudar|ayude) (?:out )?(?:a |lo de )?(?:my|mi) (?:brother|sister|mom|mother|dad|father|son|daughter|husband|wife|friend|cousin|uncle|hermano|hermana|mama|papa|hijo|hija|esposo|esposa|amigo|amiga|primo|prima|tio|tia)|^(?:one|uno|una) (?:more|mas|other)\b|(?:my|mi) \w+ (?:also|too|tambien)(?: has| have| tiene| tuvo)?|search (?:again|another)|otr[oa]s? (?:caso|casos|persona|personas|nombre|busqueda|numero|record)|buscar (?:otr[oa]|de nuevo|otra vez|a otra)|checar otr[oa]|revisar otr[oa]|mas casos|for my (?:brother|sister|mom|dad|son|daughter|husband|wife|friend|cousin|uncle)|para mi (?:hermano|hermana|mama|papa|hijo|hija|esposo|esposa|amigo|primo|tio))\b/g,
  },
  {
    choice: "immigration",
    pattern:
      /\b(?:immigra\w*|imigra\w*|inmigra\w*|migra\w*|migratori\w*|green ?card|greencard|visa|visas|citizen\w*|naturaliz\w*|deport\w*|daca|uscis|ice|undocumented|indocumentad\w*|residen\w*|ciudadan\w*|asylum|asilo|tps|status|estatus|sin papeles|mis papeles|arreglar papeles|arreglar mis papeles|(?:no tengo|sin|i dont have|no|without) papeles|no papers|tarjeta verde|mica|travel|viajar|passport|pasaporte|frontera|border|i ?94|n ?400|sin documentos|not a citizen|no soy ciudadan\w*)\b/g,
  },
  {
    choice: "work",
    pattern:
      /\b(?:work|works|working|job|jobs|employ\w*|hire|hired|hiring|boss|background|backgrounds|interview|offer|career|company|hr|human resources|occupational|license|licencia|trabaj\w*|travajo|chamba|jale|jales|emple\w*|patron|contrat\w*|antecedentes|verificacion|uber|lyft|landlord|apartment|housing|renta|rentar|vivienda|guard card|security guard)\b/g,
  },
  {
    choice: "proof",
    pattern:
      /\b(?:proof|prove|proofs|prooof|certif\w*|copy|copies|copia|copias|document\w*|paperwork|the papers?|court papers?|prueb\w*|comprob\w*|constancia|demostrar|compruebo|comprueb\w*|(?:need|want|get|quiero|necesito) (?:a |an |un |the |el )?paper|show (?:that )?(?:it|its|it is|they)|comprobar|evidence|evidencia|records? show|order|orden|letter|carta|papeles|papel|print|show it|in writing|por escrito|certified|minute order)\b/g,
  },
  {
    choice: "apply",
    pattern:
      /\b(?:apply|aply|applying|application|applic\w*|aplic\w*|apli?car|form|forms|forma|formas|formulario|fill|llenar|llene|petition|peticion|file|filing|filed|cr ?400|cr400|solicit\w*|request|pedir(?:lo)?|pido|ask the court|pedirle|submit|meter|tramit\w*|how do i (?:clear|get it (?:cleared|dismissed|off)|do it|remove)|clear (?:it|my record)|limpi\w*|lo borro|la borro|borrarlo|meter (?:los |unos )?papeles|borrar (?:mi|el) record|quit(?:ar|en|e|an)\w*|desestim\w*|dismiss\w*|expung\w*|(?:off|from|out of) (?:my|the|his|her) record|(?:de|del) (?:mi|su) record|quito|quitarlo|borrarlo|process|proceso|start the process)\b/g,
  },
  {
    choice: "clinic",
    pattern:
      /\b(?:clinic|clinics|clinc|clinicas?|event|events|evento|eventos|in person|en persona|near me|cerca|where (?:can|do) i go|a donde (?:voy|puedo ir)|adonde|donde (?:voy|puedo ir|hay)|free help|ayuda gratis|legal aid|ayuda legal|library|biblioteca|workshop|taller|feria|fair|walk in|location|locations|address|direccion|free legal)\b/g,
  },
  {
    choice: "person",
    pattern:
      /\b(?:person|someone|somebody|persona|alguien|human|humano|lawyer|attorney|abogad\w*|public defender|defensor\w*|call me|llame\w*|llamen\w*|llamar\w*|talk|hablar|speak)\b/g,
  },
  {
    choice: "finish",
    pattern:
      /\b(?:nothing|nothin|none|nada|ninguno|ninguna|finish|finished|done|no more questions|im good|bye|adios|all set|all good|no more|ya$|eso es todo|es todo|thats (?:it|all)|ya es todo|ya no|terminar|termine|acabar|listo|the end|goodbye)\b/g,
  },
];

/** Takes `plain` text; gives the topics named, the surest first. */
export function readTopics(words: string): string[] {
  const chosen = choicesIn(words, rules);
  if (chosen.length < 2) return chosen;
  // "proof for my job", "a form for immigration": what it is for says most; "nothing else" ends.
  const joined = /\b(?:and|y|both|also|tambien)\b/.test(words);
  if (joined && chosen.includes("immigration") && chosen.includes("work")) return ["immigration", "work"];
  for (const strong of ["another", "immigration", "work"]) if (chosen.includes(strong)) return [strong];
  if (chosen.includes("finish") && chosen.length === 2 && chosen.includes("another")) return ["finish"];
  const first = chosen.filter((choice) => choice !== "finish" && choice !== "person");
  if (first.length === 1) return first;
  // "how do I apply for a certified copy" wants the copy.
  return first.includes("proof") && first.includes("apply") && first.length === 2 ? ["proof"] : first;
}
