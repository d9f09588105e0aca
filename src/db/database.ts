/**
 * One type over two databases: PGlite in a folder (demo, tests) and PostgreSQL (real use).
 * Hot statements go through `query`, prepared once by their text; everything else through drizzle.
 */
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** drizzle over either driver: everything but the raw shape of `db.execute()`. */
export type Drizzle = PgDatabase<PgQueryResultHKT, typeof schema>;

/**
 * A parameter of a statement. Both drivers take these alike; write casts in the SQL: instants as
 * `to_timestamp($1::float8 / 1000)`, arrays as text literals (`$1::text::bigint[]`), JSON as `$1::text::jsonb`.
 */
export type Value = string | number | boolean | null | Uint8Array;

export interface Database {
  readonly kind: "pglite" | "postgres";
  readonly drizzle: Drizzle;
  /**
   * Runs one statement, prepared under its text. `bigint` comes back as a string when cast `::text`, bytea as bytes.
   * @param signal when it aborts, a waiting or running statement is cancelled and the promise rejects.
   */
  query<Row extends object>(text: string, values?: readonly Value[], signal?: AbortSignal): Promise<Row[]>;
  close(): Promise<void>;
}

/** A unique constraint was violated: SQLSTATE 23505, on either driver. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === "23505";
}

/** A column that must hold something was given nothing: SQLSTATE 23502, on either driver. */
export function isNullViolation(error: unknown): boolean {
  return sqlState(error) === "23502";
}

/** The SQLSTATE of a database error, wherever the driver or drizzle put it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; typeof e === "object" && e !== null; e = (e as { cause?: unknown }).cause) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** A bigint[] literal for `$n::text::bigint[]`. */
export function bigintArray(values: Iterable<bigint>): string {
  return `{${[...values].join(",")}}`;
}

/** An integer[] literal for `$n::text::int[]`. */
export function intArray(values: Iterable<number>): string {
  return `{${[...values].join(",")}}`;
}

/** A bytea[] literal for `$n::text::bytea[]`. */
export function byteaArray(values: Iterable<Uint8Array>): string {
  return `{${[...values].map((v) => `"\\\\x${Buffer.from(v).toString("hex")}"`).join(",")}}`;
}
