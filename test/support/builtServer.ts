/**
 * The built server as its own process: what `npx clearline` really runs.
 */
import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const program = path.join(root, "src/cli/clearline.mjs");

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface Running {
  child: ChildProcess;
  /** What it printed until now. */
  printed(): { out: string; err: string };
  ended: Promise<Ended>;
}

/** Builds dist/, as `npm start` does. */
export async function buildServer(): Promise<void> {
  const build = spawn(process.execPath, ["src/build.mjs"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => build.once("exit", resolve));
  if (code !== 0) throw new Error(`the build ended with ${String(code)}`);
}

/** Runs `clearline ARGS` with this environment and nothing of the test's own but PATH. */
export function runBuilt(args: string[], env: Record<string, string>, cwd: string): Running {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, printed: () => ({ out, err }), ended };
}

export interface StartedServer extends Running {
  /** http://localhost:PORT */
  base: string;
}

/** `clearline start` on a free port. @throws Error with what it said when it ends before it listens. */
export async function startBuilt(env: Record<string, string>, cwd: string): Promise<StartedServer> {
  const running = runBuilt(["start"], { HOST: "127.0.0.1", PORT: "0", ...env }, cwd);
  const listening = new Promise<string>((resolve) => {
    running.child.stdout?.on("data", () => {
      const base = /Health\s+(http:\/\/127\.0\.0\.1:\d+)\/healthz/.exec(running.printed().out)?.[1];
      if (base !== undefined) resolve(base);
    });
  });
  const failed = running.ended.then(({ code, err }) => {
    throw new Error(`the server ended with ${code}: ${err}`);
  });
  const base = await Promise.race([listening, failed]);
  failed.catch(() => {});
  return { ...running, base };
}
