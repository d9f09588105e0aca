/**
 * Closes a wish: everything of it goes a week later, or earlier at its latest (P13).
 */
import { eq } from "drizzle-orm";
import { handoff as handoffs } from "../../db/schema/conversation.ts";
import { handoffWork } from "../../db/schema/handoffWork.ts";
import type { Copy } from "../../copy/copy.ts";
import { agreeAloud, mayAskLater } from "../followUp/agree-aloud.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { takeOn } from "./claim-handoff.ts";
import { addressOf } from "./answer-handoff.ts";
import { closedHandoffMs, openHandoff } from "./payload.ts";
import { handoffId, lockHandoff, recordWork, type Done } from "./work.ts";

export const closings = ["helped", "notReached"] as const;
export type Closing = (typeof closings)[number];

/**
 * @param handoff id in hex.
 * @param how it ended, for the audit.
 * @param agreed the words of the question a month later, where somebody who was helped said yes to it.
 */
export async function closeHandoff(
  services: Services,
  actor: Actor,
  handoff: string,
  how: Closing,
  agreed?: Copy,
): Promise<Done> {
  const id = handoffId(handoff);
  if (!id) return "unknown";
  const asks = agreed && how === "helped" ? await phoneToAsk(services, id) : undefined;
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
    if (asks && agreed)
      await agreeAloud(services, tx, agreed, { ...asks, actor: actor.id, cause: ["handoff", handoff] });
    return "done";
  });
}

/** The phone that they were helped at, in their language; undefined where no text reaches it later. */
async function phoneToAsk(services: Services, id: Buffer) {
  const [row] = await services.database.query<{ sealed: Uint8Array }>(
    "select sealed from handoff where id = $1::bytea",
    [id],
  );
  const handoff = row && openHandoff(services.sealer, id, row.sealed);
  if (!handoff || handoff.reach.extension !== undefined) return undefined;
  const { locale, channel } = handoff;
  const phone = addressOf(handoff);
  return (await mayAskLater(services, phone)) ? { phone, locale, channel } : undefined;
}
