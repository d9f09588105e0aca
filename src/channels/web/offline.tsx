/**
 * What opens without a connection: the page without a conversation in each language, and the service worker that
 * keeps it. Neither holds anything of anybody.
 */
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { Config } from "../../env.ts";
import { workerScript } from "./givenScripts.ts";
import { pageHeaders, workerHeaders } from "../../http/headers.ts";
import { Page } from "./page/document.tsx";
import { offlinePath, type Locale, type PageContext } from "./page/types.ts";
import { staticFiles } from "./staticFiles.ts";

/** The page as the service worker keeps it: the script in it opens a conversation, or goes on with the tab's own. */
function emptyPage(context: PageContext, locale: Locale): string {
  const page: { toString(): string } = (
    <Page context={context} view={{ locale, reply: undefined, turn: "" }} />
  );
  return page.toString();
}

/** Routes for `/sw.js` and the pages it keeps. */
export function offlineRoutes(config: Config, context: () => Promise<PageContext>): Hono {
  const app = new Hono();
  for (const locale of ["en", "es"] as const) {
    app.get(offlinePath(locale), pageHeaders(config), compress(), async (c) => {
      c.header("cache-control", "no-store");
      return c.html(emptyPage(await context(), locale));
    });
  }
  app.get("/sw.js", workerHeaders(), compress(), async (c) => {
    const shown = await context();
    const pages = (["en", "es"] as const).map((locale) => emptyPage(shown, locale));
    // Asked for with every visit, so that what changed here changes there.
    c.header("cache-control", "no-cache");
    c.header("content-type", "text/javascript; charset=utf-8");
    return c.body(workerScript(await staticFiles(config), pages));
  });
  return app;
}
