/**
 * The chat's JSON, as the channel knows it.
 */
export type { CarryReply, ChatError, ChatMessage, ChatReply, ChatRequest } from "../../acts/chat.ts";
