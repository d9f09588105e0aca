/**
 * The pages without a browser: headers, languages, plain forms, hostile fields, files.
 */
import * as fc from "fast-check";
import { HTTPException } from "hono/http-exception";
import { describe, expect, it } from "vitest";
import { createCopy } from "../../copy/copy.ts";
import { readConfig } from "../../env.ts";
import { pagesForTests } from "../../../test/browser/support/site.ts";

const settings = { ORG_NAME: "Harbor Legal Aid", ORG_URL: "https://aid.example.org" };
const testCopy = createCopy(readConfig(settings).org);

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

function form(fields: Record<string, string>): RequestInit {
  return { method: "POST", body: new URLSearchParams(fields) };
}

/** The hidden fields of a rendered page, as a browser would send them again. */
function carried(html: string): Record<string, string> {
  return Object.fromEntries(["conversation", "turn", "question"].map((name) => [name, hidden(html, name)]));
}

describe("the pages' headers", () => {
  it.each(["/", "/en", "/es", "/panel"])("%s lets nothing but our own run, load or post", async (path) => {
    const response = await pagesForTests().app.request(path);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("permissions-policy")).toContain("geolocation=()");
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("nobody may frame the page; only CHAT_ORIGINS may frame the panel", async () => {
    const { app } = pagesForTests({ CHAT_ORIGINS: "https://aid.example.org" });
    const page = await app.request("/");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.headers.get("x-frame-options")).toBe("DENY");
    const panel = await app.request("/panel");
    expect(panel.headers.get("content-security-policy")).toContain("frame-ancestors https://aid.example.org");
    expect(panel.headers.get("x-frame-options")).toBeNull();
    const nobody = await pagesForTests().app.request("/panel");
    expect(nobody.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("a site that is not named gets a refusal in words, without a chat", async () => {
    const { app, chat } = pagesForTests({ CHAT_ORIGINS: "https://aid.example.org" });
    const framed = (site: string) =>
      app.request("/panel", { headers: { "sec-fetch-dest": "iframe", referer: `${site}/page` } });
    const refused = await framed("https://other.example.com");
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain("<form");
    expect(chat.received).toBe(0);
    expect((await framed("https://aid.example.org")).status).toBe(200);
  });

  it("holds no inline script, style or handler", async () => {
    const { app } = pagesForTests();
    for (const path of ["/", "/panel"]) {
      const html = await (await app.request(path)).text();
      expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/);
      expect([...html.matchAll(/<script(?![^>]*\ssrc=)/g)]).toEqual([]);
      const addresses = [...html.matchAll(/<(?:script|link|img)[^>]*(?:src|href)="([^"]*)"/g)];
      for (const [, address] of addresses) expect(address).toMatch(/^\/[^/]/);
    }
  });
});

describe("language", () => {
  it.each([
    ["es-MX,es;q=0.9,en;q=0.5", "es"],
    ["en-US", "en"],
    ["fr", "en"],
    ["", "en"],
  ])("/ follows Accept-Language %j", async (header, locale) => {
    const response = await pagesForTests().app.request("/", { headers: { "accept-language": header } });
    expect(await response.text()).toContain(`<html lang="${locale}"`);
    expect(response.headers.get("vary")).toContain("Accept-Language");
  });

  it("/es and /en fix it, and the switch is written in the other language", async () => {
    const { app } = pagesForTests();
    const headers = { "accept-language": "en" };
    const es = await (await app.request("/es", { headers })).text();
    expect(es).toContain('<html lang="es"');
    expect(es).toMatch(/<a[^>]*lang="en"[^>]*href="\/en"[^>]*>English</);
  });
});

describe("plain forms", () => {
  it("lead from the first question to the result, in both languages", async () => {
    for (const locale of ["en", "es"]) {
      const { app, chat } = pagesForTests();
      let html = await (await app.request(`/${locale}`)).text();
      const post = async (fields: Record<string, string>) => {
        html = await (await app.request(`/${locale}`, form({ ...carried(html), ...fields }))).text();
      };
      await post({ choice: "agree", "label.agree": "I agree" });
      expect(html).toContain("I agree");
      await post({ text: "Ana Ruiz <b>" });
      expect(html).toContain("Ana Ruiz &lt;b&gt;");
      expect(html).toContain('name="edit" value="name"');
      await post({ day: "25", month: "7", year: "1968", text: "" });
      expect(html).toContain(locale === "en" ? "July 25, 1968" : "25 de julio de 1968");
      await post({ choice: "search" });
      expect(html).toContain("tel:+13237606763");
      expect(chat.taken.map((turn) => turn.choice ?? turn.text)).toHaveLength(4);
      expect(new Set(chat.taken.map((turn) => turn.turn)).size).toBe(4);
    }
  });

  it("offer no change of what was a command", async () => {
    const { app } = pagesForTests();
    const start = await (await app.request("/en")).text();
    const named = await (await app.request("/en", form({ ...carried(start), choice: "agree" }))).text();
    const back = await (await app.request("/en", form({ ...carried(named), command: "back" }))).text();
    expect(back).toContain('class="own"');
    expect(back).not.toContain('class="change"');
  });

  it("sent twice count once", async () => {
    const { app, chat } = pagesForTests();
    const start = await (await app.request("/en")).text();
    const fields = form({ ...carried(start), choice: "agree" });
    const first = await (await app.request("/en", fields)).text();
    const second = await (await app.request("/en", fields)).text();
    expect(chat.taken).toHaveLength(1);
    expect(hidden(second, "question")).toBe(hidden(first, "question"));
  });

  it("keep what was typed, and the turn's id, when something fails", async () => {
    const { app, chat } = pagesForTests();
    const start = await (await app.request("/en")).text();
    const named = await (await app.request("/en", form({ ...carried(start), choice: "agree" }))).text();
    chat.failNext = 1;
    const failed = await app.request("/en", form({ ...carried(named), text: "Ana Ruiz" }));
    expect(failed.status).toBe(500);
    const html = await failed.text();
    expect(html).toContain('value="Ana Ruiz"');
    expect(hidden(html, "turn")).toBe(hidden(named, "turn"));
    expect(html).not.toContain("as asked");
  });

  it("leaving erases, blanks the screen and leads to the neutral site", async () => {
    const { app, chat } = pagesForTests({ EXIT_URL: "https://www.weather.gov" });
    const start = await (await app.request("/es")).text();
    const left = await app.request("/es", form({ ...carried(start), command: "leave" }));
    const html = await left.text();
    expect(html).toContain('content="0;url=https://www.weather.gov"');
    expect(left.headers.get("clear-site-data")).toBe('"storage"');
    expect(chat.taken.at(-1)?.text).toBe("borrar todo");
  });

  it("deleting erases at once and says so", async () => {
    const { app, chat } = pagesForTests();
    const start = await (await app.request("/en")).text();
    const named = await (await app.request("/en", form({ ...carried(start), choice: "agree" }))).text();
    const erased = await (await app.request("/en", form({ ...carried(named), command: "erase" }))).text();
    expect(chat.taken.at(-1)?.text).toBe("delete my data");
    expect(erased).toContain("Erased here.");
    expect(hidden(erased, "conversation")).not.toBe(hidden(named, "conversation"));
  });

  it("a page that cannot open the conversation still says what this is and whom to call", async () => {
    const { app, chat } = pagesForTests();
    chat.failNext = 1;
    const response = await app.request("/en");
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("(555) 010-0100");
  });

  it("say whom to call while the public channels are closed", async () => {
    const { app, chat } = pagesForTests();
    chat.failNext = 1;
    chat.failure = new HTTPException(503);
    const response = await app.request("/es");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("(555) 010-0100");
  });

  it("a clinic's code goes along with every turn", async () => {
    const { app, chat } = pagesForTests();
    const start = await (await app.request("/en?event=clinic42")).text();
    const event = hidden(start, "event");
    await app.request("/en", form({ ...carried(start), event, choice: "agree" }));
    expect(chat.taken[0]?.event).toBe("CLINIC42");
  });

  it("never answer hostile fields with a fault, nor write them out unescaped", async () => {
    const { app } = pagesForTests();
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.constant("<script>alert(1)</script>"));
    const name = fc.constantFrom(
      "conversation",
      "turn",
      "text",
      "choice",
      "edit",
      "command",
      "question",
      "event",
      "day",
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), async (fields) => {
        const response = await app.request("/en", form(fields));
        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toContain("<script>");
      }),
      { numRuns: 60 },
    );
  });

  it("refuse a body over the cap, and take files for absent", async () => {
    const { app } = pagesForTests();
    const large = await app.request("/en", form({ text: "x".repeat(40_000) }));
    expect(large.status).toBe(413);
    const body = new FormData();
    body.set("text", new File(["x"], "x.txt"));
    expect((await app.request("/en", { method: "POST", body })).status).toBe(200);
  });
});

