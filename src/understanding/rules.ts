/**
 * Choosing by words: a question's rules are patterns over plain text, each for one choice. A pattern that
 * is denied ("not selling, just had it") does not count.
 */

/** A pattern with the g flag over `plain` text, and the choice it speaks for. */
export interface Rule {
  choice: string;
  pattern: RegExp;
}

/** Words between a denial and what it denies. */
const denied =
  /(?:^| )(?:no|not|never|nunca|wasnt|isnt|didnt|dont|werent|aint|neither|nor|ni|tampoco|without|sin|jamas)(?: (?:la|lo|las|los|le|me|was|were|for|the|a|any|it|ever|fue|fui|era|por|de|on|in|to|be|i|even|really|actually|andaba|estaba|estuve|have|had|been|doing|sell|get|got|como|es|quiero|que|want|need))* $/;

/**
 * Takes `plain` text and a question's rules; gives the choices spoken for, distinct, in the rules' order.
 */
export function choicesIn(words: string, rules: readonly Rule[]): string[] {
  const chosen: string[] = [];
  for (const { choice, pattern } of rules) {
    if (chosen.includes(choice)) continue;
    // `matchAll` would copy the pattern each time.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
      if (match[0] === "") pattern.lastIndex += 1;
      if (denied.test(words.slice(Math.max(0, match.index - 60), match.index))) continue;
      chosen.push(choice);
      break;
    }
  }
  return chosen;
}
