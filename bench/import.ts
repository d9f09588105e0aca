/**
 * Imports two invented lists of the real size on both databases, each in a process of its own, while a lookup runs
 * every 20 ms: time, memory, the worst pause a lookup met, disk.
 *   npx tsx bench/import.ts [--records 124000] [--only pglite|postgres] [--url postgres://…]
 */
import { execFile } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { importList } from "../src/acts/import-list.ts";
import { sampleRows } from "../src/acts/load-sample.ts";
import type { Services } from "../src/acts/services.ts";
import { writeCsv } from "../src/cli/csvOut.ts";
import { openDatabase } from "../src/db/open.ts";
import { readConfig } from "../src/env.ts";
import { createLog } from "../src/http/log.ts";
import { findCandidates } from "../src/lists/candidates.ts";
import { VersionCache } from "../src/lists/versionCache.ts";
import { KeyRing } from "../src/privacy/keys.ts";
import { Sealer } from "../src/privacy/seal.ts";
import { systemRuntime as runtime } from "../src/runtime.ts";
import { startPostgresServer } from "../test/support/postgresServer.ts";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "124000" },
    only: { type: "string" },
    url: { type: "string" },
    child: { type: "string" },
    folder: { type: "string", default: "" },
  },
});

interface Measured {
  list: string;
  records: number;
  seconds: number;
  /** Milliseconds: the worst and the 99th percentile of lookups made meanwhile. */
  worstLookup: number;
  p99Lookup: number;
  lookups: number;
}

if (values.child === undefined) await parent();
else await child(values.child, values.folder);

async function parent(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-bench-"));
  try {
    for (const { id, rows } of sampleRows(Number(values.records), 77)) {
      await writeCsv(path.join(folder, `${id.replace("sample-", "")}.csv`), cells(rows));
    }
    for (const kind of ["pglite", "postgres"]) {
      if (values.only !== undefined && values.only !== kind) continue;
      const server =
        kind === "postgres" && values.url === undefined ? await startPostgresServer() : undefined;
      try {
        const url = kind === "postgres" ? (values.url ?? server?.url ?? "") : "";
        const args = [fileURLToPath(import.meta.url), "--child", `${kind}${url}`, "--folder", folder];
        const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, ...args]);
        process.stdout.write(stdout);
      } finally {
        await server?.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function child(target: string, folder: string): Promise<void> {
  const url = target.startsWith("postgres") ? target.slice("postgres".length) : undefined;
  const { database, lock } = await openDatabase({ databaseUrl: url, dataDir: path.join(folder, "data") });
  const keys = KeyRing.parse(`k1:${runtime.bytes(32).toString("base64")}`);
  const services: Services = {
    config: readConfig({}),
    runtime,
    database,
    sealer: new Sealer(keys, (length) => runtime.bytes(length)),
    log: createLog("silent"),
    versions: new VersionCache(database, keys),
  };
  console.log(
    `${url === undefined ? "PGlite" : "PostgreSQL"}, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB once open`,
  );
  for (const list of ["2020", "2021", "2021"]) {
    // The third time the file differs by an empty line: the same records replace the version before.
    appendFileSync(path.join(folder, `${list}.csv`), "\r\n");
    const m = await measured(services, path.join(folder, `${list}.csv`), list);
    console.log(
      `  list ${m.list}: ${m.records} records in ${m.seconds.toFixed(1)} s (${Math.round(m.records / m.seconds)}/s); ` +
        `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; ${m.lookups} lookups meanwhile, p99 ${m.p99Lookup.toFixed(0)} ms, worst ${m.worstLookup.toFixed(0)} ms`,
    );
  }
  const [size] = await database.query<{ mb: number }>(
    "select ((pg_total_relation_size('record') + pg_total_relation_size('label')) / 1048576)::int as mb",
  );
  console.log(
    `  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, rows on disk ${size?.mb ?? 0} MB`,
  );
  await database.close();
  await lock?.release();
}

async function measured(services: Services, file: string, list: string): Promise<Measured> {
  const times: number[] = [];
  let running = true;
  const lookups = (async () => {
    while (running) {
      const started = runtime.elapsed();
      const versions = await services.versions.current();
      await findCandidates(services, versions, {
        names: [{ given: ["maria"], family: ["lopez"] }],
        birthDate: "1968-07-25",
        caseNumbers: [],
      });
      times.push(runtime.elapsed() - started);
      await sleep(20);
    }
  })();
  const started = runtime.elapsed();
  const summary = await importList(services, {
    file,
    list,
    announced: "2020-02-13",
    authority: "bench",
    importedBy: "bench",
  });
  const seconds = (runtime.elapsed() - started) / 1000;
  running = false;
  await lookups;
  times.sort((a, b) => a - b);
  return {
    list,
    records: summary.records,
    seconds,
    worstLookup: times.at(-1) ?? 0,
    p99Lookup: times[Math.floor(times.length * 0.99)] ?? 0,
    lookups: times.length,
  };
}

function* cells<Row extends object>(rows: Iterable<Row>): Generator<string[]> {
  let first = true;
  for (const row of rows) {
    if (first) yield Object.keys(row);
    first = false;
    yield Object.values(row) as string[];
  }
}
