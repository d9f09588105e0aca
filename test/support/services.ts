/**
 * Services for tests: a clock that stands still, keys of the test's own, a log kept in memory.
 */
import type { Services } from "../../src/acts/services.ts";
import type { Database } from "../../src/db/database.ts";
import { readConfig, type Config } from "../../src/env.ts";
import { createLog } from "../../src/http/log.ts";
import { VersionCache } from "../../src/lists/versionCache.ts";
import { KeyRing } from "../../src/privacy/keys.ts";
import { Sealer } from "../../src/privacy/seal.ts";
import { TestRuntime } from "./runtime.ts";

export interface TestServices extends Services {
  runtime: TestRuntime;
  /** Every line the log wrote. */
  logged: string[];
}

/** Two master keys; the first is active. */
export const testKeys = ["a", "b"]
  .map((id, i) => `${id}:${Buffer.alloc(32, i + 1).toString("base64")}`)
  .join(",");

let made = 0;

export interface TestOverrides {
  database: Database;
  runtime?: TestRuntime;
  /** Laid over the defaults of an empty environment. */
  config?: Partial<Config>;
  /** `id:base64,…` */
  keys?: string;
}

/** Builds services on a test database; call it again for a second process over the same rows. */
export function makeServices(overrides: TestOverrides): TestServices {
  // Two processes never draw the same bytes.
  const runtime = overrides.runtime ?? new TestRuntime({ seed: `services ${++made}` });
  const keys = KeyRing.parse(overrides.keys ?? testKeys);
  const logged: string[] = [];
  return {
    config: { ...readConfig({}), ...overrides.config },
    runtime,
    database: overrides.database,
    sealer: new Sealer(keys, (length) => runtime.bytes(length)),
    log: createLog("trace", { write: (line) => void logged.push(line) }),
    versions: new VersionCache(overrides.database, keys),
    logged,
  };
}
