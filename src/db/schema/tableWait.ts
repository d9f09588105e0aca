/**
 * Who waits at a clinic table for a reviewer's answer: a number to call, and nothing of the person. What they handed over
 * stands with the wish, and this row goes with it.
 */
import { index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { handoff } from "./conversation.ts";
import { staffUser } from "./staff.ts";

/** One person who waits. */
export const tableWait = pgTable(
  "table_wait",
  {
    handoff: bytea("handoff")
      .primaryKey()
      .references(() => handoff.id, { onDelete: "cascade" }),
    /** The worker who handed them over: nobody else opens the answer. */
    userId: text("user_id")
      .notNull()
      .references(() => staffUser.id, { onDelete: "cascade" }),
    /** Where numbers run on: an event's day, or a worker's. */
    scope: text("scope").notNull(),
    /** From 1. */
    ticket: integer("ticket").notNull(),
    /** When the table was done with it: the answer was told, or they left. */
    closedAt: instant("closed_at"),
    at: instant("at").notNull(),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [
    unique("table_wait_ticket").on(t.scope, t.ticket),
    index("table_wait_user").on(t.userId),
    index("table_wait_gone").on(t.goneAt),
  ],
);
