/**
 * Texts to be sent later: what was asked for, sealed until it is sent, and what became of it.
 */
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One text. `id` is the keyed hash of what caused it: the same cause never gives two. */
export const outbox = pgTable(
  "outbox",
  {
    id: bytea("id").primaryKey(),
    /** Keyed hash of the phone, as in `consent`. */
    address: bytea("address").notNull(),
    kind: text("kind").notNull(),
    locale: text("locale").notNull(),
    /** Phone and body; null once sent or given up. */
    sealed: bytea("sealed"),
    /** The person asked for it this moment, so quiet hours do not hold it back. */
    asked: boolean("asked").notNull(),
    segments: smallint("segments").notNull(),
    /** Sent only while this phone's conversation still stands at this version; null: whatever was said since. */
    standing: integer("standing"),
    /** waiting → claimed → sent or failed; a claim whose sender died is looked for at the carrier first. */
    state: text("state", { enum: ["waiting", "claimed", "sent", "failed"] }).notNull(),
    attempts: smallint("attempts").notNull().default(0),
    notBefore: instant("not_before").notNull(),
    /** Not worth sending any more. */
    expiresAt: instant("expires_at").notNull(),
    claimedAt: instant("claimed_at"),
    /** Until then nobody else handles the claim. */
    leaseUntil: instant("lease_until"),
    /** Keyed hash of the carrier's message id. */
    sid: bytea("sid"),
    /** What the carrier said last; only ever moves forward. */
    status: text("status"),
    /** Why it was given up, from a closed set or the carrier's code. */
    reason: text("reason"),
    at: instant("at").notNull(),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [
    index("outbox_due")
      .on(t.notBefore)
      .where(sql`state = 'waiting'`),
    index("outbox_claimed")
      .on(t.leaseUntil)
      .where(sql`state = 'claimed'`),
    index("outbox_address").on(t.address),
    index("outbox_sid")
      .on(t.sid)
      .where(sql`sid is not null`),
    index("outbox_gone").on(t.goneAt),
  ],
);
