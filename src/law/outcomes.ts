/**
 * Which outcome a person is told: a table in order of precedence that a lawyer can read, and what walks it.
 * What each outcome says stands in locales/, where each sentence rests in locales/sources.json.
 */
import { type Disposition, type Facts, type FactTest, factTests, type Offense, type Place } from "./facts.ts";

export type { Facts } from "./facts.ts";

/** Outcomes that a confirmed case decides. */
export const listOutcomes = ["dismissed", "listed", "reduced", "challenged"] as const;
export type ListOutcome = (typeof listOutcomes)[number];

/** Outcomes that facts decide, without a list. */
export const stepOutcomes = [
  "otherState",
  "federal",
  "otherCrime",
  "dropped",
  "diverted",
  "stillServing",
  "afterCutoff",
  "juvenile",
  "mayApply",
  "unsure",
] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

/** Every outcome, as other programs see them. */
export const outcomeIds = [...listOutcomes, "notConfirmed", "callUs", ...stepOutcomes, "cannotAsk"] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** Lines added beneath an outcome, where they fit. */
export type LineId = "touches2016" | "maybeJuvenile" | "destroyed" | "cityAttorney";

/** All that is named must hold; what is not named does not matter. */
interface When {
  place?: readonly Place[];
  offense?: readonly Offense[];
  disposition?: readonly Disposition[];
  test?: FactTest;
}

export interface OutcomeRule {
  outcome: StepOutcome;
  when: When;
  /** The law it rests on. */
  law: string;
}

/** The first rule that holds decides. */
export const outcomeRules: readonly OutcomeRule[] = [
  {
    outcome: "otherState",
    when: { place: ["otherState"] },
    law: "HS 11361.8(a), (e): the court of judgment",
  },
  { outcome: "federal", when: { place: ["federal"] }, law: "HS 11361.8(a), (e): the court of judgment" },
  { outcome: "otherCrime", when: { offense: ["other"] }, law: "PC 1170.18, 1203.4, 1203.425" },
  { outcome: "dropped", when: { disposition: ["dropped"] }, law: "PC 851.91" },
  { outcome: "diverted", when: { disposition: ["diverted"] }, law: "PC 1203.43" },
  { outcome: "stillServing", when: { disposition: ["serving"] }, law: "HS 11361.8(a)" },
  { outcome: "afterCutoff", when: { test: "after2016" }, law: "Proposition 64, operative November 9, 2016" },
  { outcome: "juvenile", when: { test: "under18Throughout" }, law: "HS 11361.8(l)-(m), form JV-744" },
  {
    outcome: "mayApply",
    when: {
      place: ["laCounty", "otherCounty"],
      offense: ["had", "grew", "sold", "unsure"],
      disposition: ["convicted"],
    },
    law: "HS 11361.8(e), (f), form CR-400",
  },
  { outcome: "unsure", when: {}, law: "none: a public defender looks it up" },
];

export interface LineRule {
  line: LineId;
  outcome: StepOutcome;
  when: When;
  law: string;
}

/** Every line that holds is added, in this order. */
export const lineRules: readonly LineRule[] = [
  { line: "touches2016", outcome: "mayApply", when: { test: "touches2016" }, law: "Proposition 64" },
  { line: "maybeJuvenile", outcome: "mayApply", when: { test: "under18AtTimes" }, law: "form JV-744" },
  {
    line: "destroyed",
    outcome: "mayApply",
    when: { offense: ["had", "unsure"], test: "mayBeDestroyed" },
    law: "HS 11361.5",
  },
  {
    line: "cityAttorney",
    outcome: "mayApply",
    when: { place: ["laCounty"] },
    law: "da.lacounty.gov/node/143: ten cities have their own prosecutor",
  },
];

type Asked = "place" | "offense" | "disposition";
const asked = ["place", "offense", "disposition"] as const satisfies readonly Asked[];

export type OutcomeDecision = { outcome: StepOutcome; lines: LineId[] } | { needs: Asked };

/**
 * Decides what a person is told from what they answered, or says which fact is still needed.
 * Takes the facts given so far; gives the first outcome that holds, with its added lines, or the next fact to ask for,
 * in the order of precedence: nothing is asked that no longer matters. Pure and total.
 */
export function decideOutcome(facts: Facts): OutcomeDecision {
  for (const rule of outcomeRules) {
    const held = holds(rule.when, facts);
    if (typeof held === "object") return held;
    if (held) {
      const lines = lineRules.filter((l) => l.outcome === rule.outcome && holds(l.when, facts) === true);
      return { outcome: rule.outcome, lines: lines.map((l) => l.line) };
    }
  }
  return { outcome: "unsure", lines: [] };
}

function holds(when: When, facts: Facts): boolean | { needs: Asked } {
  for (const fact of asked) {
    const wanted: readonly string[] | undefined = when[fact];
    const told = facts[fact];
    if (wanted === undefined) continue;
    if (told === undefined) return { needs: fact };
    if (!wanted.includes(told)) return false;
  }
  return when.test === undefined || factTests[when.test](facts);
}

/** What a list says became of a case; null where it has no court status. */
export type ListStatus = "eligible" | "filed" | "dismissed" | "reduced" | "challenged" | null;

/** Catalogue entries under `outcomes` for a confirmed case. */
export type ListOutcomeKey =
  "dismissed" | "listedEligible" | "listedFiled" | "listedUnknown" | "reduced" | "challenged";

const byStatus = {
  dismissed: { key: "dismissed", outcome: "dismissed" },
  eligible: { key: "listedEligible", outcome: "listed" },
  filed: { key: "listedFiled", outcome: "listed" },
  reduced: { key: "reduced", outcome: "reduced" },
  challenged: { key: "challenged", outcome: "challenged" },
} as const satisfies Record<NonNullable<ListStatus>, { key: ListOutcomeKey; outcome: ListOutcome }>;

/** Announcements (YYYY-MM) that came with the motion already before the court. In September 2021 it was still to come. */
const alreadyFiled: readonly string[] = ["2020-02"];

/**
 * What a confirmed case is told as.
 * @param status what the list says; null where it has no court status
 * @param announced when the list was announced, YYYY-MM-DD
 * @returns the entry under `outcomes` and the outcome's id
 */
export function confirmedOutcome(
  status: ListStatus,
  announced: string,
): { key: ListOutcomeKey; outcome: ListOutcome } {
  if (status !== null) return byStatus[status];
  if (alreadyFiled.includes(announced.slice(0, 7))) return byStatus.filed;
  return { key: "listedUnknown", outcome: "listed" };
}
