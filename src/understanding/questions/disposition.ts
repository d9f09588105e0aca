/**
 * How a case ended, in plain talk of both languages. Facts as told: nothing is concluded from them here.
 */
import { choicesIn, type Rule } from "../rules.ts";

const rules: readonly Rule[] = [
  {
    choice: "diverted",
    pattern:
      /\b(?:class|classes|clas|clase|clases|curso|cursos|diversion|divertion|diverted|dej|deferred|deferred entry|pc 1000|pc1000|penal code 1000|1000 program|drug program|program|programa|rehab|rehabilitacion|counseling|counselling|consejeria|terapia|drug court|corte de drogas|drug school|drug ed|drug education|desvio|desviacion|prop 36|proposition 36|proposicion 36|treatment|tratamiento|escuela|education|platicas|aa meetings|na meetings)\b/g,
  },
  {
    choice: "serving",
    pattern:
      /\b(?:still (?:\w+ ){0,3}(?:probation|parole|jail|prison|serving|locked|in|on it|on|doing|inside|custody|incarcerated)|currently (?:\w+ ){0,3}(?:probation|parole|jail|prison|serving|locked|in|on|doing|incarcerated)|im (?:still )?on (?:\w+ ){0,2}(?:probation|parole)|i am (?:still )?on (?:\w+ ){0,2}(?:probation|parole)|(?:im|i am) (?:still )?(?:in|at) (?:\w+ )?(?:jail|prison|county|custody)|(?:hes|shes|he is|she is|is) (?:still )?(?:on (?:probation|parole)|in (?:jail|prison|county)|locked up|incarcerated|serving)|on (?:probation|parole) (?:right now|now|still|currently|until|till|for it|for this|for that)|(?:locked up|incarcerated|inside|detained) (?:right now|now|currently|still)|(?:probation|parole) (?:until|till|hasta)|on paper|in custody$|(?:months?|years?|yrs?|days?|weeks?|time) (?:left|to go|more) (?:on|of) (?:\w+ )?(?:probation|parole)|(?:havent|have not|not|didnt) (?:yet )?(?:finish\w*|complet\w*|done)(?: with)? (?:\w+ )?(?:probation|parole|it yet)|(?:firmo|reportando|reporto) (?:cada|todos)|in (?:jail|prison|custody|county) (?:right now|now|currently|still|for it|for this)|^on (?:probation|parole)$|^(?:parole|in jail|in prison|locked up|incarcerated|serving|serving time|en la carcel|preso|presa|en prision|en parole|en probation|en probatoria|en libertad condicional)$|doing time (?:now|right now)?|serving (?:my |a |the )?(?:time|sentence)|behind bars|(?:sigo|sigue|seguimos|continuo) (?:\w+ ){0,3}(?:probation|provacion|probacion|parole|preso|presa|carcel|condicional|probatoria|encerrad\w+|prision|cumpliendo|pagando|en eso|con eso|detenido|bajo)|(?:todavia|aun) (?:\w+ ){0,4}(?:probation|provacion|probacion|parole|preso|presa|carcel|condicional|probatoria|encerrad\w+|prision|cumpliendo|firmando|detenido)|(?:^|\w+ )?(?:estoy|esta|ando) (?:\w+ ){0,2}(?:en (?:\w+ )?(?:probation|provacion|probacion|parole|carcel|condicional|probatoria|prision|libertad condicional)|preso|presa|encerrad\w+|detenido|cumpliendo)|(?:todavia|aun) (?:firmo|voy|reporto|estoy)|no (?:he )?(?:acab\w+|termin\w+|complet\w+)(?: \w+){0,2} (?:probation|probatoria|provacion|parole|condena|sentencia)|me faltan? (?:\w+ ){1,4}de (?:probation|probatoria|provacion|parole|condicional)|(?:esta|estoy) en la carcel|firmando|not done with probation|havent finished|no he terminado|no termino (?:la|mi)|not finished|not off probation|me faltan? \w+ (?:\w+ )?de (?:probation|parole))\b/g,
  },
  {
    choice: "dropped",
    pattern:
      /\b(?:drop\w*ear\w*|drope\w*|drop|drops|droped|dropping|droping|cayo|cayeron|dropped|dropd|dismiss|dismissed|dismised|dissmissed|dismissal|dissmised|dimissed|thrown out|threw (?:it|the case|my case|them) out|tossed|toss|never (?:charged|filed|went to court|got charged|prosecuted|convicted|pressed|followed|had charges)|not (?:charged|filed|guilty|prosecuted|convicted)|wasnt (?:charged|convicted|prosecuted|filed)|werent filed|didnt (?:charge|file|press|prosecute)|did not (?:charge|file|press|prosecute)|no (?:charges?|case filed|filing|complaint|conviction)|da reject\w*|reject\w*|acquit\w*|found innocent|innocent|let me (?:go|off|loose)|let him go|let her go|let us go|released (?:me )?(?:without|with no|no)|released|beat the case|beat it|beat the charge\w*|won (?:the|my|at|in) ?(?:case|trial)?|and won|gan[eo] (?:el|mi|en) (?:juicio|caso)|no me (?:hallaron|encontraron|declararon|sentenciaron) (?:culpable|nada)?|no sali culpable|lo tiro|la tiro|cleared|warning|quitaron|quito|quitaran|retir\w+|desestim\w*|desech\w*|tiraron|solt\w+|dejaron ir|dejaron libre|dej[oó] ir|me dejaron|absuelt\w*|absolvieron|inocente|no (?:hubo|habia|hay|levantaron|presentaron|pusieron|me pusieron|me levantaron|me presentaron|me hicieron|pasaron) (?:\w+ )?(?:cargos?|caso|nada)|sin cargos|nunca (?:me )?(?:acusaron|levantaron|presentaron|hubo|pusieron|cargos|fui acusad\w+|condenaron|cargaron)|no me (?:acusaron|condenaron|cargaron|levantaron)|no (?:fui|me) (?:acusad\w+|culpable)|gane el caso|libre de cargos|cargos retirados|tumbaron|botaron|perdonaron|anularon|cancelaron|no paso nada|nothing (?:ever )?happened|no procedi[oa]|declin\w+|sali (?:libre|limpi[oa]|inocente)|nothing came of it|no hicieron nada)\b/g,
  },
  {
    choice: "convicted",
    pattern:
      /\b(?:gu[il]+ty|giulty|gulty|plead|pleaded|pled|plea|pleas|pleded|no contest|nolo|no lo contendere|no lo$|convict\w*|conviction|sentenced|sentence|found guilty|paid|payed|fine|fines|fined|time served|served|did (?:\w+ ){0,3}(?:time|days?|months?|years?|weeks?|county|jail|prison|probation|community)|jail|prison|county time|probation|provacion|probacion|parole|community service|caltrans|cal trans|weekend\w*|house arrest|ankle|infraction|misdemeanor|felony|ticket|citation|lost (?:the|my|at|in) ?(?:case|trial)?|and lost|perd[io] (?:el|mi|en) (?:juicio|caso)|firme (?:un|el|los) (?:acuerdo|papeles|trato)|acuerdo|took (?:a|the) deal|took the plea|deal|locked up|strike|culpable|culpables|me declare|declararme|no contesta?|condena\w*|conden\w*|sentenci\w*|sentencia|pague|pago|pagar|pagamos|pagando|multa|multas|multaron|cumpli\w*|estuve (?:\w+ ){0,3}(?:preso|presa|carcel|encerrad\w+|adentro|dias|meses|anos)|preso|presa|presos|carcel|prision|probatoria|libertad condicional|condicional|servicio comunitario|servicio a la comunidad|trabajo comunitario|gave me (?:\w+ ){0,3}(?:days?|months?|years?|weeks?|probation|time)|sentenced me|copped|(?:me )?echaron (?:\w+ ){0,3}(?:dias|meses|anos)|me dieron|dieron (?:\w+ ){0,3}(?:dias|meses|anos)|encerr\w+|hice (?:\w+ ){0,2}(?:dias|meses|anos|tiempo)|delito|infraccion|felonia|lo acepte|acepte (?:el|los|la|un)|trato)\b/g,
  },
];

