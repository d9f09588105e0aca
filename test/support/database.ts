/**
 * Databases for tests: each suite runs on PGlite and on real PostgreSQL, each on a migrated database of its own.
 */
import { readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, describe, inject } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { openPglite } from "../../src/db/pglite.ts";
import { openPostgres } from "../../src/db/postgres.ts";
import { templateDatabase } from "./postgresServer.ts";

export interface TestDatabase extends Database {
  /** Where a second pool or process connects; absent on PGlite. */
  url?: string;
}

export type DatabaseKind = Database["kind"];
/** Gives a fresh, migrated, empty database; it is closed and dropped when the suite ends. */
export type MakeDatabase = () => Promise<TestDatabase>;

/**
 * Runs a suite twice: on PGlite and on PostgreSQL. Make databases in `beforeAll` (0.5–1 s on PGlite, 0.1 s on
 * PostgreSQL) and empty them between tests with `emptyDatabase`.
 */
export function forBothDatabases(suite: (kind: DatabaseKind, makeDatabase: MakeDatabase) => void): void {
  for (const kind of ["pglite", "postgres"] as const) {
    describe(`on ${kind}`, () => {
      suite(kind, databaseMaker(kind));
    });
  }
}

/** For a suite that needs one kind alone; call it inside `describe`. */
export function databaseMaker(kind: DatabaseKind): MakeDatabase {
  const opened: TestDatabase[] = [];
  afterAll(async () => {
    for (const database of opened.splice(0)) await database.close();
  });
  return async () => {
    const database = kind === "pglite" ? await freshPglite() : await freshPostgres();
    opened.push(database);
    return database;
  };
}

/** Deletes every row of every table and starts the identities again. */
export async function emptyDatabase(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename",
  );
  await database.query(`truncate ${tables.map((t) => t.name).join(", ")} restart identity cascade`);
}

/** Deletes every row but the installation's secrets, which a running app has in memory. */
export async function wipeDatabase(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'secret'",
  );
  await database.query(`truncate ${tables.map((t) => t.name).join(", ")} restart identity cascade`);
}

/** Every row of every table as text, `table: row`, as a dump would hold it. */
export async function dumpDatabase(database: Database): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename",
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(`select t::text as row from ${name} t`);
    for (const { row } of rows) lines.push(`${name}: ${row}`);
  }
  return lines;
}

let imageBytes: Buffer<ArrayBuffer> | undefined;

function freshPglite(): Promise<TestDatabase> {
  imageBytes ??= readFileSync(inject("pgliteImage"));
  return openPglite({ image: new Blob([imageBytes]) });
}

let made = 0;

async function freshPostgres(): Promise<TestDatabase> {
  const server = inject("postgresUrl");
  const name = `test_${process.pid}_${++made}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name} template ${templateDatabase}`);
  const database = openPostgres({ url: url.href });
  return {
    ...database,
    url: url.href,
    async close() {
      await database.close();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice() {} });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end();
  }
}
