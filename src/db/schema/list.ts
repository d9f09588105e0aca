/**
 * Lists, their versions, and the sealed rows of each version. A dump shows totals and nothing else.
 */
import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One announced set of dismissals. `current` answers lookups; `previous` stays for roll-back. */
export const list = pgTable("list", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  announced: date("announced").notNull(),
  sample: boolean("sample").notNull().default(false),
  current: integer("current"),
  previous: integer("previous"),
});

/** Totals of an import, for `lists show` and quality reports; cells describe the whole list, never a person. */
export interface VersionFacts {
  withoutBirthDate: number;
  withoutCaseNumber: number;
  withoutName: number;
  byStatus: Record<string, number>;
  rejected: number;
  /** Records sealed at the longer length. */
  long: number;
}

/** One import of a list. Invisible until `list.current` names it. */
export const listVersion = pgTable(
  "list_version",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    listId: text("list_id")
      .notNull()
      .references(() => list.id),
    /** loading → ready → retired (rows being purged); a retired version has lost its keys. */
    state: text("state", { enum: ["loading", "ready", "retired"] }).notNull(),
    /** Master key that wraps `wrappedKeys`. */
    keyId: text("key_id").notNull(),
    /** Normalisers and key kinds this version was built with. */
    scheme: integer("scheme").notNull(),
    /** The version's own data and label keys, wrapped; null once retired, which makes every row unreadable. */
    wrappedKeys: bytea("wrapped_keys"),
    /** Keyed hash of file, map, scheme and key id: recognises the same file. */
    fileHash: bytea("file_hash").notNull(),
    /** By which order or agency the list came, when, and who answers for it. */
    authority: text("authority").notNull(),
    importedBy: text("imported_by").notNull(),
    records: integer("records").notNull().default(0),
    labels: integer("labels").notNull().default(0),
    /** Probes and openings a lookup makes for a list of this size. */
    facts: jsonb("facts").$type<VersionFacts>(),
    /** Name frequencies, sealed. */
    frequencies: bytea("frequencies"),
    startedAt: instant("started_at").notNull(),
    readyAt: instant("ready_at"),
  },
  (t) => [index("list_version_list").on(t.listId)],
);

/** A record, padded and sealed. `id` is a pseudo-random number within the version. */
export const record = pgTable(
  "record",
  {
    version: integer("version").notNull(),
    id: integer("id").notNull(),
    sealed: bytea("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.version, t.id] })],
);

/** Block labels: a keyed hash, and six record ids under a keyed pad. Equally long, no label twice. */
export const label = pgTable("label", {
  label: bigint("label", { mode: "bigint" }).primaryKey(),
  version: integer("version").notNull(),
  refs: bytea("refs").notNull(),
});

/** How often a record's name met wrong birth dates (or its number wrong names): P5's budget, under keyed tags. */
export const recordBudget = pgTable(
  "record_budget",
  {
    tag: bigint("tag", { mode: "bigint" }).primaryKey(),
    /** Keyed tags of the distinct wrong guesses, and the UTC day number each was first made. */
    guesses: bigint("guesses", { mode: "bigint" }).array().notNull(),
    days: integer("days").array().notNull(),
    /** Confirms no more until staff release it. */
    frozenAt: instant("frozen_at"),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [
    index("record_budget_gone").on(t.goneAt),
    index("record_budget_frozen")
      .on(t.frozenAt)
      .where(sql`frozen_at is not null`),
  ],
);
