/**
 * What people get wrong about themselves, one thing at a time: for asking after list members as they might type.
 */
import { swappedDate } from "../../matching/dates.ts";
import type { Asker, PersonName } from "../../matching/types.ts";
import type { Random } from "../sample/random.ts";

/** The mistakes, in the order of the report. */
export const mistakes = [
  "slipInGiven",
  "slipInFamily",
  "oneFamilyName",
  "noMiddleName",
  "namesSwapped",
  "dayAndMonthSwapped",
  "wrongDay",
  "wrongYear",
] as const;
export type Mistake = (typeof mistakes)[number];

/** Letter lost, doubled, exchanged with its neighbour, or replaced. */
function slip(word: string, random: Random): string | undefined {
  if (word.length < 4) return undefined;
  const at = random.between(1, word.length - 2);
  const here = word.charAt(at);
  switch (random.between(0, 3)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + here + word.slice(at);
    case 2:
      return word.slice(0, at) + word.charAt(at + 1) + here + word.slice(at + 2);
    default:
      return word.slice(0, at) + random.pick("aeioulnrst".split("")) + word.slice(at + 1);
  }
}

function slipIn(words: readonly string[], random: Random): string[] | undefined {
  const changed = slip(words[0] ?? "", random);
  return changed === undefined || changed === words[0] ? undefined : [changed, ...words.slice(1)];
}

function changedName(name: PersonName, mistake: Mistake, random: Random): PersonName | undefined {
  switch (mistake) {
    case "slipInGiven": {
      const given = slipIn(name.given, random);
      return given && { ...name, given };
    }
    case "slipInFamily": {
      const family = slipIn(name.family, random);
      return family && { ...name, family };
    }
    case "oneFamilyName":
      return name.family.length < 2 ? undefined : { ...name, family: name.family.slice(0, 1) };
    case "noMiddleName":
      return name.given.length < 2 ? undefined : { ...name, given: name.given.slice(0, 1) };
    case "namesSwapped":
      return { ...name, given: name.family, family: name.given };
    default:
      return undefined;
  }
}

function changedDate(date: string, mistake: Mistake, random: Random): string | undefined {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  switch (mistake) {
    case "dayAndMonthSwapped":
      return swappedDate(date);
    case "wrongDay": {
      // At most 28, so that every month has it.
      const other = ((day - 1 + random.between(1, 27)) % 28) + 1;
      return other === day ? undefined : `${date.slice(0, 8)}${String(other).padStart(2, "0")}`;
    }
    case "wrongYear":
      return month === 2 && day === 29 ? undefined : `${year + random.pick([-1, 1])}${date.slice(4)}`;
    default:
      return undefined;
  }
}

/** @returns the asker with this mistake, or undefined where it cannot be made (nothing to leave out, no such date). */
export function withMistake(asker: Asker, mistake: Mistake, random: Random): Asker | undefined {
  const [name, ...others] = asker.names;
  const changed = name && changedName(name, mistake, random);
  if (changed) return { ...asker, names: [changed, ...others] };
  const birthDate = asker.birthDate && changedDate(asker.birthDate, mistake, random);
  return birthDate ? { ...asker, birthDate } : undefined;
}
