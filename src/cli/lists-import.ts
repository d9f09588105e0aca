/**
 * `clearline lists import FILE`.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { importList, rejectionWords, type ImportSummary } from "../acts/import-list.ts";
import { UsageError, type CommandContext } from "./command.ts";
import { progressBar } from "./progress.ts";

/** @returns 0; also when the file was imported before. @throws UsageError, ListRefusal, ListFileError. */
export async function runImport(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      list: { type: "string" },
      announced: { type: "string" },
      authority: { type: "string" },
      title: { type: "string" },
      map: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError("lists import takes one FILE");
  const needed = (name: "list" | "announced" | "authority") => {
    const value = values[name]?.trim();
    if (value === undefined || value === "") throw new UsageError(`lists import needs --${name}`);
    return value;
  };
  const request = { list: needed("list"), announced: needed("announced"), authority: needed("authority") };
  const services = await context.services();
  const elapsed = () => services.runtime.elapsed();
  const started = elapsed();
  const bar = progressBar(context, elapsed, "records");
  let summary: ImportSummary;
  try {
    summary = await importList(services, {
      ...request,
      file: path.resolve(context.cwd, file),
      title: values.title?.trim() || undefined,
      map: mapPath(values.map, context.cwd),
      dryRun: values["dry-run"],
      importedBy: "operator",
      signal: context.signal,
      onProgress: (share, records) => bar.at(share, records),
    });
  } finally {
    bar.stop();
  }
  const seconds = ((elapsed() - started) / 1000).toFixed(1);
  for (const line of describe(summary, request.list, seconds)) context.out(`${line}\n`);
  return 0;
}

function mapPath(map: string | undefined, cwd: string): string | undefined {
  return map === undefined || map === "doj" || map === "county" ? map : path.resolve(cwd, map);
}

function describe(summary: ImportSummary, list: string, seconds: string): string[] {
  const n = (count: number) => count.toLocaleString("en-US");
  if (summary.outcome === "unchanged") {
    return [`This very file is what ${list} holds already (${n(summary.records)} records): nothing changed.`];
  }
  const lines =
    summary.outcome === "checked"
      ? [`Only checked, nothing changed: ${n(summary.records)} records could be imported.`]
      : [
          `Imported ${n(summary.records)} records into ${list} in ${seconds} s; lookups use them from now on.`,
        ];
  if (summary.skipped > 0) lines.push(`${n(summary.skipped)} rows are no case of this list.`);
  if (summary.impossibleDates > 0) {
    lines.push(`${n(summary.impossibleDates)} dates are impossible and count as missing.`);
  }
  const rejected = Object.entries(summary.rejected);
  if (rejected.length > 0) {
    const total = rejected.reduce((sum, [, count]) => sum + count, 0);
    lines.push(`${n(total)} rows were rejected; lines and reasons stand in ${summary.reportFile ?? ""}:`);
    for (const [reason, count] of rejected) {
      lines.push(`  ${n(count)} ${rejectionWords[reason as keyof typeof rejectionWords]}`);
    }
  }
  return lines;
}
