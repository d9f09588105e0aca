/**
 * How often a limit stood in the way, by kind and by day, and whether one does now.
 */
import { countThisHour, lookupLimits, recordLimits, type LimitKind } from "../../privacy/limits.ts";
import { utcDay } from "../../runtime.ts";
import type { Services } from "../services.ts";
import type { LookupMode } from "../switch-lookups.ts";
import { showDays, type DayRow } from "./days.ts";
import { showTable } from "./table.ts";
import {
  dayMs,
  dayNumber,
  daysOfTime,
  numberDays,
  readDays,
  timeIndex,
  timeOrder,
  timesUntil,
  type NumberDays,
  type Shown,
} from "./windows.ts";

/** `record`: wrong birth dates guessed at one name and birth year until its record froze. */
export const limitKinds = ["phone", "address", "conversation", "worker", "hour", "record"] as const;
type Kind = (typeof limitKinds)[number];
// Every kind that lookups count has its line.
const counted: Readonly<Record<LimitKind, Kind>> = {
  phone: "phone",
  address: "address",
  conversation: "conversation",
  worker: "worker",
  hour: "hour",
};

export interface LimitNumbers {
  all: Shown;
  by: "day" | "week";
  days: DayRow[];
  /** `allowed`: how many of it a limit lets pass. */
  kinds: { id: Kind; n: Shown; allowed: number }[];
  now: {
    /** More lookups by name and birth date this hour than the ceiling allows: on the web none of them confirms. */
    overCeiling: boolean;
    ceiling: number;
    /** Some record confirms no more by name and birth date. */
    frozen: boolean;
    lookups: LookupMode;
  };
}

/** Reads the limits of the last `days` UTC days, today included. */
export async function readLimits(services: Services, days: NumberDays): Promise<LimitNumbers> {
  const now = services.runtime.now();
  const longest = daysOfTime(now, 365).from;
  const [tallies, frozen, state] = await Promise.all([
    readDays(services, "^limit_", longest),
    readFrozen(services, longest),
    readState(services),
  ]);
  const byKind = new Map<Kind, Map<number, number>>();
  for (const [limit, kind] of Object.entries(counted)) {
    byKind.set(kind, tallies.get(`limit_${limit}`) ?? new Map<number, number>());
  }
  byKind.set("record", frozen);
  const sums = new Map<number, number>();
  for (const one of byKind.values()) for (const [day, n] of one) sums.set(day, (sums.get(day) ?? 0) + n);
  const whole = showDays(sums, now, days);
  const time = timeIndex(days);
  const times = timesUntil(now);
  const cells = showTable({
    counts: [...byKind].flatMap(([atom, one]) =>
      [...one].map(([day, n]) => ({ atom, n, time: times.findIndex(({ from }) => day >= from) })),
    ),
    times: numberDays.length,
    order: timeOrder,
    cells: new Map([
      ["all", [...limitKinds]],
      ...limitKinds.map((kind) => [kind, [kind]] as [string, string[]]),
    ]),
    families: [{ whole: "all", parts: limitKinds }],
    may: (cell, at) => cell !== "all" || (whole.times[at] ?? null) !== null,
  });
  const allowed: Record<Kind, number> = {
    phone: lookupLimits.perPhoneDay,
    address: lookupLimits.perAddressDay,
    conversation: lookupLimits.perConversation,
    worker: lookupLimits.perWorkerDay,
    hour: services.config.lookupsPerHour,
    record: recordLimits.in30Days,
  };
  return {
    all: whole.times[time] ?? null,
    by: whole.by,
    days: whole.days,
    kinds: limitKinds.map((id) => ({ id, n: cells.get(id)?.[time] ?? null, allowed: allowed[id] })),
    now: state,
  };
}

/** Records that froze, by the day, from the audit. */
async function readFrozen({ database, runtime }: Services, from: string): Promise<Map<number, number>> {
  const rows = await database.query<{ day: string; n: number }>(
    `select (at at time zone 'UTC')::date::text as day, count(*)::int as n from audit
     where event = 'record_frozen' and at >= to_timestamp($1::float8 / 1000) and at < to_timestamp($2::float8 / 1000)
     group by 1`,
    [Date.parse(from), Date.parse(utcDay(runtime.now())) + dayMs],
  );
  return new Map(rows.map(({ day, n }) => [dayNumber(day), n]));
}

async function readState({ config, database, runtime, sealer }: Services): Promise<LimitNumbers["now"]> {
  const ceiling = config.lookupsPerHour;
  const [rows, hour] = await Promise.all([
    database.query<{ lookups: string | null; frozen: boolean }>(
      `select (select value from setting where key = 'lookups') as lookups,
         exists (select 1 from record_budget where frozen_at is not null) as frozen`,
    ),
    countThisHour(database, sealer, runtime.now()),
  ]);
  const modes = ["full", "number", "off"] as const;
  // The configuration is the ceiling: staff's switch only lowers it.
  const lowest = Math.max(
    modes.indexOf(config.lookups),
    modes.findIndex((mode) => mode === rows[0]?.lookups),
  );
  return {
    overCeiling: hour > ceiling,
    ceiling,
    frozen: rows[0]?.frozen ?? false,
    lookups: modes[lowest] ?? "full",
  };
}
