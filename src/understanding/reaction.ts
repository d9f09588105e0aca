/**
 * A thumb or a heart on one of our texts, as telephones spell it out for those who cannot show it: 'Liked "…"'. The
 * words in it are ours, so it answers nothing, stops nothing and changes nothing.
 */

/** What telephones write before the text that was reacted to, in English and Spanish. */
const acts = [
  "liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted \\S+ to|removed an? [a-z ]{1,30} from",
  "le (?:gust[oó]|encant[oó]|dio risa|caus[oó] gracia)|no le gust[oó]|se ri[oó] de|enfatiz[oó]|exclam[oó](?: por)?",
  "cuestion[oó]|pregunt[oó](?: por| sobre)?|reaccion[oó] con \\S+ a|(?:elimin|quit)[oó] [a-zá-ú ]{1,40} de",
  // Android: the sign itself, then "to" or "a".
  "\\p{Extended_Pictographic}\\S* (?:to|a)",
].join("|");
const reaction = new RegExp(`^(?:${acts}) ?["“«][^]*["”»]$`, "iu");
const toMedia = new RegExp(`^(?:${acts}) (?:an?|una?) (?:image|movie|photo|video|imagen|foto)$`, "iu");
const unseen = /\p{Cf}|\uFE0F/gu;

/** Takes a message as typed; true when the whole of it reports a reaction to another message. */
export function isReaction(text: string): boolean {
  const whole = text.replace(unseen, "").replace(/\s+/g, " ").trim();
  return reaction.test(whole) || toMedia.test(whole);
}
