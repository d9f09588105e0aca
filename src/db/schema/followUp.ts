/**
 * The one question a month later, to who agreed to it: the sealed phone, and nothing of what was told.
 */
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One phone that may be asked once. Gone with the first word after the question, and in any case after its time. */
export const followUp = pgTable(
  "follow_up",
  {
    /** Keyed hash of the phone, as in `consent`. */
    address: bytea("address").primaryKey(),
    /** Phone alone. */
    sealed: bytea("sealed").notNull(),
    locale: text("locale").notNull(),
    at: instant("at").notNull(),
    /** Asked then, or as soon after as no other text of ours is near. */
    dueAt: instant("due_at").notNull(),
    /** The outbox text that asks it; null until then. */
    text: bytea("text"),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [index("follow_up_due").on(t.dueAt), index("follow_up_gone").on(t.goneAt)],
);
