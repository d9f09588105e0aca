/**
 * Which of the records that share a block key with an asker are opened, when more do than a lookup opens.
 */
import type { KeyKind } from "../matching/blockKeys.ts";

/** One record under one of the asker's keys. */
export interface Met<Id> {
  id: Id;
  kind: KeyKind;
}

/** Shares of the records a lookup opens, in sixteenths, that are kept for each kind; what one leaves, others take. */
const kept = { direct: 4, nameAndYear: 12 } as const;

/**
 * Chooses the records to open.
 * @param met in the order of the asker's keys, most selective first; a record may come several times.
 * @param size how many are opened at most.
 * @returns the chosen records; true for those that stand among them whatever day of the birth year was typed. They are
 * chosen before anything that depends on the day, so whoever tries one day after another under the same names opens
 * them every time and is counted (P5).
 */
export function choose<Id>(met: readonly Met<Id>[], size: number): Map<Id, boolean> {
  const of = (kind: KeyKind) => new Set(met.flatMap((one) => (one.kind === kind ? [one.id] : [])));
  const [direct, nameAndYear, rest] = [of("direct"), of("nameAndYear"), of("rest")];
  const chosen = new Map<Id, boolean>();
  const take = (ids: Iterable<Id>, most: number, counted: boolean): void => {
    for (const id of ids) {
      if (chosen.size >= most) return;
      if (!chosen.has(id)) chosen.set(id, counted);
    }
  };
  const first = Math.floor((size * kept.nameAndYear) / 16);
  take(nameAndYear, first, true);
  take(direct, chosen.size + Math.floor((size * kept.direct) / 16), false);
  for (const ids of [rest, direct, nameAndYear]) take(ids, size, false);
  return chosen;
}
