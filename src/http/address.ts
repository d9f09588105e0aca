/**
 * Whose request it is: the socket's address, or what trusted proxies say (TRUSTED_PROXIES).
 */
import { BlockList, isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";

export type ServerEnv = { Bindings: Partial<HttpBindings>; Variables: { requestId: string } };

/** What a request must tell; any context does. */
interface Asked {
  env?: Partial<HttpBindings>;
  req: { header(name: string): string | undefined };
}

const blockLists = new WeakMap<readonly string[], BlockList>();

function blockListOf(ranges: readonly string[]): BlockList {
  let list = blockLists.get(ranges);
  if (!list) {
    list = new BlockList();
    for (const range of ranges) {
      const [address = "", prefix] = range.split("/");
      const family = isIP(address) === 6 ? "ipv6" : "ipv4";
      if (prefix === undefined) list.addAddress(address, family);
      else list.addSubnet(address, Number(prefix), family);
    }
    blockLists.set(ranges, list);
  }
  return list;
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * The client's address: from the right of X-Forwarded-For, the first that is no trusted proxy.
 * @param trusted addresses or CIDR ranges.
 */
export function clientAddress(c: Asked, trusted: readonly string[]): string {
  const socket = plain(c.env?.incoming?.socket?.remoteAddress ?? "0.0.0.0");
  const list = blockListOf(trusted);
  const isTrusted = (address: string) => {
    const family = isIP(address);
    return family !== 0 && list.check(address, family === 6 ? "ipv6" : "ipv4");
  };
  if (!isTrusted(socket)) return socket;
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => bare(part.trim()));
  const client = forwarded.findLast((address) => !isTrusted(address));
  // What is no address was written by nobody we trust, and so was all that stands before it.
  return client !== undefined && isIP(client) !== 0 ? client : socket;
}

/** Some proxies add the port: "203.0.113.7:4711", "[2001:db8::1]:4711". */
function bare(part: string): string {
  return plain(/^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d+)?$/.exec(part)?.slice(1).find(Boolean) ?? part);
}
