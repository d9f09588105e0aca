/**
 * What a check reports: where, and what is wrong there. An empty list is a pass.
 */

export interface Finding {
  /** A catalogue key with its language, or a file with its line. */
  where: string;
  what: string;
}

export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];
