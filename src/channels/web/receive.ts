/**
 * The chat's webhook: JSON in, JSON out.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { clientAddress, type ServerEnv } from "../../http/address.ts";
import type { TakeChat } from "./turn.ts";

const bodyBytesMax = 64 * 1024;

export const chatRequest = z.object({
  conversation: z.string().max(200).optional(),
  turn: z.string().min(1).max(100).default("open"),
  text: z.string().max(20_000).optional(),
  choice: z.string().max(64).optional(),
  edit: z.string().max(64).optional(),
  locale: z.enum(["en", "es"]).optional().catch(undefined),
  event: z.string().max(32).optional().catch(undefined),
});

export function createChat(take: TakeChat, trustedProxies: readonly string[]): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.post("/", bodyLimit({ maxSize: bodyBytesMax }), async (c) => {
    let json: unknown;
    try {
      json = JSON.parse(await c.req.text());
    } catch {
      throw new HTTPException(400);
    }
    const parsed = chatRequest.safeParse(json);
    if (!parsed.success) throw new HTTPException(400);
    const { conversation, text, choice, edit, turn } = parsed.data;
    // A turn without an id could not be told from its copies.
    if (conversation !== undefined && turn === "open" && (text ?? choice ?? edit) !== undefined) {
      throw new HTTPException(400);
    }
    const reply = await take(parsed.data, { address: clientAddress(c, trustedProxies) });
    c.header("cache-control", "no-store");
    return c.json(reply);
  });
  return app;
}
