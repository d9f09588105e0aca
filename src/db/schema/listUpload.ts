/**
 * Imports that come in through the staff page: how far each is and how it ended. Counts, line numbers and reasons; the
 * file itself is never stored.
 */
import { boolean, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One file sent to one list, or only checked. Kept 30 days. */
export const listUpload = pgTable(
  "list_upload",
  {
    /** Made by the page that sends it, so that it can ask how far it is while it sends. */
    id: uuid("id").primaryKey(),
    listId: text("list_id").notNull(),
    /** Read and counted only. */
    dryRun: boolean("dry_run").notNull(),
    /** A staff id. */
    startedBy: text("started_by").notNull(),
    startedAt: instant("started_at").notNull(),
    /** When the process that runs it last wrote here: long ago means that it is gone. */
    seenAt: instant("seen_at").notNull(),
    state: text("state", { enum: ["running", "imported", "unchanged", "checked", "failed", "cancelled"] })
      .notNull()
      .default("running"),
    /** Somebody asked to stop it. */
    stop: boolean("stop").notNull().default(false),
    progress: jsonb("progress").notNull(),
    /** Counts, once it is done; what was wrong, once it failed. */
    result: jsonb("result"),
    problem: jsonb("problem"),
    /** Line numbers and reasons of rejected rows, deflated. */
    rejected: bytea("rejected"),
  },
  (t) => [index("list_upload_started").on(t.startedAt)],
);
