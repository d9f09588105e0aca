/**
 * How long sign-up sheets live, and a person's sealed row.
 */
import { z } from "zod";
import type { Sealer } from "../../privacy/seal.ts";
import { eventLanguages } from "./types.ts";

const dayMs = 24 * 3_600_000;

/** A sheet goes the day after its event (P13), however often that is put off within two months of its loading. */
export const sheetMs = { afterEvent: dayMs, atMost: 60 * dayMs } as const;

/** Someone who signed up and consented, as the sheet says it. */
const person = z.object({
  name: z.string(),
  /** YYYY-MM-DD. */
  birthDate: z.string(),
  /** E.164; "" where none was given. */
  phone: z.string(),
  locale: z.enum(eventLanguages),
});
export type SheetPerson = z.infer<typeof person>;

const row = (id: string) => `sheet_person/${id}`;

export function sealSheetPerson(sealer: Sealer, id: string, who: SheetPerson): Buffer {
  return sealer.sealJson("staff", row(id), who);
}

/** What DELETE from a phone finds the row by; null where none was given. */
export function sheetAddress(sealer: Sealer, who: SheetPerson): Buffer | null {
  return who.phone === "" ? null : sealer.hash("phones", who.phone);
}

/** @returns undefined for bytes that were altered, moved to another row, or stand under a key that is not listed. */
export function openSheetPerson(sealer: Sealer, id: string, sealed: Uint8Array): SheetPerson | undefined {
  const read = person.safeParse(sealer.openJson("staff", row(id), sealed));
  return read.success ? read.data : undefined;
}

/** The same bytes under the active key, or undefined when they open under none. */
export function resealSheetPerson(sealer: Sealer, id: string, sealed: Uint8Array): Buffer | undefined {
  const plain = sealer.open("staff", row(id), sealed);
  return plain && sealer.seal("staff", row(id), plain);
}
