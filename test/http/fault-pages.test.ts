/**
 * What is not there or goes wrong: browsers get a calm page in both languages with the way back, programs get JSON.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { databaseMaker } from "../support/database.ts";
import { InjectedFault } from "../support/databaseProbe.ts";

const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

describe("faults", () => {
  const makeDatabase = databaseMaker("pglite");
  let app: TestApp;
  let failing = false;

  beforeAll(async () => {
    const database = await makeDatabase();
    const query: typeof database.query = (...all) =>
      failing ? Promise.reject(new InjectedFault("select secret")) : database.query(...all);
    app = await makeApp({ database: { ...database, query } });
  });

  const ask = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
    app.request(path, { ...init, headers: { accept: browser, ...headers } });
  const posted = (fields: Record<string, string>): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(fields),
  });
  const title = (name: string, locale: "en" | "es") => app.copy.text(`pages.fault.${name}`, locale);

  /** A page in both languages that leads back to the chat, under the headers of every page. */
  async function expectPage(response: Response, status: number, name: string): Promise<string> {
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("cache-control")).toBe("no-store");
    for (const locale of ["en", "es"] as const) {
      expect(html).toContain(title(name, locale));
      expect(html).toContain(`href="/${locale}"`);
      expect(html).toContain(`<section lang="${locale}"`);
    }
    expect(html).toContain(`href="tel:`);
    expect(html).not.toMatch(/<script|style=|secret|\.ts\b/);
    return html;
  }

  it("an address that is not there is a page to a browser, in the language it asks for first", async () => {
    const en = await expectPage(await ask("/nowhere/<script>"), 404, "notFound");
    expect(en).toMatch(/<html lang="en">.*This page is not here.*Esta página no existe/s);
    const es = await expectPage(await ask("/nowhere", {}, { "accept-language": "es-MX" }), 404, "notFound");
    expect(es).toMatch(/<html lang="es">.*Esta página no existe.*This page is not here/s);
  });

  it.each([undefined, "*/*", "application/json", "image/*", "application/json, text/html;q=0.5"])(
    "and JSON to a program that accepts %j",
    async (accept) => {
      const response = await app.request("/nowhere", accept === undefined ? {} : { headers: { accept } });
      expect(response.status).toBe(404);
      expect(Object.keys((await response.json()) as object).sort()).toEqual([
        "message",
        "phone",
        "requestId",
      ]);
    },
  );

  it("an address that takes other methods says which", async () => {
    const chat = await ask("/webhooks/chat");
    await expectPage(chat, 405, "notFound");
    expect(chat.headers.get("allow")).toBe("POST");
    const page = await app.request("/en", { method: "PUT" });
    expect(page.status).toBe(405);
    expect(page.headers.get("allow")).toBe("GET, HEAD, POST");
    expect((await app.request("/en", { method: "HEAD" })).status).toBe(200);
    expect((await app.request("/nowhere", { method: "DELETE" })).status).toBe(404);
    for (const method of ["GET", "POST", "PUT"])
      expect((await app.request("/metrics", { method })).status, method).toBe(404);
  });

  it("what is too long to take says so, in a frame of another site too", async () => {
    const long = posted({ text: "x".repeat(40_000) });
    await expectPage(await ask("/es", long), 413, "tooLong");
    const framed = await ask("/panel", long);
    await expectPage(framed, 413, "tooLong");
    expect(framed.headers.get("x-frame-options")).toBeNull();
    const json = await app.request("/webhooks/chat", { method: "POST", body: "x".repeat(70_000) });
    expect(json.status).toBe(413);
    expect(((await json.json()) as { message: string }).message).toContain("too long");
  });

  it("a body that is no form is a page as well", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    await expectPage(await ask("/en", { method: "POST", body: "no form" }, headers), 400, "wrong");
  });

  it("a fault while a code is made names its reference, and nothing else", async () => {
    const opened = await app.request("/webhooks/chat", { method: "POST", body: JSON.stringify({}) });
    const { conversation } = (await opened.json()) as { conversation: string };
    const { config } = app.services;
    const number = config.twilio.from;
    config.twilio.from = "+13235550100";
    failing = true;
    const response = await ask("/en", posted({ command: "carry", conversation }));
    failing = false;
    config.twilio.from = number;
    const html = await expectPage(response, 500, "wrong");
    expect(html).toMatch(/Reference: [\w-]{10,}/);
    expect(html).not.toContain(conversation);
  });
});
