/**
 * One process at a time on a PGlite folder: two would silently lose rows. The lock is a socket that the kernel
 * frees when the process dies; the socket file in the folder (0600) also takes commands for the running server.
 */
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import os from "node:os";
import path from "node:path";

/** Another process holds the folder; commands can be handed to it through `socketPath`. */
export class FolderInUseError extends Error {
  override name = "FolderInUseError";
  readonly socketPath: string;
  constructor(dataDir: string, socketPath: string) {
    super(`another process has ${dataDir} open`);
    this.socketPath = socketPath;
  }
}

export interface FolderLock {
  /** Sets who answers connections to the folder's socket; until then they are closed at once. */
  serve(handler: (socket: Socket) => void): void;
  release(): Promise<void>;
}

/** Unix socket paths hold about 100 bytes; a longer folder's socket stands in the temporary folder. */
export function socketPathOf(dataDir: string): string {
  const inside = path.join(realpathSync(dataDir), "clearline.sock");
  if (process.platform === "win32") return `\\\\.\\pipe\\clearline-${digest(inside)}`;
  return inside.length < 100 ? inside : path.join(os.tmpdir(), `clearline-${digest(inside)}.sock`);
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

/**
 * Takes the lock.
 * @throws FolderInUseError when another process holds it.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const socketPath = socketPathOf(dataDir);
  let handler: ((socket: Socket) => void) | undefined;
  // Linux: an abstract socket is the lock proper, so that two starts over a stale socket file cannot both win.
  const kernelLock =
    process.platform === "linux"
      ? await listen(
          createServer((socket) => socket.destroy()),
          `\0clearline-${digest(socketPath)}`,
        ).catch(() => {
          throw new FolderInUseError(dataDir, socketPath);
        })
      : undefined;
  if (await answers(socketPath)) {
    await closed(kernelLock);
    throw new FolderInUseError(dataDir, socketPath);
  }
  if (process.platform !== "win32") rmSync(socketPath, { force: true });
  const open = new Set<Socket>();
  const server = await listen(
    createServer((socket) => {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      if (handler) handler(socket);
      else socket.destroy();
    }),
    socketPath,
  );
  if (process.platform !== "win32") chmodSync(socketPath, 0o600);
  return {
    serve(next) {
      handler = next;
    },
    async release() {
      const done = closed(server);
      // A command that waits for its person must not keep the server from stopping.
      for (const socket of open) socket.destroy();
      await done;
      await closed(kernelLock);
    },
  };
}

function listen(server: Server, at: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at, () => {
      server.unref();
      resolve(server);
    });
  });
}

function closed(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
}

/** Does someone listen there? */
function answers(at: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
