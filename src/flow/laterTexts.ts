/**
 * Texts long after a conversation: which of them its end asks about, one at most.
 */
import type { Conversation, Situation } from "../dialog/types.ts";
import { lookupOf } from "./answers.ts";
import type { FlowOptions } from "./options.ts";
import { topicsTold } from "./questions/topics.ts";

/** The flow version that first asks about the question a month later. */
export const followUpSince = 3;

/** The mark of a conversation that the question opened. */
export const followUpMark = "followUpSent";

/** The mark of steps for a phone whose owner said yes to the question at the table. */
export const spokenMark = "followUpSpoken";

/** Outcomes whose next step is the court clerk, who has the certified copy; and the topics that send people there. */
const copyOutcomes: readonly unknown[] = ["dismissed", "listed"];
const copyTopics: readonly string[] = ["proof", "work"];

/** Is this the conversation about the question, while it stands or its trouble is spoken of? */
export function isFollowUp({ log }: Conversation): boolean {
  return log.some(({ q }) => q === followUpMark || q === "gotCopy");
}

/** A later list may bring what this one did not: the watch is asked about. */
export function watchStands(s: Situation, options: FlowOptions): boolean {
  return options.watch && s.channel === "sms" && lookupOf(s)?.kind === "notConfirmed";
}

/** They said yes at the table: the phone that answers is theirs, and now it is due. */
export function spokenYesDue(s: Situation, options: FlowOptions): boolean {
  return options.followUp && s.answers.has(spokenMark) && !s.answers.has("followUp");
}

/** Somebody who goes for a copy is asked whether we may ask, unless the watch was asked about. */
export function followUpStands(s: Situation, options: FlowOptions): boolean {
  const goesForCopy =
    copyOutcomes.includes(s.answers.get("outcome")) || topicsTold(s).some((id) => copyTopics.includes(id));
  return (
    options.followUp &&
    s.channel === "sms" &&
    s.conversation.flow >= followUpSince &&
    goesForCopy &&
    !watchStands(s, options)
  );
}
