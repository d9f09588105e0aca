/**
 * What the web's pages are drawn from: one answer of the conversation, what the person just said, and words.
 */
import type { Copy } from "../../../copy/copy.ts";
import type { Config } from "../../../env.ts";
import type { AssetPaths } from "../staticFiles.ts";
import type { ChatReply } from "../types.ts";

export type Locale = "en" | "es";

/** What one rendering of the chat shows. */
export interface ChatView {
  locale: Locale;
  /** Absent when the conversation could not be opened. */
  reply: ChatReply | undefined;
  /** Id of the next turn, so that a form sent twice counts once. */
  turn: string;
  /** The answer just given, without JavaScript: the question it answered, its words. */
  said?: { text: string; question: string | null } | undefined;
  /** The answer to a submitted form: newer than whatever the tab remembers. */
  posted?: boolean | undefined;
  /** What was typed and could not be taken: kept in the field. */
  typed?: string | undefined;
  /** One public sentence and the request's id, when something kept the answer away. */
  fault?: string | undefined;
  /** An outcome was told before: there are steps to print. */
  told?: boolean | undefined;
  /** The clinic's code from the address. */
  event?: string | undefined;
}

export interface PageContext {
  config: Config;
  copy: Copy;
  paths: AssetPaths;
  /** The loaded list is the invented sample: every page says so. */
  sample: boolean;
  /** Colour of the browser's own bar. */
  themeColour: string;
}

/** The number to text as people write it: "(323) 555-0100"; any but a number of North America as it is configured. */
export function shownNumber({ twilio }: Pick<Config, "twilio">): string {
  return (twilio.from ?? "").replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}

/** Where the page without a conversation stands, which the service worker keeps for when there is no connection. */
export const offlinePath = (locale: Locale): string => `/offline/${locale}`;

/** What HELP answers on a phone, word for word. */
export function helpAsTexted(copy: Copy, locale: Locale): string {
  return copy.text("commands.help", locale, {}, "sms");
}
