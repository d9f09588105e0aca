/**
 * How many wait for a later list, by language; small counts hidden. Nothing of whom.
 */
import { shownRow, type Shown } from "../../lists/quality/suppress.ts";
import type { Services } from "../services.ts";

export async function countWatches({ database }: Services): Promise<{ locale: string; n: Shown }[]> {
  const rows = await database.query<{ locale: string; n: number }>(
    "select locale, count(*)::int as n from watch group by locale order by locale",
  );
  const cells = shownRow(rows.map((row) => row.n));
  return rows.map(({ locale }, i) => ({ locale, n: cells[i] ?? null }));
}
