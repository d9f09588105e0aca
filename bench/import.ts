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
import { findCandidates } from "../src/lists/candidates.ts";
import { systemRuntime as runtime } from "../src/runtime.ts";
import { benchServices, csvCells } from "./support.ts";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "124000" },
    only: { type: "string" },
    url: { type: "string" },
    child: { type: "string" },
    folder: { type: "string", default: "" },
  },
});

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

if (values.child === "pglite" || values.child === "postgres") await child(values.child, values.folder);
else await parent();

async function parent(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-bench-"));
  try {
    for (const { id, rows } of sampleRows(Number(values.records), 77)) {
      await writeCsv(path.join(folder, `${id.replace("sample-", "")}.csv`), csvCells(rows));
    }
    for (const kind of ["pglite", "postgres"]) {
      if (values.only !== undefined && values.only !== kind) continue;
      const args = [fileURLToPath(import.meta.url), "--child", kind, "--folder", folder];
      if (values.url !== undefined) args.push("--url", values.url);
      const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, ...args]);
      process.stdout.write(stdout);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function child(kind: "pglite" | "postgres", folder: string): Promise<void> {
  const { services, close } = await benchServices(kind, values.url);
  console.log(`${kind}: ${megabytes()} MB once open`);
  for (const list of ["2020", "2021", "2021"]) {
    const file = path.join(folder, `${list}.csv`);
    // The third time the file differs by an empty line: the same records replace the version before.
    appendFileSync(file, "\r\n");
    const { records, seconds, cpu, times } = await measured(services, file, list);
    console.log(
      `  list ${list}: ${records} records in ${seconds.toFixed(1)} s (${Math.round(records / seconds)}/s, ` +
        `${cpu.toFixed(1)} s of this process), ` +
        `peak ${megabytes()} MB; ${times.length} lookups meanwhile, ` +
        `p99 ${times[Math.floor(times.length * 0.99)]?.toFixed(0)} ms, worst ${times.at(-1)?.toFixed(0)} ms`,
    );
  }
  const [size] = await services.database.query<{ mb: number }>(
    "select ((pg_total_relation_size('record') + pg_total_relation_size('label')) / 1048576)::int as mb",
  );
  console.log(`  ${size?.mb ?? 0} MB on disk, a replaced version's space among it`);
  await close();
}

/** @returns seconds by the wall and of this process, and the milliseconds of each lookup made meanwhile, sorted. */
async function measured(
  services: Services,
  file: string,
  list: string,
): Promise<{ records: number; seconds: number; cpu: number; times: number[] }> {
  const times: number[] = [];
  const state = { running: true };
  const lookups = (async () => {
    while (state.running) {
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
  const cpuBefore = process.cpuUsage();
  const { records } = await importList(services, {
    file,
    list,
    announced: "2020-02-13",
    authority: "bench",
    importedBy: "bench",
  });
  const seconds = (runtime.elapsed() - started) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  state.running = false;
  await lookups;
  return { records, seconds, cpu: (cpu.user + cpu.system) / 1e6, times: times.sort((a, b) => a - b) };
}
