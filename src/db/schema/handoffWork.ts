/**
 * What staff do with those who wish for a person. Everything but the last table hangs on the wish and goes with it, on
 * time or at DELETE; the last keeps sums that are about nobody.
 */
import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { handoff } from "./conversation.ts";
import { staffUser } from "./staff.ts";

const ofHandoff = () =>
  bytea("handoff")
    .notNull()
    .references(() => handoff.id, { onDelete: "cascade" });

/** Who works on it. No row: nobody yet. */
export const handoffWork = pgTable("handoff_work", {
  handoff: bytea("handoff")
    .primaryKey()
    .references(() => handoff.id, { onDelete: "cascade" }),
  claimedBy: text("claimed_by").references(() => staffUser.id, { onDelete: "set null" }),
  claimedAt: instant("claimed_at"),
  /** When a text was last put into the outbox for it. */
  textedAt: instant("texted_at"),
  closedAt: instant("closed_at"),
  /** When it was last taken up again after it was closed: due times count from here. */
  reopenedAt: instant("reopened_at"),
});

/** Notes, sealed. */
export const handoffNote = pgTable(
  "handoff_note",
  {
    id: bytea("id").primaryKey(),
    handoff: ofHandoff(),
    writtenBy: text("written_by").notNull(),
    sealed: bytea("sealed").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("handoff_note_handoff").on(t.handoff)],
);

/** What reviewers say of a near match. The record stands under a keyed hash that is another for each handoff. */
export const handoffDecision = pgTable(
  "handoff_decision",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    handoff: ofHandoff(),
    record: bytea("record").notNull(),
    verdict: text("verdict", { enum: ["theirs", "notTheirs", "needMore"] }).notNull(),
    /** `proposed`: overturns the machine and waits for somebody else. */
    state: text("state", { enum: ["proposed", "settled"] }).notNull(),
    /** What the machine said of it, and the weight in whole bits. */
    machine: text("machine", { enum: ["confirmed", "possible", "none"] }).notNull(),
    weight: smallint("weight").notNull(),
    /** Why it was looked at: the kind of the wish then. Null in rows older than this column. */
    kind: text("kind"),
    /** What kept them apart, as in `acts/handoff/differs.ts`; null likewise. */
    differs: text("differs"),
    decidedBy: text("decided_by").notNull(),
    secondBy: text("second_by"),
    at: instant("at").notNull(),
  },
  (t) => [unique("handoff_decision_record").on(t.handoff, t.record)],
);

/**
 * Verdicts settled before they were counted by reason: by day, what the machine said, and bits of weight in fours. Sums
 * of a year ago are looked at by nobody: then this table can go.
 */
export const verdictTally = pgTable(
  "verdict_tally",
  {
    day: date("day").notNull(),
    machine: text("machine").notNull(),
    bucket: smallint("bucket").notNull(),
    verdict: text("verdict").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.machine, t.bucket, t.verdict] })],
);
