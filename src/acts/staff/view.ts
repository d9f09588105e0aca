/**
 * Every view of a person is an event (P16): call it in the transaction that reads what is shown, and show nothing when
 * it fails.
 */
import type { Drizzle } from "../../db/database.ts";
import { audit } from "../../db/schema/operation.ts";
import type { AuditEvent } from "../../privacy/audit.ts";
import type { Services } from "../services.ts";
import type { Actor } from "./types.ts";

/** Events that say somebody looked at somebody. */
export type ViewEvent = Extract<
  AuditEvent,
  "handoff_viewed" | "handoffs_exported" | "sheet_person_viewed" | "outreach_lookup" | "audit_searched"
>;

/** The keyed hash under which events about one row are found again. */
export function viewSubject({ sealer }: Services, kind: string, id: string): Buffer {
  return sealer.hash("audit", kind, id);
}

/**
 * Records what somebody who works here did.
 * @param of kind and id of the row it was about (`["handoff", id]`), never a name; absent for many at once.
 */
export async function recordStaffEvent(
  services: Services,
  tx: Drizzle,
  actor: Actor,
  event: AuditEvent,
  of?: readonly [kind: string, id: string],
  detail?: Record<string, string | number | boolean>,
): Promise<void> {
  await tx.insert(audit).values({
    at: new Date(services.runtime.now()),
    event,
    actor: actor.id,
    ...(of === undefined ? {} : { subject: viewSubject(services, ...of) }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/**
 * Records that someone saw someone.
 * @param tx the transaction of the read, from `database.drizzle.transaction`; or `database.drizzle` for a view of its own.
 * @param of kind and id of the row that was seen (`["handoff", id]`), never a name; absent for many at once.
 */
export async function recordStaffView(
  services: Services,
  tx: Drizzle,
  actor: Actor,
  event: ViewEvent,
  of?: readonly [kind: string, id: string],
  detail?: Record<string, string | number | boolean>,
): Promise<void> {
  await recordStaffEvent(services, tx, actor, event, of, detail);
}
