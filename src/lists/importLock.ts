/**
 * One import of a list at a time. On PostgreSQL an advisory lock on a connection of its own, which the server frees
 * when the process dies; on PGlite a note in memory, since one process alone holds the folder.
 */
import type { Sql } from "postgres";
import type { Database } from "../db/database.ts";

/** Any number: all processes of this program must agree on it. */
const lockSpace = 727_002;

const held = new WeakMap<object, Set<string>>();

/**
 * Runs while holding the list's lock.
 * @returns what `run` gives, or undefined when another import of this list is under way.
 */
export async function whileHolding<T>(
  database: Database,
  listId: string,
  run: () => Promise<T>,
): Promise<{ result: T } | undefined> {
  const here = held.get(database.drizzle) ?? new Set<string>();
  held.set(database.drizzle, here);
  if (here.has(listId)) return undefined;
  here.add(listId);
  try {
    if (database.kind === "pglite") return { result: await run() };
    return await whileHoldingOnServer(database, listId, run);
  } finally {
    here.delete(listId);
  }
}

async function whileHoldingOnServer<T>(
  database: Database,
  listId: string,
  run: () => Promise<T>,
): Promise<{ result: T } | undefined> {
  // The pool behind drizzle: a lock of a session needs a connection that stays the same.
  const { $client } = database.drizzle as unknown as { $client: Sql };
  const connection = await $client.reserve();
  try {
    const [row] = await connection.unsafe<{ taken: boolean }[]>(
      "select pg_try_advisory_lock($1::int, hashtext($2)) as taken",
      [lockSpace, listId],
    );
    if (row?.taken !== true) return undefined;
    try {
      return { result: await run() };
    } finally {
      await connection.unsafe("select pg_advisory_unlock($1::int, hashtext($2))", [lockSpace, listId]);
    }
  } finally {
    connection.release();
  }
}
