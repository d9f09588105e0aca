/**
 * Builds the server and the browser's files into dist/. Runs at `npm ci` (prepare) and before `npm start`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { bundleBrowserFiles } from "./widget/bundle.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const at = (file) => path.join(root, file);

async function buildServer() {
  await build({
    entryPoints: [at("src/main.ts"), at("src/cli/run.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    outdir: at("dist"),
    outbase: at("src"),
    sourcemap: true,
    splitting: true,
    logLevel: "warning",
  });
}

async function buildBrowserFiles() {
  const files = await bundleBrowserFiles(root);
  await mkdir(at("dist/widget"), { recursive: true });
  await Promise.all(files.map((file) => writeFile(at(`dist/widget/${file.name}`), file.text)));
}

await Promise.all([buildServer(), buildBrowserFiles()]);
