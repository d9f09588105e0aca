/**
 * Someone who knows a name and a birth year and tries dates: how many lookups until every date is covered.
 */
import { compare, decide, prepareAsker } from "../../src/matching/match.ts";
import { noFrequencies } from "../../src/matching/frequencies.ts";
import type { ListRecord, PersonName } from "../../src/matching/types.ts";
import { pad } from "../../src/lists/sample/people.ts";

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let month = 1; month <= 12; month++) {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    for (let day = 1; day <= last; day++) days.push(`${year}-${pad(month)}-${pad(day)}`);
  }
  return days;
}

export interface Guessing {
  /** Fewest guesses after which some guess has confirmed, whatever the true date. */
  toCover: number;
  /** Dates that the most revealing single guess confirms. */
  bestGuess: number;
  /** Share of wrong guesses that count as near misses and so spend the record's budget. */
  nearMisses: number;
}

/** The guesser's best case: a rare name typed in full, the year of the case known as well. */
export function guess(year: number): Guessing {
  const name: PersonName = { given: ["Evaristo", "Melquiades"], family: ["Xicotencatl", "Urrutibeascoa"] };
  const days = daysOf(year);
  const covers = new Map<string, Set<string>>();
  let wrong = 0;
  let near = 0;
  const records = days.map((birthDate): ListRecord => ({
    name,
    aka: [],
    charges: [],
    birthDate,
    convictionDate: `${year + 25}-05-05`,
  }));
  for (const birthDate of days) {
    const asker = prepareAsker({
      names: [name],
      birthDate,
      year: { from: year + 25, to: year + 25 },
      caseNumbers: [],
    });
    const covered = new Set<string>();
    for (const record of records) {
      const comparison = compare(asker, record, noFrequencies);
      if (decide(comparison, "date") === "confirmed") covered.add(record.birthDate ?? "");
      else {
        wrong++;
        if (comparison.nearMiss) near++;
      }
    }
    covers.set(birthDate, covered);
  }
  // Greedy: the guess that still covers most. Dates come alone or in swapped pairs, so that greedy is exact.
  const open = new Set(days);
  let toCover = 0;
  while (open.size > 0) {
    let best = new Set<string>();
    for (const covered of covers.values()) {
      const left = new Set([...covered].filter((day) => open.has(day)));
      if (left.size > best.size) best = left;
    }
    if (best.size === 0) break;
    for (const day of best) open.delete(day);
    toCover++;
  }
  const bestGuess = Math.max(...[...covers.values()].map((covered) => covered.size));
  return { toCover: open.size > 0 ? Number.POSITIVE_INFINITY : toCover, bestGuess, nearMisses: near / wrong };
}
