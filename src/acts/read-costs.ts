/**
 * What text messages cost, from the totals that turns and sending count: segments in and out, by language and outcome.
 */
import type { Prices } from "../env.ts";
import { utcDay } from "../runtime.ts";
import type { Services } from "./services.ts";

const dayMs = 24 * 3_600_000;

export interface CostLine {
  locale: string;
  /** Outcome, kind of later text, or "all". */
  of: string;
  n: number;
  segmentsIn: number;
  segmentsOut: number;
  /** US dollars in all. */
  dollars: number;
}

export interface Costs {
  /** First and last UTC day counted. */
  from: string;
  to: string;
  /** Whole conversations that ended, by language and the outcome told last ("none": none was). */
  finished: CostLine[];
  /** Conversations up to the telling of an outcome, whether they ended or fell silent afterwards. */
  told: CostLine[];
  /** Texts sent later, by kind. */
  later: CostLine[];
  /** Every turn and every text sent later; `n` counts conversations begun. */
  all: CostLine;
}

/** Dollars for segments in and out. */
export function priceOf(prices: Prices, segments: { segmentsIn: number; segmentsOut: number }): number {
  return segments.segmentsIn * prices.textIn + segments.segmentsOut * (prices.textOut + prices.carrierOut);
}

interface Row {
  name: string;
  locale: string;
  n: number;
  segmentsIn: number;
  segmentsOut: number;
}

/** Reads the totals of the last `days` days, today included. */
export async function readCosts({ config, database, runtime }: Services, days: number): Promise<Costs> {
  const now = runtime.now();
  const from = utcDay(now - (days - 1) * dayMs);
  const rows = await database.query<Row>(
    `select name, locale, sum(n)::int as n, sum(segments_in)::int as "segmentsIn", sum(segments_out)::int as "segmentsOut"
     from tally where channel = 'sms' and day >= $1::text::date
       and (name in ('turn', 'conversation') or name like 'finished\\_%' or name like 'outcome\\_%' or name like 'text\\_%')
     group by name, locale order by locale, name`,
    [from],
  );
  const line = (row: Row, of: string): CostLine => ({
    locale: row.locale,
    of,
    n: row.n,
    segmentsIn: row.segmentsIn,
    segmentsOut: row.segmentsOut,
    dollars: priceOf(config.prices, row),
  });
  const lines = (prefix: string) =>
    rows.filter((row) => row.name.startsWith(prefix)).map((row) => line(row, row.name.slice(prefix.length)));
  const sum = (names: RegExp, pick: (row: Row) => number) =>
    rows.filter((row) => names.test(row.name)).reduce((total, row) => total + pick(row), 0);
  const all: Row = {
    name: "all",
    locale: "all",
    n: sum(/^conversation$/, (row) => row.n),
    segmentsIn: sum(/^turn$/, (row) => row.segmentsIn),
    segmentsOut: sum(/^(?:turn$|text_)/, (row) => row.segmentsOut),
  };
  return {
    from,
    to: utcDay(now),
    finished: lines("finished_"),
    told: lines("outcome_"),
    later: lines("text_"),
    all: line(all, "all"),
  };
}
