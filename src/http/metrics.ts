/**
 * Metrics for Prometheus: requests and durations by route and status. No outcome, no person, behind a token.
 */
import { timingSafeEqual, createHash } from "node:crypto";
import { Hono, type MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Runtime } from "../runtime.ts";

const bounds = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Series {
  count: number;
  sum: number;
  buckets: number[];
}

export interface Metrics {
  measure: MiddlewareHandler;
  routes: Hono;
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** @param token asked for as `Authorization: Bearer …`; without one the address does not exist. */
export function createMetrics(runtime: Runtime, token: string | undefined): Metrics {
  const series = new Map<string, Series>();
  const measure: MiddlewareHandler = async (c, next) => {
    const started = runtime.elapsed();
    await next();
    const seconds = (runtime.elapsed() - started) / 1000;
    const name = `method="${c.req.method}",route="${routePath(c, -1)}",status="${c.res.status}"`;
    let one = series.get(name);
    if (!one) series.set(name, (one = { count: 0, sum: 0, buckets: bounds.map(() => 0) }));
    one.count += 1;
    one.sum += seconds;
    bounds.forEach((bound, index) => {
      if (seconds <= bound) one.buckets[index] = (one.buckets[index] ?? 0) + 1;
    });
  };
  const routes = new Hono();
  // By every method, so that none tells that there is something here.
  routes.all("/metrics", (c) => {
    const given = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
    if (token === undefined || !timingSafeEqual(digest(given), digest(token))) return c.notFound();
    return c.text(exposition(series), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  });
  return { measure, routes };
}

function exposition(series: ReadonlyMap<string, Series>): string {
  const memory = process.memoryUsage();
  const lines = [
    "# TYPE process_resident_memory_bytes gauge",
    `process_resident_memory_bytes ${memory.rss}`,
    "# TYPE http_request_duration_seconds histogram",
  ];
  for (const [name, { count, sum, buckets }] of series) {
    bounds.forEach((bound, index) => {
      lines.push(`http_request_duration_seconds_bucket{${name},le="${bound}"} ${buckets[index] ?? 0}`);
    });
    lines.push(`http_request_duration_seconds_bucket{${name},le="+Inf"} ${count}`);
    lines.push(
      `http_request_duration_seconds_sum{${name}} ${sum}`,
      `http_request_duration_seconds_count{${name}} ${count}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
