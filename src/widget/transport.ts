/**
 * Delivers a turn over a network that comes and goes: the same turn, with the same id, until it is answered.
 * The server takes an id once, so a repeat is safe even when the answer, not the question, was lost.
 */
import type { ChatError, ChatReply, ChatRequest } from "../channels/web/types.ts";

export type Delivery =
  | { kind: "reply"; reply: ChatReply }
  /** The server will not take this turn, however often it is sent. */
  | { kind: "refused"; message: string }
  /** Someone stopped waiting. */
  | { kind: "cancelled" };

export interface Post {
  (body: ChatRequest): Promise<Pick<Response, "ok" | "status" | "text">>;
}

export interface Waiting {
  /** Called before each wait with the server's own sentence, if it gave one. */
  onWait(message: string | null): void;
  /** Resolves after the milliseconds, or earlier when there is reason to try now. */
  pause(milliseconds: number): Promise<void>;
  cancelled(): boolean;
}

/** Milliseconds before the n-th repeat: 1, 2, 4, 8, 16 seconds, then every 20. */
export function backoff(repeat: number): number {
  return Math.min(1000 * 2 ** (repeat - 1), 20_000);
}

function parse<T>(text: string): Partial<T> | null {
  try {
    return JSON.parse(text) as Partial<T> | null;
  } catch {
    return null;
  }
}

async function attempt(body: ChatRequest, post: Post): Promise<Delivery | { again: string | null }> {
  try {
    const response = await post(body);
    const answer = parse<ChatReply & ChatError>(await response.text());
    if (response.ok && Array.isArray(answer?.messages)) {
      return { kind: "reply", reply: answer as ChatReply };
    }
    const id = typeof answer?.requestId === "string" ? ` (${answer.requestId})` : "";
    const message = typeof answer?.message === "string" ? answer.message + id : null;
    const final = response.status >= 400 && response.status < 500 && ![408, 429].includes(response.status);
    // A copy of a turn answered long ago comes back empty: there is nothing left to wait for.
    if (final || response.ok) return { kind: "refused", message: message ?? "" };
    return { again: message };
  } catch {
    return { again: null };
  }
}

/** Sends a turn until it is answered, refused or cancelled. Never rejects. */
export async function deliver(body: ChatRequest, post: Post, waiting: Waiting): Promise<Delivery> {
  for (let repeat = 1; ; repeat++) {
    const result = await attempt(body, post);
    if (waiting.cancelled()) return { kind: "cancelled" };
    if ("kind" in result) return result;
    waiting.onWait(result.again);
    await waiting.pause(backoff(repeat));
    if (waiting.cancelled()) return { kind: "cancelled" };
  }
}
