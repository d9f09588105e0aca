/**
 * Conversations and their turns. Answers and replies are sealed; phones and tokens are keyed hashes.
 */
import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One person's answers, by the keyed hash of their phone or token. */
export const conversation = pgTable(
  "conversation",
  {
    handle: bytea("handle").primaryKey(),
    /** Rises by one with each turn; a turn only commits over the version it read. */
    version: integer("version").notNull(),
    /** Padded, sealed state; null when erased (the handle stays dead until `goneAt`). */
    sealed: bytea("sealed"),
    /** Lookups spent: kept when the answers are erased, so that erasing gives none back. */
    attempts: smallint("attempts").notNull(),
    /** When the answers die at the latest. */
    answersUntil: instant("answers_until").notNull(),
    /** When the row goes. */
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [
    index("conversation_gone").on(t.goneAt),
    index("conversation_answers")
      .on(t.answersUntil)
      .where(sql`sealed is not null`),
  ],
);

/** A turn that happened: its keyed id for 90 days, its sealed reply for a day. */
export const turn = pgTable(
  "turn",
  {
    id: bytea("id").primaryKey(),
    handle: bytea("handle").notNull(),
    reply: bytea("reply"),
    at: instant("at").notNull(),
  },
  (t) => [
    index("turn_at").using("brin", t.at),
    index("turn_reply")
      .on(t.handle)
      .where(sql`reply is not null`),
  ],
);

/** Whether an address takes messages, and since when. The phone is kept sealed so that it can be re-keyed. */
export const consent = pgTable("consent", {
  address: bytea("address").primaryKey(),
  state: text("state", { enum: ["out", "in"] }).notNull(),
  /** Phone, and the exact words it was said in. */
  sealed: bytea("sealed").notNull(),
  at: instant("at").notNull(),
});

/** A wish to hear after later lists: sealed query and phone, and the wording it was agreed to in. */
export const watch = pgTable(
  "watch",
  {
    address: bytea("address").primaryKey(),
    sealed: bytea("sealed").notNull(),
    wording: text("wording").notNull(),
    locale: text("locale").notNull(),
    at: instant("at").notNull(),
    goneAt: instant("gone_at").notNull(),
    /** The import this person was last told of, by its audit entry. */
    round: bigint("round", { mode: "bigint" })
      .notNull()
      .default(sql`0`),
    toldAt: instant("told_at"),
  },
  (t) => [index("watch_gone").on(t.goneAt), index("watch_round").on(t.round)],
);

/** A wish for a person: the sealed answers and how to reach them, and in clear what a queue is ordered by. */
export const handoff = pgTable(
  "handoff",
  {
    id: bytea("id").primaryKey(),
    handle: bytea("handle").notNull(),
    /** Keyed hash of the phone to call, wherever it was typed: DELETE from that phone finds the wish. */
    reach: bytea("reach"),
    sealed: bytea("sealed").notNull(),
    /** Asked for in the conversation, left by a phone call, or to say that a confirmed case is another's. */
    kind: text("kind", { enum: ["person", "callBack", "notMine"] })
      .notNull()
      // Rows older than this column are phone calls; whoever writes one says its kind.
      .default("callBack"),
    /** A job or a court date this week cannot wait. */
    urgent: boolean("urgent").notNull().default(false),
    /** `open` until staff take it up; asked again, it is open again. */
    state: text("state").notNull().default("open"),
    locale: text("locale").notNull(),
    channel: text("channel").notNull(),
    at: instant("at").notNull(),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [
    index("handoff_gone").on(t.goneAt),
    index("handoff_handle").on(t.handle),
    index("handoff_reach")
      .on(t.reach)
      .where(sql`reach is not null`),
  ],
);

/** The one-use code that moves a conversation to a phone: one a conversation, for ten minutes. */
export const carryCode = pgTable(
  "carry_code",
  {
    handle: bytea("handle").primaryKey(),
    /** The tag of the key, then the keyed hash of the code. */
    code: bytea("code").notNull().unique("carry_code_code"),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [index("carry_code_gone").on(t.goneAt)],
);

/** Limits spent, by keyed subject and bucket. Never refunded. */
export const limitCounter = pgTable(
  "limit_counter",
  {
    key: bytea("key").primaryKey(),
    n: integer("n").notNull(),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [index("limit_counter_gone").on(t.goneAt)],
);
