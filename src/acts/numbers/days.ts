/**
 * One count by day, or by week where the time is long: settled together with the times themselves.
 */
import { largestFirst, showStretches, type Stretch } from "./stretches.ts";
import {
  dayOf,
  numberDays,
  timeIndex,
  timeOrder,
  timesUntil,
  type NumberDays,
  type Shown,
} from "./windows.ts";

/** A longer time is drawn by the week. */
const daysByDayMax = 31;

export interface DayRow {
  /** The first day of what it stands for. */
  id: string;
  n: Shown;
}

export interface ShownDays {
  /** In the order of `numberDays`. */
  times: Shown[];
  by: "day" | "week";
  days: DayRow[];
}

/** 1970-01-01 was a Thursday. */
const mondayOf = (day: number) => day - ((((day + 3) % 7) + 7) % 7);

/** Days or weeks of a time, oldest first; a week is cut where the time begins and ends. */
function partsOf({ from, to }: Stretch, days: number): Stretch[] {
  const parts: Stretch[] = [];
  for (let at = from; at < to;) {
    const next = days > daysByDayMax ? Math.min(to, mondayOf(at) + 7) : at + 1;
    parts.push({ from: at, to: next });
    at = next;
  }
  return parts;
}

/** @param counts by day number, of a year at least. @param now epoch milliseconds. */
export function showDays(counts: ReadonlyMap<number, number>, now: number, days: NumberDays): ShownDays {
  const times = timesUntil(now);
  const parts = times.map((time, i) => partsOf(time, numberDays[i] ?? 0));
  const keyOf = ({ from, to }: Stretch) => `${from}-${to}`;
  const order = [
    ...timeOrder.flatMap((time) => times[time] ?? []),
    // The same day or week of two times is one.
    ...largestFirst(counts, [...new Map(parts.flat().map((part) => [keyOf(part), part])).values()]),
  ];
  const cells = showStretches(counts, order);
  const shown = new Map(order.map((stretch, i) => [keyOf(stretch), cells[i] ?? null]));
  const cell = (stretch: Stretch) => shown.get(keyOf(stretch)) ?? null;
  return {
    times: times.map(cell),
    by: days > daysByDayMax ? "week" : "day",
    days: (parts[timeIndex(days)] ?? []).map((part) => ({
      id: dayOf(days > daysByDayMax ? mondayOf(part.from) : part.from),
      n: cell(part),
    })),
  };
}
