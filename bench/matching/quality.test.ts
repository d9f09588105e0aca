/**
 * A small population keeps the matcher from sliding; the real figures are those of `npm run bench:matching`.
 */
import { describe, expect, it } from "vitest";
import { noOutcome, tally } from "./evaluate.ts";
import { guess } from "./guesser.ts";
import { buildIndex } from "./lookup.ts";
import { population, queries } from "./population.ts";

describe("matching on a small population", () => {
  const from = population(6000, 31);
  const index = buildIndex(from);
  const outcome = noOutcome();
  for (const query of queries(from, 1500, 32)) tally(outcome, index, query);

  it("confirms people who type name and birth date right", () => {
    expect(outcome.clean.confirmed / outcome.clean.askers).toBeGreaterThan(0.93);
    expect(outcome.clean.found / outcome.clean.askers).toBeGreaterThan(0.98);
  });

  it("finds people who make the usual mistakes", () => {
    expect(outcome.messy.confirmed / outcome.messy.askers).toBeGreaterThan(0.83);
    expect(outcome.messy.found / outcome.messy.askers).toBeGreaterThan(0.93);
  });

  it("tells next to nobody of someone else's case", () => {
    expect(outcome.stranger.confirmed / outcome.stranger.askers).toBeLessThan(0.004);
    expect(outcome.clean.wrong + outcome.messy.wrong).toBeLessThanOrEqual(3);
  });
});

describe("a guesser who knows name and birth year", () => {
  it("needs at least 295 guesses, each of which spends the record's budget when wrong", () => {
    const guessing = guess(1975);
    expect(guessing.toCover).toBeGreaterThanOrEqual(295);
    expect(guessing.bestGuess).toBeLessThanOrEqual(2);
    expect(guessing.nearMisses).toBe(1);
  });
});
