/**
 * Tries at something secret, counted in the database before they are made and never given back. Whoever asks when the
 * database does not answer gets its error: nothing is tried uncounted.
 */
import { byteaArray, type Database } from "../db/database.ts";
import { keyedHash, type Sealer } from "./seal.ts";
import { secretOf } from "./secrets.ts";

/** One counter: what it counts, how many tries it bears in how long. */
export interface TryLimit {
  of: readonly string[];
  max: number;
  windowMs: number;
}

/**
 * Spends one try of each counter; a counter starts again with the next whole window.
 * @param now epoch milliseconds.
 * @returns whether every counter is within its limit.
 */
export async function spendTry(
  database: Database,
  sealer: Sealer,
  limits: readonly TryLimit[],
  now: number,
): Promise<boolean> {
  const secret = await secretOf(database, sealer, "limits");
  const counters = limits.map(({ of, max, windowMs }) => ({
    key: keyedHash(secret, ["try", ...of, String(windowMs), String(Math.floor(now / windowMs))]),
    max,
  }));
  const goneAt = now + Math.max(...limits.map(({ windowMs }) => windowMs));
  const rows = await database.query<{ key: string; n: number }>(
    `insert into limit_counter as l (key, n, gone_at)
     select key, 1, to_timestamp($2::float8 / 1000) from unnest($1::text::bytea[]) as key order by key
     on conflict (key) do update set n = l.n + 1
     returning encode(key, 'hex') as key, n`,
    [byteaArray(counters.map(({ key }) => key)), goneAt],
  );
  const counts = new Map(rows.map(({ key, n }) => [key, n]));
  return counters.every(({ key, max }) => (counts.get(key.toString("hex")) ?? Infinity) <= max);
}
