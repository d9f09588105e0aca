/**
 * Closes a wish: everything of it goes a week later, or earlier at its latest (P13).
 */
import { eq } from "drizzle-orm";
import { handoff as handoffs } from "../../db/schema/conversation.ts";
import { handoffWork } from "../../db/schema/handoffWork.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { takeOn } from "./claim-handoff.ts";
import { closedHandoffMs } from "./payload.ts";
import { handoffId, lockHandoff, recordWork, type Done } from "./work.ts";

export const closings = ["helped", "notReached"] as const;
export type Closing = (typeof closings)[number];

/** @param handoff id in hex. @param how it ended, for the audit. */
export async function closeHandoff(
  services: Services,
  actor: Actor,
  handoff: string,
  how: Closing,
): Promise<Done> {
  const id = handoffId(handoff);
  if (!id) return "unknown";
  return services.database.drizzle.transaction(async (tx) => {
    const undone = await takeOn(services, tx, actor, id);
    if (undone !== undefined) return undone;
    const row = await lockHandoff(services, tx, id);
    if (!row) return "unknown";
    const now = services.runtime.now();
    const goneAt = new Date(Math.min(row.goneAt.getTime(), now + closedHandoffMs));
    await tx.update(handoffs).set({ state: "closed", goneAt }).where(eq(handoffs.id, id));
    await tx
      .update(handoffWork)
      .set({ closedAt: new Date(now) })
      .where(eq(handoffWork.handoff, id));
    await recordWork(services, tx, actor, "handoff_closed", id, { how });
    return "done";
  });
}
