/**
 * The files under /static/: bundled scripts and styles and the drawn icons, compressed once for the whole program.
 */
import { brotliCompressSync, gzipSync } from "node:zlib";
import { asset, browserAssets, type Asset } from "../../pages/assets.ts";
import { iconPng, iconSvg } from "../../pages/icon.ts";
import type { Config } from "../../env.ts";
import type { Theme } from "../../pages/theme.ts";
import type { Theme as LoaderTheme } from "../../widget/loader.ts";

/** A file and how it travels. */
export interface Prepared extends Asset {
  gzip: Buffer;
  brotli: Buffer;
}

/** Addresses of everything a page links to. */
export interface AssetPaths {
  chatScript: string;
  chatStyle: string;
  pagesStyle: string;
  iconSvg: string;
  icon180: string;
  icon192: string;
  icon512: string;
}

export interface StaticFiles {
  paths: AssetPaths;
  /** The organisation's colours for bright screens, as the style sheet has them. */
  theme: LoaderTheme;
  byPath: ReadonlyMap<string, Prepared>;
  /** Scripts before they are given what the server knows: the loader's, and the service worker's. */
  loader: string;
  worker: string;
}

/** Compresses a file once, so that no request has to. */
export function prepare(from: Asset): Prepared {
  return { ...from, gzip: gzipSync(from.body, { level: 9 }), brotli: brotliCompressSync(from.body) };
}

async function load(own: Theme | undefined): Promise<StaticFiles> {
  const ground = own?.brand;
  const icons = [180, 192, 512].map((size) => asset(`icon-${size}.png`, iconPng(size, ground)));
  const bundled = await browserAssets(own);
  const files = [...bundled.values(), asset("icon.svg", iconSvg(ground)), ...icons].map(prepare);
  const byName = new Map(files.map((file) => [file.name, file]));
  const at = (name: string) => byName.get(name)?.path ?? "";
  const text = (name: string) => byName.get(name)?.body.toString("utf8") ?? "";
  const colour = (name: string) => new RegExp(`--theme-${name}: ?([^;}]+)`).exec(text("chat.css"))?.[1] ?? "";
  return {
    paths: {
      chatScript: at("chat.js"),
      chatStyle: at("chat.css"),
      pagesStyle: at("pages.css"),
      iconSvg: at("icon.svg"),
      icon180: at("icon-180.png"),
      icon192: at("icon-192.png"),
      icon512: at("icon-512.png"),
    },
    theme: { brand: colour("brand"), onBrand: colour("on-brand"), ground: colour("ground") },
    byPath: new Map(files.map((file) => [file.path, file])),
    loader: text("loader.js"),
    worker: text("worker.js"),
  };
}

const loading = new Map<string, Promise<StaticFiles>>();

/** The files; made on first use, the same for everyone. @throws when a built program lacks dist/widget. */
export function staticFiles({ theme }: Pick<Config, "theme">): Promise<StaticFiles> {
  const key = JSON.stringify(theme ?? null);
  const files = loading.get(key) ?? load(theme);
  loading.set(key, files);
  return files;
}
