/**
 * Yes and no as people text them, in both languages, as a whole message or at its front.
 */
import { phraseSet, withoutCourtesy } from "./text.ts";

const yes = phraseSet(`
yes|yeah|yea|aight|ight|word|say less|cool lets do it|alright go ahead|lets check it out|sounds good to me|i give permission|i give my permission|i give consent|you have my permission|ya|yep|yup|yess|yesss|ye|yas|sure|ok|okay|okey|k|kk|fine|thats fine|thats ok|thats okay|alright|all right|of course|absolutely|definitely|correct|right|thats right|sounds good|go ahead|lets do it|lets go|do it|go for it|why not|i guess|i guess so|i do|i agree|agree|agreed|i accept|accept|accepted|yes i do|yes i agree|yes please|please do|yes sir|yes maam|uh huh|mhm|true|affirmative|for sure|fo sho|bet|cool|good|great|y|yes it is|sure thing|i consent|consent|i understand|understood|im ready|ready|continue|proceed|im in|lets start|lets go ahead|totally|oh yes|hell yes|hell yeah|ok sure|sure ok|yes ok|ok yes
va que va|doy permiso|doy mi permiso|si doy permiso|le doy permiso|tiene mi permiso|acepto los terminos|claro por que no|si claro por que no|por que no|si|sii|siii|simon|claro|claro que si|por supuesto|va|vale|dale|orale|andale|sale|bueno|esta bien|ta bien|ta bueno|esta bueno|de acuerdo|acepto|si acepto|yo acepto|acuerdo|adelante|correcto|asi es|si quiero|si senor|si senora|como no|pues si|ok si|si ok|si claro|si esta bien|si por favor|si gracias|sip|sep|seguro|desde luego|con gusto|si adelante|perfecto|exacto|afirmativo|hagale|hagamoslo|sale vale|sale pues|orale pues|orale va|va pues|andele|andele pues|esta perfecto|estoy de acuerdo|si estoy de acuerdo|entiendo|entendido|comprendo|si comprendo|si entiendo|estoy listo|estoy lista|listo|lista|empecemos|vamos|continuemos|ok esta bien|muy bien|simon que si|chido|jalo|arre|fierro|sobres|a huevo|bueno si|si bueno|s
`);

const no = phraseSet(`
no|nope|nah|naw|na|nop|noo|nooo|no way|not really|never|no thank you|no thanks|no ty|n|no i dont|i dont|i do not|i dont agree|i do not agree|disagree|i disagree|not me|no im good|im good|i rather not|id rather not|rather not|not interested|im not interested|no sir|no maam|hell no|negative|i decline|decline|not now|not right now|right now no|maybe later|not at the moment|later|luego|despues|ahora no|not today|no not now|dont|do not|no i dont want to|i dont want to|i dont think so|dont think so|nuh uh|no no|no no no|pass on that|nothanks
nel|no gracias|para nada|nunca|no quiero|mejor no|no acepto|nones|nel pastel|ni madres|no senor|no senora|claro que no|ya no|no por ahora|ahorita no|por ahora no|no me interesa|no estoy de acuerdo|no deseo|no estoy interesado|no estoy interesada|gracias no|de ninguna manera|no pues no|pues no|tampoco|ni loco|ni loca|no hombre|nombre no|que no|negativo|chale no|no ahora no|no ahora
`);

/** Takes `plain` text; gives true for yes, false for no, undefined for anything else as a whole. */
export function readYesNo(words: string): boolean | undefined {
  const squeezed = words
    .replace(/^(s)i{2,}$/, "$1i")
    .replace(/^n(o{2,})$/, "no")
    .replace(/^y(e+)s+$/, "yes");
  const bare = withoutCourtesy(words);
  for (const form of [words, bare, squeezed]) {
    if (yes.has(form)) return true;
    if (no.has(form)) return false;
  }
  return saidTwice(bare);
}

const first = /^(?:(yes|yeah|yea|yep|yup|si|simon|ok|claro|sure)|no|nope|nah|naw|nel) (.+)$/;

/** "Yea that's fine", "nah I'm good": a yes or a no with another of its kind. */
function saidTwice(words: string): boolean | undefined {
  const match = first.exec(words);
  if (match === null) return undefined;
  const isYes = match[1] !== undefined;
  return (isYes ? yes : no).has(match[2] ?? "") ? isYes : undefined;
}

/** Takes `plain` text; tells whether it begins with a yes or a no and goes on, and what follows. */
export function leadingYesNo(words: string): { yes: boolean; rest: string } | undefined {
  const match =
    /^((?:yes|yeah|yep|yup|si|simon|claro|ok|okay|sure)|(?:no|nope|nah|nel)) (?!se\b|sure\b|idea\b|more\b|mas\b)(.+)$/.exec(
      words,
    );
  if (match === null) return undefined;
  return { yes: !(match[1] ?? "").startsWith("n"), rest: match[2] ?? "" };
}
