/**
 * When somebody who waits for a person is due: an urgent wish on the day it came, others within three working days.
 */
import { losAngelesDate } from "../../runtime.ts";

const workingDays = 3;

/** Saturday and Sunday. Holidays are not known here: what falls on one is due a day early. */
const isWeekend = (day: Date) => day.getUTCDay() === 0 || day.getUTCDay() === 6;

/**
 * @param at when it was asked, in epoch milliseconds.
 * @returns the last day to answer on, as the local date in Los Angeles (YYYY-MM-DD). What comes in urgently at a
 * weekend is due on Monday.
 */
export function dueDay(at: number, urgent: boolean): string {
  const day = new Date(`${losAngelesDate(at)}T00:00:00Z`);
  for (let left = urgent ? 0 : workingDays; left > 0 || isWeekend(day);) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (!isWeekend(day)) left--;
  }
  return day.toISOString().slice(0, 10);
}

/** Has that day passed? */
export function isOverdue(due: string, now: number): boolean {
  return losAngelesDate(now) > due;
}
