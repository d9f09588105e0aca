/**
 * How well matching judges, by those who looked again: reviewers' verdicts, and people who said that a confirmed case is
 * not theirs; beside what the last quality report of each list expected.
 */
import type { Decision } from "../../matching/types.ts";
import { differences } from "../handoff/differs.ts";
import { verdicts, type Verdict } from "../handoff/decide-match.ts";
import type { Services } from "../services.ts";
import { readOutcomes } from "./read-outcomes.ts";
import { showTable } from "./table.ts";
import {
  numberDays,
  rateOf,
  readBands,
  bandsOf,
  showTimes,
  timeIndex,
  timeOfDay,
  timeOrder,
  timeParameters,
  type NumberDays,
  type Shown,
} from "./windows.ts";

/** Verdicts of one sort. */
export interface VerdictLine {
  id: string;
  all: Shown;
  counts: Record<Verdict, Shown>;
}

/** What a list's simulations expected. Rates are 0 to 1. */
export interface Expectation {
  list: string;
  title: string;
  sample: boolean;
  /** Epoch milliseconds. */
  at: number;
  /** Another version of the list answers since. */
  old: boolean;
  clean: number | null;
  mistaken: number | null;
  /** Wrong confirmations in 10,000 lookups by strangers, with the ends of the 95 % interval. */
  strangers: { per10000: number; from: number; to: number };
}

export interface Matching {
  all: VerdictLine;
  /** What the machine had said. */
  machine: VerdictLine[];
  /** Why it was looked at: the kind of the wish. */
  kinds: VerdictLine[];
  /** What kept the two apart. */
  differs: VerdictLine[];
  /** Bits of weight, from here to three more; the heaviest first. */
  weights: VerdictLine[];
  /** Matches that the machine left open, and how many of them were theirs. */
  open: VerdictLine;
  denied: {
    confirmed: Shown;
    /** People who said that a confirmed case is not theirs. */
    denied: Shown;
    per1000: number | null;
  };
  expected: Expectation[];
}

interface Row {
  kind: string;
  machine: Decision;
  differs: string;
  bucket: number;
  verdict: Verdict;
  time: number;
  n: number;
}

const machines: readonly Decision[] = ["confirmed", "possible", "none"];
const kinds = ["person", "notMine", "callBack", "unknown"] as const;
const apart = [...differences, "unknown"] as const;

// Verdicts of before reasons were counted stand in a table of their own.
const statement = `
select kind, machine, differs, bucket::int as bucket, verdict, ${timeOfDay} as time, sum(n)::int as n
from (
  select day, kind, machine, differs, bucket, verdict, n from verdict_count
  union all
  select day, 'unknown', machine, 'unknown', bucket, verdict, n from verdict_tally
) v where day between $4::text::date and $5::text::date group by 1, 2, 3, 4, 5, 6`;

/** Reads verdicts and denials of the last `days` UTC days, today included. */
export async function readMatching(services: Services, days: NumberDays): Promise<Matching> {
  const { database, runtime } = services;
  const [rows, expected, outcomes, notMine] = await Promise.all([
    database.query<Row>(statement, timeParameters(runtime.now())),
    readExpectations(services),
    readOutcomes(services),
    readBands(services, "^handOff_notMine$"),
  ]);
  const time = timeIndex(days);
  const confirmed = outcomes.confirmed[time] ?? null;
  const denied = showTimes(bandsOf(notMine))[time] ?? null;
  const rate = rateOf(denied, confirmed);
  return {
    ...showVerdicts(rows, time),
    denied: { confirmed, denied, per1000: rate === null ? null : 1000 * rate },
    expected,
  };
}

