/**
 * What the queue's acts have in common: finding a wish by its id, and the events they leave.
 */
import { and, eq, gt } from "drizzle-orm";
import type { Drizzle } from "../../db/database.ts";
import { handoff } from "../../db/schema/conversation.ts";
import type { AuditEvent } from "../../privacy/audit.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { recordStaffEvent } from "../staff/view.ts";

/** Why an act was not done: it is gone, closed, or somebody else's. */
export type Undone = "unknown" | "closed" | "taken";
export type Done = "done" | Undone;

/** The bytes of an id as addresses carry it; undefined for anything else. */
export function handoffId(text: string): Buffer | undefined {
  return /^(?:[0-9a-f]{2}){16,32}$/.test(text) ? Buffer.from(text, "hex") : undefined;
}

/** The row, locked until the transaction ends; undefined when there is none any more. */
export async function lockHandoff(services: Services, tx: Drizzle, id: Buffer) {
  const now = new Date(services.runtime.now());
  const rows = await tx
    .select()
    .from(handoff)
    .where(and(eq(handoff.id, id), gt(handoff.goneAt, now)))
    .for("update");
  return rows[0];
}

/** Records that something was done to one wish; nothing of what. */
export async function recordWork(
  services: Services,
  tx: Drizzle,
  actor: Actor,
  event: Extract<AuditEvent, `handoff_${string}`>,
  id: Buffer,
  detail?: Record<string, string | number | boolean>,
): Promise<void> {
  await recordStaffEvent(services, tx, actor, event, ["handoff", id.toString("hex")], detail);
}
