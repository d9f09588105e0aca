import { Hono } from "hono";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitedAddress } from "../acts/handle-web-turn.ts";
import { clientAddress, type ServerEnv } from "./address.ts";

/** Whom a request with this socket and header is said to come from. */
async function from(socket: string, forwarded: string | undefined, trusted: string[]): Promise<string> {
  const app = new Hono<ServerEnv>();
  app.get("/", (c) => c.text(clientAddress(c, trusted)));
  const env = { incoming: { socket: { remoteAddress: socket } } } as unknown as ServerEnv["Bindings"];
  const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return (await app.request("http://x/", { headers }, env)).text();
}

describe("whose request it is", () => {
  it("is the socket's, whatever a header claims, where no proxy is trusted", async () => {
    expect(await from("203.0.113.7", "198.51.100.1", [])).toBe("203.0.113.7");
    expect(await from("203.0.113.7", "198.51.100.1", ["10.0.0.0/8"])).toBe("203.0.113.7");
    expect(await from("::ffff:203.0.113.7", undefined, [])).toBe("203.0.113.7");
  });

  it("is the nearest address that no trusted proxy has, however many the client made up before it", async () => {
    const trusted = ["10.0.0.0/8", "2001:db8:f::/48"];
    expect(await from("10.0.0.1", "198.51.100.1", trusted)).toBe("198.51.100.1");
    expect(await from("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.2.3.4", trusted)).toBe("198.51.100.1");
    expect(await from("::ffff:10.0.0.1", "::ffff:198.51.100.1", trusted)).toBe("198.51.100.1");
    expect(await from("2001:db8:f::1", "2001:db8::5", trusted)).toBe("2001:db8::5");
  });

  it("reads addresses with a port, as some proxies write them", async () => {
    expect(await from("10.0.0.1", "1.1.1.1, 198.51.100.1:4711", ["10.0.0.1"])).toBe("198.51.100.1");
    expect(await from("10.0.0.1", "1.1.1.1, [2001:db8::5]:4711", ["10.0.0.1"])).toBe("2001:db8::5");
  });

  it("is the proxy's own where the nearest entry cannot be read: what stands before it is the client's claim", async () => {
    for (const forwarded of ["1.1.1.1, unknown", "1.1.1.1, ", "1.1.1.1, 999.1.1.1", "1.1.1.1, _hidden"])
      expect(await from("10.0.0.1", forwarded, ["10.0.0.1"]), forwarded).toBe("10.0.0.1");
    expect(await from("10.0.0.1", undefined, ["10.0.0.1"])).toBe("10.0.0.1");
  });

  it("never throws, and never is what stands left of an untrusted entry", async () => {
    const entry = fc.oneof(fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[\w.:[\] -]{0,20}$/));
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 5 }), async (entries) => {
        const forwarded = ["9.9.9.9", ...entries, "198.51.100.1"].join(",");
        expect(await from("10.0.0.1", forwarded, ["10.0.0.1"])).toBe("198.51.100.1");
      }),
      { seed: 4, numRuns: 50 },
    );
  });
});

describe("the network a limit counts by", () => {
  it("is the IPv4 address, or the /64 of an IPv6 address, however either is written", () => {
    expect(limitedAddress("203.0.113.7")).toBe("203.0.113.7");
    expect(limitedAddress("::ffff:203.0.113.7")).toBe("203.0.113.7");
    const same = ["2001:db8:0:7::1", "2001:DB8:0000:0007:ffff:ffff:ffff:ffff", "2001:db8:0:7:0:0:0:9%eth0"];
    expect(new Set(same.map(limitedAddress))).toEqual(new Set(["2001:db8:0:7::/64"]));
    expect(limitedAddress("2001:db8:0:8::1")).toBe("2001:db8:0:8::/64");
    expect(limitedAddress("::1")).toBe("0:0:0:0::/64");
  });
});
