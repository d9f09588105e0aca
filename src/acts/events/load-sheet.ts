/**
 * Loads a sign-up sheet: every person sealed at once; who stands on it already is left as they are.
 */
import { eq, max } from "drizzle-orm";
import { audit } from "../../db/schema/operation.ts";
import { clinic, sheetPerson } from "../../db/schema/event.ts";
import { losAngelesDate } from "../../runtime.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { readSheet, sheetPeopleMax, SheetRefusal, type LineProblem } from "./sheetFile.ts";
import { openSheetPerson, sheetAddress, sealSheetPerson, sheetMs } from "./sheetRows.ts";

/** A sheet may be loaded so long before its event: what is not needed yet is not kept. */
export const loadAheadMs = 30 * 24 * 3_600_000;

export interface LoadedSheet {
  added: number;
  /** Stood on the sheet already. */
  again: number;
  bad: { line: number; why: LineProblem }[];
}

/**
 * @param file a CSV file's bytes.
 * @throws SheetRefusal for an unknown event, one that is over or far off, or a file that is no sheet.
 */
export async function loadSheet(
  services: Services,
  clinicId: string,
  file: Uint8Array,
  actor: Actor,
): Promise<LoadedSheet> {
  const { database, runtime, sealer } = services;
  const now = runtime.now();
  const { people, bad } = readSheet(file, losAngelesDate(now));
  return database.drizzle.transaction(async (tx) => {
    // Locked, so that two files loaded at once do not give one place twice.
    const [event] = await tx.select().from(clinic).where(eq(clinic.id, clinicId)).for("update");
    if (!event || event.endsAt.getTime() <= now || event.startsAt.getTime() > now + loadAheadMs)
      throw new SheetRefusal("over");
    const rows = await tx
      .select({ id: sheetPerson.id, sealed: sheetPerson.sealed })
      .from(sheetPerson)
      .where(eq(sheetPerson.clinicId, clinicId));
    const known = new Set(rows.map(({ id, sealed }) => JSON.stringify(openSheetPerson(sealer, id, sealed))));
    const fresh = people.filter((who) => {
      const text = JSON.stringify(who);
      return !known.has(text) && known.add(text);
    });
    if (rows.length + fresh.length > sheetPeopleMax) throw new SheetRefusal("big");
    const [last] = await tx
      .select({ position: max(sheetPerson.position) })
      .from(sheetPerson)
      .where(eq(sheetPerson.clinicId, clinicId));
    const goneAt = new Date(Math.min(event.endsAt.getTime() + sheetMs.afterEvent, now + sheetMs.atMost));
    if (fresh.length > 0)
      await tx.insert(sheetPerson).values(
        fresh.map((who, i) => {
          const id = runtime.uuid();
          const sealed = sealSheetPerson(sealer, id, who);
          const address = sheetAddress(sealer, who);
          const position = (last?.position ?? 0) + i + 1;
          return {
            id,
            clinicId,
            position,
            sealed,
            address,
            state: "waiting" as const,
            at: new Date(now),
            goneAt,
          };
        }),
      );
    const again = people.length - fresh.length;
    await tx.insert(audit).values({
      at: new Date(now),
      event: "sheet_loaded",
      actor: actor.id,
      detail: { clinic: clinicId, people: fresh.length, again, bad: bad.length },
    });
    return { added: fresh.length, again, bad };
  });
}