function showVerdicts(rows: readonly Row[], time: number): Omit<Matching, "denied" | "expected"> {
  const atomOf = ({ kind, machine, differs, bucket, verdict }: Row) =>
    [kind, machine, differs, bucket, verdict].join("/");
  const atoms = (wanted: (row: Row) => boolean) => [...new Set(rows.filter(wanted).map(atomOf))];
  const buckets = [...new Set(rows.map(({ bucket }) => bucket))].sort((a, b) => b - a);
  const sorts: Record<string, [id: string, mine: (row: Row) => boolean][]> = {
    all: [["all", () => true]],
    machine: machines.map((id) => [id, ({ machine }) => machine === id]),
    kind: kinds.map((id) => [id, ({ kind }) => kind === id]),
    differs: apart.map((id) => [id, ({ differs }) => differs === id]),
    weight: buckets.map((id) => [String(id), ({ bucket }) => bucket === id]),
    open: [["open", ({ machine }) => machine !== "confirmed"]],
  };
  const cellsOf = Object.entries(sorts).flatMap(([sort, lines]) =>
    lines.flatMap(([id, mine]) => [
      [`${sort}/${id}`, atoms(mine)] as const,
      ...verdicts.map(
        (verdict) =>
          [`${sort}/${id}/${verdict}`, atoms((row) => mine(row) && row.verdict === verdict)] as const,
      ),
    ]),
  );
  const families = Object.entries(sorts).flatMap(([sort, lines]) => [
    // A line is the sum of its verdicts, and all lines of a sort are the whole.
    ...lines.map(([id]) => ({
      whole: `${sort}/${id}`,
      parts: verdicts.map((verdict) => `${sort}/${id}/${verdict}`),
    })),
    ...["", ...verdicts.map((verdict) => `/${verdict}`)].map((end) => ({
      whole: `all/all${end}`,
      parts: sort === "all" ? [] : lines.map(([id]) => `${sort}/${id}${end}`),
    })),
  ]);
  const cells = showTable({
    counts: rows.map((row) => ({ atom: atomOf(row), time: row.time, n: row.n })),
    times: numberDays.length,
    order: timeOrder,
    cells: new Map(cellsOf),
    families,
    // What the sentences say stands before the splits.
    rank: (cell) => (/^(?:all|open)/.test(cell) ? 0 : cell.startsWith("machine") ? 1 : 2),
  });
  const cell = (key: string) => cells.get(key)?.[time] ?? null;
  const line = (sort: string, id: string): VerdictLine => ({
    id,
    all: cell(`${sort}/${id}`),
    counts: {
      theirs: cell(`${sort}/${id}/theirs`),
      notTheirs: cell(`${sort}/${id}/notTheirs`),
      needMore: cell(`${sort}/${id}/needMore`),
    },
  });
  const lines = (sort: string) => (sorts[sort] ?? []).map(([id]) => line(sort, id));
  const some = (all: VerdictLine[]) => all.filter((one) => one.all !== 0);
  return {
    all: line("all", "all"),
    machine: lines("machine"),
    kinds: some(lines("kind")),
    differs: some(lines("differs")),
    weights: some(lines("weight")),
    open: line("open", "open"),
  };
}

async function readExpectations({ database }: Services): Promise<Expectation[]> {
  const rows = await database.query<{
    list: string;
    title: string;
    sample: boolean;
    at: number;
    old: boolean;
    cleanAsked: number;
    cleanConfirmed: number;
    mistakenAsked: number;
    mistakenConfirmed: number;
    per10000: number;
    from: number;
    to: number;
  }>(
    `select l.id as list, l.title, l.sample, (extract(epoch from m.at) * 1000)::float8 as at,
       m.version is distinct from l.current as old,
       m.clean_asked as "cleanAsked", m.clean_confirmed as "cleanConfirmed",
       m.mistaken_asked as "mistakenAsked", m.mistaken_confirmed as "mistakenConfirmed",
       m.strangers_per_10000 as per10000, m.strangers_from as "from", m.strangers_to as "to"
     from list_measure m join list l on l.id = m.list_id where l.current is not null order by l.announced, l.id`,
  );
  const rate = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return rows.map(({ per10000, from, to, cleanAsked, cleanConfirmed, mistakenAsked, ...row }) => ({
    list: row.list,
    title: row.title,
    sample: row.sample,
    at: row.at,
    old: row.old,
    clean: rate(cleanConfirmed, cleanAsked),
    mistaken: rate(row.mistakenConfirmed, mistakenAsked),
    strangers: { per10000, from, to },
  }));
}
