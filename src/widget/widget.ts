/**
 * The chat's script, on the page and in the panel: takes over the served document, whose plain forms work
 * without it.
 */
import type { CarryReply, ChatReply } from "../channels/web/types.ts";
import { createCarry } from "./carry.ts";
import { createChat, type Answer, type Chat } from "./chat.ts";
import { dateText, fieldOrder, type DateFields } from "./dateText.ts";
import { leave, onShiftThrice } from "./leave.ts";
import { dropOffline, isInstalled, keepForOffline } from "./offline.ts";
import { findParts } from "./parts.ts";
import { createPrint } from "./print.ts";
import { openShelf, randomId, type State } from "./state.ts";
import type { Post } from "./transport.ts";
import { createView } from "./view.ts";
import { commandWords, fillWords, type Locale, type Words } from "./words.ts";

const endpoint = "/webhooks/chat";
const timeoutMilliseconds = 20_000;
const copyMilliseconds = 2500;

interface Answered {
  ok: boolean;
  status: number;
  text: string;
}

/** Posts, and gives up after a while. */
async function send(path: string, body: string, type = "application/json"): Promise<Answered> {
  const stop = typeof AbortController === "undefined" ? null : new AbortController();
  const timer = setTimeout(() => stop?.abort(), timeoutMilliseconds);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": type },
      body,
      credentials: "omit",
      cache: "no-store",
      ...(stop === null ? {} : { signal: stop.signal }),
    });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } finally {
    clearTimeout(timer);
  }
}

const post: Post = async (body) => {
  const { ok, status, text } = await send(endpoint, JSON.stringify(body));
  return { ok, status, text: () => Promise.resolve(text) };
};

const askCarry = (conversation: string) =>
  send(`${endpoint}/carry`, JSON.stringify({ conversation })).then(
    ({ ok, text }) => (ok ? (JSON.parse(text) as CarryReply) : ("none" as const)),
    () => "offline" as const,
  );

