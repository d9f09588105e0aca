/**
 * Secrets kept in the database under the master key: they outlive its rotation, so that what was counted by them
 * still counts. Made by whichever process needs one first.
 */
import type { Database } from "../db/database.ts";
import type { Sealer } from "./seal.ts";

interface Known {
  secret: Buffer;
  goneAt: number;
}

const cache = new WeakMap<Database, Map<string, Known>>();
const bytesEach = 32;

/**
 * The secret of a name, from memory once read.
 * @param options.goneAt when purge destroys it, in epoch milliseconds; absent: never.
 * @throws Error when it was sealed under a key that is not listed.
 */
export async function secretOf(
  database: Database,
  sealer: Sealer,
  name: string,
  options: { goneAt?: number; signal?: AbortSignal | undefined } = {},
): Promise<Buffer> {
  let known = cache.get(database);
  if (!known) cache.set(database, (known = new Map()));
  const cached = known.get(name);
  if (cached) return cached.secret;
  const row = `secret/${name}`;
  const fresh = sealer.seal("limits", row, sealer.random(bytesEach), 64);
  // The no-op update makes the row that was there first come back.
  const rows = await database.query<{ sealed: Uint8Array }>(
    `insert into secret as s (name, sealed, gone_at)
     values ($1, $2::bytea, case when $3::float8 > 0 then to_timestamp($3::float8 / 1000) end)
     on conflict (name) do update set name = s.name returning sealed`,
    [name, fresh, options.goneAt ?? 0],
    options.signal,
  );
  const secret = rows[0] && sealer.open("limits", row, rows[0].sealed);
  if (!secret) throw new Error(`the secret ${name} was sealed under a key that is not among CLEARLINE_KEYS`);
  // One that is destroyed in the database is destroyed here as well: by the time its successor is made, at latest.
  const goneAt = options.goneAt ?? Infinity;
  if (options.goneAt !== undefined) {
    for (const [other, { goneAt: end }] of known) if (end < goneAt) known.delete(other);
  }
  known.set(name, { secret, goneAt });
  return secret;
}
