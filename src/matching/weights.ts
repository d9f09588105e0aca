/**
 * Agreement weights after Fellegi and Sunter (1969): m = how often one person's two mentions stand at a level,
 * u = how often two different people's do. Written by `bench/matching/fit.ts`; do not edit by hand.
 */

/** Fixed chance of coincidence. */
export interface Fixed {
  m: number;
  u: number;
}
/** Chance of coincidence proportional to the share of records that hold the name: u = c × share. */
export interface ByShare {
  m: number;
  c: number;
}

export const weights = {
  given: {
    equal: { m: 0.85, c: 1 },
    equalOther: { m: 0.02, c: 0.5 },
    glued: { m: 0.005, c: 0.1 },
    form: { m: 0.05, c: 0.5 },
    translation: { m: 0.01, c: 0.5 },
    truncated: { m: 0.005, c: 0.05 },
    prefix: { m: 0.005, c: 0.1 },
    sound: { m: 0.02, c: 0.3 },
    close: { m: 0.03, c: 0.2 },
    initial: { m: 0.02, u: 0.01 },
    similarName: { m: 0.003, u: 0.006 },
    different: { m: 0.01, u: 0.96 },
  },
  secondGiven: {
    equal: { m: 0.6, c: 2 },
    initial: { m: 0.3, u: 0.08 },
    close: { m: 0.04, u: 0.01 },
    different: { m: 0.05, u: 0.85 },
  },
  family: {
    equal: { m: 0.85, c: 1 },
    equalOther: { m: 0.05, c: 1 },
    glued: { m: 0.01, c: 0.1 },
    truncated: { m: 0.01, c: 0.05 },
    prefix: { m: 0.005, c: 0.1 },
    particle: { m: 0.005, c: 0.1 },
    sound: { m: 0.03, c: 0.3 },
    close: { m: 0.03, c: 0.2 },
    initial: { m: 0.001, u: 0.002 },
    similarName: { m: 0.002, u: 0.004 },
    different: { m: 0.02, u: 0.97 },
  },
  secondFamily: {
    equal: { m: 0.8, c: 2 },
    close: { m: 0.1, u: 0.005 },
    different: { m: 0.05, u: 0.95 },
  },
  /** Added once when given and family name agree only the other way round, or a word sits in the wrong field. */
  order: {
    swapped: { m: 0.01, u: 1 },
    misplaced: { m: 0.01, u: 1 },
  },
  birthDate: {
    equal: { m: 0.9, u: 0.00007 },
    equalFirstOfJanuary: { m: 0.004, u: 0.00001 },
    swapped: { m: 0.01, u: 0.000025 },
    digit: { m: 0.03, u: 0.0008 },
    transposed: { m: 0.005, u: 0.0002 },
    decade: { m: 0.003, u: 0.00005 },
    sameMonthDay: { m: 0.01, u: 0.0025 },
    sameYearAndMonth: { m: 0.005, u: 0.0015 },
    sameYearAndDay: { m: 0.004, u: 0.0007 },
    sameYear: { m: 0.003, u: 0.02 },
    placeholderSameYear: { m: 0.01, u: 0.0005 },
    placeholder: { m: 0.002, u: 0.015 },
    different: { m: 0.02, u: 0.96 },
  },
  year: {
    within: { m: 0.7, u: 0.09 },
    near: { m: 0.15, u: 0.12 },
    off: { m: 0.1, u: 0.3 },
    farOff: { m: 0.05, u: 0.49 },
  },
  caseNumber: {
    equal: { m: 0.7, u: 0.00001 },
    close: { m: 0.05, u: 0.0005 },
    different: { m: 0.25, u: 0.9995 },
  },
  suffix: {
    equal: { m: 0.95, u: 0.4 },
    different: { m: 0.05, u: 0.6 },
  },
} as const satisfies Record<string, Record<string, Fixed | ByShare>>;
