/**
 * The clinic table: who sits there now, one person a session, and pages of steps that wait to be opened once.
 */
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { staffSession } from "./staff.ts";

/** The person a session is helping. Gone with "Next person", with the session, and at the latest after a day. */
export const clinicPerson = pgTable(
  "clinic_person",
  {
    session: text("session")
      .primaryKey()
      .references(() => staffSession.id, { onDelete: "cascade" }),
    /** The conversation's token, which no browser ever holds, and what was told so far. */
    sealed: bytea("sealed").notNull(),
    /** The phone is in the person's hand: when they last did something. */
    handedAt: instant("handed_at"),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [index("clinic_person_gone").on(t.goneAt)],
);

/** The steps of one person, behind a code that opens them once. No name, no answers. */
export const stepsPage = pgTable(
  "steps_page",
  {
    /** Keyed hash of the code. */
    code: bytea("code").primaryKey(),
    sealed: bytea("sealed").notNull(),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [index("steps_page_gone").on(t.goneAt)],
);
