/**
 * Clock, chance and waiting: the only place where time and randomness enter.
 * Everything else takes a `Runtime`, so tests decide what time it is.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

export interface Runtime {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds that only move forward, for durations. */
  elapsed(): number;
  /** Cryptographic randomness. */
  bytes(length: number): Buffer;
  uuid(): string;
  /** Aborts after this many milliseconds. */
  deadline(ms: number): AbortSignal;
  /** Resolves once `elapsed()` has reached the given mark; at once when it is past. */
  until(elapsedMark: number): Promise<void>;
}

const poolBytes = 8_192;
let pool = Buffer.alloc(0);
let used = 0;

/** Bytes from a pool of fresh randomness, each handed out once: a call to the system for each nonce costs more. */
function pooledBytes(length: number): Buffer {
  if (length > poolBytes / 8) return randomBytes(length);
  if (used + length > pool.length) {
    pool = randomBytes(poolBytes);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}

/** The real world. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  bytes: pooledBytes,
  uuid: () => randomUUID(),
  deadline(ms) {
    // AbortSignal.timeout makes a transferable signal, which costs more than a whole statement.
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("the time is up", "TimeoutError")), ms).unref();
    return controller.signal;
  },
  async until(mark) {
    const wait = mark - performance.now();
    if (wait > 0) await sleep(wait);
  },
};

const losAngelesDay = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" });

/** The local date in Los Angeles, YYYY-MM-DD, at an instant in epoch milliseconds. */
export function losAngelesDate(now: number): string {
  return losAngelesDay.format(now);
}

/** The UTC day, YYYY-MM-DD, that limits count by. */
export function utcDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
