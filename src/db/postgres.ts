/**
 * PostgreSQL through postgres.js.
 */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database, Value } from "./database.ts";
import * as schema from "./schema/index.ts";

export interface PostgresOptions {
  url: string;
  /** Connections; with two cores 4 serve lookups 13 % faster than 10, and turns as fast (`bench:lookup`, `bench:turn`). */
  poolMax?: number;
  /** Cancels a statement that runs longer, on the server. Absent for imports. */
  statementTimeoutMs?: number;
}

/** Opens a pool; connects lazily. Named statements are used: no transaction-mode pooler may stand between. */
export function openPostgres(options: PostgresOptions): Database {
  const client = postgres(options.url, {
    max: options.poolMax ?? 4,
    onnotice() {},
    connect_timeout: 10,
    connection: {
      application_name: "clearline",
      ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
    },
  });
  return {
    kind: "postgres",
    drizzle: drizzle(client, { schema }),
    async query<Row extends object>(text: string, values: readonly Value[] = [], signal?: AbortSignal) {
      signal?.throwIfAborted();
      const query = client.unsafe(text, values as never[], { prepare: true });
      if (!signal) return (await query) as unknown as Row[];
      return (await cancellable(query, signal)) as unknown as Row[];
    },
    async close() {
      await client.end({ timeout: 5 });
    },
  };
}

/** How long a cancelled statement may take to say so, before its caller goes on without it. */
const cancelGraceMs = 1_000;

/** Waits for a query; when the signal aborts it is cancelled, waiting or running, and this rejects. */
async function cancellable<T>(query: PromiseLike<T> & { cancel(): void }, signal: AbortSignal): Promise<T> {
  let grace: NodeJS.Timeout | undefined;
  let cancel = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    cancel = () => {
      query.cancel();
      grace = setTimeout(() => reject(signal.reason as Error), cancelGraceMs);
    };
  });
  signal.addEventListener("abort", cancel, { once: true });
  try {
    return await Promise.race([query, givenUp]);
  } finally {
    clearTimeout(grace);
    signal.removeEventListener("abort", cancel);
  }
}
