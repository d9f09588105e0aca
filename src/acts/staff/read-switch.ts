/**
 * The switch of lookups as staff see it: where it stands, who turned it and when, what is frozen, what is near its limit.
 */
import { recordLimits } from "../../privacy/limits.ts";
import { utcDay } from "../../runtime.ts";
import { shown, type Shown } from "../../lists/quality/suppress.ts";
import type { Services } from "../services.ts";
import type { LookupMode } from "../switch-lookups.ts";
import { namesOf } from "./names.ts";

const dayMs = 24 * 3_600_000;
const turnsShown = 10;
/** More than this many are released all at once, or after the first ones. */
export const frozenShown = 50;

export interface SwitchTurn {
  mode: string;
  /** Epoch milliseconds. */
  at: number;
  /** Name or e-mail, "operator" for the command line. */
  by: string;
}

export interface FrozenRecord {
  /** The record's keyed tag: it tells no name, and nobody's. */
  tag: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface SwitchState {
  mode: LookupMode;
  /** What the configuration allows at most. */
  ceiling: LookupMode;
  /** Newest first. */
  turns: SwitchTurn[];
  frozen: { n: number; records: FrozenRecord[]; limits: typeof recordLimits };
  /** Answers of the last seven days that sent people to the phone: a spent limit, lookups off, or a fault. */
  callUs: Shown;
}

const modes: readonly LookupMode[] = ["full", "number", "off"];
const asMode = (text: string | undefined) => modes.find((mode) => mode === text) ?? "full";

export async function readSwitch(services: Services): Promise<SwitchState> {
  const { config, database, runtime } = services;
  const [setting, turns, records, [sums]] = await Promise.all([
    database.query<{ value: string }>("select value from setting where key = 'lookups'"),
    database.query<{ mode: string; at: number; actor: string }>(
      `select coalesce(detail->>'mode', '') as mode, (extract(epoch from at) * 1000)::float8 as at, actor from audit
       where event = 'lookups_switched' order by id desc limit $1::int`,
      [turnsShown],
    ),
    database.query<FrozenRecord>(
      `select tag::text as tag, (extract(epoch from frozen_at) * 1000)::float8 as at from record_budget
       where frozen_at is not null order by frozen_at, tag limit $1::int`,
      [frozenShown],
    ),
    database.query<{ frozen: number; callUs: number }>(
      `select (select count(*)::int from record_budget where frozen_at is not null) as frozen,
         (select coalesce(sum(n), 0)::int from tally
          where name = 'outcome_callUs' and day >= $1::text::date) as "callUs"`,
      [utcDay(runtime.now() - 6 * dayMs)],
    ),
  ]);
  const names = await namesOf(
    services,
    turns.map((turn) => turn.actor),
  );
  return {
    mode: asMode(setting[0]?.value),
    ceiling: config.lookups,
    turns: turns.map(({ actor, ...turn }) => ({ ...turn, by: names.get(actor) ?? actor })),
    frozen: { n: sums?.frozen ?? 0, records, limits: recordLimits },
    callUs: shown(sums?.callUs ?? 0),
  };
}
