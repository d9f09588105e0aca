/**
 * The dialog engine's words. A conversation is data, an input is data, and what should happen is data:
 * `step(flow, conversation, input, now)` turns the first two into the third and touches nothing else.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Locale = "en" | "es";
/** Where words are shown: it changes rendering, and on "sms" alone which words opt out. */
export type Channel = "sms" | "web" | "outreach";

/** One answer. `turn` groups the answers that one message gave, so that Back takes them back together. */
export interface Answer {
  q: string;
  v: Json;
  turn: number;
}

/**
 * One person's answers. Position is never stored: it is derived from the log (`positionOf`), so Back is
 * "drop the newest answers". `attempts` and `told` stand outside the log: Back, Restart and Delete never
 * give a lookup back.
 */
export interface Conversation {
  /** The flow version it began under; questions newer than this are not asked. */
  flow: number;
  channel: Channel;
  /** null until the person has shown or chosen a language. */
  locale: Locale | null;
  log: Answer[];
  /** Turns taken so far; the newest answers carry this number. */
  turn: number;
  /** Lookups spent. */
  attempts: number;
  /** Outcomes already told, oldest first. */
  told: string[];
  /** Answers in a row that were not understood at the standing question. */
  misses: number;
  /** Epoch milliseconds of the first and of the last input. */
  startedAt: number;
  lastAt: number;
  /** Over: the person finished, declined, or stopped. */
  done: boolean;
  /** When the reminder goes that was asked for in the last turn; epoch milliseconds. */
  remindAt?: number;
  /** The clinic or poster whose code came with the first message. */
  event?: string;
  /** Message segments it took so far; kept by the channel's side, which alone knows them. */
  segments?: { in: number; out: number };
  /** How many of the questions before the first answer it has come to; kept by the channel's side, for its counts. */
  way?: number;
  /** A wish for a person was handed over in it: its id, which the channel's side gives; a second one replaces the first. */
  handoff?: string;
}

/** A parameter of a message: its kind says where it came from, so that nothing of a sealed record can be one (P4). */
export type Param =
  /** Words the person typed in this conversation. */
  | { kind: "typed"; text: string }
  | { kind: "number"; value: number }
  /** A date the person typed, spelled with the month's name. YYYY-MM-DD. */
  | { kind: "date"; iso: string }
  /** The month of a list's announcement, or the day of its copy. YYYY-MM-DD. */
  | { kind: "month"; iso: string }
  | { kind: "day"; iso: string }
  /** The time of day in Los Angeles, of an instant in epoch milliseconds. */
  | { kind: "clock"; at: number }
  /** Another catalogue entry, rendered in the same language. */
  | { kind: "copy"; key: string }
  /** The organisation's own details: clinics it announced. One at least, soonest first. */
  | { kind: "clinics"; clinics: readonly AnnouncedClinic[] };

/** A clinic as anybody may know of it. Epoch milliseconds; `booking` an https address, or null. */
export interface AnnouncedClinic {
  place: string;
  startsAt: number;
  endsAt: number;
  languages: readonly Locale[];
  booking: string | null;
}

/** One message to the person: a catalogue key, what fills it, and the choices offered beneath it. */
export interface Say {
  key: string;
  params?: Record<string, Param>;
  /** The question this message asks; its choices are labelled by `<question>.choice.<id>`. */
  question?: string;
  choices?: readonly string[];
}

/** What a lookup concluded, reduced to what may be told. */
export type LookupResult =
  | { kind: "confirmed"; cases: ConfirmedCase[] }
  | { kind: "notConfirmed"; listDate?: string }
  /** A spent limit of the sender, lookups switched off, or a fault: nothing was looked up. */
  | { kind: "unavailable" };

/** Announced and copied are YYYY-MM-DD. `sample` marks the invented list. */
export interface ConfirmedCase {
  list: string;
  announced: string;
  status: "eligible" | "filed" | "dismissed" | "reduced" | "challenged" | null;
  copied: string;
  sample: boolean;
}

export type Input =
  /** `media`: a picture or other media came with the words. */
  | { kind: "text"; text: string; media?: boolean }
  | { kind: "choice"; id: string }
  | { kind: "edit"; question: string }
  | { kind: "lookup"; result: LookupResult }
  /** A picture or other media without words. */
  | { kind: "media" }
  /** A thumb or a heart on one of our messages. */
  | { kind: "reaction" }
  /** Opens the conversation and asks the first question. */
  | { kind: "open"; locale?: Locale; event?: string };

