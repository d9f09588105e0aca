/**
 * Lookups made straight through the act, as from one phone or address each.
 */
import { lookUp, type LookUp } from "../../src/acts/turn/look-up.ts";
import type { Services } from "../../src/acts/services.ts";
import type { LookupResult } from "../../src/dialog/types.ts";

export interface Asking {
  given?: string[];
  family?: string[];
  otherNames?: { given: string[]; family: string[] }[];
  birthDate?: string;
  caseNumbers?: string[];
  year?: { from: number; to: number };
  /** Phone or address; another one each time when absent. */
  from?: string;
  kind?: "phone" | "address";
  /** Another conversation each time when absent. */
  conversation?: string;
  /** Another turn each time when absent. */
  turn?: string;
}

let count = 0;

/** Looks Marcus Tollesworth up, or whoever is asked for. */
export function lookUpAs(services: Services, asking: Asking = {}): Promise<LookupResult> {
  const unique = ++count;
  const { given = ["Marcus"], family = ["Tollesworth"], birthDate, caseNumbers = [], year } = asking;
  const kind = asking.kind ?? "phone";
  const query: LookUp["query"] = {
    names: [{ given, family }, ...(asking.otherNames ?? [])],
    caseNumbers,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(year === undefined ? {} : { year: { ...year } }),
  };
  return lookUp(services, {
    query,
    subject: { kind, of: asking.from ?? `someone ${unique}` },
    channel: kind === "phone" ? "sms" : "web",
    conversation: { handle: asking.conversation ?? `conversation ${unique}`, startedAt: 0 },
    turnId: Buffer.from(asking.turn ?? `turn ${unique}`),
  });
}

/** `n` dates of a year that are all different guesses, none of them the given one nor its swapped twin. */
export function wrongDates(n: number, right = "1974-05-19"): string[] {
  const dates: string[] = [];
  for (let day = 13; dates.length < n; day++) {
    const month = String(1 + (dates.length % 12)).padStart(2, "0");
    const date = `${right.slice(0, 4)}-${month}-${String(13 + (day % 15)).padStart(2, "0")}`;
    if (date !== right && !dates.includes(date)) dates.push(date);
  }
  return dates;
}
