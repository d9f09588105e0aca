/**
 * `clearline law report`: the sheet for the supervising attorney, as HTML to read or print.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../env.ts";
import { lawReport } from "../review/lawReport.tsx";
import { losAngelesDate, systemRuntime } from "../runtime.ts";
import { UsageError, type Command } from "./command.ts";

export const lawCommand: Command = {
  name: "law",
  usage: "law report [--out FILE] [--locale es]   the sheet for the supervising attorney, as HTML to print",
  local: true,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: "string" }, locale: { type: "string", default: "en" } },
    });
    if (positionals.length !== 1 || positionals[0] !== "report")
      throw new UsageError("there is one law command: law report [--out FILE] [--locale es]");
    const { locale, out } = values;
    if (locale !== "en" && locale !== "es")
      throw new UsageError(`"${locale}" is no language; there are en, es`);
    const sheet = await lawReport(readConfig(), losAngelesDate(systemRuntime.now()), locale);
    if (out === undefined) {
      context.out(sheet);
      return 0;
    }
    const file = path.resolve(context.cwd, out);
    try {
      await writeFile(file, sheet);
    } catch (error) {
      throw new UsageError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? "failed"}`);
    }
    context.err(`${file} is written: open it in a browser to read or print it\n`);
    return 0;
  },
};
