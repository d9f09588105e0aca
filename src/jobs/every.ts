/**
 * Runs an act again and again, one run at a time; a run that fails is logged and the next one tries anew.
 */
import { errorCode, type Log } from "../http/log.ts";

export interface Job {
  stop(): Promise<void>;
}

/** @param periodMs from the end of one run to the start of the next. */
export function every(
  name: string,
  periodMs: number,
  log: Log,
  run: (signal: AbortSignal) => Promise<unknown>,
): Job {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = async () => {
    try {
      await run(stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) log.error("job_failed", { code: `${name}:${errorCode(error)}` });
    }
    plan();
  };
  const plan = () => {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      running = turn();
    }, periodMs);
    timer.unref();
  };
  plan();
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
