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
  /** When an attorney reviewed the sentence; null until then. */
  reviewed: string | null;
  reviewer: string;
  /** When the facts were last compared with their source. */
  factsAt: string;
  /** What the reviewing attorney should look at first: where the source is weaker than the sentence. */
  doubt?: string;
}

/** May a sentence with this entry reach people? */
export function isStated(entry: SourceEntry): boolean {
  return entry.status === "stated" && (statable.includes(entry.confidence) || entry.reviewed !== null);
}
