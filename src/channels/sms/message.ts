/**
 * One incoming message as Twilio posts it, from whatever channel: SMS, WhatsApp and RCS differ in what they call things.
 */
import { z } from "zod";
import { asksToStop } from "../../understanding/optOut.ts";

const posted = z.object({
  MessageSid: z.string().min(1).max(64),
  From: z.string().min(1).max(128),
  Body: z.string().default(""),
  NumMedia: z.coerce.number().int().min(0).catch(0).default(0),
  NumSegments: z.coerce.number().int().min(1).max(10).catch(1).default(1),
  OptOutType: z.enum(["STOP", "START", "HELP"]).optional().catch(undefined),
  /** A button that was tapped instead of typing (WhatsApp, RCS): what stood on it, and what it stands for. */
  ButtonText: z.string().default(""),
  ButtonPayload: z.string().default(""),
  /** A place on the map, sent as such. */
  Latitude: z.string().default(""),
});

export interface IncomingMessage {
  /** MessageSid. */
  sid: string;
  /** With the channel's prefix, if it has one. */
  from: string;
  /** What was typed, or the button that was tapped. */
  words: string;
  /** Pictures, recordings and places that came, with or without words. None is ever fetched. */
  mediaCount: number;
  segments: number;
  /** What Twilio's Advanced Opt-Out has acted on and answered. */
  optOutType: "STOP" | "START" | "HELP" | undefined;
}

/** A payload that is the number of a choice. */
const choiceNumber = /^\d{1,2}$/;

/** @returns undefined for a form that is no message. */
export function readMessage(params: Record<string, string>): IncomingMessage | undefined {
  const parsed = posted.safeParse(params);
  if (!parsed.success) return undefined;
  const m = parsed.data;
  return {
    sid: m.MessageSid,
    from: m.From,
    words: wordsOf(m),
    mediaCount: m.NumMedia + (m.Latitude === "" ? 0 : 1),
    segments: m.NumSegments,
    optOutType: m.OptOutType,
  };
}

/** Any of them may be the wish to stop; else a choice's number is the surest, and what people see the next. */
function wordsOf({ Body, ButtonText, ButtonPayload }: z.infer<typeof posted>): string {
  const words = [Body, ButtonText, ButtonPayload].filter((text) => text.trim() !== "");
  const stop = words.find(asksToStop);
  if (stop !== undefined) return stop;
  return choiceNumber.test(ButtonPayload.trim()) ? ButtonPayload : (words[0] ?? Body);
}
