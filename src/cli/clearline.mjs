#!/usr/bin/env node
/** `npx clearline`: runs what `npm ci` built. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../../dist/cli/run.js", import.meta.url);
if (!existsSync(fileURLToPath(built))) {
  process.stderr.write("not built yet: run `npm ci` first\n");
  process.exit(1);
}
const { main } = await import(built.href);
await main(process.argv.slice(2));
