/**
 * Opens what acts need from the configuration: keys, database, log.
 */
import type { Config } from "../env.ts";
import { openDatabase } from "../db/open.ts";
import { FolderInUseError, type FolderLock } from "../db/folderLock.ts";
import { createLog, type Log } from "../http/log.ts";
import { VersionCache } from "../lists/versionCache.ts";
import { loadKeys } from "../privacy/keys.ts";
import { Sealer } from "../privacy/seal.ts";
import type { Runtime } from "../runtime.ts";
import type { Services } from "./services.ts";

export { FolderInUseError };

export interface Opened {
  services: Services;
  /** Held on the embedded database alone. */
  lock?: FolderLock;
  close(): Promise<void>;
}

/**
 * @throws FolderInUseError when the server (or another command) has the embedded database open; Error in plain words
 * for missing keys or a schema that is behind.
 */
export async function openServices(
  config: Config,
  runtime: Runtime,
  options: { log?: Log; statementTimeoutMs?: number } = {},
): Promise<Opened> {
  const keys = loadKeys({
    keys: config.keys,
    keysFile: config.keysFile,
    keysFileGiven: config.keysFileGiven,
    dataDir: config.dataDir,
    mayCreate: config.databaseUrl === undefined,
    random: (length) => runtime.bytes(length),
  });
  const { database, lock } = await openDatabase({
    databaseUrl: config.databaseUrl,
    migrateDatabaseUrl: config.migrateDatabaseUrl,
    dataDir: config.dataDir,
    ...(options.statementTimeoutMs === undefined ? {} : { statementTimeoutMs: options.statementTimeoutMs }),
  });
  const services: Services = {
    config,
    runtime,
    database,
    sealer: new Sealer(keys, (length) => runtime.bytes(length)),
    log: options.log ?? createLog(config.logLevel),
    versions: new VersionCache(database, keys),
  };
  return {
    services,
    ...(lock ? { lock } : {}),
    async close() {
      await database.close();
      await lock?.release();
    },
  };
}
