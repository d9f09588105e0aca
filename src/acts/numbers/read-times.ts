/**
 * How long people take from their first message to their first result, from the buckets that turns count in.
 */
import { bucketName, promisedSeconds, resultBounds } from "../turn/resultTime.ts";
import type { Services } from "../services.ts";
import { showTable } from "./table.ts";
import {
  bandsOf,
  idsOf,
  numberDays,
  rateOf,
  readBands,
  showTimes,
  timeIndex,
  timeOrder,
  type BandRow,
  type NumberDays,
  type Shown,
} from "./windows.ts";

/** What is drawn: upper bounds in seconds, each a bucket's own; the last has none. */
export const timeGroups = [30, 60, 90, 120, 180, 300, 900, undefined] as const;

/** At least so many lie on either side of a time that is told: the median of 22, the nine in ten of 110. */
const leastBeside = 11;

export interface TimeLine {
  /** Channel or language; "all". */
  id: string;
  n: Shown;
  /** Half had their result within so many seconds, and nine in ten: a bucket's upper bound, `Infinity` beyond the last. */
  half: number | null;
  nineInTen: number | null;
  /** How many had it within two minutes, and which share that is. */
  within: Shown;
  share: number | null;
}

export interface Times {
  all: TimeLine;
  channels: TimeLine[];
  languages: TimeLine[];
  groups: { to: number | undefined; n: Shown }[];
}

const bounds: readonly (number | undefined)[] = [...resultBounds, undefined];
const boundOf = new Map(bounds.map((bound) => [bucketName(bound), bound]));

const inTime = (time: number) => (row: BandRow) => row.time <= time;

/** The upper bound of the bucket that this share of the rows falls within; null where too few lie beside it. */
function quantile(rows: readonly BandRow[], share: number): number | null {
  const all = rows.reduce((sum, { n }) => sum + n, 0);
  if (all * Math.min(share, 1 - share) < leastBeside - 1e-9) return null;
  let sum = 0;
  for (const bound of bounds) {
    sum += rows.filter(({ name }) => name === bucketName(bound)).reduce((n, row) => n + row.n, 0);
    if (sum >= all * share - 1e-9) return bound ?? Infinity;
  }
  return null;
}

/** Reads the times of the last `days` UTC days, today included. */
export async function readTimes(services: Services, days: NumberDays): Promise<Times> {
  const read = await readBands(services, "^(time_.*|told)$");
  const rows = read.filter(({ name }) => boundOf.has(name));
  const told = bandsOf(read.filter(({ name }) => name === "told"));
  const channels = idsOf(rows, "channel");
  const languages = idsOf(rows, "locale");
  const atomOf = ({ channel, locale, name }: BandRow) => `${channel}/${locale}/${name}`;
  const atoms = (wanted: (row: BandRow) => boolean) => [...new Set(rows.filter(wanted).map(atomOf))];
  const quick = ({ name }: BandRow) => (boundOf.get(name) ?? Infinity) <= promisedSeconds;
  const slow = (row: BandRow) => !quick(row);
  const groupOf = ({ name }: BandRow) => {
    const bound = boundOf.get(name) ?? Infinity;
    return timeGroups.findIndex((to) => bound <= (to ?? Infinity));
  };

  // Whoever was told without being timed: a filled form, a slip, or asked to call first.
  const timed = bandsOf(rows);
  const untimed = told.map((n, time) => ({
    atom: "untimed",
    time,
    n: Math.max(0, n - (timed[time] ?? 0)),
  }));
  const toldShown = showTimes(told);
  const each = (ids: readonly string[], of: "channel" | "locale") =>
    ids.map((id) => ({ id, mine: (row: BandRow) => row[of] === id, key: `${of}/${id}` }));
  const parts = [...each(channels, "channel"), ...each(languages, "locale")];
  const groups = timeGroups.map((_, group) => `group/${group}`);
  const keysOf = (of: string, end = "") =>
    parts.flatMap(({ key }) => (key.startsWith(of) ? [key + end] : []));
  const cells = showTable({
    counts: [...rows.map((row) => ({ atom: atomOf(row), time: row.time, n: row.n })), ...untimed],
    times: numberDays.length,
    order: timeOrder,
    cells: new Map([
      ["told", ["untimed", ...atoms(() => true)]],
      ["all", atoms(() => true)],
      ["all/quick", atoms(quick)],
      ...parts.map(({ key, mine }) => [key, atoms(mine)] as const),
      ...parts.map(({ key, mine }) => [`${key}/quick`, atoms((row) => mine(row) && quick(row))] as const),
      ...groups.map((key, group) => [key, atoms((row) => groupOf(row) === group)] as const),
    ]),
    secret: new Map([
      ["all/slow", atoms(slow)],
      ...parts.map(({ key, mine }) => [`${key}/slow`, atoms((row) => mine(row) && slow(row))] as const),
    ]),
    families: [
      { whole: "told", parts: ["all"] },
      { whole: "all", parts: ["all/quick"] },
      { whole: "all", parts: groups },
      {
        whole: "all/quick",
        parts: groups.filter((_, group) => (timeGroups[group] ?? Infinity) <= promisedSeconds),
      },
      ...["channel", "locale"].flatMap((of) => [
        { whole: "all", parts: keysOf(of) },
        { whole: "all/quick", parts: keysOf(of, "/quick") },
      ]),
      ...parts.map(({ key }) => ({ whole: key, parts: [`${key}/quick`] })),
    ],
    rank: (cell) => (/^(?:told|all)/.test(cell) ? 0 : cell.startsWith("group") ? 2 : 1),
    may: (cell, time) => cell !== "told" || (toldShown[time] ?? null) !== null,
  });

  const time = timeIndex(days);
  const cell = (key: string) => cells.get(key)?.[time] ?? null;
  const line = (id: string, key: string, mine: (row: BandRow) => boolean): TimeLine => {
    const some = rows.filter(mine).filter(inTime(time));
    const n = cell(key);
    const within = cell(`${key}/quick`);
    return {
      id,
      n,
      half: n === null ? null : quantile(some, 0.5),
      nineInTen: n === null ? null : quantile(some, 0.9),
      within,
      share: rateOf(within, n),
    };
  };
  const lines = (of: string) =>
    parts.filter(({ key }) => key.startsWith(of)).map(({ id, key, mine }) => line(id, key, mine));
  return {
    all: line("all", "all", () => true),
    channels: lines("channel"),
    languages: lines("locale"),
    groups: timeGroups.map((to, group) => ({ to, n: cell(`group/${group}`) })),
  };
}
