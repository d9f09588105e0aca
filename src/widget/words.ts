/**
 * The words the chat needs in the browser. The server fills them from the catalogue (`pages.*`) in both
 * languages and hands them over in the page, so that the language can change without loading anything.
 */
import { inline } from "./make.ts";

export const chatWords = [
  "title",
  "chatLabel",
  "transcriptLabel",
  "chooseOne",
  "assistantSaid",
  "youSaid",
  "editAnswer",
  "sources",
  "progress",
  "typeHere",
  "orType",
  "send",
  "unsent",
  "offline",
  "offlineStart",
  "retry",
  "back",
  "why",
  "person",
  "dateLegend",
  "dateDay",
  "dateMonth",
  "dateYear",
  "leaveQuickly",
  "deleteAnswers",
  "deleteConfirm",
  "deleteYes",
  "deleteNo",
  "printSteps",
  "printBoth",
  "printOne",
  "printTitle",
  "ended",
  "newConversation",
  "switchLanguage",
] as const;

export type ChatWord = (typeof chatWords)[number];
export type Locale = "en" | "es";
/** By name; a page may add names of its own, which only its markup mentions. */
export type Words = Record<ChatWord, string> & Partial<Record<string, string>>;

/**
 * Fills `[data-word]` texts and `[data-word-label]` spoken labels beneath an element.
 */
export function fillWords(root: ParentNode, words: Words): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-word]")) {
    const word = words[element.dataset["word"] ?? ""];
    if (word === undefined) continue;
    element.textContent = "";
    element.append(...inline(word));
  }
  for (const element of root.querySelectorAll<HTMLElement>("[data-word-label]")) {
    element.setAttribute("aria-label", words[element.dataset["wordLabel"] ?? ""] ?? "");
  }
}

/** What the buttons for back, why and so on send: words the conversation always understands, in its language. */
export const commandWords = {
  en: { back: "back", why: "why", person: "person", language: "español", erase: "delete my data" },
  es: { back: "atrás", why: "por qué", person: "persona", language: "english", erase: "borrar todo" },
} as const;

/** Choices that do what the question is for. Consent is not among them: both its answers weigh the same. */
export const mainChoices: readonly string[] = ["search"];

/** Questions whose earlier answer can be touched to change it. The others are steps, not facts. */
export const editableQuestions: readonly string[] = [
  "forWhom",
  "caseNumber",
  "name",
  "birthDate",
  "year",
  "place",
  "offense",
  "disposition",
];
