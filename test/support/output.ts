/**
 * Everything a process writes while a suite runs, and a database whose errors carry what people typed.
 */
import { afterAll, beforeAll, vi } from "vitest";
import type { Database } from "../../src/db/database.ts";

/** What went to standard output and error from the suite's beginning on. Call at the top of a suite. */
export function captureOutput(): string[] {
  const written: string[] = [];
  const spies: { mockRestore(): void }[] = [];
  beforeAll(() => {
    for (const stream of [process.stdout, process.stderr]) {
      const write = stream.write.bind(stream);
      spies.push(
        vi.spyOn(stream, "write").mockImplementation(((chunk: string | Uint8Array, ...rest: never[]) => {
          written.push(Buffer.from(chunk as never).toString());
          return write(chunk, ...rest);
        }) as typeof stream.write),
      );
    }
  });
  afterAll(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return written;
}

/**
 * A database whose statements fail where they are told to, as the database itself fails them: with the values in message
 * and detail.
 * @param failing whether this statement fails now.
 * @param typed what the detail says beside.
 */
export function tellingFaults(real: Database, failing: (text: string) => boolean, typed: string): Database {
  return {
    ...real,
    query: async (text, values, signal) => {
      if (!failing(text)) return real.query(text, values, signal);
      throw Object.assign(new Error(`failed: ${text} with ${String(values)} wobblecanary`), {
        code: "22P02",
        detail: `Key (name)=(${typed})`,
        parameters: values,
      });
    },
  };
}
