/**
 * What the benches share: services on a fresh database of either kind.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Services } from "../src/acts/services.ts";
import { openDatabase } from "../src/db/open.ts";
import { readConfig } from "../src/env.ts";
import { createLog } from "../src/http/log.ts";
import { VersionCache } from "../src/lists/versionCache.ts";
import { KeyRing } from "../src/privacy/keys.ts";
import { Sealer } from "../src/privacy/seal.ts";
import { systemRuntime as runtime } from "../src/runtime.ts";
import { startPostgresServer } from "../test/support/postgresServer.ts";

export interface BenchServices {
  services: Services;
  close: () => Promise<void>;
}

/** A quarter of an 8 GB machine's memory, as PostgreSQL's manual advises; the default of 128 MB is for a watch. */
const settings = ["shared_buffers=2GB"];

/** Services on PGlite in a new folder, or on PostgreSQL: the given one, or the embedded server without fsync. */
export async function benchServices(kind: "pglite" | "postgres", url?: string): Promise<BenchServices> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-bench-"));
  const server =
    kind === "postgres" && url === undefined ? await startPostgresServer({ settings }) : undefined;
  const { database, lock } = await openDatabase({
    databaseUrl: kind === "postgres" ? (url ?? server?.url) : undefined,
    dataDir: path.join(folder, "data"),
  });
  const keys = KeyRing.parse(`k1:${runtime.bytes(32).toString("base64")}`);
  const services: Services = {
    config: readConfig({}),
    runtime,
    database,
    sealer: new Sealer(keys, (length) => runtime.bytes(length)),
    log: createLog("silent"),
    versions: new VersionCache(database, keys),
  };
  return {
    services,
    async close() {
      await database.close();
      await lock?.release();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Objects as CSV rows, their keys first. */
export function* csvCells<Row extends object>(rows: Iterable<Row>): Generator<string[]> {
  let first = true;
  for (const row of rows) {
    if (first) yield Object.keys(row);
    first = false;
    yield Object.values(row) as string[];
  }
}
