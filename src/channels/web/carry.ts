/**
 * Carrying a chat on by text message: the code, the address that opens a text with it, and that address as a picture.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { renderSVG } from "uqr";
import { z } from "zod";
import { makeCarryOn, numberToText } from "../../acts/carry-on.ts";
import type { Services } from "../../acts/services.ts";
import type { ServerEnv } from "../../http/address.ts";
import { assertOpen } from "../../http/gate.ts";
import type { CarryReply } from "./types.ts";

const bodyBytesMax = 4 * 1024;
/** Spent, the request is cancelled. */
const carryMs = 8_000;
/** Light modules around the code: ISO/IEC 18004 asks for four. */
const quietModules = 4;

/**
 * Makes the code of a conversation.
 * @returns undefined where there is nothing to carry on, or nowhere to text to.
 * @throws what the database throws; HTTPException 503 while the channel is closed.
 */
export type TakeCarry = (token: string) => Promise<CarryReply | undefined>;

export function createTakeCarry(services: Services): TakeCarry {
  return async (token) => {
    const { config, runtime } = services;
    const number = numberToText(config);
    if (number === undefined) return undefined;
    await assertOpen(services);
    const made = await makeCarryOn(services, token, runtime.deadline(carryMs));
    if (!made) return undefined;
    const { code, expiresAt } = made;
    // Apple reads the body after "&", everybody else after "?": with both, each finds it.
    const smsHref = `sms:${number}?&body=${code}`;
    const svg = renderSVG(smsHref, { ecc: "M", border: quietModules, pixelSize: 1 });
    return { code, smsHref, svg, expiresAt };
  };
}

const carryRequest = z.object({ conversation: z.string().min(1).max(200) });

/** `POST /`: JSON in, JSON out. A conversation that cannot be carried on, for whatever reason, is not found. */
export function createCarry(take: TakeCarry): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.post("/", bodyLimit({ maxSize: bodyBytesMax }), async (c) => {
    const json: unknown = await c.req.json().catch(() => undefined);
    const parsed = carryRequest.safeParse(json);
    if (!parsed.success) throw new HTTPException(400);
    const reply = await take(parsed.data.conversation);
    if (!reply) throw new HTTPException(404);
    c.header("cache-control", "no-store");
    return c.json(reply);
  });
  return app;
}
