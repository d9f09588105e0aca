/**
 * What sending needs of a carrier, and the ways one attempt can end. Twilio stands behind it in `jobs/twilioCarrier.ts`.
 */

import type { Config } from "../../env.ts";

/** Can texts be sent that are no replies? That takes an account, a token and a sender. */
export function canSend({ twilio }: Pick<Config, "twilio">): boolean {
  const sender = twilio.from ?? twilio.messagingServiceSid;
  return twilio.accountSid !== undefined && twilio.authTokens.length > 0 && sender !== undefined;
}

/** Can a text be sent to this address within the day of its last message? Whoever tries this out is shown how it goes. */
export function takesReminders(config: Pick<Config, "twilio">, address: string): boolean {
  if (config.twilio.insecureLocal) return true;
  // An RCS agent is no number: only a Messaging Service finds it.
  const sender = !address.startsWith("rcs:") || config.twilio.messagingServiceSid !== undefined;
  return canSend(config) && sender;
}

/**
 * Does this address take texts long after its last message? WhatsApp carries free words for 24 hours after it, and then
 * nothing but templates that Meta has approved.
 */
export function takesLaterTexts(address: string): boolean {
  return !address.startsWith("whatsapp:");
}

export interface OutgoingText {
  /** As people write to us: "+1323…", "whatsapp:+1323…", "rcs:+1323…". */
  to: string;
  body: string;
  /** Where the carrier reports delivery; absent where it cannot reach us. */
  statusUrl?: string;
  /** Seconds after which the carrier drops what it could not deliver yet. */
  validForSeconds: number;
}

export type SendResult =
  /** Taken over by the carrier under this id. */
  | { kind: "accepted"; sid: string; status: string }
  /** The carrier says no to this text, for good. `code` is its own (21610: opted out with the carrier). */
  | { kind: "refused"; code: number }
  /** Too many at once: nothing was taken. `retryAfterMs`: how long the carrier wants to be left alone, if it says so. */
  | { kind: "throttled"; retryAfterMs?: number }
  /** Our own account is at fault (credentials, suspension): nothing was taken, and nothing will be until it is mended. */
  | { kind: "account"; code: number }
  /** The carrier was never reached: nothing was taken. */
  | { kind: "unreached" }
  /** Reached, but without a clear answer: it may have been taken. */
  | { kind: "unknown"; retryAfterMs?: number };

export interface Carrier {
  send(text: OutgoingText): Promise<SendResult>;
  /**
   * Ids of the texts that went out to a phone by our own request (no replies), oldest first.
   * @param since epoch milliseconds. @throws when the carrier cannot be asked.
   */
  sentTo(to: string, since: number): Promise<string[]>;
}
