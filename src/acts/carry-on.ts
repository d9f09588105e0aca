/**
 * A code that moves a live web conversation to another device: for one use within ten minutes, one a conversation,
 * kept as a keyed hash. Sending it from a phone is what claims it (`turn/carry.ts`).
 */
import { isUniqueViolation } from "../db/database.ts";
import type { Config } from "../env.ts";
import { carryCodeMs, carryHashes, makeCarryCode, showCarryCode } from "../privacy/carryCode.ts";
import type { Services } from "./services.ts";
import { readWebConversation } from "./turn/webConversation.ts";

const triesMax = 3;

/** The number that phones text a code to; undefined where none is known or no text can be received. */
export function numberToText({ twilio }: Pick<Config, "twilio">): string | undefined {
  return twilio.authTokens.length > 0 || twilio.insecureLocal ? twilio.from : undefined;
}

export interface CarryCode {
  /** As people are shown it: in three groups. */
  code: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

// A conversation that was erased or ended meanwhile gets no row.
const keepStatement = `
insert into carry_code as k (handle, code, gone_at)
select handle, $2::bytea, to_timestamp($3::float8 / 1000) from conversation
where handle = $1::bytea and sealed is not null and answers_until > to_timestamp($4::float8 / 1000)
on conflict (handle) do update set code = excluded.code, gone_at = excluded.gone_at
returning 1 as one`;

/**
 * Makes the code of a web conversation; one made before counts no more.
 * @param token the conversation's.
 * @returns undefined alike for a token that is unknown, expired, deleted, moved, over, or without an answer yet.
 */
export async function makeCarryOn(
  services: Services,
  token: string,
  signal?: AbortSignal,
): Promise<CarryCode | undefined> {
  const { database, sealer, runtime } = services;
  const found = await readWebConversation(services, token, signal);
  if (!found || found.conversation.done) return undefined;
  const { handle } = found;
  const now = runtime.now();
  const expiresAt = now + carryCodeMs;
  for (let attempt = 1; ; attempt++) {
    const code = makeCarryCode((length) => runtime.bytes(length));
    const hash = carryHashes(sealer, code)[0] ?? Buffer.alloc(0);
    try {
      const kept = await database.query(keepStatement, [handle, hash, expiresAt, now], signal);
      return kept.length > 0 ? { code: showCarryCode(code), expiresAt } : undefined;
    } catch (error) {
      // Another conversation has this very code now.
      if (!isUniqueViolation(error) || attempt === triesMax) throw error;
    }
  }
}
