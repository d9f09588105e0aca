/**
 * `clearline lists …`: import, show, measure, sample, remove, roll back and re-key the dismissal lists.
 */
import { ListFileError, ListRefusal } from "../acts/list-refusal.ts";
import { UsageError, type Command, type CommandContext } from "./command.ts";
import { runImport } from "./lists-import.ts";
import { runRekey, runRemove, runRollBack } from "./lists-change.ts";
import { runQuality } from "./lists-quality.ts";
import { runSample } from "./lists-sample.ts";
import { runShow } from "./lists-show.ts";

type Run = (args: string[], context: CommandContext) => Promise<number>;

const subcommands: Record<string, Run> = {
  import: runImport,
  show: runShow,
  sample: runSample,
  remove: runRemove,
  rollback: runRollBack,
  rekey: runRekey,
  quality: runQuality,
};

export const listsCommand: Command = {
  name: "lists",
  usage: [
    'lists import FILE --list ID --announced DATE --authority "order or agency, date, contact"',
    "                  [--title TITLE] [--map doj|county|FILE] [--dry-run]",
    "  clearline lists show                         lists, totals, and by whose authority they came",
    "  clearline lists quality ID [--out FILE] [--locale es]  what a list holds and lacks, as totals; FILE: pictures, as HTML",
    "  clearline lists sample [--records N] [--out DIR]  load the invented sample, or write it as CSV",
    "  clearline lists remove ID | rollback ID      leave no readable row | go back to the import before",
    "  clearline lists rekey [--all]                make lists anew under this version and the active key",
  ].join("\n"),
  async run(args, context) {
    const [name = "", ...rest] = args;
    const run = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (!run) throw new UsageError(`lists takes one of ${Object.keys(subcommands).join(", ")}`);
    try {
      return await run(rest, context);
    } catch (error) {
      if (error instanceof ListRefusal || error instanceof ListFileError) throw new UsageError(error.message);
      throw error;
    }
  },
};
