/**
 * What the answers so far amount to: the facts that questions, lookups and outcomes ask about.
 */
import type { Json, LookupResult, Situation } from "../dialog/types.ts";
import type { Facts } from "../law/outcomes.ts";
import type { FlowOptions } from "./options.ts";

export interface NameAnswer {
  given: string[];
  family: string[];
  suffix?: string;
}

/** The case numbers typed; empty when there are none. */
export function caseNumbersOf(s: Situation): string[] {
  const value = s.answers.get("caseNumber");
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  if (Array.isArray(value["numbers"]))
    return value["numbers"].filter((n): n is string => typeof n === "string");
  return typeof value["number"] === "string" ? [value["number"]] : [];
}

/** The names typed; empty when skipped. */
export function namesOf(s: Situation): NameAnswer[] {
  const value = s.answers.get("name");
  return Array.isArray(value) ? (value as unknown as NameAnswer[]) : [];
}

/** YYYY-MM-DD, or undefined when not given. */
export function birthDateOf(s: Situation): string | undefined {
  const value = s.answers.get("birthDate");
  return typeof value === "string" ? value : undefined;
}

export function yearOf(s: Situation): { from: number; to: number } | undefined {
  const value = s.answers.get("year");
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { from, to } = value;
  return typeof from === "number" && typeof to === "number" ? { from, to } : undefined;
}

/** What the lookup of these answers concluded, once it was made. */
export function lookupOf(s: Situation): LookupResult | undefined {
  return s.answers.get("lookup") as LookupResult | undefined;
}

/** Is this person being looked up at all, or only shown the steps? */
export function isSearching(s: Situation, options: FlowOptions): boolean {
  return (
    options.lookups !== "off" &&
    s.answers.get("start") === "agree" &&
    s.answers.get("forWhom") !== "cannotAsk"
  );
}

/** Can anything be searched: a name, and a birth date or a number? */
export function canSearch(s: Situation): boolean {
  return namesOf(s).length > 0 && (birthDateOf(s) !== undefined || caseNumbersOf(s).length > 0);
}

/** The search part is over without a confirmed case, or there is none: what people can do comes next. */
export function wantsSteps(s: Situation, options: FlowOptions): boolean {
  const start = s.answers.get("start");
  if (start === undefined || start === "no" || s.answers.get("forWhom") === "cannotAsk") return false;
  if (!isSearching(s, options)) return true;
  const lookup = lookupOf(s);
  if (lookup)
    return (
      lookup.kind === "unavailable" ||
      (lookup.kind === "notConfirmed" && s.answers.get("anotherTry") === "goOn")
    );
  // By number alone there is nothing to search without one.
  if (options.lookups === "number" && s.answers.has("caseNumber") && caseNumbersOf(s).length === 0)
    return true;
  const nameless = s.answers.has("name") && namesOf(s).length === 0;
  const asked = s.answers.has("name") && (options.lookups === "number" || s.answers.has("birthDate"));
  return nameless || (asked && !canSearch(s));
}

/** The facts the law decides over. */
export function factsOf(s: Situation): Facts {
  const choice = (id: string) => {
    const value = s.answers.get(id);
    return typeof value === "string" ? value : undefined;
  };
  const year = yearOf(s);
  const birthDate = birthDateOf(s);
  return {
    ...(choice("place") ? { place: choice("place") } : {}),
    ...(choice("offense") ? { offense: choice("offense") } : {}),
    ...(choice("disposition") ? { disposition: choice("disposition") } : {}),
    ...(year ? { year } : {}),
    ...(birthDate ? { birthDate } : {}),
  } as Facts;
}

/** What a lookup asks for, as data. */
export function queryOf(s: Situation): { [key: string]: Json } {
  const birthDate = birthDateOf(s);
  const year = yearOf(s);
  return {
    names: namesOf(s) as unknown as Json,
    caseNumbers: caseNumbersOf(s),
    ...(birthDate ? { birthDate } : {}),
    ...(year ? { year: { from: year.from, to: year.to } } : {}),
  };
}
