/**
 * Progress of a long command: a bar with rate and time left on a terminal, a line for each tenth elsewhere.
 */
import { Writable } from "node:stream";
import cliProgress from "cli-progress";
import type { CommandContext } from "./command.ts";

export interface ProgressBar {
  /** @param share done, 0 to 1. @param count things done so far, for the rate. */
  at(share: number, count: number): void;
  stop(): void;
}

const steps = 1000;

/** @param elapsed milliseconds that only move forward. @param unit what is counted, such as "records". */
export function progressBar(
  context: Pick<CommandContext, "err" | "tty">,
  elapsed: () => number,
  unit: string,
): ProgressBar {
  const started = elapsed();
  const rateOf = (count: number) => Math.round(count / Math.max(0.001, (elapsed() - started) / 1000));
  if (!context.tty) return lines(context, rateOf, unit);
  // Drawn from the first thing done on: a file that is refused leaves no empty bar behind.
  let bar: cliProgress.SingleBar | undefined;
  const start = () => {
    const drawn = new cliProgress.SingleBar({
      format: `[{bar}] {percentage} % | {count} ${unit} | {rate}/s | {left} left`,
      stream: terminal(context),
      hideCursor: true,
      fps: 10,
    });
    drawn.start(steps, 0, { count: 0, rate: 0, left: "?" });
    return drawn;
  };
  return {
    at(share, count) {
      if (count === 0) return;
      bar ??= start();
      const left = share > 0.01 ? `${Math.ceil(((elapsed() - started) / 1000) * (1 / share - 1))} s` : "?";
      bar.update(Math.round(share * steps), { count, rate: rateOf(count), left });
    },
    stop() {
      bar?.stop();
    },
  };
}

function lines(
  context: Pick<CommandContext, "err">,
  rateOf: (count: number) => number,
  unit: string,
): ProgressBar {
  let tenth = 0;
  return {
    at(share, count) {
      // Rounding must not hold back the last line.
      const reached = Math.floor(share * 10 + 1e-6);
      if (count === 0 || reached <= tenth) return;
      tenth = reached;
      context.err(`${tenth * 10} % (${count} ${unit}, ${rateOf(count)}/s)\n`);
    },
    stop() {},
  };
}

/** The terminal may be another process's: what the bar draws goes wherever the command speaks. */
function terminal(context: Pick<CommandContext, "err">): NodeJS.WritableStream {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      context.err(chunk.toString());
      done();
    },
  });
  return Object.assign(stream, { isTTY: true, columns: 80 });
}
