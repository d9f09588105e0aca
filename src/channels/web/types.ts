/**
 * The chat's JSON, as the channel knows it.
 */
export type { ChatError, ChatMessage, ChatReply, ChatRequest } from "../../acts/chat.ts";
