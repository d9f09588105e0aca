/**
 * Pages of one length, so that whoever watches the network of a clinic does not read from it what somebody was told. A
 * proxy that compresses undoes this.
 */
import type { MiddlewareHandler } from "hono";

/** Longer than a result with several cases, and than the picture of a code; a page beyond it takes two. */
export const pageBytes = 12 * 1024;

/** Fills what is HTML up to whole blocks, with spaces after its end. */
export const padded: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.headers.get("content-type")?.startsWith("text/html") !== true || c.res.body === null) return;
  const page = Buffer.from(await c.res.arrayBuffer());
  const blocks = Math.max(1, Math.ceil(page.length / pageBytes));
  c.res = new Response(Buffer.concat([page, Buffer.alloc(blocks * pageBytes - page.length, " ")]), c.res);
};
