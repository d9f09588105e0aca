/**
 * A conversation's state as it stands in its row: JSON, padded to 512 bytes and sealed to its handle.
 */
import { z } from "zod";
import type { Conversation } from "../../dialog/types.ts";
import type { Sealer } from "../../privacy/seal.ts";

const schema = z.object({
  flow: z.number().int(),
  channel: z.enum(["sms", "web", "outreach"]),
  locale: z.enum(["en", "es"]).nullable(),
  log: z.array(z.object({ q: z.string(), v: z.json(), turn: z.number().int() })),
  turn: z.number().int(),
  attempts: z.number().int(),
  told: z.array(z.string()),
  misses: z.number().int(),
  startedAt: z.number(),
  lastAt: z.number(),
  done: z.boolean(),
  remindAt: z.number().exactOptional(),
  event: z.string().exactOptional(),
  segments: z.object({ in: z.number(), out: z.number() }).exactOptional(),
  handoff: z.string().exactOptional(),
  way: z.number().int().exactOptional(),
});

const row = (handle: Uint8Array) => `conversation/state/${Buffer.from(handle).toString("hex")}`;

export function sealConversation(sealer: Sealer, handle: Uint8Array, conversation: Conversation): Buffer {
  return sealer.sealJson("conversations", row(handle), conversation);
}

/** @returns undefined for bytes that were altered, moved to another row, or are of no known form: a fresh start. */
export function openConversation(
  sealer: Sealer,
  handle: Uint8Array,
  sealed: Uint8Array,
): Conversation | undefined {
  const parsed = schema.safeParse(sealer.openJson("conversations", row(handle), sealed));
  return parsed.success ? parsed.data : undefined;
}
