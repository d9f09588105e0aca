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

/** What they were estimated on: generated populations, labelled pairs of one person and of two. */
export const fittedOn = {
  seeds: [101, 102, 103],
  records: 124000,
  samePairs: 143184,
  differentPairs: 4500000,
} as const;

export const weights = {
  given: {
    equal: { m: 0.747, c: 0.764 },
    equalOther: { m: 0.00715, c: 0.154 },
    glued: { m: 0.00144, c: 0.206 },
    form: { m: 0.0722, c: 0.371 },
    translation: { m: 0.0008, c: 0.128 },
    truncated: { m: 0.0008, c: 0.05 },
    prefix: { m: 0.00219, c: 0.05 },
    sound: { m: 0.0469, c: 0.0505 },
    close: { m: 0.0566, c: 0.0803 },
    loose: { m: 0.0186, c: 0.169 },
    initial: { m: 0.025, c: 0.05 },
    similarName: { m: 0.00144, u: 0.00219 },
    crossed: { m: 0.0008, u: 0.00119 },
    different: { m: 0.0206, u: 0.98 },
  },
  secondGiven: {
    equal: { m: 0.308, c: 1.19 },
    initial: { m: 0.634, u: 0.107 },
    close: { m: 0.0513, u: 0.00428 },
    different: { m: 0.00598, u: 0.885 },
  },
  family: {
    equal: { m: 0.798, c: 0.714 },
    equalOther: { m: 0.015, c: 0.193 },
    glued: { m: 0.00161, c: 0.05 },
    truncated: { m: 0.0008, c: 0.05 },
    prefix: { m: 0.00178, c: 0.05 },
    particle: { m: 0.0008, c: 0.05 },
    sound: { m: 0.0759, c: 0.119 },
    close: { m: 0.0833, c: 0.843 },
    loose: { m: 0.00179, c: 1.23 },
    initial: { m: 0.0008, c: 0.05 },
    similarName: { m: 0.0008, c: 0.403 },
    different: { m: 0.0215, u: 0.996 },
  },
  secondFamily: {
    equal: { m: 0.804, c: 0.294 },
    close: { m: 0.147, u: 0.00532 },
    different: { m: 0.0489, u: 0.991 },
  },
  order: {
    swapped: { m: 0.0319, u: 1 },
    misplaced: { m: 0.00104, u: 1 },
  },
  birthDate: {
    equal: { m: 0.929, u: 0.0000602 },
    equalFirstOfJanuary: { m: 0.00336, u: 0.000002 },
    swapped: { m: 0.0128, u: 0.0000185 },
    digit: { m: 0.0297, u: 0.00139 },
    transposed: { m: 0.0008, u: 0.0000575 },
    decade: { m: 0.00545, u: 0.0000903 },
    sameMonthDay: { m: 0.000934, u: 0.00198 },
    sameYearAndMonth: { m: 0.00514, u: 0.000907 },
    sameYearAndDay: { m: 0.0008, u: 0.000201 },
    sameYear: { m: 0.000927, u: 0.0159 },
    placeholderSameYear: { m: 0.00825, u: 0.000201 },
    placeholder: { m: 0.0008, u: 0.0107 },
    different: { m: 0.00296, u: 0.968 },
  },
  year: {
    within: { m: 0.526, u: 0.0605 },
    near: { m: 0.29, u: 0.0837 },
    off: { m: 0.158, u: 0.2 },
    farOff: { m: 0.0254, u: 0.656 },
  },
  caseNumber: {
    equal: { m: 0.616, u: 0.00000806 },
    close: { m: 0.0112, u: 0.0000101 },
    different: { m: 0.373, u: 1 },
  },
  suffix: {
    equal: { m: 0.982, u: 0.498 },
    different: { m: 0.018, u: 0.502 },
  },
} as const satisfies Record<string, Record<string, Fixed | ByShare>>;
