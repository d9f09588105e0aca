/**
 * What every act is given: configuration, clock and chance, the database, keys, the log, and the opened list versions.
 */
import type { Config } from "../env.ts";
import type { Database } from "../db/database.ts";
import type { Log } from "../http/log.ts";
import type { VersionCache } from "../lists/versionCache.ts";
import type { Sealer } from "../privacy/seal.ts";
import type { Runtime } from "../runtime.ts";

export interface Services {
  config: Config;
  runtime: Runtime;
  database: Database;
  sealer: Sealer;
  log: Log;
  versions: VersionCache;
}
