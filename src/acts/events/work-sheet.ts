/**
 * Works through an event's sheet one person at a time. Whoever is opened is opened for one worker alone; every look is
 * audited in its own transaction (P16).
 */
import { and, asc, eq, lt, or, sql } from "drizzle-orm";
import { sheetPerson } from "../../db/schema/event.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { recordStaffView } from "../staff/view.ts";
import { showPhone } from "../../understanding/questions/phone.ts";
import { openSheetPerson, type SheetPerson } from "./sheetRows.ts";

/** Someone opened and left so long waits for everybody again. */
const takenMs = 30 * 60_000;

export interface SheetState {
  waiting: number;
  /** Opened by a worker now. */
  taken: number;
  done: number;
  /** Not reached when they were called. */
  absent: number;
  /** Went away, or said no, before they were helped. */
  left: number;
  all: number;
}

/** How far the work is. */
export async function sheetState({ database }: Services, clinicId: string): Promise<SheetState> {
  const [row] = await database.query<SheetState>(
    `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'taken')::int as taken,
       count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'absent')::int as absent,
       count(*) filter (where state = 'left')::int as left, count(*)::int as all from sheet_person where clinic_id = $1`,
    [clinicId],
  );
  return row ?? { waiting: 0, taken: 0, done: 0, absent: 0, left: 0, all: 0 };
}

export interface OpenedPerson {
  /** Of the row. It stands in no address and on no page. */
  id: string;
  position: number;
  /** Undefined for a row that does not open. The phone as people write it. */
  person: SheetPerson | undefined;
}

/**
 * Opens the next person for this worker: the one they have open, else the first who waits.
 * @param take false: only the one they have open.
 */
export async function openNext(
  services: Services,
  clinicId: string,
  staff: Actor,
  take: boolean,
): Promise<OpenedPerson | undefined> {
  const { database, runtime, sealer } = services;
  const now = new Date(runtime.now());
  const ofEvent = and(
    eq(sheetPerson.clinicId, clinicId),
    sql`${sheetPerson.goneAt} > ${now.toISOString()}::timestamptz`,
  );
  const own = and(eq(sheetPerson.state, "taken"), eq(sheetPerson.takenBy, staff.id));
  const left = and(
    eq(sheetPerson.state, "taken"),
    lt(sheetPerson.takenAt, new Date(now.getTime() - takenMs)),
  );
  const free = take ? or(own, eq(sheetPerson.state, "waiting"), left) : own;
  return database.drizzle.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(sheetPerson)
      .where(and(ofEvent, free))
      .orderBy(
        sql`(${sheetPerson.state} = 'taken' and ${sheetPerson.takenBy} = ${staff.id}) desc`,
        asc(sheetPerson.position),
      )
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return undefined;
    await tx
      .update(sheetPerson)
      .set({ state: "taken", takenBy: staff.id, takenAt: now })
      .where(eq(sheetPerson.id, row.id));
    await recordStaffView(services, tx, staff, "sheet_person_viewed", ["sheet_person", row.id], {
      clinic: clinicId,
    });
    const person = openSheetPerson(sealer, row.id, row.sealed);
    const shown = person && {
      ...person,
      phone: person.phone === "" ? "" : showPhone({ number: person.phone }),
    };
    return { id: row.id, position: row.position, person: shown };
  });
}

/** How a row is left: helped, not reached, gone, or put back to wait. Nothing of any result. */
export const sheetEnds = ["done", "absent", "left", "waiting"] as const;
export type SheetEnd = (typeof sheetEnds)[number];

/** What becomes of the person this worker has open. @param row only this one, if they still have it. */
export async function closePerson(
  { database }: Services,
  clinicId: string,
  staff: Actor,
  state: SheetEnd,
  row?: string,
): Promise<void> {
  await database.query(
    `update sheet_person set state = $3, taken_by = null, taken_at = null
     where clinic_id = $1 and state = 'taken' and taken_by = $2 and ($4::text is null or id = $4)`,
    [clinicId, staff.id, state, row ?? null],
  );
}

/** Whoever is being helped from a row keeps it, however long it takes. */
export async function keepPerson({ database, runtime }: Services, staff: Actor, row: string): Promise<void> {
  await database.query(
    `update sheet_person set taken_at = to_timestamp($3::float8 / 1000)
     where id = $1 and state = 'taken' and taken_by = $2`,
    [row, staff.id, runtime.now()],
  );
}

/** They erased everything: the row goes too. */
export async function erasePerson({ database }: Services, row: string): Promise<void> {
  await database.query("delete from sheet_person where id = $1", [row]);
}

/** Those who were not here when they were called wait again. */
export async function callAgain({ database }: Services, clinicId: string): Promise<void> {
  await database.query(
    "update sheet_person set state = 'waiting' where clinic_id = $1 and state = 'absent'",
    [clinicId],
  );
}
