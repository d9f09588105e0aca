/**
 * The numbers of a time, for the organisation: how many people, by day, channel, language and outcome, how far they
 * came, and what texting cost. Small counts leave this act hidden, so that no page can show one.
 */
import { outcomeIds } from "../../law/outcomes.ts";
import { leastShown } from "../../lists/quality/suppress.ts";
import { showDays } from "../numbers/days.ts";
import { readOutcomes, type ShownOutcomes } from "../numbers/read-outcomes.ts";
import { showTable } from "../numbers/table.ts";
import {
  bandsOf,
  daysOfTime,
  idsOf,
  numberDays,
  readBands,
  readDays,
  showTimes,
  timeIndex,
  timeOrder,
  type BandRow,
  type NumberDays,
  type Shown,
} from "../numbers/windows.ts";
import { readCosts, type CostLine } from "../read-costs.ts";
import type { Services } from "../services.ts";
import { wayQuestions } from "../turn/tallies.ts";

export { numberDays, type NumberDays };

export interface NumberRow {
  id: string;
  n: Shown;
}

/** What a kind of conversation by text cost; hidden where it was about few people. */
export interface CostRow {
  locale: string;
  /** Outcome, or "all". */
  of: string;
  n: Shown;
  segmentsIn: Shown;
  segmentsOut: Shown;
  /** US dollars. */
  dollars: number | null;
}

export interface Numbers {
  /** First and last UTC day counted. */
  from: string;
  to: string;
  /** What one row of `days` stands for: its id is the first day of it. */
  by: "day" | "week";
  /** Conversations begun. */
  people: Shown;
  days: NumberRow[];
  channels: NumberRow[];
  languages: NumberRow[];
  /** Outcomes told; one conversation may be told two. */
  outcomes: NumberRow[];
  /** How far conversations came: begun, each question on the way, the first answer. */
  way: NumberRow[];
  /** What people asked for beyond an answer, and how many opted out or erased. */
  wishes: NumberRow[];
  costs: { all: CostRow; told: CostRow[] };
}

/** Reads the totals of the last `days` UTC days, today included. */
export async function readNumbers(services: Services, days: NumberDays): Promise<Numbers> {
  const now = services.runtime.now();
  const time = timeIndex(days);
  const [rows, byDay, outcomes] = await Promise.all([
    readBands(services, "^(conversation|told|reached_.*|handOff_.*|watch|optOut|erase)$"),
    readDays(services, "^conversation$", daysOfTime(now, 365).from),
    readOutcomes(services),
  ]);
  const conversations = rows.filter(({ name }) => name === "conversation");
  const { times, days: dayRows, by } = showDays(byDay.get("conversation") ?? new Map(), now, days);
  const total = (name: string) => showTimes(bandsOf(rows.filter((row) => row.name === name)))[time] ?? null;
  const each = (names: readonly string[], prefix = "") =>
    names.map((name) => ({ id: name, n: total(prefix + name) }));
  const { channels, languages } = split(conversations, times, time);
  const people = times[time] ?? null;

  return {
    ...daysOfTime(now, days),
    by,
    people,
    days: dayRows,
    channels,
    languages,
    outcomes: outcomeIds.flatMap((id) => {
      const n = outcomes.outcomes.get(id)?.[time] ?? null;
      return n === 0 ? [] : [{ id, n }];
    }),
    way: [{ id: "begun", n: people }, ...each(wayQuestions, "reached_"), { id: "told", n: total("told") }],
    wishes: each(["handOff_person", "handOff_notMine", "watch", "optOut", "erase"]),
    costs: await shownCosts(services, days, channels, outcomes),
  };
}

/** Conversations begun, by channel and by language: two splits of the same people. */
function split(
  rows: readonly BandRow[],
  people: readonly Shown[],
  time: number,
): { channels: NumberRow[]; languages: NumberRow[] } {
  const atomOf = ({ channel, locale }: BandRow) => `${channel}/${locale}`;
  const atoms = (wanted: (row: BandRow) => boolean) => [...new Set(rows.filter(wanted).map(atomOf))];
  const ids = { channel: idsOf(rows, "channel"), locale: idsOf(rows, "locale") };
  const keys = (of: "channel" | "locale") => ids[of].map((id) => `${of}/${id}`);
  const cells = showTable({
    counts: rows.map((row) => ({ atom: atomOf(row), time: row.time, n: row.n })),
    times: numberDays.length,
    order: timeOrder,
    cells: new Map([
      ["all", atoms(() => true)],
      ...(["channel", "locale"] as const).flatMap((of) =>
        ids[of].map((id) => [`${of}/${id}`, atoms((row) => row[of] === id)] as const),
      ),
    ]),
    families: [
      { whole: "all", parts: keys("channel") },
      { whole: "all", parts: keys("locale") },
    ],
    may: (cell, at) => cell !== "all" || (people[at] ?? null) !== null,
  });
  const lines = (of: "channel" | "locale") =>
    ids[of].flatMap((id) => {
      const n = cells.get(`${of}/${id}`)?.[time] ?? null;
      return n === 0 ? [] : [{ id, n }];
    });
  return { channels: lines("channel"), languages: lines("locale") };
}

/** How many conversations a cost was for says what the other tables say, and is hidden where they hide it. */
async function shownCosts(
  services: Services,
  days: NumberDays,
  channels: readonly NumberRow[],
  { byText }: ShownOutcomes,
): Promise<Numbers["costs"]> {
  const costs = await readCosts(services, days);
  const row = (line: CostLine, n: Shown): CostRow => {
    const { locale, of, segmentsIn, segmentsOut, dollars } = line;
    return { locale, of, n, segmentsIn, segmentsOut, dollars };
  };
  const hidden = { n: null, segmentsIn: null, segmentsOut: null, dollars: null };
  const few = costs.all.n > 0 && costs.all.n < leastShown;
  const all = costs.all.n === 0 ? 0 : (channels.find(({ id }) => id === "sms")?.n ?? null);
  return {
    // Of many kinds together it can be told what they cost, though not how many they were.
    all: few ? { ...row(costs.all, null), ...hidden } : row(costs.all, all),
    // One kind costs much the same each time: its cost would say how many.
    told: costs.told.map((line) => {
      const n = byText.get(`${line.locale}/${line.of}`)?.[timeIndex(days)] ?? null;
      return n === null ? { ...row(line, null), ...hidden } : row(line, n);
    }),
  };
}
