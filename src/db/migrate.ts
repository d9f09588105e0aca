/**
 * Migrations: the same files for both databases, one process at a time on PostgreSQL.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";

/** Any number: all processes of this program must agree on it. */
const advisoryLock = 727_001;

/** The folder of migrations, found upwards from this file: it works from src/ and from dist/. */
export function migrationsFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = path.join(folder, "src", "db", "migrations");
    if (existsSync(path.join(candidate, "meta", "_journal.json"))) return candidate;
    const up = path.dirname(folder);
    if (up === folder) throw new Error("the folder src/db/migrations is missing");
    folder = up;
  }
}

/** How many migrations this program brings. */
export function expectedMigrations(): number {
  const journal = JSON.parse(
    readFileSync(path.join(migrationsFolder(), "meta", "_journal.json"), "utf8"),
  ) as {
    entries: unknown[];
  };
  return journal.entries.length;
}

/** How many migrations the database has had. */
export async function appliedMigrations(database: Database): Promise<number> {
  const there = await database.query<{ there: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  );
  if (there[0]?.there !== true) return 0;
  const rows = await database.query<{ n: number }>(
    "select count(*)::int as n from drizzle.__drizzle_migrations",
  );
  return rows[0]?.n ?? 0;
}

/** May this connection's role change the schema? */
export async function ownsSchema(database: Database): Promise<boolean> {
  const rows = await database.query<{ owns: boolean }>(
    "select has_schema_privilege(current_schema(), 'create') and has_database_privilege(current_database(), 'create') as owns",
  );
  return rows[0]?.owns === true;
}

/** Brings a PGlite database up to date. */
export async function migratePglite(database: Database): Promise<void> {
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  await migrate(database.drizzle as Parameters<typeof migrate>[0], { migrationsFolder: migrationsFolder() });
}

/** Brings a PostgreSQL database up to date; a second process waits and then finds nothing to do. */
export async function migratePostgres(url: string): Promise<void> {
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import("postgres"),
    import("drizzle-orm/postgres-js"),
    import("drizzle-orm/postgres-js/migrator"),
  ]);
  const client = postgres(url, { max: 1, onnotice() {} });
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${advisoryLock})`);
    await migrate(db, { migrationsFolder: migrationsFolder() });
  } finally {
    await client.end({ timeout: 5 });
  }
}
