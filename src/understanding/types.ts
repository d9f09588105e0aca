/**
 * What reading one message can give: a value for the question that stands, a choice between several
 * readings, a wish that works at any question, or nothing understood.
 */

export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];

export const commands = [
  "stop",
  "start",
  "help",
  "back",
  "again",
  "why",
  "skip",
  "restart",
  "english",
  "spanish",
  "person",
  "who",
  "delete",
  "finish",
] as const;
/** A wish that works at every question. */
export type Command = (typeof commands)[number];

export const questionIds = [
  "start",
  "forWhom",
  "caseNumber",
  "name",
  "birthDate",
  "year",
  "confirm",
  "anotherTry",
  "place",
  "offense",
  "disposition",
  "topics",
  "watch",
] as const;
export type QuestionId = (typeof questionIds)[number];

/** The choices of each choice question, in the order in which they are numbered. */
export const questionChoices = {
  start: ["agree", "stepsOnly"],
  forWhom: ["me", "helping", "cannotAsk"],
  confirm: ["search", "name", "birthDate", "year", "caseNumber"],
  anotherTry: ["person", "goOn", "again"],
  place: ["laCounty", "otherCounty", "otherState", "federal", "unsure"],
  offense: ["had", "grew", "sold", "other", "unsure"],
  disposition: ["convicted", "dropped", "diverted", "serving", "unsure"],
  topics: ["proof", "work", "immigration", "apply", "clinic", "person", "another", "finish"],
  watch: ["yes", "no"],
} as const satisfies Partial<Record<QuestionId, readonly string[]>>;

/** JSON values: what an answer may hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Values by question:
 * `birthDate` "YYYY-MM-DD" · `year` {from,to} · `caseNumber` {number} | {numbers} | {none: true} ·
 * `name` [{given, family, suffix?}] · a choice question: the choice's id.
 */
export interface Reading {
  kind: "value" | "ambiguous" | "unknown" | "command";
  value?: Json;
  /** The possible values, when ambiguous. */
  options?: Json[];
  command?: Command;
  /** What else the text answered, by question id. Never `start` or `confirm`: agreement is only given when asked. */
  also?: Partial<Record<QuestionId, Json>>;
}

/** The standing question's surroundings, where they change the reading. */
export interface ReadingContext {
  locale: Locale;
  /** Opt-out words count on message channels ("sms") alone; elsewhere they are ordinary answers. */
  channel: "sms" | "web";
  /** Local date YYYY-MM-DD: nobody was born after it. */
  today: string;
  /** The choices as offered now and in this order, where the question offers fewer or others than its full set. */
  choices?: readonly string[];
}
