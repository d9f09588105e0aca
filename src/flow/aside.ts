/**
 * Asides: questions that stand over the others when something calls for them. Each has a mark in the log while it is
 * open, and the one opened last stands.
 */
import type { Situation } from "../dialog/types.ts";

/** A silence, DELETE alone, a wish for a person. */
const marks = ["pause", "deleteAsked", "personAsked"] as const;
export type Mark = (typeof marks)[number];

/** Does this answer open an aside? */
export const isMark = (q: string): boolean => (marks as readonly string[]).includes(q);

/** Is this the aside that stands now? */
export function isOpen(s: Situation, mark: Mark): boolean {
  return s.conversation.log.findLast((answer) => isMark(answer.q))?.q === mark;
}

/** While an aside stands nothing else falls due. */
export function hasAside(s: Situation): boolean {
  return marks.some((mark) => s.answers.has(mark));
}
