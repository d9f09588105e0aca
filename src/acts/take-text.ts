/**
 * A text message from a phone (SMS, WhatsApp, RCS): verified by the channel, one turn here.
 */
import type { Copy } from "../copy/copy.ts";
import type { Effect, Input } from "../dialog/types.ts";
import { readCarryCode } from "../privacy/carryCode.ts";
import { isReaction } from "../understanding/reaction.ts";
import { takesLaterTexts, takesReminders } from "./outbox/carrier.ts";
import { handleTurn } from "./turn/handle-turn.ts";
import type { Presented } from "./turn/types.ts";
import type { Services } from "./services.ts";

export interface TextMessage {
  /** MessageSid. */
  sid: string;
  /** As sent: "+1323…", "whatsapp:+1323…", "rcs:+1323…". Opt-outs count by this address. */
  from: string;
  body: string;
  /** Pictures, recordings and places that came with it. */
  mediaCount: number;
  /** Segments it came in, by the carrier's count; absent where none is paid for. */
  segments?: number;
  /** The words of texts sent later; without it none is promised. */
  copy?: Copy;
  arrived: number;
}

/** A rendered reply: the bytes that are stored and sent, and the segments they cost. */
export interface RenderedReply {
  bytes: Buffer;
  segments: number;
}

const saidMax = 500;

/** What every turn of a phone shares, whoever speaks for it. */
function phoneTurn(
  { config, sealer }: Services,
  { sid, from, copy, arrived }: Pick<TextMessage, "sid" | "from" | "copy" | "arrived">,
) {
  return {
    channel: "sms",
    handles: sealer.hashes("phones", from),
    turnIds: sealer.hashes("turns", "sms", sid),
    fresh: { opened: false },
    // One person's limit, whichever of their phone's channels they write on.
    subject: { kind: "phone", of: from.replace(/^[a-z]+:/, "") },
    phone: from,
    ...(copy ? { copy } : {}),
    reminders: copy !== undefined && takesReminders(config, from),
    laterTexts: takesLaterTexts(from),
    followUps: copy !== undefined && takesReminders(config, from) && takesLaterTexts(from),
    optOuts: true,
    arrived,
  } as const;
}

/**
 * @param render the texts of the reply, with what they cost, or as bytes that cost nothing.
 * @returns its bytes; empty when nothing is to be said.
 */
export async function takeText(
  services: Services,
  message: TextMessage,
  render: (effects: readonly Effect[], after: Presented) => RenderedReply | Buffer,
  signal?: AbortSignal,
): Promise<Buffer> {
  let out = 0;
  const result = await handleTurn(
    services,
    {
      ...phoneTurn(services, message),
      input: inputOf(message),
      carryCode: message.mediaCount > 0 ? undefined : readCarryCode(message.body),
      present: (effects, after) => {
        const reply = render(effects, after);
        if (Buffer.isBuffer(reply)) return reply;
        out = reply.segments;
        return reply.bytes;
      },
      segments: () => ({ in: message.segments ?? 0, out }),
    },
    signal,
  );
  return result.kind === "reply" ? result.bytes : Buffer.alloc(0);
}

function inputOf({ body, mediaCount }: TextMessage): Input {
  const media = mediaCount > 0;
  if (isReaction(body)) return { kind: "reaction" };
  if (media && body.trim() === "") return { kind: "media" };
  return { kind: "text", text: body, ...(media ? { media } : {}) };
}

export interface CarrierConsent {
  sid: string;
  from: string;
  /** What Twilio's Advanced Opt-Out already did and answered. */
  type: "STOP" | "START" | "HELP";
  body: string;
  /** Segments it came in, by the carrier's count. */
  segments: number;
  copy?: Copy;
  arrived: number;
}

/**
 * Records what the carrier side already acted on. It has answered the person itself, so nothing is said here, and what
 * stood in the conversation still stands: a greeting that was not shown cannot be agreed to.
 */
export async function recordCarrierConsent(
  services: Services,
  consent: CarrierConsent,
  signal?: AbortSignal,
): Promise<void> {
  await handleTurn(
    services,
    {
      ...phoneTurn(services, consent),
      input: { kind: "text", text: consent.type },
      present: () => Buffer.alloc(0),
      answeredElsewhere: true,
      segments: () => ({ in: consent.segments, out: 0 }),
      said: consent.body.slice(0, saidMax),
    },
    signal,
  );
}
