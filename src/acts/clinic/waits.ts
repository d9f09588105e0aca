/**
 * Who waits at a worker's table for a reviewer's answer: by number, with nothing of the person.
 */
import { and, eq, isNull } from "drizzle-orm";
import { handoff } from "../../db/schema/conversation.ts";
import { handoffWork } from "../../db/schema/handoffWork.ts";
import { tableWait } from "../../db/schema/tableWait.ts";
import { closedHandoffMs } from "../handoff/payload.ts";
import { handoffId, lockHandoff, recordWork } from "../handoff/work.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { readWebConversation } from "../turn/webConversation.ts";

/**
 * `found`: a case was settled to be theirs; `none`: closed without one; `more`: more must be known; `looking`: somebody
 * has it before them, or a second reviewer must agree.
 */
export type WaitStatus = "waiting" | "looking" | "more" | "found" | "none";
/** There is something to read together. */
export const isReady = (status: WaitStatus): status is "found" | "none" =>
  status === "found" || status === "none";

export interface TableWait {
  /** The wish's id, in hex. */
  id: string;
  ticket: number;
  status: WaitStatus;
}

/** @param decided each verdict with its state ("theirs/settled"). */
export function statusOf(decided: readonly string[], closed: boolean, claimed: boolean): WaitStatus {
  if (decided.includes("theirs/settled")) return "found";
  if (closed) return "none";
  if (decided.includes("theirs/proposed")) return "looking";
  if (decided.includes("needMore/settled")) return "more";
  return claimed || decided.length > 0 ? "looking" : "waiting";
}

const statement = `
select encode(q.handoff, 'hex') as id, q.ticket, h.state = 'closed' as closed, w.claimed_by is not null as claimed,
  coalesce((select string_agg(d.verdict || '/' || d.state, ' ') from handoff_decision d where d.handoff = h.id), '')
    as decided
from table_wait q join handoff h on h.id = q.handoff left join handoff_work w on w.handoff = h.id
where q.user_id = $1 and q.closed_at is null and q.gone_at > to_timestamp($2::float8 / 1000)
  and h.gone_at > to_timestamp($2::float8 / 1000)
order by q.at, q.ticket`;

/** Who waits at this worker's table, first come first. */
export async function listWaits({ database, runtime }: Services, staff: Actor): Promise<TableWait[]> {
  const rows = await database.query<{
    id: string;
    ticket: number;
    closed: boolean;
    claimed: boolean;
    decided: string;
  }>(statement, [staff.id, runtime.now()]);
  return rows.map(({ id, ticket, closed, claimed, decided }) => ({
    id,
    ticket,
    status: statusOf(decided.split(" ").filter(Boolean), closed, claimed),
  }));
}

/** The number of whoever sits at the table, once they were handed over. @param token their conversation's. */
export async function ticketOf(services: Services, token: string): Promise<number | undefined> {
  const id = (await readWebConversation(services, token))?.conversation.handoff;
  if (id === undefined || id === "") return undefined;
  const [row] = await services.database.query<{ ticket: number }>(
    "select ticket from table_wait where handoff = decode($1, 'hex') and closed_at is null",
    [id],
  );
  return row?.ticket;
}

/**
 * The table is done with one: the answer was told, and the wish is closed; or they left, and it stays in the queue.
 * @param id in hex.
 * @returns false for what is not this worker's, or was closed before.
 */
export async function closeWait(
  services: Services,
  staff: Actor,
  id: string,
  how: "told" | "left",
): Promise<boolean> {
  const bytes = handoffId(id);
  if (!bytes) return false;
  const { database, runtime } = services;
  const now = runtime.now();
  return database.drizzle.transaction(async (tx) => {
    const row = await lockHandoff(services, tx, bytes);
    const closed = await tx
      .update(tableWait)
      .set({ closedAt: new Date(now) })
      .where(and(eq(tableWait.handoff, bytes), eq(tableWait.userId, staff.id), isNull(tableWait.closedAt)))
      .returning({ ticket: tableWait.ticket });
    if (!row || closed.length === 0) return false;
    if (how === "left" || row.state === "closed") return true;
    const goneAt = new Date(Math.min(row.goneAt.getTime(), now + closedHandoffMs));
    await tx.update(handoff).set({ state: "closed", goneAt }).where(eq(handoff.id, bytes));
    await tx
      .update(handoffWork)
      .set({ closedAt: new Date(now) })
      .where(eq(handoffWork.handoff, bytes));
    await recordWork(services, tx, staff, "handoff_closed", bytes, { how: "helped", table: true });
    return true;
  });
}

/** They erased everything while the answer was read: the wish goes too, and what hangs on it. @param id in hex. */
export async function eraseWish({ database }: Services, staff: Actor, id: string): Promise<void> {
  await database.query(
    `delete from handoff where id = decode($1, 'hex')
       and exists (select 1 from table_wait q where q.handoff = handoff.id and q.user_id = $2)`,
    [id, staff.id],
  );
}
