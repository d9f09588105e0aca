/**
 * Outcomes told, and what a conversation by text cost up to them: one table, since both tell how many there were.
 */
import { listOutcomes, outcomeIds } from "../../law/outcomes.ts";
import type { Services } from "../services.ts";
import { showTable } from "./table.ts";
import { numberDays, readBands, timeOrder, type Shown } from "./windows.ts";

export interface ShownOutcomes {
  /** By outcome, then in the order of `numberDays`. */
  outcomes: Map<string, Shown[]>;
  /** Outcomes that a confirmed case decides, together. */
  confirmed: Shown[];
  /** By text alone, by language and outcome: `${locale}/${outcome}`. */
  byText: Map<string, Shown[]>;
}

export async function readOutcomes(services: Services): Promise<ShownOutcomes> {
  const read = await readBands(services, "^outcome_");
  const rows = read.flatMap((row) => {
    const outcome = outcomeIds.find((id) => row.name === `outcome_${id}`);
    return outcome === undefined
      ? []
      : [{ ...row, outcome, how: row.channel === "sms" ? row.locale : "other" }];
  });
  const atom = (outcome: string, how: string) => `${outcome}/${how}`;
  const locales = [...new Set(rows.flatMap(({ how }) => (how === "other" ? [] : [how])))].sort();
  const atomsOf = (outcome: string) => [...locales, "other"].map((how) => atom(outcome, how));
  const texts = outcomeIds.flatMap((id) => locales.map((locale) => [id, locale] as const));
  const textKey = (outcome: string, locale: string) => `text/${locale}/${outcome}`;
  const cells = showTable({
    counts: rows.map(({ outcome, how, time, n }) => ({ atom: atom(outcome, how), time, n })),
    times: numberDays.length,
    order: timeOrder,
    cells: new Map([
      // Nobody is shown how many there were in all, but most of it can be guessed from how many people came.
      ["all", outcomeIds.flatMap(atomsOf)],
      ["confirmed", listOutcomes.flatMap(atomsOf)],
      ...outcomeIds.map((id) => [id, atomsOf(id)] as [string, string[]]),
      ...texts.map(([id, locale]) => [textKey(id, locale), [atom(id, locale)]] as [string, string[]]),
    ]),
    rank: (cell) => (cell.startsWith("text/") ? 1 : 0),
    secret: new Map(outcomeIds.map((id) => [`other/${id}`, [atom(id, "other")]])),
    families: [
      { whole: "all", parts: outcomeIds },
      { whole: "confirmed", parts: listOutcomes },
      ...outcomeIds.map((id) => ({
        whole: id,
        parts: locales.map((locale) => textKey(id, locale)),
      })),
    ],
  });
  const none = numberDays.map(() => null);
  const of = (key: string): Shown[] => cells.get(key) ?? none;
  return {
    outcomes: new Map(outcomeIds.map((id) => [id, of(id)])),
    confirmed: of("confirmed"),
    byText: new Map(texts.map(([id, locale]) => [`${locale}/${id}`, of(textKey(id, locale))])),
  };
}
