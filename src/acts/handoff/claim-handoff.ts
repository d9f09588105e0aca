/**
 * Takes a wish on, so that two do not call one person; and gives it back.
 */
import { eq } from "drizzle-orm";
import type { Drizzle } from "../../db/database.ts";
import { handoffWork } from "../../db/schema/handoffWork.ts";
import type { Services } from "../services.ts";
import type { Actor, SignedIn } from "../staff/types.ts";
import { handoffId, lockHandoff, recordWork, type Done, type Undone } from "./work.ts";

/** A claim bars others for this long: nobody waits because somebody fell ill. */
const claimMs = 24 * 3_600_000;

/**
 * Locks an open wish and makes it the actor's; call it first in a transaction of one who works on it.
 * @returns why not, or undefined when it is theirs now.
 */
export async function takeOn(
  services: Services,
  tx: Drizzle,
  actor: Actor,
  id: Buffer,
): Promise<Undone | undefined> {
  const row = await lockHandoff(services, tx, id);
  if (!row) return "unknown";
  if (row.state === "closed") return "closed";
  const now = services.runtime.now();
  const [work] = await tx.select().from(handoffWork).where(eq(handoffWork.handoff, id));
  if (work?.claimedBy === actor.id) return undefined;
  const held = work?.claimedBy != null && (work.claimedAt?.getTime() ?? 0) > now - claimMs;
  if (held) return "taken";
  const claim = { claimedBy: actor.id, claimedAt: new Date(now) };
  await tx
    .insert(handoffWork)
    .values({ handoff: id, ...claim })
    .onConflictDoUpdate({ target: handoffWork.handoff, set: claim });
  await recordWork(services, tx, actor, "handoff_claimed", id);
  return undefined;
}

/** @param handoff id in hex. */
export async function claimHandoff(services: Services, actor: Actor, handoff: string): Promise<Done> {
  const id = handoffId(handoff);
  if (!id) return "unknown";
  return services.database.drizzle.transaction(
    async (tx) => (await takeOn(services, tx, actor, id)) ?? "done",
  );
}

/** Gives back what one took on; an admin gives back for anybody. */
export async function releaseHandoff(
  services: Services,
  actor: Pick<SignedIn, "id" | "role">,
  handoff: string,
): Promise<Done> {
  const id = handoffId(handoff);
  if (!id) return "unknown";
  return services.database.drizzle.transaction(async (tx) => {
    const row = await lockHandoff(services, tx, id);
    if (!row) return "unknown";
    if (row.state === "closed") return "closed";
    const [work] = await tx.select().from(handoffWork).where(eq(handoffWork.handoff, id));
    if (work?.claimedBy == null) return "done";
    if (work.claimedBy !== actor.id && actor.role !== "admin") return "taken";
    await tx.update(handoffWork).set({ claimedBy: null, claimedAt: null }).where(eq(handoffWork.handoff, id));
    await recordWork(services, tx, actor, "handoff_claimed", id, { released: true });
    return "done";
  });
}
