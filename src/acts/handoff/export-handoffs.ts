/**
 * Open wishes of people who agreed to hand their answers over, as CSV for the organisation's case system. Audited in
 * the transaction that reads them.
 */
import { and, asc, eq, gt } from "drizzle-orm";
import { handoff as handoffs } from "../../db/schema/conversation.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { recordStaffView } from "../staff/view.ts";
import { safeCsvLine } from "./csvCells.ts";
import { openHandoff, type Handoff } from "./payload.ts";

/** Case systems map these by name: never rename or reorder, add at the end. */
export const exportColumns = [
  "referral_id",
  "asked_at",
  "language",
  "channel",
  "kind",
  "urgent",
  "names",
  "birth_date",
  "case_numbers",
  "year_from",
  "year_to",
  "place",
  "offense",
  "disposition",
  "told",
  "phone",
  "extension",
  "best_time",
  "best_time_said",
  "message_allowed",
  "for_whom",
] as const;

/** Agreed to in these words, they handed over their answers and not their number alone. */
const consented = "questions.reachConsent.ask";

type Row = Pick<typeof handoffs.$inferSelect, "id" | "kind" | "urgent" | "at">;
const yesNo = (yes: boolean) => (yes ? "yes" : "no");

function nameText({ given, family, suffix }: Handoff["answers"]["names"][number]): string {
  return [...given, ...family, suffix ?? ""].join(" ").trim();
}

function cells({ id, kind, urgent, at }: Row, { answers, reach, ...handoff }: Handoff): string[] {
  const row: Record<(typeof exportColumns)[number], string> = {
    referral_id: Buffer.from(id).toString("hex"),
    asked_at: at.toISOString(),
    language: handoff.locale,
    channel: handoff.channel,
    kind,
    urgent: yesNo(urgent),
    names: answers.names.map(nameText).join("; "),
    birth_date: answers.birthDate ?? "",
    case_numbers: answers.caseNumbers.join("; "),
    year_from: String(answers.year?.from ?? ""),
    year_to: String(answers.year?.to ?? ""),
    place: answers.place ?? "",
    offense: answers.offense ?? "",
    disposition: answers.disposition ?? "",
    told: handoff.outcomes.join("; "),
    // Country code and number; a plus sign would begin a formula.
    phone: reach.phone.replace(/^\+/, ""),
    extension: reach.extension ?? "",
    best_time: reach.time ?? "",
    best_time_said: reach.said ?? "",
    message_allowed: yesNo(reach.message),
    for_whom: handoff.forWhom ?? "",
  };
  return exportColumns.map((column) => row[column]);
}

/** @returns the file, and how many people are in it; the oldest first. */
export async function exportHandoffs(
  services: Services,
  actor: Actor,
): Promise<{ csv: string; count: number }> {
  const { database, runtime, sealer } = services;
  return database.drizzle.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(handoffs)
      .where(and(eq(handoffs.state, "open"), gt(handoffs.goneAt, new Date(runtime.now()))))
      .orderBy(asc(handoffs.at), asc(handoffs.id));
    const lines = rows.flatMap((row) => {
      const handoff = openHandoff(sealer, row.id, row.sealed);
      return handoff?.wording === consented ? [safeCsvLine(cells(row, handoff))] : [];
    });
    await recordStaffView(services, tx, actor, "handoffs_exported", undefined, { count: lines.length });
    return { csv: [safeCsvLine(exportColumns), ...lines].join(""), count: lines.length };
  });
}