export type Effect =
  | ({ type: "say" } & Say)
  /** Look up what the answers hold, then step again with the result. */
  | { type: "lookUp"; query: { [key: string]: Json } }
  /** An outcome was told in this step. */
  | { type: "outcome"; id: string }
  /** Hand over to a person what was agreed to: how to reach them, and the answers so far. */
  | { type: "handOff"; kind: "person" | "notMine"; urgent: boolean; what: { [key: string]: Json } }
  | { type: "watch"; query: { [key: string]: Json } }
  /** Send one reminder at this moment (epoch milliseconds), unless anything is said before; `told` announces it. */
  | { type: "remind"; at: number; text: string; told: Say }
  /** One question to this phone a month later: agreed to, or not (any more). `spoken`: said before, and kept then. */
  | { type: "followUp"; agreed: boolean; spoken?: true }
  /** That question was answered. */
  | { type: "followedUp"; answer: "got" | "notYet" | "trouble" }
  | { type: "optOut"; text: string }
  | { type: "optIn"; text: string }
  | { type: "erase" };

/** A message that puts the talk off; `remind…` asks for a text later on. */
export type Wish = "remind" | "remindTomorrow" | "later" | "search";

/** What a question's reader made of one message. */
export interface Reading {
  kind: "value" | "ambiguous" | "unknown" | "command";
  value?: Json;
  options?: Json[];
  command?: string;
  also?: { [question: string]: Json };
}

/** What a question may know when it decides whether and how it is asked. */
export interface Situation {
  /** The newest answer to each question. */
  answers: ReadonlyMap<string, Json>;
  conversation: Conversation;
  locale: Locale;
  channel: Channel;
  /** Local date in Los Angeles, YYYY-MM-DD. */
  today: string;
}

/** What must happen before the next question stands: an outcome to tell, a lookup to make, a goodbye. */
export interface Due {
  /** Logged with the turn that made it due, so that Back takes it back with that turn. */
  answers?: { [question: string]: Json };
  effects: Effect[];
  done?: boolean;
  /** Nothing more in this step: a lookup's result comes first. */
  wait?: boolean;
}

/** The whole guided conversation: an ordered list of questions, and what falls due between them. */
export interface Flow {
  version: number;
  questions: readonly Question[];
  due(s: Situation): Due | undefined;
  /** The language a message shows, if it shows one. */
  detectLocale(text: string): Locale | undefined;
  /** The code of a clinic or poster, if the first message is one. */
  eventCode(text: string): string | undefined;
  /** Language assumed while none is known. */
  fallbackLocale: Locale;
  /** Whether a message puts the talk off; asked only where a reminder could be sent. */
  readWish?(text: string): Wish | undefined;
  /** Reads a message where no question stands: the words that always work, and nothing else. */
  readAlone(text: string, s: Situation): Reading;
  /**
   * What a wish for a person, in these words, does: what is said, and answers that let an aside stand over the question.
   * Without answers the conversation stays as it is, over if it was over.
   */
  person(text: string, s: Situation): { answers?: { [question: string]: Json }; effects: Effect[] };
}

export interface Progress {
  at: number;
  of: number;
}

/** One question: when it is asked, what it says, how an answer is read. */
export interface Question {
  id: string;
  /** First flow version that asks it, and the first that no longer does. */
  since: number;
  until?: number;
  /** Answered only when it stands, never beside another answer: agreement, and what stands for it (P19). */
  onlyWhenAsked?: boolean;
  /** What else its answers hold replaces earlier answers, instead of only filling gaps: it is there to correct them. */
  corrects?: boolean;
  /** Counts toward progress; asides do not. */
  counts?: boolean;
  /** Asked over another question: the answers that fall when the aside is left. */
  aside?: readonly string[];
  /** What is no answer to this aside but one to the question beneath leaves the aside and is taken there. */
  yields?: boolean;
  /** Gives nothing away: asked again after a silence, without a word on going on first. */
  repeatsNothing?: boolean;
  /** An answer as most give it: what progress assumes of questions still to come. */
  typical?: Json;
  /** Asked at all, given the answers so far? */
  applies(s: Situation): boolean;
  /** Ids of the choices offered now, in their order. */
  choices?(s: Situation): readonly string[];
  /** The messages that ask it. The last one carries the choices. */
  ask(s: Situation): Say[];
  /** Its reader. */
  read(text: string, s: Situation): Reading;
  /** The value SKIP or "not sure" stands for; absent: it cannot be skipped. */
  unsure?: Json;
  /** The value START stands for, where going on is what is asked. */
  onStart?: Json;
  /** Other answers that fall when this one is edited. */
  invalidates?: readonly string[];
  /**
   * What an accepted value does beyond being logged: further answers, answers dropped, messages, effects.
   * `also` is what the same message answered beside it.
   * `keep: false` leaves the value out of the log, so that the question (or an earlier one) stands again.
   */
  accept?(value: Json, s: Situation, also: { [question: string]: Json }): Accepted;
}

export interface Accepted {
  keep?: boolean;
  /** Logged instead of the value. */
  value?: Json;
  /** Further answers, by question id. */
  also?: { [question: string]: Json };
  /** Questions whose answers are dropped. */
  drop?: readonly string[];
  effects?: Effect[];
  /** The language the answer chose. */
  locale?: Locale;
  /** The conversation is over. */
  done?: boolean;
  /** Everything but locale, attempts and told starts anew. */
  restart?: boolean;
}
