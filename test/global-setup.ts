/**
 * Once a run: a PostgreSQL server with a migrated template database, and the image of a migrated PGlite folder.
 * The image is kept between runs under the hash of what it is made of; making it takes 3 s and 700 MB.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migratePostgres, migrationsFolder } from "../src/db/migrate.ts";
import { startPostgresServer, templateDatabase } from "./support/postgresServer.ts";

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
    pgliteImage: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  try {
    const client = postgres(server.url, { max: 1, onnotice() {} });
    await client.unsafe(`create database ${templateDatabase}`);
    await client.end();
    const template = new URL(server.url);
    template.pathname = `/${templateDatabase}`;
    await migratePostgres(template.href);
    project.provide("postgresUrl", server.url);
    project.provide("pgliteImage", await pgliteImage());
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}

async function pgliteImage(): Promise<string> {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
  const cache = path.join(root, ".cache");
  const image = path.join(cache, `pglite-${ingredients(root)}.tar`);
  if (existsSync(image)) return image;
  const client = new PGlite();
  await client.waitReady;
  await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
  const dump = await client.dumpDataDir("none");
  await client.close();
  mkdirSync(cache, { recursive: true });
  const unfinished = `${image}.${process.pid}`;
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
  renameSync(unfinished, image);
  return image;
}

/** Hash of PGlite's version and all migrations. */
function ingredients(root: string): string {
  const hash = createHash("sha256");
  hash.update(readFileSync(path.join(root, "node_modules/@electric-sql/pglite/package.json")));
  const folder = migrationsFolder();
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(".sql")) hash.update(file).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest("hex").slice(0, 16);
}
