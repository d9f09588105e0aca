/**
 * Clinic events: what is announced about them stands in clear, the sign-up sheets of people who consented stand sealed.
 */
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";
import { staffUser } from "./staff.ts";

/** A clinic event: where and when, and the code that it is counted by. */
export const clinic = pgTable(
  "clinic",
  {
    id: text("id").primaryKey(),
    /** In capitals ("CLINIC42"). */
    code: text("code").notNull().unique("clinic_code"),
    place: text("place").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** Languages spoken there: "en", "es", or both. */
    languages: text("languages").array().notNull(),
    /** Where a place is booked; null where people just come. */
    booking: text("booking"),
    /** Told to people who ask for the next clinics. */
    shown: boolean("shown").notNull(),
    /** A staff id; the account may be gone. */
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("clinic_ends").on(t.endsAt)],
);

/** One person of an event's sign-up sheet, until the day after the event. */
export const sheetPerson = pgTable(
  "sheet_person",
  {
    id: text("id").primaryKey(),
    clinicId: text("clinic_id")
      .notNull()
      .references(() => clinic.id, { onDelete: "cascade" }),
    /** Their place in the order of the sheet. */
    position: integer("position").notNull(),
    /** Name, birth date, phone and language. */
    sealed: bytea("sealed").notNull(),
    /** Keyed hash of the phone, so that DELETE from it finds the row; null where none was given. */
    address: bytea("address"),
    /** waiting → taken → done, absent (not reached) or left; who is put back waits again. */
    state: text("state", { enum: ["waiting", "taken", "done", "absent", "left"] }).notNull(),
    /** The worker who has them before them, and since when. */
    takenBy: text("taken_by"),
    takenAt: instant("taken_at"),
    at: instant("at").notNull(),
    goneAt: instant("gone_at").notNull(),
  },
  (t) => [
    unique("sheet_person_position").on(t.clinicId, t.position),
    index("sheet_person_gone").on(t.goneAt),
    index("sheet_person_address")
      .on(t.address)
      .where(sql`address is not null`),
  ],
);

/** The event someone works at today: people they help are counted under it. */
export const staffClinic = pgTable("staff_clinic", {
  userId: text("user_id")
    .primaryKey()
    .references(() => staffUser.id, { onDelete: "cascade" }),
  clinicId: text("clinic_id")
    .notNull()
    .references(() => clinic.id, { onDelete: "cascade" }),
  at: instant("at").notNull(),
});
