/**
 * The project's source files, read once: as written, and as JavaScript without comments and types.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  lines: number;
  test: boolean;
}

/** Every hand-written TypeScript, script and style file under the folders. */
export function readSourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(?:tsx?|mjs|css)$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return { path: file, text, lines: text.split("\n").length - 1, test: /\.test\.tsx?$/.test(file) };
    });
}

const stripped = new WeakMap<SourceFile, string>();

/** A file's code without comments, types and markup: JSX becomes calls, so that its text is string literals. */
export function codeOf(file: SourceFile): string {
  let code = stripped.get(file);
  if (code === undefined) {
    const loader = file.path.endsWith(".tsx") ? "tsx" : "ts";
    code = transformSync(file.text, {
      loader,
      jsx: "transform",
      jsxFactory: "jsx",
      target: "es2023",
      charset: "utf8",
    }).code;
    stripped.set(file, code);
  }
  return code;
}
