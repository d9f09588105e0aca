import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderInUseError, lockFolder, socketPathOf, type FolderLock } from "./folderLock.ts";

describe("the lock of a data folder", () => {
  let folder: string;
  const held: FolderLock[] = [];
  const take = async (at = folder) => {
    const lock = await lockFolder(at);
    held.push(lock);
    return lock;
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "clearline-lock-"));
  });
  afterEach(async () => {
    for (const lock of held.splice(0)) await lock.release().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  });

  it("is held by one at a time, and free again once released", async () => {
    const first = await take();
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    await first.release();
    await take();
  });

  it("of twenty that come at once, one gets it", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => take()));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of tries)
      if (one.status === "rejected") expect(one.reason).toBeInstanceOf(FolderInUseError);
  });

  it("a file left by a killed process does not keep anybody out", async () => {
    writeFileSync(socketPathOf(folder), "");
    await take();
  });

  it("is the same by another name of the folder, and its own for another folder", async () => {
    await take();
    await expect(lockFolder(path.join(folder, "../", path.basename(folder)))).rejects.toThrow(
      FolderInUseError,
    );
    await take(path.join(folder, "deeper"));
  });

  it("works for folders whose path is longer than a socket's may be", async () => {
    const long = path.join(folder, "x".repeat(120));
    mkdirSync(long);
    await take(long);
    await expect(lockFolder(long)).rejects.toThrow(FolderInUseError);
  });

  it("its socket and a new folder are for the owner alone", async () => {
    const fresh = path.join(folder, "fresh");
    await take(fresh);
    expect(statSync(fresh).mode & 0o777).toBe(0o700);
    expect(statSync(socketPathOf(fresh)).mode & 0o777).toBe(0o600);
  });

  it("hands connections to whoever serves, closes them until then, and release waits for none", async () => {
    const lock = await take();
    const socketPath = socketPathOf(folder);
    const closedAtOnce = connect(socketPath);
    await new Promise((resolve) => closedAtOnce.once("close", resolve));
    const served = new Promise<void>((resolve) => lock.serve(() => resolve()));
    const open = connect(socketPath);
    await served;
    const ended = new Promise((resolve) => open.once("close", resolve));
    open.on("error", () => {});
    await lock.release();
    await ended;
  });
});
