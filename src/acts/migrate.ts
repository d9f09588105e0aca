/**
 * Brings the schema up to date under the role that owns it.
 */
import { FolderInUseError } from "../db/folderLock.ts";
import { migratePostgres } from "../db/migrate.ts";
import { openDatabase } from "../db/open.ts";
import type { Config } from "../env.ts";

/** Migrates PostgreSQL (MIGRATE_DATABASE_URL, else DATABASE_URL), or the embedded database in its folder. */
export async function migrate(config: Config): Promise<void> {
  const url = config.migrateDatabaseUrl ?? config.databaseUrl;
  if (url !== undefined) {
    await migratePostgres(url);
    return;
  }
  try {
    const { database, lock } = await openDatabase({ databaseUrl: undefined, dataDir: config.dataDir });
    await database.close();
    await lock?.release();
  } catch (error) {
    // The server that holds the folder migrated it when it started.
    if (!(error instanceof FolderInUseError)) throw error;
  }
}
