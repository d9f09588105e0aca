/**
 * How many people an event reached, how many were told an outcome, and how many cases were confirmed, by language: from
 * the daily totals alone, with what is too small to show left out.
 */
import { shown, shownRow, type Shown } from "../../lists/quality/suppress.ts";
import { eventPart, eventTallies, type EventPart } from "../../privacy/eventTally.ts";
import type { Services } from "../services.ts";
import { eventLanguages, type EventLanguage } from "./types.ts";

/** People of one language, or of all. */
export interface EventPeople<Count = Shown> {
  reached: Count;
  /** Told an outcome. */
  completed: Count;
  /** Told that a case of theirs is on a list. */
  confirmed: Count;
}

export interface EventCounts {
  /** The number reached is always shown: that somebody was there says nothing about anybody. */
  all: EventPeople & { reached: number };
  /** `unknown`: gone before they showed a language. */
  byLanguage: Record<EventLanguage | "unknown", EventPeople>;
}

type Language = keyof EventCounts["byLanguage"];
const languages: readonly Language[] = [...eventLanguages, "unknown"];
const columns = ["reached", "completed", "confirmed"] as const;

interface Row {
  name: string;
  locale: string;
  n: number;
}

/** The counts of a code, whether or not an event has it. */
export async function countEvent({ database, sealer }: Services, code: string): Promise<EventCounts> {
  const tallies = eventTallies(sealer, code);
  const rows = await database.query<Row>(
    `select substring(name from 23) as name, locale, sum(n)::int as n from tally
     where substring(name from 1 for 22) = any($1::text::text[]) group by 1, 2`,
    [`{${tallies.join(",")}}`],
  );
  const sum = (language: Language, ...names: string[]) =>
    rows
      .filter((row) => row.locale === language && names.includes(row.name))
      .reduce((total, row) => total + row.n, 0);
  const part = (name: EventPart) => eventPart("", name);
  const choseLater = eventLanguages.reduce((total, one) => total + sum(one, part("language")), 0);
  const counted = languages.map((language) => ({
    reached:
      language === "unknown"
        ? Math.max(0, sum(language, "") - choseLater)
        : sum(language, "", part("language")),
    completed: sum(language, part("confirmed"), part("told")),
    confirmed: sum(language, part("confirmed"), part("confirmedLater")),
  }));
  return suppressed(counted);
}

/**
 * Leaves out what is below 11 and what it would follow from: within a row (confirmed, told something else, told nothing)
 * and within a column (the languages).
 */
export function suppressed(counted: readonly EventPeople<number>[]): EventCounts {
  const total = (column: (typeof columns)[number]) => counted.reduce((sum, row) => sum + row[column], 0);
  const all = { reached: total("reached"), completed: total("completed"), confirmed: total("confirmed") };
  const cells = [...counted, all].map(shownPeople);
  for (const column of columns) {
    const shownNow = shownRow(counted.map((row) => row[column]));
    for (const [i, cell] of shownNow.entries()) {
      const row = cells[i];
      if (row && cell === null) row[column] = null;
    }
    const hidden = cells.slice(0, -1).filter((row) => row[column] === null);
    // One hidden cell follows from the total: then the total goes too, or, where it stays, every language.
    const last = cells.at(-1);
    if (hidden.length !== 1 || !last) continue;
    if (column === "reached") for (const row of cells) row.reached = null;
    else last[column] = null;
  }
  const [en, es, unknown, sums] = cells;
  if (!en || !es || !unknown || !sums) throw new Error("a language is missing");
  return { all: { ...sums, reached: all.reached }, byLanguage: { en, es, unknown } };
}

/** One row by itself. Whoever knows how many were reached knows how many were told nothing, and so on. */
function shownPeople({ reached, completed, confirmed }: EventPeople<number>): EventPeople {
  const parts = shownRow([confirmed, Math.max(0, completed - confirmed), Math.max(0, reached - completed)]);
  return {
    reached: shown(reached),
    completed: parts[2] === null ? null : shown(completed),
    confirmed: parts[0] ?? null,
  };
}
