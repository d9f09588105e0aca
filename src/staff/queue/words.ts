/**
 * How the queue's pages say days, times and numbers.
 */
import type { Due } from "../../acts/handoff/due.ts";
import type { StaffLocale } from "../../acts/staff/types.ts";

const tags = { en: "en-US", es: "es-US" } as const;
const timeZone = "America/Los_Angeles";

/** "Nov 26, 2:15 PM", in Los Angeles. @param at epoch milliseconds. */
export function spellTime(at: number, locale: StaffLocale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  }).format(at);
}

/** "Thursday, November 26". @param day YYYY-MM-DD. */
export function spellDay(day: string, locale: StaffLocale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    weekday: "long",
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** "Thursday, November 26", and the hour where there is one. */
export function spellDue({ day, time, until }: Due, locale: StaffLocale): string {
  if (time === undefined) return spellDay(day, locale);
  const hour = new Intl.DateTimeFormat(tags[locale], { hour: "numeric", minute: "2-digit", timeZone });
  return `${spellDay(day, locale)}, ${hour.format(until)}`;
}

/** "May 19, 1974": a birth date's year counts. Anything that is no date stays as it is. @param day YYYY-MM-DD. */
export function spellDate(day: string, locale: StaffLocale): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  return new Intl.DateTimeFormat(tags[locale], {
    year: "numeric",
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** "+6.1", "−2.0": the sign is what counts. */
export function spellWeight(weight: number): string {
  const size = Math.abs(weight).toFixed(1);
  return size === "0.0" ? "0.0" : `${weight < 0 ? "−" : "+"}${size}`;
}

/** "(323) 555-0142" for numbers of North America, as it is for others. @param phone E.164. */
export function spellPhone(phone: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
  return line === undefined ? phone : `(${area}) ${exchange}-${line}`;
}
