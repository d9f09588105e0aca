/**
 * PostgreSQL through postgres.js.
 */
import { finished } from "node:stream/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database, Value } from "./database.ts";
import * as schema from "./schema/index.ts";

export interface PostgresOptions {
  url: string;
  /** Connections; 10 is best for two cores (5 and 20 were each 10 % slower). */
  poolMax?: number;
  /** Cancels a statement that runs longer, on the server. Absent for imports. */
  statementTimeoutMs?: number;
}

/** Opens a pool; connects lazily. Named statements are used: no transaction-mode pooler may stand between. */
export function openPostgres(options: PostgresOptions): Database {
  const client = postgres(options.url, {
    max: options.poolMax ?? 10,
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
      const cancel = () => query.cancel();
      signal.addEventListener("abort", cancel, { once: true });
      try {
        return (await query) as unknown as Row[];
      } finally {
        signal.removeEventListener("abort", cancel);
      }
    },
    async copyIn(table, columns, rows) {
      const stream = await client.unsafe(`copy ${table} (${columns.join(", ")}) from stdin`).writable();
      stream.end(rows);
      await finished(stream);
    },
    async close() {
      await client.end({ timeout: 5 });
    },
  };
}
