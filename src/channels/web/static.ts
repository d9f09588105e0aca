/**
 * Scripts, styles, icons and the manifest. What has its content in its name is kept for a year; the loader,
 * whose address other sites hold, is asked for again after ten minutes.
 */
import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { Hono, type Context } from "hono";
import type { Copy } from "../../copy/copy.ts";
import type { Config } from "../../env.ts";
import { asset, browserAssets, type Asset } from "../../pages/assets.ts";
import { iconPng, iconSvg } from "../../pages/icon.ts";
import type { Theme } from "../../widget/loader.ts";
import { assetHeaders } from "./headers.ts";
import { loaderScript } from "./loaderScript.ts";

const forever = "public, max-age=31536000, immutable";
const tenMinutes = "public, max-age=600";

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

interface Prepared extends Asset {
  gzip: Buffer;
  brotli: Buffer;
}

function prepare(from: Asset): Prepared {
  return { ...from, gzip: gzipSync(from.body, { level: 9 }), brotli: brotliCompressSync(from.body) };
}

function drawIcons(): Asset[] {
  return [
    asset("icon.svg", iconSvg()),
    ...[180, 192, 512].map((size) => asset(`icon-${size}.png`, iconPng(size))),
  ];
}

/** Everything under /static/, made once for each application. */
export class StaticFiles {
  private ready: Promise<Map<string, Prepared>> | undefined;

  private load(): Promise<Map<string, Prepared>> {
    this.ready ??= browserAssets().then((assets) => {
      const all = [...assets.values(), ...drawIcons()].map(prepare);
      return new Map(all.map((file) => [file.name, file]));
    });
    return this.ready;
  }

  async paths(): Promise<AssetPaths> {
    const files = await this.load();
    const at = (name: string) => files.get(name)?.path ?? "";
    return {
      chatScript: at("chat.js"),
      chatStyle: at("chat.css"),
      pagesStyle: at("pages.css"),
      iconSvg: at("icon.svg"),
      icon180: at("icon-180.png"),
      icon192: at("icon-192.png"),
      icon512: at("icon-512.png"),
    };
  }

  async byPath(path: string): Promise<Prepared | undefined> {
    const files = await this.load();
    return [...files.values()].find((file) => file.path === path);
  }

  /** The organisation's colours for bright screens, as the style sheet has them. */
  async theme(): Promise<Theme> {
    const style = await this.source("chat.css");
    const value = (name: string) => new RegExp(`--theme-${name}: ?([^;}]+)`).exec(style)?.[1] ?? "";
    return { brand: value("brand"), onBrand: value("on-brand"), ground: value("ground") };
  }

  async source(name: string): Promise<string> {
    const files = await this.load();
    return files.get(name)?.body.toString("utf8") ?? "";
  }
}

/** Sends a body as the browser takes it best; the same body again costs no bytes. */
function send(c: Context, file: Prepared, cacheControl: string): Response {
  const accepted = c.req.header("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
  const body = encoding === "br" ? file.brotli : encoding === "gzip" ? file.gzip : file.body;
  const tag = `"${createHash("sha256").update(file.body).digest("base64url").slice(0, 16)}"`;
  const headers: Record<string, string> = {
    "content-type": file.type,
    "cache-control": cacheControl,
    vary: "Accept-Encoding",
    etag: tag,
  };
  if (c.req.header("if-none-match") === tag) return c.body(null, 304, headers);
  if (encoding !== undefined) headers["content-encoding"] = encoding;
  return c.body(new Uint8Array(body), 200, headers);
}

/** Routes for /static/*, /widget.js, /favicon.ico and /manifest.webmanifest. */
export function staticRoutes(config: Config, copy: Copy, files: StaticFiles): Hono {
  const app = new Hono();
  let loader: Prepared | undefined;
  app.get("/widget.js", assetHeaders(true), async (c) => {
    loader ??= prepare(
      asset("widget.js", loaderScript(await files.source("loader.js"), await files.theme(), config, copy)),
    );
    return send(c, loader, tenMinutes);
  });
  app.use("/static/*", assetHeaders(false));
  app.get("/static/:file", async (c) => {
    const file = await files.byPath(`/static/${c.req.param("file")}`);
    return file === undefined ? c.notFound() : send(c, file, forever);
  });
  app.get("/favicon.ico", assetHeaders(false), async (c) => {
    const icon = await files.byPath((await files.paths()).icon192);
    return icon === undefined ? c.notFound() : send(c, icon, tenMinutes);
  });
  app.get("/manifest.webmanifest", assetHeaders(false), async (c) => {
    const paths = await files.paths();
    const theme = await files.theme();
    const locale = c.req.query("locale") === "es" ? "es" : "en";
    const icons = [
      { src: paths.icon192, sizes: "192x192", type: "image/png", purpose: "any" },
      { src: paths.icon512, sizes: "512x512", type: "image/png", purpose: "any" },
      { src: paths.icon512, sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: paths.iconSvg, sizes: "any", type: "image/svg+xml" },
    ];
    const manifest = {
      name: config.org.name,
      short_name: config.org.shortName.slice(0, 12),
      description: copy.text("pages.description", locale),
      lang: locale,
      start_url: `/${locale}`,
      scope: "/",
      display: "standalone",
      background_color: theme.ground,
      theme_color: theme.brand,
      icons,
    };
    c.header("cache-control", tenMinutes);
    return c.body(JSON.stringify(manifest), 200, { "content-type": "application/manifest+json" });
  });
  return app;
}
