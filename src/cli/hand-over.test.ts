import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Services } from "../acts/services.ts";
import { lockFolder, socketPathOf, type FolderLock } from "../db/folderLock.ts";
import type { CommandContext } from "./command.ts";
import { handOver, serveCommands } from "./hand-over.ts";

describe("a command handed to the process that holds the folder", () => {
  let folder: string;
  let lock: FolderLock;
  let run: (args: string[], context: CommandContext) => Promise<number>;
  const said = { out: "", err: "" };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "clearline-hand-"));
    lock = await lockFolder(folder);
    lock.serve(serveCommands({} as Services, (args, context) => run(args, context)));
    said.out = said.err = "";
  });
  afterEach(async () => {
    await lock.release();
    rmSync(folder, { recursive: true, force: true });
  });

  const hand = (args: string[], options: { stdin?: AsyncIterable<string>; signal?: AbortSignal } = {}) =>
    handOver(socketPathOf(folder), args, {
      cwd: "/some/where",
      tty: false,
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      stdin: options.stdin ?? (async function* () {})(),
      signal: options.signal ?? new AbortController().signal,
    });

  it("runs there with its arguments and folder; what it says and its exit code come back", async () => {
    run = (args, context) => {
      context.out(`${args.join(" ")} in ${context.cwd}\n`);
      context.err("¡ojo! \n\u2028");
      return Promise.resolve(7);
    };
    expect(await hand(["lists", "show", "a b"])).toBe(7);
    expect(said).toEqual({ out: "lists show a b in /some/where\n", err: "¡ojo! \n\u2028" });
  });

  it("reads the caller's standard input line by line, to its end", async () => {
    run = async (_args, context) => {
      for await (const line of context.stdin) context.out(`<${line}>`);
      return 0;
    };
    const stdin = (async function* () {
      yield* ["one", "", "three {}"];
    })();
    expect(await hand(["understand", "--jsonl"], { stdin })).toBe(0);
    expect(said.out).toBe("<one><><three {}>");
  });

  it("ends though standard input stays open, and lets go of it", async () => {
    run = () => Promise.resolve(0);
    let letGo = false;
    const stdin: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<never>(() => {}),
        return: () => {
          letGo = true;
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    };
    expect(await hand(["lists", "show"], { stdin })).toBe(0);
    expect(letGo).toBe(true);
  });

  it("an interrupt at the caller's stops it there", async () => {
    const stopping = new AbortController();
    const stopped = new Promise<void>((resolve) => {
      run = (_args, context) =>
        new Promise((done) => {
          context.signal.addEventListener("abort", () => {
            resolve();
            done(130);
          });
          context.out("begun");
        });
    });
    const handed = hand(["lists", "import"], { signal: stopping.signal });
    handed.catch(() => {});
    while (said.out === "") await new Promise((resolve) => setImmediate(resolve));
    stopping.abort();
    await stopped;
    await expect(handed).rejects.toThrow("did not finish");
  });

  it("a server that stops meanwhile is an error in plain words, not success", async () => {
    run = () => new Promise(() => {});
    const handed = hand(["purge"]);
    const failed = expect(handed).rejects.toThrow("try again");
    await new Promise((resolve) => setImmediate(resolve));
    await lock.release();
    await failed;
  });

  it("garbage on the socket harms neither the server nor the next command", async () => {
    run = () => Promise.resolve(0);
    for (const garbage of ["not json\n", "{}\n", "null\n", "\n", "\u0000".repeat(1000)]) {
      const socket = connect(socketPathOf(folder));
      socket.on("error", () => {});
      const closed = new Promise((resolve) => socket.once("close", resolve));
      socket.end(garbage);
      socket.resume();
      await closed;
    }
    expect(await hand(["lists", "show"])).toBe(0);
  });
});
