/**
 * Opens the configured database and brings its schema to the version this program expects.
 */
import type { Database } from "./database.ts";
import { lockFolder, type FolderLock } from "./folderLock.ts";
import {
  appliedMigrations,
  expectedMigrations,
  migratePglite,
  migratePostgres,
  ownsSchema,
} from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";

export interface OpenOptions {
  databaseUrl: string | undefined;
  dataDir: string;
  /** Set when another role owns the schema: then migrations are never run here, only awaited. */
  migrateDatabaseUrl?: string | undefined;
  statementTimeoutMs?: number;
  /** Waits this long for another process to migrate. */
  waitMs?: number;
  sleep?: (ms: number) => Promise<void>;
}

export interface OpenedDatabase {
  database: Database;
  /** Held on PGlite alone. */
  lock?: FolderLock;
}

/**
 * @throws FolderInUseError (PGlite) when another process holds the folder; Error when the schema is behind and this
 * role may not change it.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  if (options.databaseUrl === undefined) {
    const lock = await lockFolder(options.dataDir);
    try {
      const database = await openPglite({ dataDir: options.dataDir });
      await migratePglite(database);
      return { database, lock };
    } catch (error) {
      await lock.release();
      throw error;
    }
  }
  const database = openPostgres({
    url: options.databaseUrl,
    ...(options.statementTimeoutMs === undefined ? {} : { statementTimeoutMs: options.statementTimeoutMs }),
  });
  try {
    await bringUpToDate(database, options);
    return { database };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function bringUpToDate(database: Database, options: OpenOptions): Promise<void> {
  const expected = expectedMigrations();
  if ((await appliedMigrations(database)) >= expected) return;
  if (options.migrateDatabaseUrl === undefined && (await ownsSchema(database))) {
    await migratePostgres(options.databaseUrl ?? "");
    return;
  }
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const stepMs = 500;
  for (let waited = 0; waited < (options.waitMs ?? 60_000); waited += stepMs) {
    await sleep(stepMs);
    if ((await appliedMigrations(database)) >= expected) return;
  }
  throw new Error(
    "the database schema is behind this version: run `clearline migrate` with MIGRATE_DATABASE_URL",
  );
}
