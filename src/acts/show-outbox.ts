/**
 * What staff see of texts that are sent later: how many, how far, and why some were not sent. No phone, no words.
 */
import { canSend } from "./outbox/carrier.ts";
import type { Services } from "./services.ts";

export interface OutboxLine {
  kind: string;
  state: "waiting" | "claimed" | "sent" | "failed";
  /** The carrier's last word about sent ones. */
  status: string | null;
  /** Why one was given up, or what stands in its way. */
  reason: string | null;
  n: number;
}

/** Totals of the last 30 days, and whether anything is sent at all here. */
export async function showOutbox({ config, database }: Services): Promise<{
  /** An account, a token and a sender are set. Without them texts wait and are given up. */
  sending: boolean;
  lines: OutboxLine[];
}> {
  const lines = await database.query<OutboxLine>(
    `select kind, state, status, reason, count(*)::int as n from outbox
     group by kind, state, status, reason order by kind, state, status, reason`,
  );
  return { sending: canSend(config), lines };
}
