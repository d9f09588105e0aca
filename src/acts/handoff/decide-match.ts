/**
 * What a person says of a near match: theirs, not theirs, or more is needed. "Theirs" where the machine did not confirm
 * overturns it, and takes two: one proposes, another settles. What is settled is counted without whom it was about.
 */
import { and, eq, sql } from "drizzle-orm";
import type { Drizzle } from "../../db/database.ts";
import { handoffDecision, verdictTally } from "../../db/schema/handoffWork.ts";
import { verdictCount } from "../../db/schema/numbers.ts";
import { utcDay } from "../../runtime.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { openSign } from "./near-matches.ts";
import { handoffId, lockHandoff, recordWork, type Undone } from "./work.ts";

export const verdicts = ["theirs", "notTheirs", "needMore"] as const;
export type Verdict = (typeof verdicts)[number];

/** `proposed`: waits for somebody else. `needsOther`: the same account cannot settle what it proposed. */
export type Decided = "settled" | "proposed" | "needsOther" | Exclude<Undone, "taken">;

type Row = typeof handoffDecision.$inferSelect;

/** Width of a bucket, in bits of weight. */
const bucketBits = 4;

/**
 * @param handoff id in hex.
 * @param sign as the page of this handoff carried it.
 */
export async function decideMatch(
  services: Services,
  actor: Actor,
  handoff: string,
  { sign, verdict }: { sign: string; verdict: Verdict },
): Promise<Decided> {
  const id = handoffId(handoff);
  const match = openSign(services.sealer, handoff, sign);
  if (!id || !match) return "unknown";
  const { machine } = match;
  return services.database.drizzle.transaction(async (tx) => {
    const row = await lockHandoff(services, tx, id);
    if (!row) return "unknown";
    if (row.state === "closed") return "closed";
    const record = Buffer.from(match.record, "base64url");
    const same = and(eq(handoffDecision.handoff, id), eq(handoffDecision.record, record));
    const [before] = await tx.select().from(handoffDecision).where(same);
    const overturns = verdict === "theirs" && machine !== "confirmed";
    if (overturns && before?.verdict === "theirs") {
      if (before.state === "settled") return "settled";
      if (before.decidedBy === actor.id) return "needsOther";
    }
    const seconds = overturns && before?.verdict === "theirs";
    const state = overturns && !seconds ? "proposed" : "settled";
    const at = new Date(services.runtime.now());
    const decision = {
      verdict,
      state,
      machine,
      weight: Math.round(match.weight),
      kind: row.kind,
      differs: match.differs ?? "unknown",
      decidedBy: seconds ? before.decidedBy : actor.id,
      secondBy: seconds ? actor.id : null,
      at,
    } as const;
    if (before?.state === "settled") await count(tx, before, -1);
    await tx
      .insert(handoffDecision)
      .values({ handoff: id, record, ...decision })
      .onConflictDoUpdate({
        target: [handoffDecision.handoff, handoffDecision.record],
        set: decision,
      });
    if (state === "settled") await count(tx, decision, 1);
    await recordWork(services, tx, actor, "handoff_decided", id, { verdict, state });
    return state;
  });
}

async function count(
  tx: Drizzle,
  decision: Pick<Row, "machine" | "weight" | "kind" | "differs" | "verdict" | "at">,
  n: 1 | -1,
): Promise<void> {
  const { machine, verdict, kind, differs } = decision;
  const day = utcDay(decision.at.getTime());
  const bucket = Math.floor(decision.weight / bucketBits) * bucketBits;
  if (kind === null || differs === null) {
    // Settled before verdicts were counted by reason: taken back where it was counted.
    const t = verdictTally;
    await tx
      .insert(t)
      .values({ day, machine, bucket, verdict, n })
      .onConflictDoUpdate({
        target: [t.day, t.machine, t.bucket, t.verdict],
        set: { n: sql`${t.n} + ${n}` },
      });
    return;
  }
  const t = verdictCount;
  await tx
    .insert(t)
    .values({ day, kind, machine, differs, bucket, verdict, n })
    .onConflictDoUpdate({
      target: [t.day, t.kind, t.machine, t.differs, t.bucket, t.verdict],
      set: { n: sql`${t.n} + ${n}` },
    });
}
