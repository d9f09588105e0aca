/**
 * Scripts, styles, icons and the manifest. What has its content in its name is kept for a year; the loader,
 * whose address other sites hold, is asked for again after ten minutes.
 */
import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import type { Copy } from "../../copy/copy.ts";
import type { Config } from "../../env.ts";
import { asset } from "../../pages/assets.ts";
import { assetHeaders } from "../../http/headers.ts";
import { loaderScript } from "./givenScripts.ts";
import { prepare, staticFiles, type Prepared } from "./staticFiles.ts";

const forever = "public, max-age=31536000, immutable";
const tenMinutes = "public, max-age=600";

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
export function staticRoutes(config: Config, copy: Copy): Hono {
  const app = new Hono();
  let loader: Prepared | undefined;
  app.get("/widget.js", assetHeaders(true), async (c) => {
    const files = await staticFiles(config);
    loader ??= prepare(asset("widget.js", loaderScript(files, config, copy)));
    return send(c, loader, tenMinutes);
  });
  app.use("/static/*", assetHeaders(false));
  app.get("/static/:file", async (c) => {
    const { byPath } = await staticFiles(config);
    const file = byPath.get(`/static/${c.req.param("file")}`);
    return file === undefined ? c.notFound() : send(c, file, forever);
  });
  app.get("/favicon.ico", assetHeaders(false), async (c) => {
    const { byPath, paths } = await staticFiles(config);
    const icon = byPath.get(paths.icon192);
    return icon === undefined ? c.notFound() : send(c, icon, tenMinutes);
  });
  app.get("/manifest.webmanifest", assetHeaders(false), async (c) => {
    const { paths, theme } = await staticFiles(config);
    const locale = c.req.query("locale") === "es" ? "es" : "en";
    const icons = [
      { src: paths.icon192, sizes: "192x192", type: "image/png", purpose: "any" },
      { src: paths.icon512, sizes: "512x512", type: "image/png", purpose: "any" },
      { src: paths.icon512, sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: paths.iconSvg, sizes: "any", type: "image/svg+xml" },
    ];
    const manifest = {
      id: "/",
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
