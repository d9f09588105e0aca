/**
 * A database that remembers what it was asked, and one that fails at a chosen call.
 */
import type { Database, Value } from "../../src/db/database.ts";

export interface Asked {
  text: string;
  values: readonly Value[];
}

/** Passes everything on and records statements, in order. */
export function recordStatements(database: Database): { database: Database; asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    database: {
      ...database,
      query(text, values = [], signal) {
        asked.push({ text, values });
        return database.query(text, values, signal);
      },
    },
  };
}

/** What `failAt` throws. */
export class InjectedFault extends Error {
  override name = "InjectedFault";
}

/**
 * Fails from the `at`-th call on (counted from 1), as a process that was killed there: before the call reaches the
 * database, or, with `after`, once it has been carried out.
 */
export function failAt(
  database: Database,
  at: number,
  after = false,
): { database: Database; calls(): number } {
  let calls = 0;
  const guard = async <T>(run: () => Promise<T>): Promise<T> => {
    const call = ++calls;
    if (call > at || (call === at && !after)) throw new InjectedFault(`call ${call}`);
    const result = await run();
    if (call === at) throw new InjectedFault(`after call ${call}`);
    return result;
  };
  return {
    calls: () => calls,
    database: {
      ...database,
      query: <Row extends object>(text: string, values: readonly Value[] = [], signal?: AbortSignal) =>
        guard(() => database.query<Row>(text, values, signal)),
    },
  };
}
