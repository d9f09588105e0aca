/**
 * What every route under /staff and /outreach begins with: strict headers, nothing stored, forms from our own pages
 * alone, and calm pages in place of errors.
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { formOf } from "../http/form.ts";
import { pageHeaders } from "../http/headers.ts";
import { errorCode } from "../http/log.ts";
import { showPage, wordsOf } from "./layout.tsx";
import { wantsJson } from "./guard.tsx";
import type { StaffDeps, StaffEnv } from "./types.ts";

const bodyBytesMax = 64 * 1024;
const charsMax = 4_000;

/**
 * Forms are taken from the pages of PUBLIC_URL and of the address that was asked, which a browser tells truly.
 * @param options `bodyBytes` is what a form may hold, 64 KB unless told; "own" for routes that limit it themselves.
 */
export function createDesk(
  deps: StaffDeps,
  { bodyBytes = bodyBytesMax }: { bodyBytes?: number | "own" } = {},
): Hono<StaffEnv> {
  const { config } = deps.services;
  const own = new URL(config.publicUrl).origin;
  const app = new Hono<StaffEnv>();
  app.use(pageHeaders(config));
  app.use(async (c, next) => {
    c.header("cache-control", "no-store");
    // No address of ours holds a NUL, and no text of PostgreSQL can.
    if (/%00/.test(new URL(c.req.url).pathname)) throw new HTTPException(404);
    // By this the worker of /outreach tells us from a proxy or a portal on the way.
    c.header("clearline-page", "1");
    await next();
  });
  app.use(csrf({ origin: own }));
  if (bodyBytes !== "own") app.use(bodyLimit({ maxSize: bodyBytes }));
  app.onError((error, c) => showError(error, c, deps));
  return app;
}

/** An error as a page or as JSON: one sentence, a request id, the organisation's number. */
export function showError(error: Error, c: Context<StaffEnv>, deps: StaffDeps): Response | Promise<Response> {
  const { log, config } = deps.services;
  const requestId = c.get("requestId");
  const status = error instanceof HTTPException ? error.status : 500;
  if (status >= 500) log.error("request_failed", { requestId, status, code: errorCode(error) });
  const kind = status === 404 ? "notFound" : status >= 500 ? "fault" : "refused";
  if (wantsJson(c)) return c.json({ code: kind, requestId }, status);
  const word = wordsOf(c, deps);
  const params = { id: requestId, phone: config.org.phone };
  const shown = status === 404 ? 404 : status >= 500 ? 500 : status === 403 ? 403 : 400;
  return showPage(
    c,
    deps,
    { heading: `staff.fault.${kind}Title`, status: shown },
    <p>{word(`staff.fault.${kind}`, params)}</p>,
  );
}

/** A form's fields: one short text each, "" for what is absent or a file. @throws HTTPException 400 for no form. */
export async function fieldsOf(c: Context): Promise<(name: string) => string> {
  const body = await formOf(c);
  return (name) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    // No text of PostgreSQL holds a NUL.
    return typeof value === "string" ? value.replaceAll("\0", "").slice(0, charsMax) : "";
  };
}
