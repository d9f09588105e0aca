/**
 * A chat turn with this channel's rendering: what the JSON webhook and the page without JavaScript both take.
 */
import { handleWebTurn } from "../../acts/handle-web-turn.ts";
import type { Services } from "../../acts/services.ts";
import { turnMs } from "../../acts/turn/types.ts";
import type { Copy } from "../../copy/copy.ts";
import { assertOpen } from "../../http/gate.ts";
import { presentWeb } from "./present.ts";
import type { ChatReply, ChatRequest } from "./types.ts";

/**
 * Takes one request from an address.
 * @throws what the database throws, nothing was committed then; HTTPException 503 while the channel is closed.
 */
export type TakeChat = (request: ChatRequest, from: { address: string }) => Promise<ChatReply>;

export function createTakeChat(services: Services, copy: Copy): TakeChat {
  const present = presentWeb(copy);
  const { runtime } = services;
  return async (request, { address }) => {
    const arrived = runtime.elapsed();
    // Here, so that the page's plain forms are as closed as the webhook.
    await assertOpen(services);
    return handleWebTurn(services, { request, address, arrived, present }, runtime.deadline(turnMs));
  };
}
