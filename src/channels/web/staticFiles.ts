/**
 * The files under /static/: bundled scripts and styles and the drawn icons, compressed once for the whole program.
 */
import { brotliCompressSync, gzipSync } from "node:zlib";
import { asset, browserAssets, type Asset } from "../../pages/assets.ts";
import { iconPng, iconSvg } from "../../pages/icon.ts";
import type { Theme } from "../../widget/loader.ts";

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
  theme: Theme;
  byPath: ReadonlyMap<string, Prepared>;
  /** Scripts before they are given what the server knows: the loader's, and the service worker's. */
  loader: string;
  worker: string;
}

/** Compresses a file once, so that no request has to. */
export function prepare(from: Asset): Prepared {
  return { ...from, gzip: gzipSync(from.body, { level: 9 }), brotli: brotliCompressSync(from.body) };
}

async function load(): Promise<StaticFiles> {
  const icons = [180, 192, 512].map((size) => asset(`icon-${size}.png`, iconPng(size)));
  const bundled = await browserAssets();
  const files = [...bundled.values(), asset("icon.svg", iconSvg()), ...icons].map(prepare);
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

let loading: Promise<StaticFiles> | undefined;

/** The files; made on first use, the same for everyone. @throws when a built program lacks dist/widget. */
export function staticFiles(): Promise<StaticFiles> {
  loading ??= load();
  return loading;
}
