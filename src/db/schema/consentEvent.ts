/**
 * Every consent given or taken back, one row each, as evidence: `consent` itself holds the newest word alone.
 */
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One consent event. `id` is the keyed hash of the turn it was said in: said once, kept once. */
export const consentEvent = pgTable(
  "consent_event",
  {
    id: bytea("id").primaryKey(),
    /** Keyed hash of the phone, as in `consent`. */
    address: bytea("address").notNull(),
    /** Messages off and on again; a later text agreed to (the watch, one reminder, one question a month later). */
    kind: text("kind", { enum: ["out", "in", "watch", "reminder", "followUp"] }).notNull(),
    locale: text("locale").notNull(),
    /** Phone, the exact words it was said in, and the wording that was agreed to. */
    sealed: bytea("sealed").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("consent_event_at").on(t.at)],
);
