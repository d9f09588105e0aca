/**
 * Builds the server and the browser's files into dist/. Runs at `npm ci` (prepare) and before `npm start`.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const at = (file) => path.join(root, file);

await Promise.all([
  build({
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
  }),
  ...["widget.ts", "loader.ts"]
    .map((file) => at(`src/widget/${file}`))
    .filter((file) => existsSync(file))
    .map((file) =>
      build({
        entryPoints: [file],
        bundle: true,
        minify: true,
        format: "iife",
        target: "es2019",
        outdir: at("dist/widget"),
        logLevel: "warning",
      }),
    ),
]);
