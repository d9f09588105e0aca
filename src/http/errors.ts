/**
 * Faults, quietly: one calm sentence, a request id and the organisation's number; never a stack, never a hint (P20).
 * Programs get JSON; who looks at it in a browser gets a page.
 */
import type { Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Copy, CopyLocale } from "../copy/copy.ts";
import type { ServerEnv } from "./address.ts";
import { errorCode, type Log } from "./log.ts";

export interface PublicError {
  message: string;
  requestId: string;
  phone: string;
}

/** A fault as people may see it: its sentence by key, so that a page can say it in both languages. */
export interface Fault {
  status: ContentfulStatusCode;
  key: `errors.${"notFound" | "forbidden" | "tooLong" | "fault"}`;
  locale: CopyLocale;
  requestId: string;
}

export type FaultPage = (c: Context<ServerEnv>, fault: Fault) => Promise<Response>;

/** The language a request asks for, where no conversation says: path, then Accept-Language. */
export function requestLocale(c: Context): CopyLocale {
  if (c.req.path.startsWith("/es")) return "es";
  if (c.req.path.startsWith("/en")) return "en";
  return /^\s*es\b/i.test(c.req.header("accept-language") ?? "") ? "es" : "en";
}

const keys: Partial<Record<number, Fault["key"]>> = {
  403: "errors.forbidden",
  404: "errors.notFound",
  405: "errors.notFound",
  413: "errors.tooLong",
};

/** Does a person look at the answer? A browser asks for HTML by name; programs, carriers and our own script do not. */
function isBrowsed(c: Context): boolean {
  const supports = ["application/json", "text/html"];
  return accepts(c, { header: "Accept", supports, default: "application/json" }) === "text/html";
}

/**
 * Answers any error a route throws.
 * @param page draws it for browsers; where it fails, or is not given, everybody gets JSON.
 */
export function answerError(copy: Copy, log: Log, phone: string, page?: FaultPage) {
  return async (error: Error, c: Context<ServerEnv>): Promise<Response> => {
    const requestId = c.get("requestId");
    const status = error instanceof HTTPException ? error.status : 500;
    if (status >= 500) log.error("request_failed", { requestId, status, code: errorCode(error) });
    const locale = requestLocale(c);
    const fault: Fault = {
      status,
      key: keys[status] ?? "errors.fault",
      locale,
      requestId,
    };
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
    c.header("vary", "Accept, Accept-Language");
    if (page && isBrowsed(c)) {
      try {
        return await page(c, fault);
      } catch (cause) {
        log.error("fault_page_failed", { requestId, code: errorCode(cause) });
      }
    }
    const body: PublicError = { message: copy.text(fault.key, locale), requestId, phone };
    return c.json(body, fault.status);
  };
}

const methods = ["GET", "POST"] as const;

/** What no route takes: 405 with the methods that would be taken, where there are any, else 404. */
export function answerMissing(app: Hono<ServerEnv>, answer: ReturnType<typeof answerError>) {
  return (c: Context<ServerEnv>): Promise<Response> => {
    const { method, path } = c.req;
    // Middleware stands under every method, as "ALL".
    const takes = (one: string) => app.router.match(one, path)[0].some(([[, route]]) => route.method === one);
    const allowed = methods.filter(takes);
    if (allowed.length === 0 || allowed.some((one) => one === method || method === "HEAD"))
      return answer(new HTTPException(404), c);
    c.header("allow", allowed.join(", ").replace("GET", "GET, HEAD"));
    return answer(new HTTPException(405), c);
  };
}
