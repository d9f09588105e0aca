/**
 * A chat turn with this channel's rendering: what the JSON webhook and the page without JavaScript both take.
 */
import { handleWebTurn } from "../../acts/handle-web-turn.ts";
import type { Services } from "../../acts/services.ts";
import type { Copy } from "../../copy/copy.ts";
import { presentWeb } from "./present.ts";
import type { ChatReply, ChatRequest } from "./types.ts";

/** Spent, the turn is cancelled. */
const turnMs = 8_000;

/** Takes one request from an address. @throws what the database throws; nothing was committed then. */
export type TakeChat = (request: ChatRequest, from: { address: string }) => Promise<ChatReply>;

export function createTakeChat(services: Services, copy: Copy): TakeChat {
  const present = presentWeb(copy);
  const { runtime } = services;
  return (request, { address }) =>
    handleWebTurn(
      services,
      { request, address, arrived: runtime.elapsed(), present },
      runtime.deadline(turnMs),
    );
}
