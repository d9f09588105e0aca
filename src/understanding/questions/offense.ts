/**
 * What a case was for: statute numbers of the Health and Safety Code (today's and those before 1973) and
 * plain talk in both languages.
 */
import { choicesIn, type Rule } from "../rules.ts";

/** Section numbers by choice. The pre-1973 numbers are predecessors of 11357–11360 (Stats. 1972 ch. 1407). */
const sections: Readonly<Record<string, string>> = {
  "11357": "had",
  "11358": "grew",
  "11359": "sold",
  "11360": "sold",
  "11530": "had",
  "11530.1": "grew",
  "11530.5": "sold",
  "11531": "sold",
};

/** Sections about relief, which name no offence. */
const relief = new Set(["11361.5", "11361.7", "11361.8", "11361.9", "11362.1"]);
const section =
  /(?<![\d/-])(?:(?:h ?&? ?s|hsc?|h\/s|pc|vc|health and safety(?: code)?|penal code|sec(?:tion)?|seccion)[ .:#-]*)?(\d{5}(?:\.\d)?)(?!\d)/gi;
const otherCode =
  /\b(?:p ?c|v ?c|penal code|vehicle code|codigo penal|b ?p|w ?i ?c)[ .:#-]{0,2}(\d{3,5}(?:\.\d{1,2})?)\b/gi;

function codesIn(text: string): string[] {
  const chosen = new Set<string>();
  for (const match of text.matchAll(section)) {
    const number = match[1] ?? "";
    const whole = number.split(".")[0] ?? "";
    // Zip codes and plain numbers are no sections; drug sections all begin with 11.
    if (!/^11[0-9]{3}$/.test(whole) && !/^(?:23152|23153|23222|12500|14601)$/.test(whole)) continue;
    if (relief.has(number)) continue;
    chosen.add(sections[number] ?? sections[whole] ?? "other");
  }
  for (const match of text.matchAll(otherCode)) {
    if (sections[match[1] ?? ""] === undefined && match[1] !== "1000") chosen.add("other");
  }
  return [...chosen];
}

const plantWords =
  "(?:weed|weeds|pot|marijuana|marihuana|mariguana|marajuana|marijuanna|maryjane|mary jane|cannabis|canabis|cannabys|mota|motita|guato|guatito|gallito|toquecito|yerba|hierba|yerbita|hierbita|grifa|grass|ganja|herb|reefer|dope|kush|bud|buds|chronic|trees|mj|la verde|verde|toque|toques|churro|churros|gallo|gallos|porro|porros|joint|joints|blunt|blunts|doobie|spliff|roach|roaches|hash|hashish|hachis|wax|dabs?|edibles?|concentrate|concentrated|concentrado|brownies|pax|thc|vape|mary|planta|that plant|the plant|this plant|esa planta|la planta|leno|lenos|bote de mota|bolsita|dime bag|dime|nickel bag|nick bag|eighth|dub|dub sack|sack|baggie|baggies|ounce|onza|gram|grams|gramos?|zip)";

const rules: readonly Rule[] = [
  {
    choice: "sold",
    pattern:
      /\b(?:s[eo]ll|pwid|pwits|pwisd|pfs|sells|sold|seling|selling|saling|sales?|sale|deal|dealt|dealing|dealer|slinging|slanging|slung|pushing|hustling|distribut\w*|traffick\w*|traffic(?! (?:stop|ticket|court|violation|light|school|cop|signal)s?\b)|intent|intention|transport\w*|transp|deliver\w*|delivery|moving|moved|movin|smuggl\w*|import\w*|furnish\w*|giving it|gave (?:it|some|a)|giving (?:some|away)|gave away|muling|mule|drove it|driving it|hauling|trafic\w*|vend[eiao]\w*|bend[ei]\w*|venta|ventas|distribu\w*|repart\w*|entreg\w*|llev[ae]ba\w*|llevar\w*|llevando\w*|lleve|movia\w*|moviendo\w*|mover\w*|movi|regal[ae]\w*|dar(?:sela|selo|le|les)|regalar\w*|negocio|transportaba|transportar\w*|pasar\w*|pasaba|pasando|paqueteando|tirando|tiraba|pa vender|undercover)\b/g,
  },
  {
    choice: "grew",
    pattern:
      /\b(?:gr[eo]w|grows|growing|grown|growin|grower|cultivat\w*|plants|planting|planted|harvest\w*|garden|greenhouse|plant in|a plant|some plant|one plant|two plants|grow house|trimming|sembr\w*|siembra\w*|siembr\w*|cultiv\w*|matas?|matitas?|plantas|plantitas|plantar\w*|plante|plantaba|plantando|plantio|cosech\w*|maceta|macetas|jardin|crecer|creciendo|criar|invernadero)\b/g,
  },
  {
    choice: "other",
    pattern:
      /\b(?:coke|cocaine|cocain|cocaina|coca|perico|crack|piedra|rock cocaine|rocks?|meth|methamphetamine|metanfetamina|metanfetaminas|crystal|cristal|crico|krystal|krista?l|ice|speed|tweak|heroin|heroina|chiva|tar|fentanyl|fentanilo|pcp|angel dust|lsd|acid|acido|mushrooms|shrooms|hongos|ecstasy|extasis|mdma|molly|pills?|pastillas?|oxy|vicodin|xanax|codeine|lean|ketamine|opium|narcotics|under the influence|dui|dwi|drunk|drinking|alcohol|borracho|tomado|tomando|ebrio|speeding|ticket de transito|driving|license|licencia|manejar|manejando|theft|stealing|stole|steal|shoplift\w*|robbery|robo|robar|robe|robbed|burglary|burglar\w*|assault|battery|fight|fighting|pele\w*|golpe\w*|domestic|violencia domestica|gun|guns|pistola|arma|armas|weapon|firearm|knife|cuchillo|murder|homicid\w*|kidnapping|gang|pandilla|prostitution|prostitucion|trespass\w*|vandalism|graffiti|grafiti|tagging|fraud|fraude|forgery|dispensary|id theft|identity|warrant|paraphernalia|parafernalia|pipe|pipa|bong|syringe|needle|jeringa|hit and run|crash|choque|choc[ao]\w*|violencia|nada de eso|riña|amenaz\w+|threat\w*|arson|carjack\w*|something else|somthing else|anything else|another drug|other drug|other drugs|different drug|different charge|other|otra cosa|otro cargo|otra droga|otras drogas|algo mas|another thing|none of (?:those|these|them|the above)|ninguna de esas|ninguno de esos|ninguna de estas|nothing to do with)\b/g,
  },
  {
    choice: "had",
    pattern: new RegExp(
      `\\b(?:pos+es+\\w*|poss|pocess\\w*|poses\\w*|having|carrying|carried|holding|had (?:some|it|a|that|on|in|the|my|one|two|\\d)|had|on me|in my (?:car|pocket|backpack|bag|purse|trunk|glove|room|house|socks?)|found (?:it|some|a|in|on)|caught (?:with|smoking)|smok\\w*|personal use|my own use|for myself|simple|less than an? (?:oz|ounce)|tra[ie]a\\w*|traer\\w*|trayendo|traiba|tenia\\w*|tener\\w*|tuve|it was mine|was for me|era m[ia]a?o?|era pa(?:ra)? mi|cargaba|cargar|cargando|portaba|portar|portacion|pose\\w*|posecion|fum\\w*|consum\\w*|uso personal|para mi uso|me (?:hallaron|encontraron|agarraron|cacharon|pescaron) con|bolsillo|en la bolsa|mochila|${plantWords})\\b`,
      "g",
    ),
  },
];

const anyPlant = new RegExp(`\\b${plantWords}\\b`);
const deniedPlant = new RegExp(
  `\\b(?:wasnt|isnt|not|no era|no fue|never|nunca|ni|no es)(?: (?:for|la|por|de|about|any|even|the|really))* ${plantWords}\\b`,
  "g",
);
const anyDrug = /\b(?:drugs?|drogas?|narcotic\w*|controlled substances?|sustancias? controladas?)\b/;

/** Quantities to grow, sell and carry sound alike; having it is part of all three. */
export function readOffense(text: string, words: string): string[] {
  const codes = codesIn(text);
  if (codes.length > 0) return codes;
  // "It wasn't weed, it was meth."
  const about = words.replace(deniedPlant, " ");
  const talk = about.replace(/\b(?:driving|manejando)(?= (?:with|con)\b)/g, "carrying");
  const chosen = choicesIn(talk, rules);
  const withPlant = anyPlant.test(about);
  const kinds = chosen.filter((choice) => choice !== "had" && choice !== "other");
  if (chosen.includes("other")) {
    // "driving with weed in the car" is about the plant; "weed and coke" is about both.
    const weak =
      /\b(?:driving|license|manejar|manejando|warrant|gang|drunk|pipe|pipa|bong|rocks?|ice|acid|speed|ticket de transito|dispensary|algo mas|other|license|licencia|alcohol)\b/.test(
        words,
      );
    const strong = choicesIn(
      words.replace(
        /\b(?:driving|license|licencia|manejar|manejando|warrant|gang|pipe|pipa|bong|dispensary)\b/g,
        " ",
      ),
      rules,
    ).includes("other");
    if (withPlant && weak && !strong) return kinds.length > 0 ? kinds : ["had"];
    const plain = withPlant ? (kinds.length > 0 ? kinds : ["had"]) : [];
    return [...plain, "other"];
  }
  // "drug possession" does not say which drug.
  if (kinds.length === 0 && !withPlant && anyDrug.test(words))
    return chosen.includes("had") ? ["had", "other"] : [];
  // "possession for sale", "had plants", "had it to sell": the narrower one stands.
  return kinds.length > 0 ? kinds : chosen;
}
