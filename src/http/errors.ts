/**
 * Faults, quietly: one calm sentence, a request id and the organisation's number; never a stack, never a hint (P20).
 */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Copy, CopyLocale } from "../copy/copy.ts";
import type { ServerEnv } from "./address.ts";
import { errorCode, type Log } from "./log.ts";

export interface PublicError {
  message: string;
  requestId: string;
  phone: string;
}

/** The language a request asks for, where no conversation says: path, then Accept-Language. */
export function requestLocale(c: Context): CopyLocale {
  if (c.req.path.startsWith("/es")) return "es";
  if (c.req.path.startsWith("/en")) return "en";
  return /^\s*es\b/i.test(c.req.header("accept-language") ?? "") ? "es" : "en";
}

/** Answers any error a route throws. */
export function answerError(copy: Copy, log: Log, phone: string) {
  return (error: Error, c: Context<ServerEnv>): Response => {
    const requestId = c.get("requestId");
    const status = error instanceof HTTPException ? error.status : 500;
    if (status >= 500) log.error("request_failed", { requestId, status, code: errorCode(error) });
    const key = status === 404 ? "errors.notFound" : status === 403 ? "errors.forbidden" : "errors.fault";
    const body: PublicError = { message: copy.text(key, requestLocale(c)), requestId, phone };
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
    return c.json(body, status);
  };
}
