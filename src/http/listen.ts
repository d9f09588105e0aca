/**
 * Listening: "localhost" means both loopback addresses, whichever a browser tries first; stopping lets work in hand finish.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";

type Fetch = Parameters<typeof serve>[0]["fetch"];

/** Work in hand gets this long. */
const graceMs = 10_000;

/** A whole request must be here in this time, as is Node's own custom; the headers in the first minute. */
const requestMs = 300_000;
const headersMs = 60_000;
/** A list of 512 MB takes an hour at a bit over one megabit a second. */
const fileMs = 3_600_000;
const files = /^\/staff\/lists\/import(?:[?]|$)/;

export interface Listening {
  /** Where it really listens: another than asked for when that was 0. */
  port: number;
  /** No new connections; those in hand end by themselves or after 10 s. */
  close(): Promise<void>;
}

/** @throws what the system says when the address cannot be had. */
export async function listen(fetch: Fetch, host: string, port: number): Promise<Listening> {
  const [first = host, ...others] = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  const servers = [await open(fetch, first, port)];
  const address = servers[0]?.address() as AddressInfo;
  for (const other of others) {
    try {
      servers.push(await open(fetch, other, address.port));
    } catch (error) {
      // A machine without IPv6 has one loopback address.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EADDRNOTAVAIL" && code !== "EAFNOSUPPORT") throw error;
    }
  }
  return {
    port: address.port,
    async close() {
      await Promise.all(servers.map(closed));
    },
  };
}

function open(fetch: Fetch, hostname: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: fileMs, headersTimeout: headersMs };
    const server = serve({ fetch, hostname, port, serverOptions }, () => resolve(server));
    server.on("request", hurry);
    server.once("error", reject);
  });
}

/** Node knows one time for all requests: those that bring no list file have less. */
function hurry(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === "GET" || request.method === "HEAD" || files.test(request.url ?? "")) return;
  const late = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, requestMs);
  late.unref();
  response.once("close", () => clearTimeout(late));
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
    late.unref();
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
