/**
 * The conversation in this tab: takes what the person does, has it delivered once, shows the answer, and
 * remembers both until they delete, leave or finish.
 */
import type { ChatReply, ChatRequest } from "../channels/web/types.ts";
import { inline } from "./make.ts";
import type { Parts } from "./parts.ts";
import {
  freshState,
  isAnother,
  isOver,
  randomId,
  takeReply,
  type OwnEntry,
  type Shelf,
  type State,
} from "./state.ts";
import { deliver, type Post } from "./transport.ts";
import type { View } from "./view.ts";
import { commandWords, type Locale, type Words } from "./words.ts";

/** What one answer is: the words shown for it and what is sent. */
export interface Answer {
  label: string;
  send: Pick<ChatRequest, "text" | "choice" | "edit">;
  /** A command, not an answer to the question that stands. */
  aside?: boolean;
  /** The pressed choice, which becomes the answer in place. */
  button?: HTMLButtonElement;
}

/** Nothing was said yet: the first question is asked for. */
const isOpening = ({ text, choice, edit }: ChatRequest) => (text ?? choice ?? edit) === undefined;

export interface Chat {
  readonly state: State;
  /** @param told an outcome was told before the opening, without script */
  start(saved: State | null, opening: ChatReply | null, told: boolean): void;
  answer(answer: Answer): void;
  switchLanguage(): void;
  /** Erases here at once and on the server as soon as it can be reached. */
  erase(): void;
  /** Forgets everything here and begins anew. */
  restart(): void;
  retryNow(): void;
  /** Begins anew where the server has forgotten what is on the screen. */
  refresh(): void;
  /** Says something beneath the conversation, until the next turn; nothing takes it away. */
  note(text: string): void;
  /** Stops all sending and forgets everything here; the token to erase on the server, if any. */
  forget(): string;
}

export interface ChatPorts {
  parts: Parts;
  view: View;
  shelf: Shelf;
  post: Post;
  words(locale: Locale): Words;
  /** The clinic's code from the address. It counts on the first answer, since opening stores nothing. */
  event: string | undefined;
  /** Redraws what surrounds the conversation. */
  settled(state: State): void;
}

export function createChat(locale: Locale, ports: ChatPorts): Chat {
  const { parts, view, shelf } = ports;
  let state = freshState(locale);
  const code = ports.event === undefined ? {} : { event: ports.event };
  let wake = () => {};
  let sending = 0;

  const keep = () => (state.done ? shelf.erase() : shelf.write(state));

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function showStatus(text: string, retry: boolean): void {
    parts.status.hidden = text === "";
    if (parts.statusText.textContent !== text) {
      parts.statusText.textContent = "";
      parts.statusText.append(...inline(text));
    }
    parts.tryNow.hidden = !retry;
  }

  function showReply(reply: ChatReply): void {
    const previous = state.question;
    const closed = isAnother(state, reply);
    const inLog = parts.log.contains(document.activeElement);
    if (closed) view.clear();
    const said = state.entries[state.entries.length - 1];
    const added = takeReply(state, reply);
    view.retireChoices();
    if (said?.who === "you" && said.question === null) view.freezeLast();
    if (reply.done || (reply.question === "start" && previous !== null)) view.freezeAnswers();
    const firstNew = parts.log.children.length;
    for (const entry of added) view.addBot(entry);
    if (closed && inLog) parts.log.focus();
    keep();
    ports.settled(state);
    const from = parts.log.children[firstNew - 1] ?? parts.log.children[firstNew];
    from?.scrollIntoView({ block: "start" });
  }

  async function send(request: ChatRequest): Promise<void> {
    const mine = ++sending;
    state.pending = request;
    keep();
    parts.root.setAttribute("data-sending", "");
    const typing = setTimeout(() => {
      parts.typing.hidden = false;
      parts.typing.scrollIntoView({ block: "nearest" });
    }, 350);
    const result = await deliver(request, ports.post, {
      onWait: (message) => {
        if (mine !== sending) return;
        clearTimeout(typing);
        parts.typing.hidden = true;
        const words = ports.words(state.locale);
        if (isOpening(request)) return showStatus(message ?? words.offlineStart, true);
        const why = message ?? (navigator.onLine ? "" : words.offline);
        showStatus(`${words.unsent}. ${why}`.trim(), true);
      },
      pause,
      cancelled: () => mine !== sending,
    });
    clearTimeout(typing);
    if (result.kind === "cancelled") return;
    parts.typing.hidden = true;
    parts.root.removeAttribute("data-sending");
    if (result.kind === "reply") {
      showStatus("", false);
      return showReply(result.reply);
    }
    refuse(result.message);
  }

  /** The server would not take it: the question stands again, with what it said. */
  function refuse(message: string): void {
    state.pending = null;
    if (state.entries[state.entries.length - 1]?.who === "you") state.entries.pop();
    keep();
    view.restore(state);
    showStatus(message, false);
    if (message === "") chat.restart();
  }

  function request(send: Answer["send"]): ChatRequest {
    const { token: conversation, locale } = state;
    return { turn: randomId(), locale, ...code, ...(conversation === "" ? {} : { conversation }), ...send };
  }

  function open(locale: Locale): void {
    void send({ turn: randomId(), locale, ...code });
  }

  const chat: Chat = {
    get state() {
      return state;
    },
    start(saved, opening, told) {
      if (saved !== null) {
        state = saved;
        view.restore(state);
        ports.settled(state);
        if (state.pending !== null) void send(state.pending);
        else parts.log.lastElementChild?.scrollIntoView({ block: "nearest" });
      } else if (opening !== null) {
        state.told = told;
        takeReply(state, opening);
        view.restore(state);
        keep();
        ports.settled(state);
      } else open(state.locale);
    },
    answer({ label, send: content, aside, button }) {
      if (state.pending !== null || state.done) return wake();
      const question = aside === true ? null : state.question;
      const entry: OwnEntry = { who: "you", locale: state.locale, text: label, question };
      if (content.edit !== undefined) return void send(request(content));
      state.entries.push(entry);
      if (button === undefined) view.addOwn(entry);
      else view.answerWith(button, entry);
      view.retireChoices();
      parts.log.lastElementChild?.scrollIntoView({ block: "nearest" });
      void send(request(content));
    },
    switchLanguage() {
      const other = state.locale === "en" ? "es" : "en";
      if (state.entries.some((entry) => entry.who === "you")) {
        const label = ports.words(state.locale).switchLanguage;
        return chat.answer({ label, send: { text: commandWords[state.locale].language }, aside: true });
      }
      chat.forget();
      state.locale = other;
      ports.settled(state);
      open(other);
    },
    erase() {
      const { token, locale } = state;
      chat.forget();
      state.token = token;
      state.locale = locale;
      void send(request({ text: commandWords[locale].erase }));
    },
    restart() {
      const { locale } = state;
      chat.forget();
      open(locale);
    },
    retryNow: () => wake(),
    refresh: () => {
      if (isOver(state, Date.now())) chat.restart();
    },
    note: (text) => {
      if (state.pending === null) showStatus(text, false);
    },
    forget() {
      const { token, locale, tab } = state;
      sending++;
      wake();
      shelf.erase();
      view.clear();
      showStatus("", false);
      parts.typing.hidden = true;
      parts.root.removeAttribute("data-sending");
      state = freshState(locale, tab);
      ports.settled(state);
      return token;
    },
  };
  return chat;
}
