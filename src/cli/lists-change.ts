/**
 * `clearline lists remove ID`, `rollback ID`, `rekey`.
 */
import { parseArgs } from "node:util";
import { rekeyLists } from "../acts/rekey-lists.ts";
import { removeList } from "../acts/remove-list.ts";
import { rollBackList } from "../acts/roll-back-list.ts";
import { UsageError, type CommandContext } from "./command.ts";
import { progressBar } from "./progress.ts";

export async function runRemove(args: string[], context: CommandContext): Promise<number> {
  const id = oneId(args, "remove");
  await removeList(await context.services(), id, "operator");
  context.out(`Removed ${id}: it answers no more, and no row of it can be read.\n`);
  return 0;
}

export async function runRollBack(args: string[], context: CommandContext): Promise<number> {
  const id = oneId(args, "rollback");
  const { from, to } = await rollBackList(await context.services(), id, "operator");
  context.out(
    `Went back from version ${from} of ${id} to version ${to}; no row of version ${from} can be read.\n`,
  );
  return 0;
}

export async function runRekey(args: string[], context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args, options: { all: { type: "boolean", default: false } } });
  const services = await context.services();
  const bar = progressBar(context, () => services.runtime.elapsed(), "records");
  let rekeyed;
  try {
    rekeyed = await rekeyLists(services, {
      all: values.all,
      actor: "operator",
      signal: context.signal,
      onProgress: (_list, done, total) => bar.at(done / Math.max(1, total), done),
    });
  } finally {
    bar.stop();
  }
  if (rekeyed.length === 0) context.out("All lists are of this version and under the active key.\n");
  for (const { list, from, to, records, unreadable } of rekeyed) {
    context.out(
      `${list}: version ${from} is now version ${to}, ${records.toLocaleString("en-US")} records.\n`,
    );
    if (unreadable > 0)
      context.err(`! ${list}: ${unreadable} rows did not open and are lost: import the file again.\n`);
  }
  return 0;
}

function oneId(args: string[], command: string): string {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0)
    throw new UsageError(`lists ${command} takes one ID; see lists show`);
  return id;
}