describe("who is behind it", () => {
  it("the page names the organisation, its number and its site, and HELP's answer word for word", async () => {
    const { app } = pagesForTests({ TWILIO_FROM: "+12135550100", ORG_URL: "https://aid.example.org" });
    for (const path of ["/en", "/es"]) {
      const html = await (await app.request(path)).text();
      for (const words of [
        "Harbor Legal Aid",
        "(555) 010-0100",
        "https://aid.example.org",
        "(213) 555-0100",
      ]) {
        expect(html).toContain(words);
      }
      const read = html.replaceAll(/<[^>]*>/g, "");
      for (const locale of ["en", "es"] as const) {
        expect(read).toContain(testCopy.text("commands.help", locale, {}, "sms"));
      }
    }
  });
});

describe("files", () => {
  it("carry their content in their name and are kept for a year", async () => {
    const { app } = pagesForTests();
    const html = await (await app.request("/")).text();
    const paths = [...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(paths.length).toBeGreaterThanOrEqual(4);
    for (const path of paths) {
      const response = await app.request(path, { headers: { "accept-encoding": "gzip, br" } });
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect(response.headers.get("content-encoding")).toBe("br");
    }
    expect((await app.request("/static/nothing.js")).status).toBe(404);
  });

  it("the loader is for other sites; it is asked for again and answers 304", async () => {
    const { app } = pagesForTests();
    const loader = await app.request("/widget.js");
    expect(loader.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(loader.headers.get("cache-control")).toBe("public, max-age=600");
    const headers = { "if-none-match": loader.headers.get("etag") ?? "" };
    expect((await app.request("/widget.js", { headers })).status).toBe(304);
  });

  it("what opens without a connection holds no conversation, and may ask this server alone", async () => {
    const { app, chat } = pagesForTests();
    for (const locale of ["en", "es"]) {
      const response = await app.request(`/offline/${locale}`);
      const html = await response.text();
      expect(response.headers.get("content-security-policy")).toContain("worker-src 'self'");
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).not.toContain("data-reply");
      expect(hidden(html, "conversation") + hidden(html, "turn")).toBe("");
    }
    expect(chat.received).toBe(0);
    const worker = await app.request("/sw.js");
    expect(worker.headers.get("content-security-policy")).toBe("default-src 'none'; connect-src 'self'");
    expect(worker.headers.get("cache-control")).toBe("no-cache");
    expect(await worker.text()).toBe(await (await app.request("/sw.js")).text());
  });

  it("the manifest makes it installable: name, start, display, icons that exist", async () => {
    const { app } = pagesForTests();
    const response = await app.request("/manifest.webmanifest?locale=es");
    expect(response.headers.get("content-type")).toContain("application/manifest+json");
    const manifest = (await response.json()) as {
      start_url: string;
      display: string;
      icons: { src: string }[];
    };
    expect(manifest).toMatchObject({ start_url: "/es", display: "standalone", lang: "es" });
    for (const icon of manifest.icons) expect((await app.request(icon.src)).status).toBe(200);
  });
});
