/**
 * Puts three plain fields together into a date as a person would type it, month spelled, so that nobody
 * has to guess which number is the month. Pure: with and without JavaScript the same words are sent.
 */

export interface DateFields {
  day: string;
  month: string;
  year: string;
}

/** The order in which people write the parts. */
export const fieldOrder = {
  en: ["month", "day", "year"],
  es: ["day", "month", "year"],
} as const satisfies Record<string, readonly (keyof DateFields)[]>;

const spelled = { en: "en-US", es: "es-US" } as const;

/**
 * "July 25, 1968", "25 de julio de 1968". What is no date is passed on as typed ("2/30/1970"), never bent into
 * another one: the conversation asks again in its own words. Empty fields give "".
 */
export function dateText(fields: DateFields, locale: "en" | "es"): string {
  const parts = fieldOrder[locale].map((name) => fields[name].trim()).filter((part) => part !== "");
  const [day, month, year] = [fields.day, fields.month, fields.year].map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    parts.length === 3 &&
    year > 999 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  if (!real) return parts.join(parts.every((part) => /^\d+$/.test(part)) ? "/" : " ");
  const options = { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" } as const;
  return new Intl.DateTimeFormat(spelled[locale], options).format(date);
}

/** The catalogue's name (`pages.*`) of each field's label. */
export const dateWord = { day: "dateDay", month: "dateMonth", year: "dateYear" } as const;
