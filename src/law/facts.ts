/**
 * What a person told us about a case, and the tests of time and age that outcomes rest on.
 */

export const places = ["laCounty", "otherCounty", "otherState", "federal", "unsure"] as const;
export type Place = (typeof places)[number];

export const offenses = ["had", "grew", "sold", "other", "unsure"] as const;
export type Offense = (typeof offenses)[number];

export const dispositions = ["convicted", "dropped", "diverted", "serving", "unsure"] as const;
export type Disposition = (typeof dispositions)[number];

/** An absent fact was not asked yet, or (year, birth date) is not known. */
export interface Facts {
  place?: Place;
  offense?: Offense;
  disposition?: Disposition;
  /** About when the case was in court, both years inclusive. */
  year?: { from: number; to: number };
  /** YYYY-MM-DD. */
  birthDate?: string;
}

/** The lists, and Proposition 64's relief, reach what came before November 9, 2016. */
export const cutoffYear = 2016;
/** HS 11361.5 has minor records destroyed from January 1, 1976 on. */
export const destructionSinceYear = 1976;
export const adultAge = 18;

/**
 * The tests by name, as the decision table uses them. Each is false where the facts do not tell,
 * except `mayBeDestroyed`, which holds unless the whole range is too early.
 */
export const factTests = {
  /** The whole range is 2017 or later. */
  after2016: ({ year }) => year !== undefined && year.from > cutoffYear,
  /** The range holds 2016, and may go beyond November 9. */
  touches2016: ({ year }) => year !== undefined && year.from <= cutoffYear && year.to >= cutoffYear,
  mayBeDestroyed: ({ year }) => year === undefined || year.to >= destructionSinceYear,
  /** Not yet 18 on the last day of the range. */
  under18Throughout: (facts) => {
    const born = birthYearWithin(facts);
    return born !== undefined && facts.year !== undefined && facts.year.to < born + adultAge;
  },
  /** Not yet 18 on some day of the range; only the year of turning 18 counts, since the day in court is not known. */
  under18AtTimes: (facts) => {
    const born = birthYearWithin(facts);
    return born !== undefined && facts.year !== undefined && facts.year.from <= born + adultAge;
  },
} as const satisfies Record<string, (facts: Facts) => boolean>;
export type FactTest = keyof typeof factTests;

/** The birth year, unless the range ends before it: then one of the two is mistaken and neither tells an age. */
function birthYearWithin({ birthDate, year }: Facts): number | undefined {
  if (birthDate === undefined || year === undefined) return undefined;
  const born = Number(birthDate.slice(0, 4));
  return year.to < born ? undefined : born;
}