const finished =
  /(?<!\b(?:havent|have not|not|didnt|no|no he|hasnt|aun no|todavia no)(?: yet)? )\b(?:finished|completed|done with|off|over|no longer|ended|used to be|was on|were on|not on|years ago|after|ya (?:no|termin\w+|acab\w+|cumpl\w+|sali|pague)|termine|acabe|complete|already|ya no)\b/;
const still =
  /\b(?:still|currently|right now|sigo|sigue|todavia|aun|estoy|now|havent|not (?:done|finished)|no he)\b/;

/** Takes `plain` text; gives the endings it speaks for, the most telling alone where one includes the others. */
export function readDisposition(words: string): string[] {
  const chosen = choicesIn(words, rules);
  if (
    chosen.includes("serving") &&
    finished.test(words) &&
    !/\b(?:still|sigo|sigue|todavia|aun)\b/.test(words)
  ) {
    return ["convicted"];
  }
  if (/^(?:no longer|not|ya no|off)\b.*\b(?:probation|parole|probacion|provacion|probatoria)\b/.test(words))
    return ["convicted"];
  // Classes end in a dismissal, a plea may come before them; being on probation includes the plea.
  if (chosen.includes("serving")) return ["serving"];
  if (chosen.includes("diverted")) return ["diverted"];
  if (chosen.includes("dropped") && chosen.includes("convicted")) return droppedOrConvicted(words);
  if (
    chosen.length === 1 &&
    chosen[0] === "convicted" &&
    /^(?:probation|parole|probacion|provacion|probatoria|libertad condicional)$/.test(words)
  ) {
    return still.test(words) ? ["serving"] : ["convicted", "serving"];
  }
  return chosen;
}

/** "not guilty" and "never convicted" name what did not happen; a plea to one count with others dropped did. */
function droppedOrConvicted(words: string): string[] {
  const bare = words
    .replace(
      /\b(?:not|never|no fui|no soy|no me hallaron|no me encontraron|no me declararon|no sali|wasnt|didnt|nunca|no me|no)(?: (?:\w+ )?)(?:guilty|convicted|culpable|condenaron|plead|pleaded|pled|conviction|sentenced|condena|pague|paid|fine|multa|carcel|jail)\b/g,
      " ",
    )
    .replace(
      /\b(?:felony|misdemeanor|ticket|delito|citation|strike|jail|carcel|infraction|cargo|trato|preso|locked up)\b/g,
      " ",
    );
  return choicesIn(bare, rules).includes("convicted") ? ["convicted", "dropped"] : ["dropped"];
}
