/**
 * With a real list loaded, public channels open only once counsel has reviewed (LEGAL_REVIEW); a loopback HOST is exempt.
 */
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Services } from "../acts/services.ts";
import type { Copy } from "../copy/copy.ts";

/** Are the public channels open? */
export async function isOpen(services: Services): Promise<boolean> {
  const { config } = services;
  if (config.legalReview !== undefined || config.lookups === "off" || config.loopback) return true;
  const versions = await services.versions.current();
  return versions.every((version) => version.list.sample);
}

export function createGate(services: Services, _copy: Copy): MiddlewareHandler {
  return async (_c, next) => {
    if (!(await isOpen(services))) throw new HTTPException(503);
    await next();
  };
}
