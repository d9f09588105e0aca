/**
 * What a person can take along from their web conversation: the messages of what was told, to be printed.
 */
import type { Say } from "../dialog/types.ts";
import { flowFor } from "../flow/modes.ts";
import { takeAway } from "../flow/takeAway.ts";
import { losAngelesDate } from "../runtime.ts";
import type { Services } from "./services.ts";
import { readWebConversation } from "./turn/webConversation.ts";

export interface Steps {
  says: Say[];
  /** The day they are printed on, YYYY-MM-DD in Los Angeles. */
  today: string;
}

/**
 * Reads the steps, changing nothing.
 * @param token the conversation's
 * @returns undefined alike for a token that stands for nothing (any more) and where nothing was told yet.
 */
export async function readSteps(
  services: Services,
  token: string,
  signal?: AbortSignal,
): Promise<Steps | undefined> {
  const found = await readWebConversation(services, token, signal);
  if (!found) return undefined;
  const today = losAngelesDate(services.runtime.now());
  const flow = flowFor(services.config, found.lookups, found.conversation.channel);
  const says = takeAway(flow, found.conversation, today);
  return says.length === 0 ? undefined : { says, today };
}
