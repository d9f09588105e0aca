/**
 * Counts, money and days as each language writes them.
 */
import type { StaffLocale } from "../../acts/staff/types.ts";
import type { Word } from "../layout.tsx";

const tags = { en: "en-US", es: "es-US" } as const;
const zone = "America/Los_Angeles";

export interface Formats {
  /** A count, or that it is not shown. */
  count(n: number | null): string;
  /** A share of 0 to 1, or that it is not shown. */
  percent(share: number | null): string;
  /** A number that is no count, to three digits, or that it is not shown. */
  rate(n: number | null): string;
  /** "1 min 30 s". */
  seconds(n: number): string;
  /** YYYY-MM, with the year. */
  month(month: string): string;
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
  const part = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
  const exact = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const months = new Intl.DateTimeFormat(tag, { month: "short", year: "numeric", timeZone: "UTC" });
  const unit = (n: number, name: "hour" | "minute" | "second") =>
    new Intl.NumberFormat(tag, { style: "unit", unit: name, unitDisplay: "short" }).format(n);
  const few = word("office.few");
  return {
    count: (n) => (n === null ? few : number.format(n)),
    percent: (share) => (share === null ? few : part.format(share)),
    rate: (n) => (n === null ? few : exact.format(n)),
    seconds(n) {
      const parts = [
        [Math.floor(n / 3600), "hour"],
        [Math.floor((n % 3600) / 60), "minute"],
        [n % 60, "second"],
      ] as const;
      const some = parts.filter(([amount]) => amount > 0);
      return (some.length === 0 ? parts.slice(-1) : some)
        .map(([amount, name]) => unit(amount, name))
        .join(" ");
    },
    month: (month) => months.format(new Date(`${month}-01`)),
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
