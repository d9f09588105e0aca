/**
 * Takes a closed wish up again: closed by mistake, or they called back. It lives as long as it would have, thirty days from
 * when it was asked (P13), and is due anew.
 */
import { eq } from "drizzle-orm";
import { handoff as handoffs } from "../../db/schema/conversation.ts";
import { handoffWork } from "../../db/schema/handoffWork.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { handoffMs } from "./payload.ts";
import { handoffId, lockHandoff, recordWork } from "./work.ts";

/** @param handoff id in hex; it is the actor's then. @returns "open" when it was not closed. */
export async function reopenHandoff(
  services: Services,
  actor: Actor,
  handoff: string,
): Promise<"done" | "unknown" | "open"> {
  const id = handoffId(handoff);
  if (!id) return "unknown";
  return services.database.drizzle.transaction(async (tx) => {
    const row = await lockHandoff(services, tx, id);
    if (!row) return "unknown";
    if (row.state !== "closed") return "open";
    const now = new Date(services.runtime.now());
    const goneAt = new Date(row.at.getTime() + handoffMs);
    await tx.update(handoffs).set({ state: "open", goneAt }).where(eq(handoffs.id, id));
    const work = { claimedBy: actor.id, claimedAt: now, closedAt: null, reopenedAt: now };
    await tx
      .insert(handoffWork)
      .values({ handoff: id, ...work })
      .onConflictDoUpdate({ target: handoffWork.handoff, set: work });
    await recordWork(services, tx, actor, "handoff_reopened", id);
    return "done";
  });
}
