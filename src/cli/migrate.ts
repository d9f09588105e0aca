/**
 * `clearline migrate`: brings the schema up to date under the role that owns it.
 */
import { FolderInUseError } from "../db/folderLock.ts";
import { openDatabase } from "../db/open.ts";
import { migratePostgres } from "../db/migrate.ts";
import { readConfig } from "../env.ts";
import type { Command } from "./command.ts";

export const migrateCommand: Command = {
  name: "migrate",
  usage:
    "migrate                            bring the database schema up to date (MIGRATE_DATABASE_URL, else DATABASE_URL)",
  local: true,
  async run(_args, context) {
    const config = readConfig();
    const url = config.migrateDatabaseUrl ?? config.databaseUrl;
    if (url !== undefined) await migratePostgres(url);
    else {
      try {
        const { database, lock } = await openDatabase({ databaseUrl: undefined, dataDir: config.dataDir });
        await database.close();
        await lock?.release();
      } catch (error) {
        // The server that holds the folder migrated it when it started.
        if (!(error instanceof FolderInUseError)) throw error;
      }
    }
    context.out("The schema is up to date.\n");
    return 0;
  },
};
