/**
 * The numbers of a time, for the organisation: how many people, by day, channel, language and outcome, how far they
 * came, and what texting cost. Small counts leave this act hidden, so that no page can show one.
 */
import { outcomeIds } from "../../law/outcomes.ts";
import { shown, shownRow, type Shown } from "../../lists/quality/suppress.ts";
import { utcDay } from "../../runtime.ts";
import { readCosts, type CostLine } from "../read-costs.ts";
import type { Services } from "../services.ts";
import { wayQuestions } from "../turn/tallies.ts";

const dayMs = 24 * 3_600_000;
/** A longer time is drawn by the week. */
const daysByDayMax = 31;

/** Times that can be looked at, in days, today included. */
export const numberDays = [7, 30, 90, 365] as const;
export type NumberDays = (typeof numberDays)[number];

export interface NumberRow {
  id: string;
  n: Shown;
}

/** What a kind of conversation by text cost; hidden as a whole where it was about few people. */
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

interface Row {
  name: string;
  day: string | null;
  channel: string | null;
  locale: string | null;
  n: number;
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const at = Date.parse(day);
  return utcDay(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs);
}

/** Reads the totals of the last `days` UTC days, today included. */
export async function readNumbers(services: Services, days: NumberDays): Promise<Numbers> {
  const now = services.runtime.now();
  const from = utcDay(now - (days - 1) * dayMs);
  const to = utcDay(now);
  const rows = await services.database.query<Row>(
    `select name, day::text as day, channel, locale, sum(n)::int as n from tally
     where day between $1::text::date and $2::text::date
     group by grouping sets ((name), (name, day), (name, channel), (name, locale))`,
    [from, to],
  );
  const totals = new Map<string, number>();
  for (const row of rows) if ((row.day ?? row.channel ?? row.locale) === null) totals.set(row.name, row.n);
  const total = (name: string) => totals.get(name) ?? 0;
  const people = total("conversation");
  const by = days > daysByDayMax ? "week" : "day";
  const each = (names: readonly string[], prefix = "") =>
    names.map((name) => ({ id: name, n: shown(total(prefix + name)) }));
  const outcomes = outcomeIds.map((id) => ({ id, n: total(`outcome_${id}`) }));

  return {
    from,
    to,
    by,
    people: shown(people),
    days: shownParts(byTime(rows, from, to, by)),
    channels: shownParts(parts(rows, "channel")),
    languages: shownParts(parts(rows, "locale")),
    outcomes: shownParts(outcomes.filter(({ n }) => n > 0)),
    way: [
      { id: "begun", n: shown(people) },
      ...each(wayQuestions, "reached_"),
      { id: "told", n: shown(total("told")) },
    ],
    wishes: each(["handOff_person", "handOff_notMine", "watch", "optOut", "erase"]),
    costs: await shownCosts(services, days),
  };
}

/** Conversations begun, by what a row says of them. */
function parts(rows: readonly Row[], of: "channel" | "locale"): { id: string; n: number }[] {
  return rows
    .filter((row) => row.name === "conversation" && row[of] !== null)
    .map((row) => ({ id: row[of] ?? "", n: row.n }))
    .sort((a, b) => b.n - a.n || a.id.localeCompare(b.id));
}

/** Every day or week of the time, those without anybody too. */
function byTime(rows: readonly Row[], from: string, to: string, by: Numbers["by"]) {
  const groups = new Map<string, number>();
  const groupOf = (day: string) => (by === "week" ? mondayOf(day) : day);
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) groups.set(groupOf(utcDay(at)), 0);
  for (const { name, day, n } of rows) {
    if (name !== "conversation" || day === null) continue;
    groups.set(groupOf(day), (groups.get(groupOf(day)) ?? 0) + n);
  }
  return Array.from(groups, ([id, n]) => ({ id, n }));
}

/** Rows whose sum is shown elsewhere. */
function shownParts(rows: readonly { id: string; n: number }[]): NumberRow[] {
  const cells = shownRow(rows.map((row) => row.n));
  return rows.map(({ id }, i) => ({ id, n: cells[i] ?? null }));
}

async function shownCosts(services: Services, days: number): Promise<Numbers["costs"]> {
  const costs = await readCosts(services, days);
  const row = (line: CostLine, n: Shown): CostRow => {
    const { locale, of, segmentsIn, segmentsOut, dollars } = line;
    if (n === null) return { locale, of, n, segmentsIn: null, segmentsOut: null, dollars: null };
    return { locale, of, n, segmentsIn, segmentsOut, dollars };
  };
  const told = shownRow(costs.told.map((line) => line.n));
  return {
    all: row(costs.all, shown(costs.all.n)),
    told: costs.told.map((line, i) => row(line, told[i] ?? null)),
  };
}
