/**
 * `clearline check PEOPLE.csv --out RESULTS.csv`: the lookup for staff, many people at once, with its reasons.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { checkPeople, type CheckResult } from "../acts/check-people.ts";
import { ListFileError } from "../acts/list-refusal.ts";
import { readPeople } from "../acts/read-people.ts";
import { losAngelesDate } from "../runtime.ts";
import { UsageError, type Command, type CommandContext } from "./command.ts";
import { writeCsv } from "./csvOut.ts";
import { progressBar } from "./progress.ts";

const header = ["query_id", "outcome", "case_numbers", "lists", "statuses", "score", "reasons"];

export const checkCommand: Command = {
  name: "check",
  usage: "check PEOPLE.csv --out RESULTS.csv look people up for staff, with reasons",
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: "string" } },
    });
    const [people, ...others] = positionals;
    if (people === undefined || others.length > 0) throw new UsageError("check takes one PEOPLE.csv");
    if (values.out === undefined) throw new UsageError("check needs --out RESULTS.csv");
    const file = path.resolve(context.cwd, people);
    const out = path.resolve(context.cwd, values.out);
    if (file === out) throw new UsageError("--out names the file that is read");
    try {
      return await check(file, out, context);
    } catch (error) {
      if (!(error instanceof ListFileError)) throw error;
      throw new UsageError(error.message.startsWith(file) ? error.message : `${people}: ${error.message}`);
    }
  },
};

async function check(file: string, out: string, context: CommandContext): Promise<number> {
  const services = await context.services();
  const { runtime } = services;
  const today = losAngelesDate(runtime.now());
  // Read through once first: a file that is wrong further down leaves neither an audit entry nor half a result.
  let count = 0;
  for await (const _query of readPeople(file, today, context.signal)) count++;
  const totals: Record<CheckResult["outcome"], number> = { confirmed: 0, possible: 0, none: 0 };
  const bar = progressBar(context, () => runtime.elapsed(), "people");
  let done = 0;
  async function* rows(): AsyncGenerator<string[]> {
    yield header;
    const queries = readPeople(file, today, context.signal);
    const results = checkPeople(services, queries, { count, actor: "operator", signal: context.signal });
    for await (const result of results) {
      totals[result.outcome]++;
      bar.at(++done / count, done);
      yield row(result);
    }
  }
  try {
    await writeCsv(out, rows());
  } finally {
    bar.stop();
  }
  const { confirmed, possible, none } = totals;
  context.out(
    `Checked ${count} people: ${confirmed} confirmed, ${possible} possible, ${none} none. See ${out}\n`,
  );
  return 0;
}

function row({ id, outcome, cases, best }: CheckResult): string[] {
  return [
    id,
    outcome,
    cases.map((one) => one.caseNumber).join(";"),
    cases.map((one) => one.list).join(";"),
    cases.map((one) => one.status).join(";"),
    best ? best.weight.toFixed(2) : "",
    best ? best.fields.map((f) => `${f.field}:${f.level}:${f.weight.toFixed(2)}`).join(";") : "",
  ];
}
