/**
 * The row of a sign-up sheet that a worker has open, as it sits down at the table, and how it is left there.
 */
import { currentEvent } from "../events/choose.ts";
import { closePerson, openNext, type SheetEnd } from "../events/work-sheet.ts";
import type { SheetPerson } from "../events/sheetRows.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import type { ClinicPerson } from "./state.ts";

export interface OpenRow extends SheetPerson {
  /** Code of the event it stands on. */
  event: string;
  row: NonNullable<ClinicPerson["sheet"]>;
}

/** @returns undefined where no row is open, or it does not open. The look is audited (P16). */
export async function openRow(services: Services, staff: Actor): Promise<OpenRow | undefined> {
  const event = await currentEvent(services, staff);
  if (!event) return undefined;
  const opened = await openNext(services, event.id, staff, false);
  if (!opened?.person) return undefined;
  const { id, person } = opened;
  return { ...person, event: event.code, row: { clinic: event.id, row: id, phone: person.phone } };
}

/** Puts away the row that somebody at the table came from. Nothing of what they were told goes with it. */
export async function leaveRow(
  services: Services,
  staff: Actor,
  { sheet }: Pick<ClinicPerson, "sheet">,
  how: SheetEnd,
): Promise<void> {
  if (sheet) await closePerson(services, sheet.clinic, staff, how, sheet.row);
}
