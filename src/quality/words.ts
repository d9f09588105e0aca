/**
 * The words and numbers of the list report in one language. It is for those who run the service; nobody who asks about
 * a case ever sees it.
 */
import type { Shown } from "../acts/read-quality.ts";
import type { Copy, CopyLocale } from "../copy/copy.ts";

export interface QualityWords {
  locale: CopyLocale;
  word: (key: string, params?: Record<string, string | number>) => string;
  /** A count, or that it is too small to show. */
  number: (count: Shown) => string;
  /** YYYY-MM-DD as people write it. */
  day: (iso: string) => string;
}

const tags = { en: "en-US", es: "es-US" } as const;

export function qualityWords(copy: Pick<Copy, "text">, locale: CopyLocale): QualityWords {
  const numbers = new Intl.NumberFormat(tags[locale]);
  const days = new Intl.DateTimeFormat(tags[locale], { dateStyle: "medium", timeZone: "UTC" });
  return {
    locale,
    word: (key, params) => copy.text(key, locale, params),
    number: (count) => (count === null ? copy.text("quality.hidden", locale) : numbers.format(count)),
    day: (iso) => days.format(new Date(iso)),
  };
}

export const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;
