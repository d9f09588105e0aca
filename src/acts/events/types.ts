/**
 * Clinic events, as acts and pages speak of them.
 */

export type EventLanguage = "en" | "es";
export const eventLanguages = ["en", "es"] as const satisfies readonly EventLanguage[];

/** What staff say about an event. */
export interface EventDetails {
  /** In capitals ("CLINIC42"): what people text, and what they are counted under. */
  code: string;
  place: string;
  /** Epoch milliseconds. */
  startsAt: number;
  endsAt: number;
  /** One at least. */
  languages: EventLanguage[];
  /** An https address; null where people just come. */
  booking: string | null;
  /** Told to people who ask for the next clinics. */
  shown: boolean;
}

export interface ClinicEvent extends EventDetails {
  id: string;
}

/** What is wrong with an event, or why something cannot be done with it; pages say it in words. */
export const eventProblems = [
  "code",
  "taken",
  "place",
  "day",
  "hours",
  "languages",
  "booking",
  "unknown",
] as const;
export type EventProblem = (typeof eventProblems)[number];

export class EventRefusal extends Error {
  override name = "EventRefusal";
  readonly problems: readonly EventProblem[];
  constructor(problems: readonly EventProblem[]) {
    super(problems.join(", "));
    this.problems = problems;
  }
}

/** Columns of `clinic` as a `ClinicEvent`, for any statement that reads them from `c`. */
export const eventColumns = `c.id, c.code, c.place, (extract(epoch from c.starts_at) * 1000)::float8 as "startsAt",
  (extract(epoch from c.ends_at) * 1000)::float8 as "endsAt", c.languages, c.booking, c.shown`;
