/**
 * What the attorney's sheet holds, as data: every outcome with when it is given and what it says, then everything else
 * of legal meaning, each text once, and none left out.
 */
import type { Copy, CopyLocale } from "../copy/copy.ts";
import { places, offenses, dispositions } from "../law/facts.ts";
import {
  confirmedOutcome,
  type LineRule,
  lineRules,
  listOutcomes,
  type ListStatus,
  type OutcomeId,
  outcomeIds,
  outcomeRules,
  type OutcomeRule,
} from "../law/outcomes.ts";
import type { SourceEntry } from "../law/sources.ts";
import { questionChoices } from "../understanding/types.ts";

/** One outcome: the texts it is told by, and when. */
export interface Answer {
  id: OutcomeId;
  keys: readonly string[];
  /** Its place in the table of facts, from 1, and the rule; absent where a lookup decides. */
  order?: number;
  rule?: OutcomeRule;
}

/** A group of texts under one heading of the sheet. */
export interface Section {
  /** `review.<name>` is its heading. */
  name: "severalCases" | "lines" | "closing" | "topics" | "consent" | "other";
  texts: readonly { key: string; line?: LineRule; when?: string }[];
}

export interface LawSheet {
  blocked: readonly string[];
  answers: readonly Answer[];
  sections: readonly Section[];
  counts: Record<"legal" | "reviewed" | "waiting" | "blocked", number>;
}

/** Every status a list can give, in the order of the table. */
export const listStatuses = ["dismissed", "eligible", "filed", "reduced", "challenged", null] as const;
/** A list that came with its motion, and one that did not: what they are told as differs without a status. */
export const announcements = ["2020-02-13", "2021-09-27"] as const;

/** The text a list's case is told by. */
const listKey = (status: ListStatus, announced: string) =>
  `outcomes.${confirmedOutcome(status, announced).key}`;

const consent = [
  "questions.start.ask",
  "questions.start.askUnknown",
  "questions.start.askCalled",
  "questions.start.askUnknownCalled",
  "questions.start.declined",
  "questions.reachConsent.ask",
  "questions.reachConsent.askNumber",
  "commands.who",
  "commands.help",
  "commands.stopped",
  "commands.erased",
  "pages.intro.what",
  "pages.intro.forWhom",
  "pages.intro.privacy",
  "pages.intro.advice",
];

const closing = [
  { key: "outcomes.missedCourt", when: "eachResult" },
  { key: "outcomes.immigration", when: "eachResult" },
  { key: "outcomes.info", when: "eachResult" },
  { key: "outcomes.notYou", when: "eachFound" },
  { key: "outcomes.sampleNotice", when: "sampleNotice" },
];

/** The statuses of a list that are told as an outcome, in the order of the table. */
export const statusesOf = (id: OutcomeId): ListStatus[] =>
  listStatuses.filter((status) =>
    announcements.some((announced) => confirmedOutcome(status, announced).outcome === id),
  );

function answerOf(id: OutcomeId): Answer {
  if ((listOutcomes as readonly string[]).includes(id)) {
    const told = listStatuses.flatMap((status) =>
      announcements
        .filter((announced) => confirmedOutcome(status, announced).outcome === id)
        .map((announced) => listKey(status, announced)),
    );
    return { id, keys: [...new Set(told)] };
  }
  const order = outcomeRules.findIndex((rule) => rule.outcome === id);
  const rule = outcomeRules[order];
  return { id, keys: [`outcomes.${id}`], ...(rule ? { order: order + 1, rule } : {}) };
}

/**
 * Gathers the sheet.
 * @param sources `locales/sources.json`; every key of it stands somewhere in the sheet.
 */
export function gatherLawSheet(copy: Copy, sources: Readonly<Record<string, SourceEntry>>): LawSheet {
  const legal = Object.keys(sources);
  const isBlocked = (key: string) => sources[key]?.status === "blocked";
  const answers = outcomeIds.map(answerOf);
  const sections: Section[] = [
    {
      name: "severalCases",
      texts: [
        { key: "outcomes.several", when: "severalCases" },
        { key: "outcomes.caseLine", when: "severalCases" },
      ],
    },
    { name: "lines", texts: lineRules.map((line) => ({ key: `outcomes.${line.line}`, line })) },
    { name: "closing", texts: closing },
    {
      name: "topics",
      texts: questionChoices.topics
        .map((id) => `topics.${id}`)
        .filter((key) => copy.has(key, "en"))
        .map((key) => ({ key, when: "onWish" })),
    },
    { name: "consent", texts: consent.map((key) => ({ key })) },
  ];
  const shown = new Set([
    ...answers.flatMap((answer) => answer.keys),
    ...sections.flatMap((section) => section.texts.map((text) => text.key)),
  ]);
  const rest = legal.filter((key) => !shown.has(key) && !isBlocked(key));
  if (rest.length > 0) sections.push({ name: "other", texts: rest.map((key) => ({ key })) });
  const used = legal.filter((key) => !isBlocked(key));
  const reviewed = used.filter((key) => sources[key]?.reviewed !== null).length;
  return {
    blocked: legal.filter(isBlocked),
    answers,
    sections,
    counts: {
      legal: legal.length,
      reviewed,
      waiting: used.length - reviewed,
      blocked: legal.length - used.length,
    },
  };
}

/** The lines that may be added beneath an outcome. */
export const linesOf = (id: OutcomeId): readonly LineRule[] =>
  lineRules.filter((rule) => rule.outcome === id);

const asked = { place: places, offense: offenses, disposition: dispositions } as const;

/** A rule's conditions in words, one a line, by the labels that people choose from; all of them must hold. */
export function conditionsOf(when: OutcomeRule["when"], copy: Copy, locale: CopyLocale): string[] {
  const or = copy.text("review.conditions.or", locale);
  const lines = (["place", "offense", "disposition"] as const).flatMap((fact) => {
    const wanted: readonly string[] | undefined = when[fact];
    if (wanted === undefined) return [];
    const labels = asked[fact]
      .filter((id) => wanted.includes(id))
      .map((id) => copy.text(`questions.${fact}.choice.${id}`, locale));
    return [`${copy.text(`review.conditions.${fact}`, locale)}: ${labels.join(` ${or} `)}`];
  });
  if (when.test !== undefined) lines.push(copy.text(`review.test.${when.test}`, locale));
  return lines.length > 0 ? lines : [copy.text("review.conditions.always", locale)];
}
