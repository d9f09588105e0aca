/**
 * How often people agreed with the machine, by what it said and by weight: for the quality of matching, about nobody.
 */
import { shownRow, type Shown } from "../../lists/quality/suppress.ts";
import type { Decision } from "../../matching/types.ts";
import type { Services } from "../services.ts";
import type { Verdict } from "./decide-match.ts";

export interface VerdictRow {
  machine: Decision;
  /** Bits of weight: from here, to four more. */
  from: number;
  /** null: 1 to 10, which is not shown. */
  counts: Record<Verdict, Shown>;
}

interface Counted {
  machine: Decision;
  bucket: number;
  theirs: number;
  notTheirs: number;
  needMore: number;
}

const statement = `
select machine, bucket::int as bucket, coalesce(sum(n) filter (where verdict = 'theirs'), 0)::int as theirs,
  coalesce(sum(n) filter (where verdict = 'notTheirs'), 0)::int as "notTheirs",
  coalesce(sum(n) filter (where verdict = 'needMore'), 0)::int as "needMore"
from verdict_tally group by machine, bucket having sum(n) > 0
order by array_position(array['confirmed', 'possible', 'none'], machine), bucket desc`;

/** Settled verdicts since the first. */
export async function readVerdicts({ database }: Services): Promise<VerdictRow[]> {
  const rows = await database.query<Counted>(statement);
  return rows.map((row) => {
    const [theirs = null, notTheirs = null, needMore = null] = shownRow([
      row.theirs,
      row.notTheirs,
      row.needMore,
    ]);
    return { machine: row.machine, from: row.bucket, counts: { theirs, notTheirs, needMore } };
  });
}
