/**
 * When somebody who waits for a person is due: an urgent wish on the day it came, or on the next one that somebody works;
 * others within three working days. Days off and hours are those of the organisation.
 */
import { instantOf, localTime } from "../events/localTime.ts";
import type { OfficeHours } from "./hours.ts";

const workingDays = 3;
/** Whoever set every day off is due after this long all the same. */
const searchDays = 800;

export interface Due {
  /** The last day to answer on, as the local date in Los Angeles (YYYY-MM-DD). */
  day: string;
  /** When the office closes on it ("17:00"); undefined where the whole day counts. */
  time?: string;
  /** From then on it is late, in epoch milliseconds. */
  until: number;
}

/** The day after, YYYY-MM-DD. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The hours of a day, or undefined when nobody works. */
function worked(
  day: string,
  { week, closed }: OfficeHours,
): { from?: string | undefined; to?: string | undefined } | undefined {
  if (closed.some(({ from, to }) => from <= day && day <= to)) return undefined;
  return week[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? undefined;
}

/**
 * @param at when it was asked, or taken up again, in epoch milliseconds.
 */
export function dueBy(at: number, urgent: boolean, hours: OfficeHours): Due {
  const asked = localTime(at);
  let { day } = asked;
  const today = worked(day, hours);
  // What comes in urgently after the office closed is due on the next working day.
  const stillToday = today !== undefined && (today.to === undefined || asked.time < today.to);
  let left = urgent ? (stillToday ? 0 : 1) : workingDays;
  for (let n = 0; left > 0 && n < searchDays; n++) {
    day = dayAfter(day);
    if (worked(day, hours)) left--;
  }
  const time = worked(day, hours)?.to;
  // A day without hours ends when the next one begins; no clock in Los Angeles skips midnight.
  const until = (time === undefined ? instantOf(dayAfter(day), "00:00") : instantOf(day, time)) ?? at;
  return { day, ...(time === undefined ? {} : { time }), until };
}

export const isOverdue = ({ until }: Due, now: number): boolean => now >= until;