function begin(root: HTMLElement): void {
  const parts = findParts(root);
  const { words: wordsJson, reply, event, kind, exit = "/" } = root.dataset;
  const catalogue = JSON.parse(wordsJson ?? "{}") as Record<Locale, Words>;
  const shelf = openShelf(() => sessionStorage);
  const view = createView(parts.log, () => catalogue[shown]);
  const carry = createCarry(root, askCarry);
  const html = document.documentElement;
  let kept = false;
  let shown: Locale = html.lang === "es" ? "es" : "en";

  const address = () => (kind === "panel" ? `/panel?locale=${shown}` : `/${shown}`);

  const paper = createPrint(parts.sheets, (both) =>
    send(
      address(),
      `command=print${both ? "Both" : ""}&conversation=${chat.state.token}`,
      "application/x-www-form-urlencoded",
    ).then(({ text }) => text),
  );
  const print = (both: boolean) =>
    void paper.print(both).then((whole) => chat.note(whole ? "" : catalogue[shown].printOne));

  function showLocale(locale: Locale): void {
    if (locale === shown) return;
    shown = locale;
    html.lang = locale;
    fillWords(document, catalogue[locale]);
    for (const element of document.querySelectorAll<HTMLElement>("[data-act='language']")) {
      element.lang = locale === "en" ? "es" : "en";
    }
    document.title = catalogue[locale].title;
    orderDate();
    history.replaceState(null, "", address() + (kind === "panel" ? "" : location.search));
  }

  /** Month first in English, day first in Spanish. */
  function orderDate(): void {
    const fields = parts.date.querySelector(".fields");
    for (const name of fieldOrder[shown]) {
      const field = parts.date.querySelector(`[name="${name}"]`)?.closest(".field");
      if (field) fields?.append(field);
    }
  }

  function settled(state: State): void {
    showLocale(state.locale);
    if (carry) carry.hide();
    paper.clear();
    const words = catalogue[state.locale];
    const { at, of } = state.progress;
    parts.progress.hidden = of === 0 || state.done;
    const text = words.progress.replace("{at}", String(at)).replace("{of}", String(of));
    const bar = parts.progress.querySelector("progress");
    if (bar !== null) [bar.max, bar.value] = [Math.max(of, 1), at];
    const label = parts.progress.querySelector("span");
    if (label !== null && label.textContent !== text) label.textContent = text;
    const last = state.entries[state.entries.length - 1];
    const other = state.question === "birthDate" || (last?.who === "bot" && last.choices.length > 0);
    parts.label.textContent = other ? words.orType : words.typeHere;
    parts.date.hidden = state.question !== "birthDate" || state.done;
    parts.composer.hidden = state.done;
    parts.tools.hidden = state.done || state.question === null;
    parts.print.hidden = !state.told;
    parts.again.hidden = !state.done;
    parts.ended.hidden = !state.done;
    parts.end.hidden = !state.told && !state.done;
    parts.again.classList.toggle("main", state.done);
    if (
      kind !== "panel" &&
      !kept &&
      (isInstalled() || (state.token !== "" && state.entries.some(({ who }) => who === "you")))
    ) {
      kept = true;
      keepForOffline();
    }
  }

  const chat = createChat(shown, {
    parts,
    view,
    shelf,
    post,
    words: (locale) => catalogue[locale],
    event: event === "" ? undefined : event,
    settled,
  });

  function leaveNow(): void {
    leave({
      exitUrl: exit,
      forget() {
        chat.forget();
        if (kind !== "panel") dropOffline();
      },
      eraseOnServer() {
        const { token, locale } = chat.state;
        if (token === "") return;
        const body = { conversation: token, turn: randomId(), text: commandWords[locale].erase };
        // Outlives the page; whether it arrives cannot be waited for.
        void fetch(endpoint, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
          credentials: "omit",
          keepalive: true,
        }).catch(() => {});
      },
    });
  }

  const focusLog = () => parts.log.focus({ preventScroll: true });
  const focusHeading = () => document.querySelector<HTMLElement>("h1")?.focus();
  const acts: Record<string, () => void> = {
    leave: leaveNow,
    language: () => chat.switchLanguage(),
    erase: () => {
      parts.deleteAsk.hidden = !parts.deleteAsk.hidden;
      if (!parts.deleteAsk.hidden) parts.deleteAsk.querySelector("button")?.focus();
    },
    eraseYes: () => {
      parts.deleteAsk.hidden = true;
      chat.erase();
      focusLog();
    },
    eraseNo: () => {
      parts.deleteAsk.hidden = true;
      root.querySelector<HTMLElement>("[data-act='erase']")?.focus();
    },
    carry: () => void (carry && carry.show(chat.state.token, catalogue[shown])),
    printSteps: () => print(false),
    printBoth: () => print(true),
    again: () => {
      chat.restart();
      focusLog();
    },
    tryNow: () => chat.retryNow(),
    close: () => window.parent.postMessage({ clearline: "close" }, "*"),
  };

  function command(name: "back" | "why" | "person", label: string): Answer {
    return { label, send: { text: commandWords[chat.state.locale][name] }, aside: true };
  }

  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-act],[data-choice],[data-edit]");
    if (button === null || button.getAttribute("aria-disabled") === "true") return;
    const { act, choice, edit, label } = button.dataset;
    event.preventDefault();
    if (choice !== undefined && button instanceof HTMLButtonElement) {
      chat.answer({ label: label ?? "", send: { choice }, button });
    } else if (edit !== undefined) {
      chat.answer({ label: "", send: { edit } });
    } else if (act === "back" || act === "why" || act === "person") {
      chat.answer(command(act, button.textContent ?? ""));
    } else acts[act ?? ""]?.();
  });

  parts.composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = parts.answer.value.trim();
    if (text === "") return parts.answer.focus();
    if (chat.state.pending !== null) return chat.retryNow();
    parts.answer.value = "";
    chat.answer({ label: text, send: { text } });
  });

  parts.date.addEventListener("submit", (event) => {
    event.preventDefault();
    if (chat.state.pending !== null) return chat.retryNow();
    const input = (name: keyof DateFields) =>
      parts.date.querySelector<HTMLInputElement>(`[name="${name}"]`) as HTMLInputElement;
    const inputs = { day: input("day"), month: input("month"), year: input("year") };
    const text = dateText(
      { day: inputs.day.value, month: inputs.month.value, year: inputs.year.value },
      chat.state.locale,
    );
    if (text === "") return inputs[fieldOrder[chat.state.locale][0]].focus();
    for (const field of Object.values(inputs)) field.value = "";
    chat.answer({ label: text, send: { text } });
    parts.answer.focus({ preventScroll: true });
  });

  window.addEventListener("online", () => chat.retryNow());
  document.addEventListener("visibilitychange", () => chat.refresh());
  onShiftThrice(document, leaveNow);

  if (kind === "panel") {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") acts["close"]?.();
    });
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent) return;
      const said = (event.data as { clearline?: unknown } | null)?.clearline;
      if (said === "open") focusHeading();
      if (said === "leave") leaveNow();
    });
    window.parent.postMessage({ clearline: "ready" }, "*");
  }

  const saved = root.dataset["posted"] === undefined ? shelf.read() : null;
  const opening = reply === undefined || reply === "" ? null : (JSON.parse(reply) as ChatReply);
  chat.start(saved, opening, root.dataset["told"] !== undefined);
  html.setAttribute("data-script", "");
  holdTab(chat);
}

/**
 * A copied tab brings the original's storage along. The original holds a lock, so the copy begins anew; after a
 * reload the old page may hold it for a moment longer, hence the patience.
 */
function holdTab(chat: Chat): void {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks === undefined) return;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), copyMilliseconds);
  const held = () => {
    clearTimeout(timer);
    return new Promise<void>(() => {});
  };
  locks.request(`clearline.${chat.state.tab}`, { signal: stop.signal }, held).catch(() => {
    if (!stop.signal.aborted) return;
    chat.state.tab = randomId();
    chat.restart();
    holdTab(chat);
  });
}

const root = document.querySelector<HTMLElement>("[data-words]");
if (root !== null) begin(root);
