/**
 * The times that the numbers can be looked at for, each within the next: a week, a month, a quarter, a year. Every count
 * is settled for all of them at once, or one would tell what another hides. Days are UTC days, today included: of a count
 * that grows while somebody watches, the growth can be seen.
 */
import { leastShown, type Shown } from "../../lists/quality/suppress.ts";
import { utcDay } from "../../runtime.ts";
import type { Services } from "../services.ts";
import { showStretches, type Stretch } from "./stretches.ts";

export const dayMs = 24 * 3_600_000;

/** In days, today included. */
export const numberDays = [7, 30, 90, 365] as const;
export type NumberDays = (typeof numberDays)[number];

/** Places in `numberDays`, those first that are looked at most. */
export const timeOrder = [1, 3, 2, 0] as const;

/** A day's number since 1970. @param day YYYY-MM-DD. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / dayMs);
/** YYYY-MM-DD. */
export const dayOf = (number: number): string => utcDay(number * dayMs);

/** The times as stretches of day numbers, in the order of `numberDays`. */
export function timesUntil(now: number): Stretch[] {
  const today = dayNumber(utcDay(now));
  return numberDays.map((days) => ({ from: today - days + 1, to: today + 1 }));
}

/** First and last UTC day of a time. */
export function daysOfTime(now: number, days: NumberDays): { from: string; to: string } {
  return { from: utcDay(now - (days - 1) * dayMs), to: utcDay(now) };
}

export const timeIndex = (days: NumberDays): number => numberDays.indexOf(days);

/** How many were counted in a time and in no shorter one. */
export interface BandRow {
  name: string;
  channel: string;
  locale: string;
  /** Place in `numberDays`. */
  time: number;
  n: number;
}

/** SQL for the shortest time that a day falls in; its parameters are `$1` to `$3`. */
export const timeOfDay = `case when day >= $1::text::date then 0 when day >= $2::text::date then 1
  when day >= $3::text::date then 2 else 3 end`;
/** The first days of the times, the longest last; and the last day. */
export function timeParameters(now: number): string[] {
  return [...timesUntil(now).map(({ from }) => dayOf(from)), utcDay(now)];
}

/** Totals whose names match a pattern, by channel, language and time. @param names a regular expression of PostgreSQL. */
export function readBands({ database, runtime }: Services, names: string): Promise<BandRow[]> {
  return database.query<BandRow>(
    `select name, channel, locale, ${timeOfDay} as time, sum(n)::int as n from tally
     where day between $4::text::date and $5::text::date and name ~ $6 group by 1, 2, 3, 4`,
    [...timeParameters(runtime.now()), names],
  );
}

/** Totals of every day since one, by name and day number. @param from YYYY-MM-DD. */
export async function readDays(
  { database, runtime }: Services,
  names: string,
  from: string,
): Promise<Map<string, Map<number, number>>> {
  const rows = await database.query<{ name: string; day: string; n: number }>(
    `select name, day::text as day, sum(n)::int as n from tally
     where day between $1::text::date and $2::text::date and name ~ $3 group by 1, 2`,
    [from, utcDay(runtime.now()), names],
  );
  const days = new Map<string, Map<number, number>>();
  for (const { name, day, n } of rows) {
    const one = days.get(name) ?? new Map<number, number>();
    days.set(name, one.set(dayNumber(day), n));
  }
  return days;
}

/** What may be shown in each time of a count that has no parts. @param bands by time: what is in no shorter one. */
export function showTimes(bands: readonly number[]): Shown[] {
  const longest = bands.length - 1;
  const counts = new Map(bands.map((n, time) => [longest - time, n]));
  const stretches = timeOrder.map((time) => ({ from: longest - time, to: longest + 1 }));
  const cells = showStretches(counts, stretches);
  return bands.map((_, time) => cells[timeOrder.findIndex((one) => one === time)] ?? null);
}

/** Sums rows into their times. */
export function bandsOf(rows: readonly { time: number; n: number }[]): number[] {
  const bands = numberDays.map(() => 0);
  for (const { time, n } of rows) bands[time] = (bands[time] ?? 0) + n;
  return bands;
}

/** A part for every `whole`, or null where either is not shown or the whole is nothing. */
export function rateOf(part: Shown, whole: Shown): number | null {
  return part === null || whole === null || whole < leastShown ? null : part / whole;
}

/** What occurs, the largest first. */
export function idsOf(rows: readonly BandRow[], of: "channel" | "locale"): string[] {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row[of], (sums.get(row[of]) ?? 0) + row.n);
  return [...sums].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([id]) => id);
}

export type { Shown };
