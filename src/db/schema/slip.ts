/**
 * What waits for a person who left a clinic without signal: their sealed answers, under the code on their slip.
 */
import { index, pgTable } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One slip: a week, or a day from when its code was texted. */
export const slip = pgTable(
  "slip",
  {
    /** The tag of the key, then the keyed hash of the code. */
    code: bytea("code").primaryKey(),
    sealed: bytea("sealed").notNull(),
    /** The keyed id of the message that used it up. */
    claimed: bytea("claimed"),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [index("slip_gone").on(t.goneAt)],
);
