/**
 * Words that copy may not use, and words it must use for terms of law: data for the checks.
 */
import type { Locale } from "./finding.ts";

/** Never on a text message: a lock screen is read by others, and carriers filter. */
export const lockScreen: readonly RegExp[] = [
  /\b(cannabis|marijuana|marihuana|mariguana|hemp|hashish|hachís|hash|thc|ganja|weed|pot|joint|mota|yerba|hierba|porro)\b/i,
  /\b(convict\w*|condena\w*|felon\w*|misdemeanors?|delitos?|delincuen\w*|offenders?|criminal record|rap sheet)\b/i,
  /\b(antecedentes|sentencia|prisión|prison|cárcel|inmate|drug (case|charge)|caso de drogas)\b/i,
];

/** Never to anybody, on any channel: no blame, no apology, no advice, no promise. */
export const forbidden: Readonly<Record<Locale, readonly RegExp[]>> = {
  en: [
    /\byou (?:do not |don't |may |might |can |will )?qualify\b/i,
    /\byou(?:'re| are) (?:not |in)?eligible\b/i,
    /\b(?:you|they) should\b/i,
    /\byou (?:can|may) (?:answer|say) no\b/i,
    /\binvalid\b|\berror\b|\bplease\b|\bsorry\b|\boops\b|\bapolog|\bunfortunately\b/i,
    /\bexpunge|\bex-?con\b|\boffender|\bcriminals?\b(?! court)|\bfelon\b/i,
    /\byour (?:name|conviction|crime|offense|record)\b/i,
    /\bguarantee|\bcongratulations\b/i,
    /\bsocial security\b|\blicense number\b|\bagent\b/i,
  ],
  es: [
    /\b(?:usted )?(?:no )?califica\b|\bes elegible\b/i,
    /\bdebe(?:ría)?\b|\btiene que (?:pedir|presentar|solicitar)/i,
    /\bpuede (?:contestar|decir|responder) que no\b/i,
    /inválid|\berror(?:es)?\b|por favor|lo siento|lo sentimos|perdón|disculp|lamentabl/i,
    /\bexpung|\bdelincuente|\bcriminal(?:es)?\b/i,
    /\bsu (?:nombre|condena|delito)\b/i,
    /\bgarantiz|\bfelicidades\b/i,
    /\bseguro social\b|\bagente\b/i,
    // Usted throughout.
    /\b(?:tú|tu|tus|te|ti|contigo|puedes|tienes|quieres|eres|escribe|manda|llama) (?:nombre|caso|vas|puedes|llamamos|un|el|la|a|al)\b/i,
    // Words that mislead here: corte, clerk, probation, forma are what people hear in Los Angeles.
    /\btribunal|\bjuzgado|\bsecretari[oa]\b|\blibertad condicional\b|\bdespedid|\bdespedir|\baplicación\b|\baplicar\b/i,
  ],
};

/** Where the English text uses a term, the Spanish text of the same key uses one of these words. */
export const glossary: readonly { en: RegExp; es: RegExp; term: string }[] = [
  { term: "dismiss", en: /\bdismiss(?:al|als|ed)?\b/i, es: /desestim|dismiss|moción|\borden\b/i },
  { term: "sealed", en: /\bseal(?:ed)?\b/i, es: /sell|sealed/i },
  { term: "clerk", en: /\bclerk\b/i, es: /clerk|ventanilla|\bcorte\b/i },
  { term: "court", en: /\bcourts?\b/i, es: /\bcortes?\b|\bjuez\b/i },
  { term: "Public Defender", en: /Public Defender/, es: /Public Defender/ },
  { term: "immigration lawyer", en: /immigration lawyer/i, es: /abogado (?:migratorio|de inmigración)/i },
  { term: "legal advice", en: /legal advice/i, es: /consejo legal/i },
  { term: "certified copy", en: /certified cop/i, es: /certified copy|copias? certificadas?/i },
  { term: "probation", en: /\bprobation\b/i, es: /\bprobation\b/i },
  { term: "parole", en: /\bparole\b/i, es: /\bparole\b/i },
  { term: "Prop 64", en: /Prop 64/, es: /Prop 64/ },
  { term: "employer", en: /\bemployers?\b/i, es: /empleador/i },
  { term: "landlord", en: /\blandlords?\b/i, es: /casero/i },
  { term: "list", en: /\blists?\b/i, es: /\blistas?\b/i },
];

/** Texts in two languages at once: their reading level has no meaning. */
export const bilingual: readonly string[] = [
  "questions.start.askUnknown",
  "questions.start.askUnknownCalled",
  "errors.smsFallback",
  "commands.pictureUnknown",
];
