/**
 * What falls due between questions: the lookup, its result, the outcome, the goodbye.
 */
import type { ConfirmedCase, Due, Effect, Param, Situation } from "../dialog/types.ts";
import { confirmedOutcome, decideOutcome } from "../law/outcomes.ts";
import { hasAside } from "./aside.ts";
import { canSearch, factsOf, isSearching, lookupOf, queryOf, wantsSteps } from "./answers.ts";
import { followUpStands, spokenYesDue, watchStands } from "./laterTexts.ts";
import type { FlowOptions } from "./options.ts";

export const due =
  (options: FlowOptions) =>
  (s: Situation): Due | undefined => {
    const { answers } = s;
    if (hasAside(s)) return undefined;
    if (spokenYesDue(s, options)) {
      return {
        answers: { followUp: "yes" },
        effects: [{ type: "followUp", agreed: true, spoken: true }, say("questions.followUp.kept")],
      };
    }
    const lookup = lookupOf(s);
    if (answers.get("confirm") === "search" && !lookup && canSearch(s) && isSearching(s, options)) {
      return { effects: [{ type: "lookUp", query: queryOf(s) }], wait: true };
    }
    if (lookup && !answers.has("lookupTold")) return tellLookup(s);
    if (answers.get("forWhom") === "cannotAsk" && !answers.has("outcome")) {
      return {
        answers: { outcome: "cannotAsk" },
        effects: [say("outcomes.cannotAsk"), ...closing(false), { type: "outcome", id: "cannotAsk" }],
      };
    }
    if (wantsSteps(s, options) && !answers.has("outcome")) {
      const decision = decideOutcome(factsOf(s));
      if ("outcome" in decision) return tellSteps(decision.outcome, decision.lines);
    }
    const asked =
      (!watchStands(s, options) || answers.has("watch")) &&
      (!followUpStands(s, options) || answers.has("followUp"));
    if (answers.get("topics") === "finish" && asked) {
      return { effects: [{ type: "say", key: "commands.goodbye" }], done: true };
    }
    return undefined;
  };

function tellLookup(s: Situation): Due {
  const lookup = lookupOf(s);
  if (lookup?.kind === "confirmed") return tellConfirmed(lookup.cases);
  if (lookup?.kind === "notConfirmed") {
    return {
      answers: { lookupTold: true },
      effects: [
        say(
          "outcomes.notConfirmed",
          lookup.listDate ? { listDate: { kind: "day", iso: lookup.listDate } } : {},
        ),
        ...closing(true),
        { type: "outcome", id: "notConfirmed" },
      ],
    };
  }
  return {
    answers: { lookupTold: true },
    effects: [say("outcomes.callUs"), { type: "outcome", id: "callUs" }],
  };
}

/** One case is told by its own words; several by how many, each with its list and status, and the first's meaning. */
function tellConfirmed(cases: readonly ConfirmedCase[]): Due {
  const [first] = cases;
  if (!first) throw new Error("a confirmed lookup names at least one case");
  const main = confirmedOutcome(first.status, first.announced);
  const params = caseParams(first);
  const effects: Effect[] = [];
  if (cases.some((c) => c.sample)) effects.push(say("outcomes.sampleNotice"));
  if (cases.length > 1) {
    effects.push(say("outcomes.several", { count: { kind: "number", value: cases.length } }));
    for (const c of cases) {
      const { key } = confirmedOutcome(c.status, c.announced);
      effects.push(
        say("outcomes.caseLine", {
          ...caseParams(c),
          status: { kind: "copy", key: `outcomes.status.${key}` },
        }),
      );
    }
  }
  effects.push(say(`outcomes.${main.key}`, params), ...closing(true), { type: "outcome", id: main.outcome });
  return { answers: { lookupTold: true, outcome: main.outcome }, effects };
}

function caseParams(c: ConfirmedCase): Record<string, Param> {
  return { month: { kind: "month", iso: c.announced }, listDate: { kind: "day", iso: c.copied } };
}

function tellSteps(outcome: string, lines: readonly string[]): Due {
  return {
    answers: { outcome },
    effects: [
      say(`outcomes.${outcome}`),
      ...lines.map((line) => say(`outcomes.${line}`)),
      ...closing(false),
      { type: "outcome", id: outcome },
    ],
  };
}

/** With each result, once: missed court, immigration, whom to call, and that this is information. */
function closing(found: boolean): Effect[] {
  const keys = [
    "outcomes.missedCourt",
    "outcomes.immigration",
    ...(found ? ["outcomes.notYou"] : []),
    "outcomes.info",
  ];
  return keys.map((key) => say(key));
}

function say(key: string, params?: Record<string, Param>): Effect {
  return { type: "say", key, ...(params ? { params } : {}) };
}
