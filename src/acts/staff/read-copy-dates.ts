/**
 * What people are told and where they are sent, with the dates on which somebody last looked at it.
 */
import { readSources } from "../../copy/catalogue.ts";
import { checkedDaysMax, daysSinceCheck, resources, type HelpResource } from "../../law/resources.ts";
import { losAngelesDate } from "../../runtime.ts";
import type { Services } from "../services.ts";

export interface DatedResource {
  resource: HelpResource;
  days: number;
  overdue: boolean;
}

export interface DatedText {
  /** Catalogue key. */
  key: string;
  blocked: boolean;
  /** When an attorney reviewed it, YYYY-MM-DD; null until then. */
  reviewed: string | null;
  /** When its facts were last compared with their source, and how long ago. */
  factsAt: string;
  days: number;
  overdue: boolean;
  doubt: string | undefined;
}

const dayMs = 24 * 3_600_000;

/** Resources: the longest unchecked first. Texts of legal meaning: blocked ones, then overdue ones, then unreviewed ones. */
export function readCopyDates({ runtime }: Services): {
  daysMax: number;
  resources: DatedResource[];
  texts: DatedText[];
} {
  const today = losAngelesDate(runtime.now());
  const texts = Object.entries(readSources()).map(([key, entry]) => {
    const days = Math.floor((Date.parse(today) - Date.parse(entry.factsAt)) / dayMs);
    const { reviewed, factsAt, doubt } = entry;
    const overdue = days > checkedDaysMax;
    return { key, blocked: entry.status === "blocked", reviewed, factsAt, days, overdue, doubt };
  });
  const rank = (text: DatedText) => (text.blocked ? 0 : text.overdue ? 1 : text.reviewed === null ? 2 : 3);
  return {
    daysMax: checkedDaysMax,
    resources: resources
      .map((resource) => {
        const days = daysSinceCheck(resource, today);
        return { resource, days, overdue: days > checkedDaysMax };
      })
      .sort((a, b) => b.days - a.days),
    texts: texts.sort((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key)),
  };
}
