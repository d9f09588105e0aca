/**
 * Texts that people wait for: how many stand for a later list, and how many asked and were told, month by month.
 */
import { utcDay } from "../../runtime.ts";
import type { Services } from "../services.ts";
import { countWatches } from "../staff/count-watches.ts";
import { largestFirst, showStretches } from "./stretches.ts";
import { dayNumber, readDays, timeOrder, timesUntil, type Shown } from "./windows.ts";

const monthsShown = 12;

export interface MonthLine {
  /** YYYY-MM. */
  month: string;
  asked: Shown;
  told: Shown;
  ended: Shown;
}

export interface LaterTexts {
  /** By language. */
  standing: { locale: string; n: Shown }[];
  /** Oldest first; the last one is not over. */
  months: MonthLine[];
}

/** Names that turns and the sender count by. */
const names = { asked: "watch", told: "text_watchAgain", ended: "text_watchEnded" } as const;

/** First days of this month and those before it, oldest first, and of the next. @param today YYYY-MM-DD. */
function monthStarts(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: monthsShown + 1 }, (_, i) =>
    utcDay(Date.UTC(year, month - monthsShown + i, 1)),
  );
}

export async function readLater(services: Services): Promise<LaterTexts> {
  const now = services.runtime.now();
  const starts = monthStarts(utcDay(now));
  const times = timesUntil(now);
  const oldest = Math.min(dayNumber(starts[0] ?? ""), ...times.map(({ from }) => from));
  const [days, standing] = await Promise.all([
    readDays(services, "^(watch|text_watchAgain|text_watchEnded)$", utcDay(oldest * 24 * 3_600_000)),
    countWatches(services),
  ]);
  const months = starts.slice(0, -1).map((start, i) => ({
    from: dayNumber(start),
    to: dayNumber(starts[i + 1] ?? start),
  }));
  const shownOf = (name: string) => {
    const counts = days.get(name) ?? new Map<number, number>();
    const sorted = largestFirst(counts, months);
    // What people asked for is told by week, month and year elsewhere: that comes first, or a month would tell it.
    const before = name === names.asked ? timeOrder.flatMap((time) => times[time] ?? []) : [];
    const cells = showStretches(counts, [...before, ...sorted]).slice(before.length);
    return (from: number) => cells[sorted.findIndex((month) => month.from === from)] ?? null;
  };
  const [asked, told, ended] = [shownOf(names.asked), shownOf(names.told), shownOf(names.ended)];
  return {
    standing,
    months: months.map(({ from }, i) => ({
      month: (starts[i] ?? "").slice(0, 7),
      asked: asked(from),
      told: told(from),
      ended: ended(from),
    })),
  };
}
