/**
 * The web conversation that a token stands for, outside a turn.
 */
import { byteaArray } from "../../db/database.ts";
import type { Conversation } from "../../dialog/types.ts";
import { isLive } from "../handle-web-turn.ts";
import type { Services } from "../services.ts";
import { openConversation } from "./state.ts";

export interface WebConversation {
  handle: Uint8Array;
  conversation: Conversation;
  /** Staff's switch, if turned: full, number or off. */
  lookups: string | null;
}

const readStatement = `
select handle, sealed, (select value from setting where key = 'lookups') as lookups from conversation
where handle = any($1::text::bytea[]) and sealed is not null and answers_until > to_timestamp($2::float8 / 1000)
order by gone_at desc limit 1`;

/**
 * Reads it, changing nothing.
 * @returns undefined alike for a token that is unknown, expired, deleted, moved, or without an answer yet.
 * @throws what the database throws.
 */
export async function readWebConversation(
  services: Services,
  token: string,
  signal?: AbortSignal,
): Promise<WebConversation | undefined> {
  const { database, sealer, runtime } = services;
  if (!isLive(services, token)) return undefined;
  const [row] = await database.query<{ handle: Uint8Array; sealed: Uint8Array; lookups: string | null }>(
    readStatement,
    [byteaArray(sealer.hashes("tokens", "web", token)), runtime.now()],
    signal,
  );
  const conversation = row && openConversation(sealer, row.handle, row.sealed);
  return conversation && { handle: row.handle, conversation, lookups: row.lookups };
}
