/**
 * PGlite in a folder: the embedded default. It never fsyncs and takes one connection; the folder lock is ours.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import type { Database, Value } from "./database.ts";
import * as schema from "./schema/index.ts";

const run = promisify(execFile);
/** PostgreSQL's major version inside the pinned PGlite. */
const major = "18";

/** What opening one instance needs: a folder, or an image of one in memory (tests). */
export type PgliteOptions = { dataDir: string } | { image: Blob };

/**
 * Opens PGlite. A new folder is initialised in a child process, which takes 700 MB once and gives it back.
 * @throws Error in plain words when the folder is of another PostgreSQL major version.
 */
export async function openPglite(options: PgliteOptions): Promise<Database> {
  const client =
    "image" in options
      ? new PGlite({ loadDataDir: options.image, postgresqlconf: ["shared_buffers = 16MB"] })
      : await openFolder(options.dataDir);
  await client.waitReady;
  return {
    kind: "pglite",
    drizzle: drizzle(client, { schema }),
    async query<Row extends object>(text: string, values: readonly Value[] = [], signal?: AbortSignal) {
      signal?.throwIfAborted();
      const result = await client.query<Row>(text, [...values]);
      return result.rows;
    },
    close: () => client.close(),
  };
}

async function openFolder(dataDir: string): Promise<PGlite> {
  const folder = path.join(dataDir, "pglite");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const versionFile = path.join(folder, "PG_VERSION");
  if (!existsSync(versionFile)) await initialise(folder);
  const found = readFileSync(versionFile, "utf8").trim();
  if (found !== major) {
    throw new Error(
      `${folder} holds data of PostgreSQL ${found}, this version reads ${major}: import the lists again into a new DATA_DIR`,
    );
  }
  return new PGlite({ dataDir: folder, postgresqlconf: ["shared_buffers = 16MB"] });
}

async function initialise(folder: string): Promise<void> {
  const module = import.meta.resolve("@electric-sql/pglite");
  const script = `const { PGlite } = await import(${JSON.stringify(module)});
    const db = new PGlite({ dataDir: process.argv[1] }); await db.waitReady; await db.close();`;
  await run(process.execPath, ["--input-type=module", "-e", script, folder]);
}
