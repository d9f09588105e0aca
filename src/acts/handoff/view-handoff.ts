/**
 * Opens one wish for somebody who works here: what was handed over, how to reach them, notes and verdicts, and what the
 * lists hold near them. Audited in the transaction that reads it, before any list is looked at (P16).
 */
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { handoffDecision, handoffNote, handoffWork } from "../../db/schema/handoffWork.ts";
import { tableWait } from "../../db/schema/tableWait.ts";
import { staffUser } from "../../db/schema/staff.ts";
import type { Services } from "../services.ts";
import { openPerson } from "../staff/person.ts";
import type { Actor } from "../staff/types.ts";
import { recordStaffView } from "../staff/view.ts";
import { askedOn, mayAskLater } from "../followUp/agree-aloud.ts";
import { addressOf, canText, type CanText } from "./answer-handoff.ts";
import { dueBy, isOverdue, type Due } from "./due.ts";
import { readHours } from "./hours.ts";
import { findNearMatches, type NearMatches } from "./near-matches.ts";
import { openNote } from "./note-handoff.ts";
import { openHandoff, type Handoff } from "./payload.ts";
import { handoffId, lockHandoff } from "./work.ts";

export type { Handoff };

export interface ViewedDecision {
  verdict: "theirs" | "notTheirs" | "needMore";
  state: "proposed" | "settled";
  by: string;
  byId: string;
  second?: string;
  at: number;
}

export interface ViewedHandoff {
  id: string;
  kind: "person" | "callBack" | "notMine";
  urgent: boolean;
  closed: boolean;
  at: number;
  goneAt: number;
  due: Due;
  overdue: boolean;
  /** undefined where no listed key opens it. */
  handoff: Handoff | undefined;
  claim?: { id: string; name: string; at: number };
  textedAt?: number;
  /** They wait at a clinic table, under this number. */
  ticket?: number;
  notes: { text: string; by: string; at: number }[];
  /** By the tag of the match. */
  decisions: Map<string, ViewedDecision>;
  near: NearMatches;
  canText: CanText;
  /** The question a month later: when they agreed to be asked, or whether they can be. */
  followUp: { on: number } | "possible" | "no";
}

/**
 * @param id in hex.
 * @returns undefined when there is no such wish any more.
 */
export async function viewHandoff(
  services: Services,
  actor: Actor,
  id: string,
): Promise<ViewedHandoff | undefined> {
  const bytes = handoffId(id);
  if (!bytes) return undefined;
  const { database, runtime, sealer } = services;
  const read = await database.drizzle.transaction(async (tx) => {
    const row = await lockHandoff(services, tx, bytes);
    if (!row) return undefined;
    await recordStaffView(services, tx, actor, "handoff_viewed", ["handoff", id], { lookup: true });
    const [work] = await tx.select().from(handoffWork).where(eq(handoffWork.handoff, bytes));
    const notes = await tx
      .select()
      .from(handoffNote)
      .where(eq(handoffNote.handoff, bytes))
      .orderBy(asc(handoffNote.at), asc(handoffNote.id));
    const decisions = await tx.select().from(handoffDecision).where(eq(handoffDecision.handoff, bytes));
    const [wait] = await tx
      .select()
      .from(tableWait)
      .where(
        and(
          eq(tableWait.handoff, bytes),
          isNull(tableWait.closedAt),
          gt(tableWait.goneAt, new Date(runtime.now())),
        ),
      );
    const people = await tx.select({ id: staffUser.id, sealed: staffUser.sealed }).from(staffUser);
    return { row, work, notes, decisions, people, wait };
  });
  if (!read) return undefined;
  const { row, work, notes, decisions, people, wait } = read;
  const names = new Map(
    people.map(({ id: who, sealed }) => {
      const { name, email } = openPerson(sealer, who, sealed);
      return [who, name || email];
    }),
  );
  const nameOf = (who: string) => names.get(who) ?? "–";
  const handoff = openHandoff(sealer, bytes, row.sealed);
  const since = Math.max(row.at.getTime(), work?.reopenedAt?.getTime() ?? 0);
  const due = dueBy(since, row.urgent, await readHours(services));
  const closed = row.state === "closed";
  return {
    id,
    kind: row.kind,
    urgent: row.urgent,
    closed,
    at: row.at.getTime(),
    goneAt: row.goneAt.getTime(),
    due,
    overdue: !closed && isOverdue(due, runtime.now()),
    handoff,
    ...(work?.claimedBy == null
      ? {}
      : {
          claim: { id: work.claimedBy, name: nameOf(work.claimedBy), at: work.claimedAt?.getTime() ?? 0 },
        }),
    ...(wait ? { ticket: wait.ticket } : {}),
    ...(work?.textedAt == null ? {} : { textedAt: work.textedAt.getTime() }),
    notes: notes.map((note) => ({
      text: openNote(sealer, note.id, note.sealed) ?? "–",
      by: nameOf(note.writtenBy),
      at: note.at.getTime(),
    })),
    decisions: new Map(
      decisions.map((one) => [
        Buffer.from(one.record).toString("base64url"),
        {
          verdict: one.verdict,
          state: one.state,
          by: nameOf(one.decidedBy),
          byId: one.decidedBy,
          ...(one.secondBy === null ? {} : { second: nameOf(one.secondBy) }),
          at: one.at.getTime(),
        },
      ]),
    ),
    near: handoff
      ? await findNearMatches(services, id, handoff)
      : { looked: "none", matches: [], marks: { possible: 0, confirmed: 0 } },
    canText: handoff ? await canText(services, handoff) : "notAllowed",
    followUp: handoff ? await followUpOf(services, handoff) : "no",
  };
}

async function followUpOf(services: Services, handoff: Handoff): Promise<ViewedHandoff["followUp"]> {
  const phone = addressOf(handoff);
  const on = await askedOn(services, phone);
  if (on !== undefined) return { on };
  const possible = handoff.reach.extension === undefined && (await mayAskLater(services, phone));
  return possible ? "possible" : "no";
}
