/**
 * `clearline lists sample`: loads the invented sample, or writes it as list files to try the import with.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadSample, sampleRecords, sampleRows } from "../acts/load-sample.ts";
import { UsageError, type CommandContext } from "./command.ts";
import { writeCsv } from "./csvOut.ts";
import { progressBar } from "./progress.ts";

const mostRecords = 5_000_000;

export async function runSample(args: string[], context: CommandContext): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { records: { type: "string" }, out: { type: "string" } },
  });
  const records = values.records === undefined ? sampleRecords : Number(values.records);
  if (!Number.isSafeInteger(records) || records < 2 || records > mostRecords) {
    throw new UsageError(`--records: a number from 2 to ${mostRecords}`);
  }
  if (values.out !== undefined) return writeFiles(path.resolve(context.cwd, values.out), records, context);
  const services = await context.services();
  const bar = progressBar(context, () => services.runtime.elapsed(), "records");
  try {
    await loadSample(services, {
      records,
      replace: true,
      signal: context.signal,
      onProgress: (done, total) => bar.at(done / total, Math.round(done)),
    });
  } finally {
    bar.stop();
  }
  context.out(`Loaded the invented sample: ${records.toLocaleString("en-US")} records on two lists.\n`);
  return 0;
}

async function writeFiles(folder: string, records: number, context: CommandContext): Promise<number> {
  mkdirSync(folder, { recursive: true });
  for (const { id, announced, count, rows } of sampleRows(records)) {
    const file = path.join(folder, `${id}.csv`);
    await writeCsv(file, lines(rows));
    context.out(`${file}: ${count.toLocaleString("en-US")} invented records, announced ${announced}\n`);
  }
  return 0;
}

function* lines<Row extends object>(rows: Iterable<Row>): Generator<string[]> {
  let first = true;
  for (const row of rows) {
    if (first) yield Object.keys(row);
    first = false;
    yield Object.values(row) as string[];
  }
}
