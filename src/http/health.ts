/**
 * Alive, and ready: what balancers and operators ask.
 */
import { Hono } from "hono";
import type { Services } from "../acts/services.ts";

export interface Readiness {
  /** False from the moment the process was asked to stop. */
  accepting: boolean;
}

export function createHealth(services: Services, readiness: Readiness): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    const checks = { accepting: readiness.accepting, database: false, lists: false };
    try {
      await services.database.query("select 1 as one", [], services.runtime.deadline(3_000));
      checks.database = true;
      if (services.config.lookups === "off") checks.lists = true;
      else {
        checks.lists = await services.versions.ready(services.runtime.deadline(3_000));
      }
    } catch {
      // Said by the checks themselves.
    }
    const ready = Object.values(checks).every(Boolean);
    c.header("cache-control", "no-store");
    return c.json({ ready, ...checks }, ready ? 200 : 503);
  });
  return app;
}
