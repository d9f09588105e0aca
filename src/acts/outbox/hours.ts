/**
 * Quiet hours: from 20:00 to 9:00 in Los Angeles nothing is sent that was not asked for this moment.
 */

const quietFrom = 20;
const quietUntil = 9;
const quarterMs = 15 * 60_000;

const hourIn = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  hour: "2-digit",
  hourCycle: "h23",
});

/** Is this instant (epoch milliseconds) within quiet hours? */
export function isQuiet(now: number): boolean {
  const hour = Number(hourIn.format(now));
  return hour >= quietFrom || hour < quietUntil;
}

/** Milliseconds until the next change between quiet and waking hours; right over changes of daylight saving time. */
export function untilHoursChange(now: number): number {
  const quiet = isQuiet(now);
  let at = now - (now % quarterMs) + quarterMs;
  while (isQuiet(at) === quiet) at += quarterMs;
  return at - now;
}
