/**
 * What this tab remembers: the conversation's token and the texts on screen. It lives in sessionStorage, dies
 * with the tab or a day after it began, as the server's copy does, and is erased when the person deletes, leaves or
 * finishes. Where storage is barred (an iframe under strict settings), it lives in memory only.
 */
import type { ChatMessage, ChatReply, ChatRequest } from "../channels/web/types.ts";
import type { Locale } from "./words.ts";

export interface BotEntry {
  who: "bot";
  locale: Locale;
  text: string;
  sources: ChatMessage["sources"];
  choices: ChatMessage["choices"];
  /** From the outcome on: worth printing. */
  step: boolean;
}

export interface OwnEntry {
  who: "you";
  locale: Locale;
  text: string;
  /** The question it answered; null once it can no longer be changed. */
  question: string | null;
}

export interface State {
  /** Made once a tab: a copied tab is recognised by it. */
  tab: string;
  /** When it began, epoch milliseconds. */
  since: number;
  token: string;
  locale: Locale;
  question: string | null;
  progress: ChatReply["progress"];
  done: boolean;
  /** An outcome has been told. */
  told: boolean;
  entries: (BotEntry | OwnEntry)[];
  /** A turn not yet answered. It keeps its id, so that the server takes it once. */
  pending: ChatRequest | null;
}

/** 128 random bits as hex. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

const dayMilliseconds = 24 * 3_600_000;

/** Has the server forgotten it by now? Then the tab, which others may look at, forgets as well. */
export const isOver = (state: State, now: number) => now - state.since >= dayMilliseconds;

/** A conversation not yet begun, in a tab of this id. */
export function freshState(locale: Locale, tab = randomId(), since = Date.now()): State {
  return {
    tab,
    since,
    token: "",
    locale,
    question: null,
    progress: { at: 0, of: 0 },
    done: false,
    told: false,
    entries: [],
    pending: null,
  };
}

export interface Shelf {
  read(): State | null;
  write(state: State): void;
  erase(): void;
}

const place = "clearline.1";

/** Opens this tab's storage; what cannot be read or written is treated as empty. */
export function openShelf(
  storage: () => Pick<Storage, "getItem" | "setItem" | "removeItem">,
  now: () => number = Date.now,
): Shelf {
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: () =>
      attempt(() => {
        const state = JSON.parse(storage().getItem(place) ?? "null") as State | null;
        if (state === null || !Array.isArray(state.entries)) return null;
        if (!isOver(state, now())) return state;
        storage().removeItem(place);
        return null;
      }),
    write: (state) => void attempt(() => storage().setItem(place, JSON.stringify(state))),
    erase: () => void attempt(() => storage().removeItem(place)),
  };
}

/** Is the answer of another conversation than the one that stands: closed, expired, or moved elsewhere? */
export const isAnother = (state: State, reply: ChatReply) =>
  state.token !== "" && state.token !== reply.conversation;

/**
 * What an answer does to the state; the entries it added are returned. Where the same question still stands, or
 * an earlier one, what was said was a command or not understood: no answer that could be changed.
 */
export function takeReply(state: State, reply: ChatReply, now = Date.now()): BotEntry[] {
  const said = state.entries[state.entries.length - 1];
  if (said?.who === "you" && (said.question === reply.question || reply.progress.at < state.progress.at)) {
    said.question = null;
  }
  // Another conversation than the one on screen: that one is closed, and its words go.
  if (isAnother(state, reply)) [state.entries, state.told, state.since] = [[], false, now];
  state.pending = null;
  state.token = reply.conversation;
  state.locale = reply.locale;
  state.question = reply.question;
  state.progress = reply.progress;
  state.done = reply.done;
  state.told ||= reply.outcome !== null;
  for (const entry of state.entries) {
    if (entry.who === "bot") entry.choices = [];
    else if (reply.question === "start" || reply.done) entry.question = null;
  }
  const added = reply.messages.map((message): BotEntry => {
    const { text, sources, choices } = message;
    // A question is no step to take along.
    const step = state.told && choices.length === 0;
    return { who: "bot", locale: reply.locale, text, sources, choices, step };
  });
  state.entries.push(...added);
  return added;
}
