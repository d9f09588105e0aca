/**
 * A clock that stands still until a test moves it, and bytes that follow from a seed.
 */
import { createHash } from "node:crypto";
import type { Runtime } from "../../src/runtime.ts";

export class TestRuntime implements Runtime {
  /** Epoch milliseconds; set it or `advance` it. */
  time: number;
  /** Marks that `until` was asked to wait for, in order. */
  readonly waits: number[] = [];
  readonly #deadlines: { at: number; controller: AbortController }[] = [];
  readonly #seed: string;
  #drawn = 0;

  constructor(options: { now?: string | number; seed?: string } = {}) {
    this.time = new Date(options.now ?? "2026-03-02T18:00:00Z").getTime();
    this.#seed = options.seed ?? "test";
  }

  now(): number {
    return this.time;
  }

  elapsed(): number {
    return this.time;
  }

  /** Moves the clock, backwards too, and aborts what is due by then. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const { at, controller } of this.#deadlines) {
      if (at <= this.time) controller.abort(new DOMException("the time is up", "TimeoutError"));
    }
  }

  deadline(ms: number): AbortSignal {
    const controller = new AbortController();
    this.#deadlines.push({ at: this.time + ms, controller });
    return controller.signal;
  }

  bytes(length: number): Buffer {
    const blocks: Buffer[] = [];
    for (let have = 0; have < length; have += 64) {
      blocks.push(createHash("sha512").update(`${this.#seed}/${this.#drawn++}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, length);
  }

  uuid(): string {
    const hex = this.bytes(16).toString("hex");
    return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join("-");
  }

  until(elapsedMark: number): Promise<void> {
    this.waits.push(elapsedMark);
    return Promise.resolve();
  }
}
