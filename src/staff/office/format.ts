/**
 * Counts, money and days as each language writes them.
 */
import type { StaffLocale } from "../../acts/staff/types.ts";
import type { Word } from "../layout.tsx";

const tags = { en: "en-US", es: "es-US" } as const;
const zone = "America/Los_Angeles";

export interface Formats {
  /** A count, or that it is too small to show. */
  count(n: number | null): string;
  /** US dollars. */
  money(dollars: number | null, digits?: number): string;
  /** YYYY-MM-DD, without the year. */
  day(iso: string): string;
  /** YYYY-MM-DD. */
  date(iso: string): string;
  /** An instant in epoch milliseconds, in Los Angeles. */
  instant(at: number): string;
}

export function formatsOf(locale: StaffLocale, word: Word): Formats {
  const tag = tags[locale];
  const number = new Intl.NumberFormat(tag);
  const short = new Intl.DateTimeFormat(tag, { month: "short", day: "numeric", timeZone: "UTC" });
  const long = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  const few = word("office.few");
  return {
    count: (n) => (n === null ? few : number.format(n)),
    money(dollars, digits = 2) {
      if (dollars === null) return few;
      const options = { style: "currency", currency: "USD", minimumFractionDigits: digits } as const;
      return new Intl.NumberFormat(tag, { ...options, maximumFractionDigits: digits }).format(dollars);
    },
    day: (iso) => short.format(new Date(iso)),
    date: (iso) => long.format(new Date(iso)),
    instant: (at) => moment.format(at),
  };
}
