/**
 * The browser's files, each under a name that changes with its content, so that it may be kept for a year.
 * From dist/ they come as built; run from source, they are bundled on first use.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { themed, type Theme } from "./theme.ts";

export interface Asset {
  /** As the source calls it, e.g. "chat.js". */
  name: string;
  /** Where it is served: "/static/chat.<hash>.js". */
  path: string;
  type: string;
  body: Buffer;
}

export type Assets = ReadonlyMap<string, Asset>;

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Gives a file its content type and its hashed address. */
export function asset(name: string, content: string | Buffer): Asset {
  const body = Buffer.from(content);
  const { name: stem, ext } = path.parse(name);
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 10);
  return {
    name,
    path: `/static/${stem}.${hash}${ext}`,
    type: types[ext] ?? "application/octet-stream",
    body,
  };
}

function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("package.json not found above the program");
    folder = parent;
  }
  return folder;
}

async function browserFiles(): Promise<{ name: string; text: string }[]> {
  const root = projectRoot();
  if (import.meta.url.endsWith(".ts")) {
    const { bundleBrowserFiles } = await import("../widget/bundle.mjs");
    return bundleBrowserFiles(root);
  }
  const folder = path.join(root, "dist/widget");
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), "utf8") })),
  );
}

const loading = new Map<string, Promise<Assets>>();

/**
 * The bundled scripts and style sheets by name. The same promise for everyone: content never changes while
 * the program runs.
 * @param theme the organisation's colours (`config.theme`): what is served from /static/ is in them
 * @throws when dist/widget is absent in a built program.
 */
export function browserAssets(theme: Theme | undefined): Promise<Assets> {
  const key = JSON.stringify(theme ?? null);
  const already = loading.get(key);
  if (already) return already;
  const dress = ({ name, text }: { name: string; text: string }) =>
    theme && name.endsWith(".css") ? themed(text, theme) : text;
  const loaded = browserFiles().then(
    (files) => new Map(files.map((file) => [file.name, asset(file.name, dress(file))])),
  );
  loading.set(key, loaded);
  return loaded;
}
