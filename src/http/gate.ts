/**
 * With a real list loaded, public channels open only once counsel has reviewed (LEGAL_REVIEW); a loopback HOST is exempt.
 */
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Services } from "../acts/services.ts";

/** Are the public channels open? Asks for no key, so that a list that cannot be read closes nothing else. */
export async function isOpen({ config, database }: Services): Promise<boolean> {
  if (config.legalReview !== undefined || config.lookups === "off" || config.loopback) return true;
  const real = await database.query(
    "select 1 as one from list where current is not null and not sample limit 1",
  );
  return real.length === 0;
}

/** @throws HTTPException 503 while the public channels are closed. */
export async function assertOpen(services: Services): Promise<void> {
  if (!(await isOpen(services))) throw new HTTPException(503);
}

/** The same for routes. What is static (the carrier's fallback) stays open. */
export function createGate(services: Services): MiddlewareHandler {
  return async (c, next) => {
    if (!c.req.path.endsWith("/fallback")) await assertOpen(services);
    await next();
  };
}
