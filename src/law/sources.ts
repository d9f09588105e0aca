/**
 * How sure the law behind a sentence is, and who has said so: the shape of `locales/sources.json`,
 * which stands beside the copy so that an attorney can review sentences without reading code.
 */

/** V: read in the cited source. V2: read in a secondary source, stated with its attribution. GK: general knowledge, unchecked. */
export const confidences = ["V", "V2", "GK", "?"] as const;
export type Confidence = (typeof confidences)[number];

/** What may be told to people: unchecked law may not. */
export const statable: readonly Confidence[] = ["V", "V2"];

export interface LegalSource {
  label: string;
  url?: string;
}

/** One catalogue key of legal meaning. Dates are YYYY-MM-DD. */
export interface SourceEntry {
  sources: LegalSource[];
  confidence: Confidence;
  /** "blocked" sentences are written and wait: no message uses them until an attorney has cleared them. */
  status: "stated" | "blocked";
  /**
   * A sentence that waits says here which messages it joins, each where its `{{cleared}}` stands, from the day
   * its status is "stated" and a review is dated.
   */
  joins?: string[];
  /** When an attorney reviewed the sentence; null until then. */
  reviewed: string | null;
  reviewer: string;
  /** When the facts were last compared with their source. */
  factsAt: string;
  /** What the reviewing attorney should look at first: where the source is weaker than the sentence. */
  doubt?: string;
}

/**
 * The sentences that have been cleared, by the message they join.
 * Takes `locales/sources.json`; gives message key → keys of the sentences, in the file's order.
 */
export function clearedSentences(
  sources: Readonly<Record<string, SourceEntry>>,
): ReadonlyMap<string, readonly string[]> {
  const cleared = new Map<string, string[]>();
  for (const [key, entry] of Object.entries(sources)) {
    if (!isStated(entry)) continue;
    for (const message of entry.joins ?? []) cleared.set(message, [...(cleared.get(message) ?? []), key]);
  }
  return cleared;
}

/** May a sentence with this entry reach people? */
export function isStated(entry: SourceEntry): boolean {
  return entry.status === "stated" && (statable.includes(entry.confidence) || entry.reviewed !== null);
}
