/**
 * What a wish for a person holds, sealed: the answers it was agreed to hand over, and how to reach who asked. Written by
 * conversations and by phone calls, read by staff's queue; this is the one place that knows its form.
 */
import { z } from "zod";
import type { Conversation, Effect } from "../../dialog/types.ts";
import type { Sealer } from "../../privacy/seal.ts";

const dayMs = 24 * 3_600_000;
/** Open or not, it is gone after this long at the latest (P13). */
export const handoffMs = 30 * dayMs;
/** Closed, it is gone after this long, or earlier at its latest. */
export const closedHandoffMs = 7 * dayMs;

const name = z.object({
  given: z.array(z.string()),
  family: z.array(z.string()),
  suffix: z.string().exactOptional(),
});

const schema = z.object({
  version: z.literal(1),
  channel: z.enum(["sms", "web", "outreach", "voice"]),
  locale: z.enum(["en", "es"]),
  /** As a lookup asks for them, and the facts of the steps. A phone call has none. */
  answers: z.object({
    names: z.array(name),
    caseNumbers: z.array(z.string()),
    /** YYYY-MM-DD. */
    birthDate: z.string().exactOptional(),
    year: z.object({ from: z.number().int(), to: z.number().int() }).exactOptional(),
    place: z.string().exactOptional(),
    offense: z.string().exactOptional(),
    disposition: z.string().exactOptional(),
  }),
  /** Outcomes told in the conversation, oldest first. */
  outcomes: z.array(z.string()),
  reach: z.object({
    /** E.164. */
    phone: z.string(),
    extension: z.string().exactOptional(),
    /** null where nobody asked. */
    time: z.enum(["morning", "afternoon", "evening", "any"]).nullable(),
    /** The time in their own words. */
    said: z.string().exactOptional(),
    /** May a message be left? */
    message: z.boolean(),
    /** A job or a court date this week. */
    urgent: z.boolean(),
  }),
  /** It was asked after a case was confirmed. */
  afterConfirmed: z.boolean(),
  forWhom: z.enum(["me", "helping", "cannotAsk"]).exactOptional(),
  /** Asked a month later, they said that they had trouble getting the copy. */
  hadTrouble: z.literal(true).exactOptional(),
  /** The copy key of what was agreed to. */
  wording: z.string().exactOptional(),
  /** The address the wish came from, so that DELETE still finds it after keys have changed. Not for calling. */
  from: z.string().exactOptional(),
});

export type Handoff = z.infer<typeof schema>;

/** Padded far beyond most, so that the length says nothing of how much was told. */
const block = 2_048;
const rowOf = (id: Uint8Array) => `handoff/${Buffer.from(id).toString("hex")}`;

/** @returns the bytes for the row of that id. */
export function sealHandoff(sealer: Sealer, id: Uint8Array, handoff: Handoff): Buffer {
  return sealer.seal("staff", rowOf(id), Buffer.from(JSON.stringify(handoff)), block);
}

/** @returns undefined for bytes that were altered, moved to another row, or are of no known form. */
export function openHandoff(sealer: Sealer, id: Uint8Array, sealed: Uint8Array): Handoff | undefined {
  const value = sealer.openJson("staff", rowOf(id), sealed);
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : firstForm(value);
}

/** Phone calls wrote a number and nothing else before there was a version. */
const numberAlone = z.object({ version: z.undefined().optional(), reach: z.object({ phone: z.string() }) });

function firstForm(value: unknown): Handoff | undefined {
  const parsed = numberAlone.safeParse(value);
  return parsed.success ? calledIn(parsed.data.reach.phone, "en") : undefined;
}

/** A number left by a phone call. @param phone E.164. */
export function calledIn(phone: string, locale: Handoff["locale"]): Handoff {
  return {
    version: 1,
    channel: "voice",
    locale,
    answers: { names: [], caseNumbers: [] },
    outcomes: [],
    reach: { phone, time: null, message: false, urgent: false },
    afterConfirmed: false,
    from: phone,
  };
}

/** What the flow hands over: the form above without what the channel knows. */
const handedOver = schema
  .pick({
    answers: true,
    outcomes: true,
    afterConfirmed: true,
    forWhom: true,
    hadTrouble: true,
    wording: true,
  })
  .extend({
    reach: schema.shape.reach.omit({ phone: true }).extend({ number: z.string().exactOptional() }),
  });

/**
 * The handoff of a turn.
 * @param from the address that wrote, on message channels: the number to call where none was typed.
 * @throws where the flow handed over another form, or no number.
 */
export function handoffOf(
  effect: Extract<Effect, { type: "handOff" }>,
  { channel, locale }: Pick<Conversation, "channel" | "locale">,
  from: string | undefined,
): Handoff {
  const { reach, ...what } = handedOver.parse(effect.what);
  const { number, ...how } = reach;
  return schema.parse({
    version: 1,
    channel,
    locale: locale ?? "en",
    ...what,
    reach: { phone: number ?? from?.replace(/^(?:whatsapp|rcs):/, ""), ...how },
    ...(from === undefined ? {} : { from }),
  });
}

/**
 * The same row under the active key.
 * @returns undefined where no listed key opens it; the handle where it follows from the address it came from; the hash of
 * the phone to call.
 */
export function resealHandoff(
  sealer: Sealer,
  id: Uint8Array,
  sealed: Uint8Array,
): { sealed: Buffer; handle?: Buffer; reach?: Buffer } | undefined {
  const plain = sealer.open("staff", rowOf(id), sealed);
  if (!plain) return undefined;
  const handoff = openHandoff(sealer, id, sealed);
  return {
    sealed: sealer.seal("staff", rowOf(id), plain, block),
    ...(handoff?.from === undefined ? {} : { handle: sealer.hash("phones", handoff.from) }),
    ...(handoff === undefined ? {} : { reach: sealer.hash("phones", handoff.reach.phone) }),
  };
}
