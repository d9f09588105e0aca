/**
 * The words of record linkage as Clearline uses them: who is asked for, what a list says of a case,
 * and what comparing the two can conclude.
 */

/** A name cut into words as filed or typed: nothing normalised, nothing expanded ("Ma." stays "Ma."). */
export interface PersonName {
  given: string[];
  family: string[];
  suffix?: string;
}

/** Both years inclusive. */
export interface YearRange {
  from: number;
  to: number;
}

/** The person a lookup is for, from their own answers. Every field may be missing. */
export interface Asker {
  /** One entry a name: the legal one first, then other names used. */
  names: PersonName[];
  /** YYYY-MM-DD, a real date. */
  birthDate?: string;
  /** About when the case was in court. */
  year?: YearRange;
  /** As typed; comparing normalises. */
  caseNumbers: string[];
}

export const caseStatuses = ["eligible", "filed", "dismissed", "reduced", "challenged"] as const;
/** What the list says became of the case; absent where the list has no court status. */
export type CaseStatus = (typeof caseStatuses)[number];

/** One case on a list. Gaps are normal in old records: anything but a name or a case number may be missing. */
export interface ListRecord {
  caseNumber?: string;
  name?: PersonName;
  aka: PersonName[];
  /** YYYY-MM-DD. */
  birthDate?: string;
  charges: string[];
  /** YYYY-MM-DD. */
  convictionDate?: string;
  court?: string;
  status?: CaseStatus;
  /** YYYY-MM-DD. */
  statusDate?: string;
}

/** `confirmed` is told to the person; `possible` exists for staff only; the rest is `none`. */
export type Decision = "confirmed" | "possible" | "none";

/** Counsel's switch: the least that may confirm (design: CONFIRM). */
export type ConfirmRule = "date" | "dateAndYear" | "caseNumber";
