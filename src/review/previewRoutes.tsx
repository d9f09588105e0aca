/**
 * `GET /preview`, on a loopback host alone: reviewers of the copy look at it on their own machine, and a public
 * server has no such address.
 */
import { Hono } from "hono";
import { pageHeaders } from "../http/headers.ts";
import { listTexts, readSources } from "../copy/catalogue.ts";
import type { Copy } from "../copy/copy.ts";
import type { Config } from "../env.ts";
import type { ServerEnv } from "../http/address.ts";
import { browserAssets } from "../pages/assets.ts";
import { areaOf, findKeys, keysOf, Preview, type PreviewContext, type PreviewView } from "./preview.tsx";

const queryCharsMax = 80;

/** Routes for the reviewers' page; none where others than this machine reach the server. */
export function createPreview(config: Config, copy: Copy): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  if (!config.loopback) return app;
  // The catalogues do not change while the program runs.
  const entries = [...listTexts("en"), ...listTexts("es")];
  const sources = readSources();
  const keys = keysOf(entries);

  app.get("/preview/:area?", pageHeaders(config), async (c) => {
    const area = c.req.param("area");
    const query = c.req.query("find")?.slice(0, queryCharsMax);
    if (area !== undefined && !keys.some((key) => areaOf(key) === area)) return c.notFound();
    const view: PreviewView =
      area !== undefined
        ? { area, keys: keys.filter((key) => areaOf(key) === area) }
        : query !== undefined && query.trim() !== ""
          ? { query, keys: findKeys(entries, query) }
          : { keys: [] };
    const context: PreviewContext = {
      copy,
      entries,
      sources,
      locale: c.req.query("locale") === "es" ? "es" : "en",
      style: (await browserAssets(config.theme)).get("preview.css")?.path ?? "",
    };
    c.header("cache-control", "no-store");
    return c.html(<Preview context={context} view={view} />);
  });
  return app;
}
