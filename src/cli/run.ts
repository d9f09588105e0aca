/**
 * `npx clearline COMMAND`: finds the command, opens what it needs, turns errors into one line and an exit code.
 */
import { setMaxListeners } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { FolderInUseError, openServices, type Opened } from "../acts/open-services.ts";
import { ConfigError, readConfig } from "../env.ts";
import { systemRuntime } from "../runtime.ts";
import { chatCommand } from "./chat.ts";
import { checkCommand } from "./check.ts";
import { UsageError, type Command, type CommandContext } from "./command.ts";
import { costCommand } from "./cost.ts";
import { doctorCommand } from "./doctor.ts";
import { handOver, HandOverError } from "./hand-over.ts";
import { keysCommand } from "./keys.ts";
import { lawCommand } from "./law.ts";
import { listsCommand } from "./lists.ts";
import { lookupsCommand } from "./lookups.ts";
import { migrateCommand } from "./migrate.ts";
import { purgeCommand } from "./purge.ts";
import { staffCommand } from "./staff.ts";
import { startCommand } from "./start.ts";
import { understandCommand } from "./understand.ts";

export const commands: readonly Command[] = [
  startCommand,
  migrateCommand,
  listsCommand,
  checkCommand,
  understandCommand,
  chatCommand,
  lookupsCommand,
  purgeCommand,
  keysCommand,
  staffCommand,
  lawCommand,
  costCommand,
  doctorCommand,
];

/** Runs one command and turns its errors into an exit code: 2 for bad input, 1 for faults. */
export async function runCommand(args: string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((c) => c.name === name);
  try {
    if (!command) {
      const help = name === undefined || ["help", "--help", "-h"].includes(name);
      if (!help) throw new UsageError(`there is no command "${name}"`);
      context.out(usage());
      return 0;
    }
    return await command.run(rest, context);
  } catch (error) {
    if (error instanceof FolderInUseError) throw error;
    if (error instanceof ConfigError)
      for (const problem of error.problems) context.err(`clearline: ${problem}\n`);
    else context.err(`clearline: ${error instanceof Error ? error.message : "failed"}\n`);
    return error instanceof UsageError || error instanceof ConfigError || isParseArgsError(error) ? 2 : 1;
  }
}

function usage(): string {
  return `${commands.map((command) => `  clearline ${command.usage}`).join("\n")}\n`;
}

/** node:util parseArgs: an unknown option, or a value missing. */
function isParseArgsError(error: unknown): boolean {
  return (
    error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS")
  );
}

/** The process's own entry. */
export async function main(args: string[]): Promise<void> {
  const stopping = new AbortController();
  // Many lookups at once may listen for the interrupt.
  setMaxListeners(0, stopping.signal);
  const interrupt = () => stopping.abort();
  const isStart = args[0] === "start";
  if (!isStart) for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupt);
  let opened: Opened | undefined;
  const context: CommandContext = {
    cwd: process.cwd(),
    tty: process.stdout.isTTY,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: { [Symbol.asyncIterator]: inputLines },
    signal: stopping.signal,
    async services() {
      opened ??= await openServices(readConfig(), systemRuntime);
      return opened.services;
    },
  };
  try {
    process.exitCode = await runCommand(args, context);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    if (isStart) {
      context.err(`clearline: ${error.message}: is it already running?\n`);
      process.exitCode = 1;
    } else {
      process.exitCode = await handOverOrSay(error.socketPath, args, {
        ...context,
        cwd: path.resolve(context.cwd),
      });
    }
  } finally {
    await opened?.close();
  }
}

/** Lines of standard input; returning lets go of it, or an open terminal would keep the process alive. */
function inputLines(): AsyncIterator<string> {
  const lines = createInterface({ input: process.stdin });
  const each = lines[Symbol.asyncIterator]();
  return {
    next: () => each.next(),
    return() {
      lines.close();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}

/** Hands the command to the process that holds the folder; that it takes none is said in one line. */
async function handOverOrSay(...args: Parameters<typeof handOver>): Promise<number> {
  try {
    return await handOver(...args);
  } catch (error) {
    if (!(error instanceof HandOverError)) throw error;
    process.stderr.write(`clearline: ${error.message}\n`);
    return 1;
  }
}
