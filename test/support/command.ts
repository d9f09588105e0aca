/**
 * A command's surroundings in memory.
 */
import type { Services } from "../../src/acts/services.ts";
import type { CommandContext } from "../../src/cli/command.ts";

/** What a command said. */
export interface Said {
  out: string;
  err: string;
}

/** @param cwd folder that relative paths count from. @param input lines of standard input. */
export function fakeContext(
  services: Services,
  cwd: string,
  options: { tty?: boolean; input?: string[]; signal?: AbortSignal } = {},
): { context: CommandContext; said: Said } {
  const said: Said = { out: "", err: "" };
  return {
    said,
    context: {
      cwd,
      tty: options.tty ?? false,
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      stdin: (async function* () {
        yield* options.input ?? [];
      })(),
      signal: options.signal ?? new AbortController().signal,
      services: () => Promise.resolve(services),
    },
  };
}
