/**
 * Sealed lookups a second over lists of the real size: find candidates, compare, decide, many at a time.
 *   npx tsx bench/lookup.ts [--records 124000] [--lookups 6000] [--at-once 16] [--only pglite|postgres] [--url …]
 */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadSample } from "../src/acts/load-sample.ts";
import type { Database } from "../src/db/database.ts";
import { findCandidates, recordsPerLookup } from "../src/lists/candidates.ts";
import { sampleLists } from "../src/lists/sample/generate.ts";
import { compare, decide, prepareAsker, recordIdentity } from "../src/matching/match.ts";
import type { Asker } from "../src/matching/types.ts";
import { systemRuntime as runtime } from "../src/runtime.ts";
import { benchServices } from "./support.ts";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "124000" },
    lookups: { type: "string", default: "6000" },
    "at-once": { type: "string", default: "16" },
    only: { type: "string" },
    url: { type: "string" },
  },
});
const lookups = Number(values.lookups);
const records = Number(values.records);

for (const kind of ["postgres", "pglite"] as const) {
  if (values.only !== undefined && values.only !== kind) continue;
  const { services, close } = await benchServices(kind, values.url);
  await loadSample(services, { records });
  const askers = everyNth(records, lookups);
  const versions = await services.versions.current();
  const frequencies = services.versions.frequencies(versions);
  const atOnce = kind === "postgres" ? Number(values["at-once"]) : 1;
  const measured = { met: 0, confirmed: 0, candidates: 0, next: 0, times: [] as number[] };
  const work = async () => {
    for (;;) {
      const wanted = askers[measured.next++];
      if (!wanted) return;
      const { asker, identity } = wanted;
      const started = runtime.elapsed();
      const candidates = await findCandidates(services, versions, asker);
      const prepared = prepareAsker(asker);
      const decisions = candidates.map(({ record }) =>
        decide(compare(prepared, record, frequencies), "date"),
      );
      measured.times.push(runtime.elapsed() - started);
      measured.candidates += candidates.length;
      if (candidates.some(({ record }) => recordIdentity(record) === identity)) measured.met++;
      if (decisions.includes("confirmed")) measured.confirmed++;
    }
  };
  const started = runtime.elapsed();
  const backendsBefore = kind === "postgres" ? await backendCpu(services.database) : undefined;
  const cpuBefore = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (runtime.elapsed() - started) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const backends = backendsBefore === undefined ? undefined : await backendCpu(services.database);
  const times = measured.times.sort((a, b) => a - b);
  console.log(
    `${kind}: ${Math.round(askers.length / seconds)} lookups/s (${atOnce} at once, ${records} records), ` +
      `${Math.round((cpu.user + cpu.system) / askers.length)} us of this process each ` +
      `(${Math.round(cpu.system / askers.length)} in the kernel)` +
      (backends === undefined || backendsBefore === undefined
        ? "; "
        : ` and ${Math.round((backends - backendsBefore) / askers.length)} us of PostgreSQL's; `) +
      `median ${times[times.length >> 1]?.toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)]?.toFixed(1)} ms; ` +
      `${(measured.candidates / askers.length).toFixed(1)} candidates, ` +
      `${((100 * measured.met) / askers.length).toFixed(2)} % met their own record among the ${recordsPerLookup(records)} opened, ` +
      `${((100 * measured.confirmed) / askers.length).toFixed(1)} % confirmed`,
  );
  await close();
}

/** Microseconds of CPU that this program's sessions on the server have used; undefined when it is another machine. */
async function backendCpu(database: Database): Promise<number | undefined> {
  const sessions = await database.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'clearline'",
  );
  let ticks = 0;
  for (const { pid } of sessions) {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) return undefined;
    // After the program's name in brackets; user and system time are the 14th and 15th fields, 100 ticks a second.
    const fields = readFileSync(file, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10_000;
}

interface Wanted {
  asker: Asker;
  /** Of the record that is asked for. */
  identity: string;
}

/** People from the lists as they would type themselves, spread over all of it. */
function everyNth(total: number, wanted: number): Wanted[] {
  const askers: Wanted[] = [];
  const step = Math.max(1, Math.floor(total / wanted));
  let at = 0;
  for (const list of sampleLists(total, 1)) {
    for (const record of list.records) {
      if (at++ % step !== 0 || !record.name || record.birthDate === undefined) continue;
      askers.push({
        asker: { names: [record.name], birthDate: record.birthDate, caseNumbers: [] },
        identity: recordIdentity(record),
      });
    }
  }
  return askers;
}
