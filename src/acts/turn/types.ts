/**
 * What a channel hands to a turn, and what it gets back.
 */
import type { Copy } from "../../copy/copy.ts";
import type { Moment, Step } from "../../dialog/step.ts";
import type { Channel, Conversation, Effect, Flow, Input, Locale, Progress } from "../../dialog/types.ts";
import type { LimitSubject } from "../../privacy/limits.ts";
import type { SecondLook } from "./look-up.ts";

/** A turn gets this long; spent, it is cancelled and rolled back. Twilio itself would wait 15 s. */
export const turnMs = 8_000;

/** What a channel hands in. */
export interface TurnRequest {
  channel: Channel;
  /** Keyed hashes of the phone or token under every key, the active one first. */
  handles: readonly Buffer[];
  /** Keyed hashes of the turn's id, likewise. */
  turnIds: readonly Buffer[];
  input: Input;
  /** Takes the turn in place of `input`: a whole form at once. */
  take?: (flow: Flow, conversation: Conversation, moment: Moment) => Step;
  /** For a conversation without a row: shown language and event; `opened` when its first question was already shown. */
  fresh: { locale?: Locale | undefined; event?: string | undefined; opened: boolean };
  /** No row may start a new conversation here: the token was never issued, or is spent. */
  mustExist?: boolean;
  /** What was said reads as a code to carry a web conversation on here by; in its plain form. */
  carryCode?: string | undefined;
  subject: LimitSubject;
  /** A text may be sent to this address long after its last message: the watch is offered. */
  laterTexts?: boolean;
  /** One question may be sent to this address a month later. */
  followUps?: boolean;
  /** A reminder may be sent to this address within the day. */
  reminders?: boolean;
  /** The words of texts sent later, and of what was agreed to; absent where none is. */
  copy?: Copy;
  /** A clinic table, where whoever is handed over waits under a number; `scope`: where numbers run on. */
  table?: { worker: string; scope: string } | undefined;
  /** Where a worker sits beside the person. */
  secondLook?: SecondLook | undefined;
  /** Sealed beside an opt-out or a watch, so that we can still reply after keys have changed. */
  phone?: string;
  /** Opt-out words act here. */
  optOuts: boolean;
  /** When the reply was asked for, by `runtime.elapsed()`. */
  arrived: number;
  /** Renders the reply that is stored and sent. */
  present(effects: readonly Effect[], after: Presented): Buffer;
  /** Message segments of what was taken and of the reply rendered last; absent where messages cost nothing. */
  segments?(): { in: number; out: number };
  /** The words a consent was given or taken back in, where the input is not those words. */
  said?: string;
  /** The carrier has answered the person itself: nothing was shown by us, so the conversation stands where it stood. */
  answeredElsewhere?: boolean;
}

/** What a reply is rendered with, beside its effects. */
export interface Presented {
  locale: Locale;
  question: string | null;
  progress: Progress;
  outcome: string | null;
  done: boolean;
}

export type TurnResult =
  /** Committed now, or before: the bytes to send. Empty when the reply is no longer kept, or none is due. */
  | { kind: "reply"; bytes: Buffer }
  /** Nothing stands under this token (any more). */
  | { kind: "gone" };
