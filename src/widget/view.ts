/**
 * Draws the conversation. New messages are appended, never re-written, so that a screen reader reads each once;
 * what the person said is not announced back to them.
 */
import { inline, link, make } from "./make.ts";
import { paragraphs } from "./richText.ts";
import type { BotEntry, OwnEntry, State } from "./state.ts";
import { editableQuestions, mainChoices, type Words } from "./words.ts";

export interface View {
  /** Adds a message; its choices, if any, can be pressed. */
  addBot(entry: BotEntry): void;
  addOwn(entry: OwnEntry): void;
  /** Turns a pressed choice into the answer it gave, in place: the focused button stays. */
  answerWith(button: HTMLButtonElement, entry: OwnEntry): void;
  /** Takes away the choices that no longer stand. */
  retireChoices(): void;
  /** Earlier answers can no longer be changed. */
  freezeAnswers(): void;
  /** What was said last is no answer that can be changed. */
  freezeLast(): void;
  /** Draws a whole state without announcing it. */
  restore(state: State): void;
  clear(): void;
}

export function createView(log: HTMLElement, words: () => Words): View {
  function dress(button: HTMLButtonElement, entry: OwnEntry): void {
    const editable = entry.question !== null && editableQuestions.includes(entry.question);
    button.type = "button";
    button.className = "own";
    button.lang = entry.locale;
    button.textContent = "";
    button.append(make("span", "spoken", `${words().youSaid} `), make("span", "said", entry.text));
    if (!editable) return button.setAttribute("aria-disabled", "true");
    button.removeAttribute("aria-disabled");
    button.dataset["edit"] = entry.question ?? "";
    // Only the newest answer to a question can be changed.
    for (const older of log.querySelectorAll<HTMLElement>(`[data-edit="${entry.question}"]`)) {
      if (older !== button) freeze(older);
    }
    button.append(make("span", "change", words().editAnswer));
  }

  function freeze(button: HTMLElement): void {
    delete button.dataset["edit"];
    button.setAttribute("aria-disabled", "true");
    button.querySelector(".change")?.remove();
  }

  function bubble(entry: BotEntry): HTMLElement {
    const item = make("div", entry.step ? "bot step" : "bot");
    item.lang = entry.locale;
    item.append(make("span", "spoken", `${words().assistantSaid} `));
    item.append(...paragraphs(entry.text).map((part) => make("p", "", ...inline(part))));
    if (entry.sources.length > 0) {
      const line = make("p", "");
      entry.sources.forEach((source, i) => {
        line.append(i > 0 ? "; " : "", source.url ? link(source.label, source.url) : source.label);
      });
      item.append(make("details", "sources", make("summary", "", words().sources), line));
    }
    return item;
  }

  function choiceGroup(entry: BotEntry): HTMLElement {
    const group = make("div", "choices");
    group.lang = entry.locale;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words().chooseOne);
    entry.choices.forEach((choice, i) => {
      const kind = mainChoices.includes(choice.id) ? "choice main" : "choice";
      const button = make("button", kind, make("span", "number", String(i + 1)), choice.label);
      button.type = "button";
      button.dataset["choice"] = choice.id;
      button.dataset["label"] = choice.label;
      group.append(button);
    });
    return group;
  }

  const view: View = {
    addBot(entry) {
      log.append(bubble(entry));
      if (entry.choices.length > 0) log.append(choiceGroup(entry));
    },
    addOwn(entry) {
      const row = make("div", "row");
      row.setAttribute("aria-live", "off");
      const button = make("button", "");
      dress(button, entry);
      row.append(button);
      log.append(row);
    },
    answerWith(button, entry) {
      const group = button.parentElement;
      if (group === null) return;
      group.className = "row";
      group.removeAttribute("role");
      group.removeAttribute("aria-label");
      group.setAttribute("aria-live", "off");
      for (const other of Array.from(group.children)) if (other !== button) other.remove();
      delete button.dataset["choice"];
      dress(button, entry);
    },
    retireChoices() {
      for (const group of log.querySelectorAll(".choices")) group.remove();
    },
    freezeAnswers() {
      for (const button of log.querySelectorAll<HTMLElement>("[data-edit]")) freeze(button);
    },
    freezeLast() {
      const said = log.querySelectorAll<HTMLElement>(".own");
      const last = said[said.length - 1];
      if (last !== undefined) freeze(last);
    },
    restore(state) {
      view.clear();
      log.setAttribute("aria-live", "off");
      const lastOwn = state.entries.map((entry) => entry.who).lastIndexOf("you");
      state.entries.forEach((entry, i) => {
        if (entry.who === "you") view.addOwn(entry);
        else view.addBot(i > lastOwn ? entry : { ...entry, choices: [] });
      });
      // Given a moment, or screen readers would still take what was drawn for news.
      setTimeout(() => log.removeAttribute("aria-live"), 1000);
    },
    clear() {
      log.textContent = "";
    },
  };
  return view;
}
