/**
 * The chat's JSON: the seam that the page, the panel on other sites and any other client hold on to.
 */

/** One turn in. A first call without text opens the conversation. */
export interface ChatRequest {
  /** The token of the answer before; absent on the first call. */
  conversation?: string | undefined;
  /** Made by the client, unique in the conversation: a repeated turn gives the same answer and happens once. */
  turn: string;
  text?: string | undefined;
  choice?: string | undefined;
  /** Question id whose answer is to be changed. */
  edit?: string | undefined;
  locale?: "en" | "es" | undefined;
  event?: string | undefined;
}

export interface ChatMessage {
  /** Ordinal within the answer: says nothing. */
  id: string;
  text: string;
  choices: { id: string; label: string }[];
  sources: { label: string; url?: string }[];
}

export interface ChatReply {
  conversation: string;
  locale: "en" | "es";
  /** The question that stands, or null when the conversation is over. */
  question: string | null;
  progress: { at: number; of: number };
  messages: ChatMessage[];
  /** Set on the turn that tells one. */
  outcome: string | null;
  done: boolean;
}

/** A code that moves the conversation to the phone that texts it. */
export interface CarryReply {
  /** As people are shown it. */
  code: string;
  /** Opens a text message with the code in it. */
  smsHref: string;
  /** That address as a QR code: an `<svg>` element. */
  svg: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

export interface ChatError {
  message: string;
  requestId: string;
  phone: string;
}
