/**
 * What a command of `npx clearline` is. One command a file; `run.ts` finds it by name.
 */
import type { Services } from "../acts/services.ts";

/** Bad input: said in one line, exit code 2, nothing changed. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Where a command runs and speaks. On the embedded database it may run inside the server for another process. */
export interface CommandContext {
  /** Folder that relative paths count from. */
  cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** The terminal shows progress in place; otherwise progress is plain lines. */
  tty: boolean;
  /** Lines of standard input, for commands that read them. */
  stdin: AsyncIterable<string>;
  signal: AbortSignal;
  /** Opens database and keys; closed by the caller of `run`. */
  services(): Promise<Services>;
}

export interface Command {
  name: string;
  /** One line: arguments and what it does. */
  usage: string;
  /** Needs no database: never handed to the server. */
  local?: boolean;
  /** @returns the exit code. @throws UsageError for bad input. */
  run(args: string[], context: CommandContext): Promise<number>;
}
