/**
 * Sums for the organisation's numbers that daily totals cannot hold: how reviewers decided, and what the last measurement
 * of a list led to expect. About nobody.
 */
import { date, doublePrecision, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { list } from "./list.ts";

/**
 * How often people agreed with the machine: settled verdicts by day, why a match was looked at, what the machine said,
 * what kept the two apart, and bits of weight in fours.
 */
export const verdictCount = pgTable(
  "verdict_count",
  {
    day: date("day").notNull(),
    /** The kind of the wish, as in `handoff`. */
    kind: text("kind").notNull(),
    machine: text("machine").notNull(),
    /** As in `acts/handoff/differs.ts`. */
    differs: text("differs").notNull(),
    bucket: smallint("bucket").notNull(),
    verdict: text("verdict").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.kind, t.machine, t.differs, t.bucket, t.verdict] })],
);

/** What the last quality report of a list expected, from its simulations. Goes with the list. */
export const listMeasure = pgTable("list_measure", {
  listId: text("list_id")
    .primaryKey()
    .references(() => list.id, { onDelete: "cascade" }),
  version: integer("version").notNull(),
  at: instant("at").notNull(),
  /** Simulated people of the list who asked as they are filed, and with one mistake; how many of them were confirmed. */
  cleanAsked: integer("clean_asked").notNull(),
  cleanConfirmed: integer("clean_confirmed").notNull(),
  mistakenAsked: integer("mistaken_asked").notNull(),
  mistakenConfirmed: integer("mistaken_confirmed").notNull(),
  /** Wrong confirmations expected in 10,000 lookups by strangers, and the ends of the 95 % interval. */
  strangersPer10000: doublePrecision("strangers_per_10000").notNull(),
  strangersFrom: doublePrecision("strangers_from").notNull(),
  strangersTo: doublePrecision("strangers_to").notNull(),
});
