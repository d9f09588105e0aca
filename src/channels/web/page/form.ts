/**
 * Reads the plain forms of the page. Anything may arrive here: what is not a short text counts as absent.
 */
import { readEventCode } from "../../../acts/events/code.ts";
import { dateText } from "../../../widget/dateText.ts";
import { commandWords } from "../../../widget/words.ts";
import type { Locale } from "./types.ts";
import type { ChatRequest } from "../types.ts";

const besides = ["carry", "print", "printBoth"] as const;
export type Beside = (typeof besides)[number];

/** What one submitted form asks for. */
export interface SubmittedForm {
  request: ChatRequest;
  /** What the person said, in words, to show back to them. */
  said: string | undefined;
  /** A command, not an answer to the question that stood. */
  aside: boolean;
  /** The question that stood when they said it. */
  question: string | null;
  event: string | undefined;
  /** An outcome was told before. */
  told: boolean;
  /** A page beside the chat, for which no turn is taken. */
  beside: Beside | undefined;
  /** Leave quickly: erase, then go to the neutral site. */
  leave: boolean;
}

/** What the conversation understands as a wish to hear its question again. */
const againWords = { en: "again", es: "repetir" } as const;
const charsMax = 4000;

/**
 * @param fields the decoded form; of a repeated field, one value
 * @param locale the language of the page it came from
 * @param freshTurn an id, used when the form brings none
 */
export function readForm(
  fields: Record<string, unknown>,
  locale: Locale,
  freshTurn: () => string,
): SubmittedForm {
  const field = (name: string): string => {
    const value = fields[name];
    return typeof value === "string" ? value.slice(0, charsMax) : "";
  };
  const words = commandWords[locale];
  const command = field("command");
  const date = dateText({ day: field("day"), month: field("month"), year: field("year") }, locale);
  const event = readEventCode(field("event"));
  const request: ChatRequest = {
    turn: /^[\w-]{8,64}$/.test(field("turn")) ? field("turn") : freshTurn(),
    locale,
    ...(field("conversation") === "" ? {} : { conversation: field("conversation") }),
    ...(event === undefined ? {} : { event }),
  };
  const form = {
    event,
    question: field("question") || null,
    told: field("told") !== "" && command !== "erase",
    beside: besides.find((one) => one === command),
    leave: command === "leave",
    aside: command !== "",
  };
  if (form.leave || command === "erase") {
    return { ...form, request: { ...request, text: words.erase }, said: undefined };
  }
  if (command === "back" || command === "why" || command === "person" || command === "language") {
    return { ...form, request: { ...request, text: words[command] }, said: words[command] };
  }
  // Back from the page with the code: the standing question is asked again.
  if (command === "again") {
    return { ...form, request: { ...request, text: againWords[locale] }, said: undefined };
  }
  if (field("edit") !== "") return { ...form, request: { ...request, edit: field("edit") }, said: undefined };
  const choice = field("choice");
  if (choice !== "") {
    return { ...form, request: { ...request, choice }, said: field(choiceField(choice)) || undefined };
  }
  const text = date === "" ? field("text").trim() : date;
  if (text === "") return { ...form, request, said: undefined };
  return { ...form, request: { ...request, text }, said: text };
}

/** Name of the hidden field that carries a choice's label, to show back what was pressed. */
export const choiceField = (id: string): string => `label.${id}`;
