/**
 * What a whole conversation costs by text message: the real flow, rendered as it is sent, with the longest values.
 */
import { smsTexts } from "../../src/channels/sms/present.ts";
import { createCopy } from "../../src/copy/copy.ts";
import { segments } from "../../src/copy/segments.ts";
import { newConversation } from "../../src/dialog/position.ts";
import { step } from "../../src/dialog/step.ts";
import type { Effect, LookupResult } from "../../src/dialog/types.ts";
import { createFlow } from "../../src/flow/index.ts";
import { type Finding, type Locale, locales } from "./finding.ts";
import { longestOrganisation } from "./values.ts";

const moment = { now: Date.UTC(2026, 10, 22, 20), today: "2026-11-22" };

interface Path {
  name: string;
  /** What the person sends, turn by turn. */
  texts: Readonly<Record<Locale, readonly string[]>>;
  result: LookupResult;
  segmentsMax: Readonly<Record<Locale, number>>;
  /** Texts from the person, at most. */
  textsMax: number;
}

const asked: Readonly<Record<Locale, readonly string[]>> = {
  en: ["hello there", "1", "no", "Maria Elena Lopez Garcia", "September 25, 1968", "1990-1993", "1"],
  es: ["buenas tardes", "1", "no", "Maria Elena Lopez Garcia", "25 de septiembre de 1968", "1990-1993", "1"],
};
const steps = ["2", "1", "1", "1"];

const paths: readonly Path[] = [
  {
    name: "to a confirmed result",
    texts: asked,
    result: {
      kind: "confirmed",
      cases: [
        { list: "2021", announced: "2021-09-27", status: "dismissed", copied: "2021-12-27", sample: false },
      ],
    },
    segmentsMax: { en: 14, es: 16 },
    textsMax: 7,
  },
  {
    name: "not confirmed, to the steps",
    texts: { en: [...asked.en, ...steps], es: [...asked.es, ...steps] },
    result: { kind: "notConfirmed", listDate: "2021-12-27" },
    segmentsMax: { en: 20, es: 20 },
    // The greeting is not counted: it opens the conversation.
    textsMax: 10,
  },
];

export interface PathCost {
  name: string;
  locale: Locale;
  segments: number;
  /** Segments of each reply. */
  turns: number[];
  ended: string | null;
}

/** Plays the paths through the flow as it is. */
export function pathCosts(): (PathCost & { path: Path })[] {
  const copy = createCopy(longestOrganisation);
  const flow = createFlow({ lookups: "full", watch: false, followUp: false });
  return paths.flatMap((path) =>
    locales.map((locale) => {
      let conversation = newConversation(flow, "sms", moment.now, { locale });
      let ended: string | null = null;
      const turns = path.texts[locale].map((text) => {
        let taken = step(flow, conversation, { kind: "text", text }, moment);
        const effects: Effect[] = [...taken.effects];
        if (effects.at(-1)?.type === "lookUp") {
          taken = step(flow, taken.conversation, { kind: "lookup", result: path.result }, moment);
          effects.push(...taken.effects);
        }
        conversation = taken.conversation;
        ended = taken.question;
        return smsTexts(copy, effects, locale).reduce((sum, sent) => sum + segments(sent).segments, 0);
      });
      return { path, name: path.name, locale, segments: turns.reduce((a, b) => a + b, 0), turns, ended };
    }),
  );
}

/** Whole conversations within their budgets, and at the end of their path. */
export function checkPaths(): Finding[] {
  return pathCosts().flatMap(({ path, locale, segments: total, turns, ended }) => {
    const where = `${locale} ${path.name}`;
    const findings: Finding[] = [];
    if (total > path.segmentsMax[locale])
      findings.push({
        where,
        what: `costs ${total} segments (${turns.join("+")}), over ${path.segmentsMax[locale]}`,
      });
    if (path.texts[locale].length - 1 > path.textsMax)
      findings.push({ where, what: `takes ${path.texts[locale].length - 1} texts, over ${path.textsMax}` });
    if (ended !== "topics")
      findings.push({ where, what: `stops at ${ended ?? "the end"}, not at the topics` });
    return findings;
  });
}
