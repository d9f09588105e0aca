/**
 * What the organisation sees of the service: audit, daily counts, switches. No content, no person.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** What happened, from a closed set of events, by a keyed subject at most. */
export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    event: text("event").notNull(),
    actor: text("actor").notNull(),
    subject: bytea("subject"),
    detail: jsonb("detail").$type<Record<string, string | number | boolean>>(),
  },
  (t) => [
    index("audit_at").on(t.at),
    // What watchers are told of: asked for every minute.
    index("audit_imports")
      .on(t.id)
      .where(sql`event = 'list_imported'`),
    // How often guessing froze a record: asked for with the numbers of a year.
    index("audit_frozen")
      .on(t.at)
      .where(sql`event = 'record_frozen'`),
  ],
);

/** Daily totals. `shard` spreads the writes, so that busy turns do not wait for each other on one row. */
export const tally = pgTable(
  "tally",
  {
    day: date("day").notNull(),
    name: text("name").notNull(),
    channel: text("channel").notNull(),
    locale: text("locale").notNull(),
    shard: smallint("shard").notNull(),
    n: integer("n").notNull(),
    /** Message segments that what is counted here took, in and out. */
    segmentsIn: integer("segments_in").notNull().default(0),
    segmentsOut: integer("segments_out").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.name, t.channel, t.locale, t.shard] })],
);

/** Switches that staff may turn at once, such as lookups off in an incident. */
export const setting = pgTable("setting", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
  at: instant("at").notNull(),
});

/**
 * Secrets that must outlive a rotation of the master key, sealed under it: what limits count by, and the audit key of
 * each day, destroyed after 48 hours and with it whose lookups that day's events were.
 */
export const secret = pgTable("secret", {
  name: text("name").primaryKey(),
  sealed: bytea("sealed").notNull(),
  goneAt: instant("gone_at"),
});
