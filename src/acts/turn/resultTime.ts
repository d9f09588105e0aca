/**
 * How long a conversation took to its first result, kept as one more in a bucket of the day's totals: no conversation is
 * remembered for it.
 */
import type { Conversation } from "../../dialog/types.ts";

/** Upper bounds of the buckets, in seconds; the last one has none. Finer around the two minutes that are promised. */
export const resultBounds = [
  15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 450, 600, 900, 1800, 3600,
] as const;
/** "Know in two minutes", in seconds. */
export const promisedSeconds = 120;

const prefix = "time_";

/** Name of a bucket by its upper bound; undefined for the last. */
export const bucketName = (bound: number | undefined): string => `${prefix}${bound ?? "more"}`;

/** Asked to call is no result: a limit, a fault, or lookups that are off. */
const hasResult = ({ told }: Conversation) => told.some((outcome) => outcome !== "callUs");

/** A worker's form stands filled in before it is sent, and a slip waits at home: neither says how long asking took. */
const wasAsked = ({ log }: Conversation) => !log.some(({ q }) => q.startsWith("slip"));

/**
 * The bucket that the turn from `was` to `conversation` counts in: from the first message to the first result.
 * @returns undefined where it told none, or not the first. The same whatever the result is (P2).
 */
export function resultBucket(was: Conversation, conversation: Conversation): string | undefined {
  if (hasResult(was) || !hasResult(conversation) || !wasAsked(was)) return undefined;
  const seconds = Math.max(0, conversation.lastAt - conversation.startedAt) / 1000;
  return bucketName(resultBounds.find((bound) => seconds <= bound));
}
