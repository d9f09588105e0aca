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
  samePairs: 143784,
  differentPairs: 4500000,
} as const;

export const weights = {
  given: {
    equal: { m: 0.755, c: 0.774 },
    equalOther: { m: 0.00717, c: 0.153 },
    glued: { m: 0.00117, c: 0.192 },
    form: { m: 0.0686, c: 0.342 },
    translation: { m: 0.0008, c: 0.136 },
    truncated: { m: 0.0008, c: 0.05 },
    prefix: { m: 0.00237, c: 0.05 },
    sound: { m: 0.0439, c: 0.0549 },
    close: { m: 0.0569, c: 0.0917 },
    loose: { m: 0.0179, c: 0.149 },
    initial: { m: 0.0243, c: 0.05 },
    similarName: { m: 0.00184, u: 0.00225 },
    crossed: { m: 0.0008, u: 0.000797 },
    different: { m: 0.0201, u: 0.981 },
  },
  secondGiven: {
    equal: { m: 0.314, c: 0.682 },
    initial: { m: 0.628, u: 0.0657 },
    close: { m: 0.0512, u: 0.00298 },
    different: { m: 0.00666, u: 0.926 },
  },
  family: {
    equal: { m: 0.805, c: 0.824 },
    equalOther: { m: 0.0142, c: 0.174 },
    glued: { m: 0.00164, c: 0.05 },
    truncated: { m: 0.0008, c: 0.05 },
    prefix: { m: 0.00155, c: 0.05 },
    particle: { m: 0.0008, c: 0.05 },
    sound: { m: 0.0716, c: 0.115 },
    close: { m: 0.084, c: 0.914 },
    loose: { m: 0.00156, c: 1.16 },
    initial: { m: 0.0008, c: 0.05 },
    similarName: { m: 0.0008, c: 0.45 },
    different: { m: 0.02, u: 0.996 },
  },
  secondFamily: {
    equal: { m: 0.817, c: 0.474 },
    close: { m: 0.135, u: 0.000455 },
    different: { m: 0.0479, u: 0.997 },
  },
  order: {
    swapped: { m: 0.0319, u: 1 },
    misplaced: { m: 0.000949, u: 1 },
  },
  birthDate: {
    equal: { m: 0.913, u: 0.0000602 },
    equalFirstOfJanuary: { m: 0.00312, u: 0.000002 },
    swapped: { m: 0.0158, u: 0.0000185 },
    digit: { m: 0.0377, u: 0.00145 },
    transposed: { m: 0.0008, u: 0.0000611 },
    decade: { m: 0.00953, u: 0.0000875 },
    sameMonthDay: { m: 0.00146, u: 0.00199 },
    sameYearAndMonth: { m: 0.0049, u: 0.000936 },
    sameYearAndDay: { m: 0.0008, u: 0.000201 },
    sameYear: { m: 0.000969, u: 0.0158 },
    placeholderSameYear: { m: 0.0081, u: 0.000193 },
    placeholder: { m: 0.0008, u: 0.0107 },
    different: { m: 0.00382, u: 0.968 },
  },
  year: {
    within: { m: 0.525, u: 0.0611 },
    near: { m: 0.29, u: 0.0835 },
    off: { m: 0.159, u: 0.199 },
    farOff: { m: 0.0262, u: 0.656 },
  },
  caseNumber: {
    equal: { m: 0.615, u: 0.00000806 },
    close: { m: 0.0115, u: 0.00000716 },
    different: { m: 0.373, u: 1 },
  },
  suffix: {
    equal: { m: 0.976, u: 0.501 },
    different: { m: 0.0241, u: 0.499 },
  },
} as const satisfies Record<string, Record<string, Fixed | ByShare>>;
