/**
 * On the embedded database one process holds the folder. A command started meanwhile is handed to it through the
 * folder's socket: JSON lines there (arguments, standard input), JSON lines back (what to print, the exit code).
 */
import { setMaxListeners } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Services } from "../acts/services.ts";
import type { Command, CommandContext } from "./command.ts";

interface Handed {
  args: string[];
  cwd: string;
  tty: boolean;
}

type Back = { out: string } | { err: string } | { exit: number };
type Forth = { in: string } | { end: true };

/** The process that holds the folder took no commands, or stopped before this one was done. */
export class HandOverError extends Error {
  override name = "HandOverError";
  constructor() {
    super("another process holds the data folder and did not finish this command: try again in a moment");
  }
}

/** Client side: runs the command in the process that holds the folder. @returns its exit code. */
export function handOver(
  socketPath: string,
  args: string[],
  context: Pick<CommandContext, "cwd" | "tty" | "out" | "err" | "stdin" | "signal">,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    const input = context.stdin[Symbol.asyncIterator]();
    const send = (message: Handed | Forth) => socket.write(`${JSON.stringify(message)}\n`);
    // What follows from a lost connection is said on close.
    socket.on("error", () => {});
    socket.once("connect", () => {
      send({ args, cwd: context.cwd, tty: context.tty });
      void (async () => {
        for (let next = await input.next(); next.done !== true; next = await input.next())
          send({ in: next.value });
        send({ end: true });
      })();
    });
    context.signal.addEventListener("abort", () => socket.destroy(), { once: true });
    let exit: number | undefined;
    const lines = createInterface({ input: socket });
    lines.on("error", () => {});
    lines.on("line", (line) => {
      const back = JSON.parse(line) as Back;
      if ("out" in back) context.out(back.out);
      else if ("err" in back) context.err(back.err);
      else {
        exit = back.exit;
        socket.end();
      }
    });
    socket.once("close", () => {
      // Input that stays open, as a terminal's does, must not keep a finished command waiting for a line.
      void input.return?.();
      if (exit === undefined) reject(new HandOverError());
      else resolve(exit);
    });
  });
}

/** Server side: answers the folder's socket. `run` must turn errors into exit codes itself. */
export function serveCommands(
  services: Services,
  run: (args: string[], context: CommandContext) => Promise<number>,
): (socket: Socket) => void {
  return (socket) => {
    const stopped = new AbortController();
    setMaxListeners(0, stopped.signal);
    socket.once("close", () => stopped.abort());
    socket.on("error", () => stopped.abort());
    const send = (message: Back) => {
      if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
    };
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    void (async () => {
      const first = await lines.next();
      if (first.done === true) return;
      const { args, cwd, tty } = JSON.parse(first.value) as Handed;
      const exit = await run(args, {
        cwd,
        tty,
        out: (text) => send({ out: text }),
        err: (text) => send({ err: text }),
        stdin: inputOf(lines),
        signal: stopped.signal,
        services: () => Promise.resolve(services),
      });
      send({ exit });
      socket.end();
    })().catch(() => socket.destroy());
  };
}

async function* inputOf(lines: AsyncIterator<string>): AsyncGenerator<string> {
  for (;;) {
    const next = await lines.next();
    if (next.done === true) return;
    const forth = JSON.parse(next.value) as Forth;
    if ("end" in forth) return;
    yield forth.in;
  }
}

/** Commands by name; the frame of `run.ts` and of the server alike. */
export type Commands = ReadonlyMap<string, Command>;
