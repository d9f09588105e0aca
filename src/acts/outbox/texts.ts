/**
 * The texts that may be sent later: which words, for how long they are worth sending, and whether night holds them back.
 * Every one was asked for by the person it goes to, or by someone sitting beside them.
 */
import type { Locale } from "../../dialog/types.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface TextKind {
  /** Catalogue key of the words. */
  key: string;
  /** Not sent any more after this long. */
  worthMs: number;
  /** Asked for this moment: sent at once, at night too. */
  asked: boolean;
}

export const textKinds = {
  /** A later list was loaded, found or not (conversation.md, 9). */
  watchAgain: { key: "texts.watchAgain", worthMs: 7 * dayMs, asked: false },
  /** The watch's year is over. */
  watchEnded: { key: "texts.watchEnded", worthMs: 7 * dayMs, asked: false },
  /** Someone at the organisation's table asked for steps on this phone; the number may be mistyped. */
  stepsInvite: { key: "texts.stepsInvite", worthMs: hourMs, asked: true },
  /** A caller asked for a text with the way to go on. */
  goOn: { key: "texts.goOn", worthMs: hourMs, asked: true },
  /** The person asked to be reminded of a conversation they left. */
  reminder: { key: "texts.reminder", worthMs: 2 * hourMs, asked: false },
  /** They agreed to one question a month later: did they get the copy? */
  followUp: { key: "texts.followUp", worthMs: 7 * dayMs, asked: false },
  /** A person of the organisation has an answer to what was handed over. */
  personReady: { key: "texts.personReady", worthMs: 3 * dayMs, asked: false },
  /** They called as they were asked to, and nobody answered. */
  personCalled: { key: "texts.personCalled", worthMs: dayMs, asked: false },
  /** They need to know more before they can say anything. */
  personAsks: { key: "texts.personAsks", worthMs: 3 * dayMs, asked: false },
} as const satisfies Record<string, TextKind>;

export type TextKindId = keyof typeof textKinds;

/** What answers a wish for a person. */
export const answerKinds = [
  "personReady",
  "personCalled",
  "personAsks",
] as const satisfies readonly TextKindId[];

/** "Reply 1" begins a conversation of its own. */
export const opensAnew: readonly TextKindId[] = ["watchAgain", "followUp"];

export interface LaterText {
  kind: TextKindId;
  /** As people write to us: "+1323…", "whatsapp:+1323…". */
  phone: string;
  locale: Locale;
  /** What caused it; the same cause never gives two texts. */
  cause: readonly string[];
  /** Not before this instant, in epoch milliseconds; absent: as soon as may be. */
  notBefore?: number;
  /** Not after this instant, if that is earlier than its kind's own end. */
  until?: number;
  /** Only while the phone's conversation stands at this version: nothing was said or erased since. */
  standing?: number;
}
