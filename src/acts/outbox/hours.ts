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

const hourMs = 3_600_000;
/** A reminder goes after about this long, */
const soonMs = 3 * hourMs;
/** not sooner than this, */
const soonestMs = hourMs / 2;
/** and while the answers still stand for this long. */
const leftMs = hourMs;

/**
 * When one reminder may go out: within waking hours, and early enough to go on with what was answered.
 * @param aliveUntil when the answers are erased; epoch milliseconds like all here.
 * @returns `soon` in some hours, `tomorrow` when the coming night is over; each absent where it comes too late.
 */
export function reminderTimes(now: number, aliveUntil: number): { soon?: number; tomorrow?: number } {
  const last = aliveUntil - leftMs;
  const wish = Math.ceil((now + soonMs) / quarterMs) * quarterMs;
  const soon = isQuiet(wish) ? wish + untilHoursChange(wish) : wish;
  const latest = lastWaking(Math.floor(last / quarterMs) * quarterMs, now + soonestMs);
  const morning = nextMorning(now);
  return {
    ...(soon <= last ? { soon } : latest === undefined ? {} : { soon: latest }),
    ...(morning <= last ? { tomorrow: morning } : {}),
  };
}

/** When the coming night is over; who is up at dawn means the night after. */
function nextMorning(now: number): number {
  const change = now + untilHoursChange(now);
  if (!isQuiet(now)) return change + untilHoursChange(change);
  return change - now >= soonMs ? change : nextMorning(change);
}

/** The last quarter of an hour up to `at`, and not before `from`, that is within waking hours. */
function lastWaking(at: number, from: number): number | undefined {
  while (at >= from && isQuiet(at)) at -= quarterMs;
  return at >= from ? at : undefined;
}
