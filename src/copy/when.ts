/**
 * When an event is, in the person's language and in the time of Los Angeles.
 */
import type { Locale } from "../dialog/types.ts";

const zone = "America/Los_Angeles";
const formats = {
  day: { weekday: "short", month: "short", day: "numeric", timeZone: zone },
  // Without the weekday: Spanish ones need accents that a text message has not.
  sms: { month: "short", day: "numeric", timeZone: zone },
  hours: { hour: "numeric", minute: "2-digit", timeZone: zone },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const intlLocale = { en: "en-US", es: "es-US" } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(how: keyof typeof formats, locale: Locale): Intl.DateTimeFormat {
  const name = `${locale}/${how}`;
  let made = formatters.get(name);
  if (!made) formatters.set(name, (made = new Intl.DateTimeFormat(intlLocale[locale], formats[how])));
  return made;
}

/** The day of an event: "Sat, Dec 5"; `sms`: "Dec 5", "5 dic". Takes epoch milliseconds. */
export function spellDay(at: number, locale: Locale, channel: "web" | "sms" = "web"): string {
  return formatter(channel === "sms" ? "sms" : "day", locale).format(at);
}

/** Its hours: "10:00 AM – 1:30 PM". */
export function spellHours(from: number, to: number, locale: Locale): string {
  return formatter("hours", locale).formatRange(from, to);
}
