#!/usr/bin/env -S node --max-old-space-size=1536
/**
 * `npx clearline`: runs what `npm ci` built. The limit is far above what a list of millions needs; knowing it, Node
 * collects sooner, and an import stays below 400 MB.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../../dist/cli/run.js", import.meta.url);
if (!existsSync(fileURLToPath(built))) {
  process.stderr.write("not built yet: run `npm ci` first\n");
  process.exit(1);
}
const { main } = await import(built.href);
await main(process.argv.slice(2));
