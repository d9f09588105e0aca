/**
 * P18: no page asks anything of a third party, and every page says so to the browser.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { makeApp, publicUrl, type TestApp } from "../support/app.ts";
import { databaseMaker } from "../support/database.ts";

const pages = ["/", "/en", "/es", "/panel?locale=en", "/panel?locale=es"];

describe("pages, panel and files", () => {
  const makeDatabase = databaseMaker("postgres");
  let app: TestApp;
  beforeAll(async () => {
    app = await makeApp({
      database: await makeDatabase(),
      config: { chatOrigins: ["https://legal-aid.example"] },
    });
  });

  /** Directives of a Content-Security-Policy, by name. */
  async function policyOf(path: string): Promise<Map<string, string>> {
    const header = (await app.request(path)).headers.get("content-security-policy") ?? "";
    return new Map(
      header.split(";").map((directive) => {
        const [name = "", ...values] = directive.trim().split(" ");
        return [name, values.join(" ")];
      }),
    );
  }

  for (const page of pages) {
    it(`${page} lets nothing run or load but our own, and no inline script`, async () => {
      const policy = await policyOf(page);
      expect(policy.get("default-src")).toBe("'none'");
      for (const name of ["script-src", "style-src", "connect-src", "img-src", "form-action"])
        expect(policy.get(name), name).toBe("'self'");
      expect(policy.get("base-uri")).toBe("'none'");
      expect(policy.get("frame-ancestors")).toBe(
        page.startsWith("/panel") ? "https://legal-aid.example" : "'none'",
      );
      expect([...policy.values()].join(" ")).not.toMatch(/unsafe|\*|data:|https?:\/\/(?!legal-aid\.example)/);
    });

    it(`${page} tells no referrer, sniffs nothing, asks for no sensor, and is not stored`, async () => {
      const { headers } = await app.request(page);
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("permissions-policy")).toMatch(/geolocation=\(\)/);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("strict-transport-security")).toMatch(/max-age=/);
      expect(headers.get("set-cookie")).toBeNull();
    });

    it(`${page} loads no file from elsewhere, and has no inline script, style or handler`, async () => {
      const html = await (await app.request(page)).text();
      const loaded = [
        ...html.matchAll(/<(?:script|img|iframe|source|video|audio|embed|object)[^>]*\ssrc="([^"]*)"/g),
      ];
      const linked = [...html.matchAll(/<link[^>]*\shref="([^"]*)"/g)];
      const elsewhere = [...loaded, ...linked]
        .map((match) => match[1] ?? "")
        .filter((url) => new URL(url, publicUrl).origin !== publicUrl);
      expect(elsewhere).toEqual([]);
      expect(loaded.length + linked.length).toBeGreaterThan(0);
      expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="|javascript:/i);
      for (const [script] of html.matchAll(/<script\b[^>]*>(?!\s*<\/script>)/g))
        expect(script).toMatch(/type="application\/(?:ld\+)?json"/);
    });

    it(`every file that ${page} loads is served from here, and names no stranger to load from`, async () => {
      const html = await (await app.request(page)).text();
      const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg|png|webmanifest))"/g)].map(
        (m) => m[1] ?? "",
      );
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const response = await app.request(file);
        expect(response.status, file).toBe(200);
        expect(response.headers.get("content-security-policy"), file).toContain("default-src 'none'");
        if (/\.(js|css)$/.test(file))
          expect(await response.text(), file).not.toMatch(
            /@import|url\(["']?https?:|import\(["']https?:|sendBeacon/,
          );
      }
    });
  }

  it("a page that is not there, and every error, is neither stored nor scriptable", async () => {
    for (const path of ["/nowhere", "/webhooks/nowhere", "/metrics"]) {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("application/json");
      expect(response.headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(response.headers.get("cache-control"), path).toBe("no-store");
    }
  });

  it("a site that is not named may not frame the panel", async () => {
    const asked = (referer: string) =>
      app.request("/panel", { headers: { "sec-fetch-dest": "iframe", referer } });
    expect((await asked("https://evil.example/page")).status).toBe(403);
    expect((await asked("https://legal-aid.example/page")).status).toBe(200);
  });
});
