/**
 * The whole application on a real port, and browsers of people who work there.
 */
import { Hono } from "hono";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Config } from "../../../src/env.ts";
import type { ServerEnv } from "../../../src/http/address.ts";
import type { Role } from "../../../src/acts/staff/types.ts";
import { makeApp, type TestApp } from "../../support/app.ts";
import { launchBrowser } from "../../support/chromium.ts";
import { databaseMaker } from "../../support/database.ts";
import { signedIn, type Signed } from "../../support/staff.ts";
import { listen } from "./site.ts";

export interface Visitor {
  page: Page;
  /** Errors and policy violations the browser reported; a page's own status (423, 403) is none. */
  complaints: string[];
  close: () => Promise<void>;
}

/** Answers in the server's place, or lets it answer and does something with that; undefined lets it pass. */
export type Way = (
  path: string,
  method: string,
  pass: () => Promise<Response>,
) => Promise<Response> | Response | undefined;

export interface StaffSite {
  app(): TestApp;
  url(): string;
  /** What stands between browser and server from now on: a portal, a broken proxy. Undefined takes it away. */
  between(way?: Way): void;
  /** The signal is gone: this browser knows, and nobody reaches the server. */
  lose(page: Page): Promise<void>;
  /** The server again, at the same address. */
  find(page: Page): Promise<void>;
  /** A browser where nobody is signed in. */
  open(path: string, options?: BrowserContextOptions): Promise<Visitor>;
  /** A browser of someone who is signed in, set to their language. */
  openAs(role: Role, path: string, options?: BrowserContextOptions & Signed): Promise<Visitor>;
}

/**
 * Call at the top of a test file.
 * @param config laid over the usual.
 * @param options.named under a name, which is also its PUBLIC_URL: passkeys are for names, not for addresses of machines.
 */
export function staffSite(config: Partial<Config> = {}, options: { named?: boolean } = {}): StaffSite {
  const makeDatabase = databaseMaker("postgres");
  let browser: Browser;
  let app: TestApp;
  let site: Awaited<ReturnType<typeof listen>>;
  let between: Way | undefined;
  let lost = false;
  const served = new Hono<ServerEnv>();
  beforeAll(async () => {
    const [database, launched] = await Promise.all([makeDatabase(), launchBrowser()]);
    browser = launched;
    served.all("*", async ({ req: { raw } }) => {
      const { pathname, search } = new URL(raw.url);
      // Bodies pass on as they come, as they do in the real server; whole where a test may pass one on twice.
      const sent = between ? await raw.arrayBuffer() : raw.body;
      const body = raw.method === "GET" ? {} : { body: sent, duplex: "half" as const };
      const pass = () =>
        app.request(pathname + search, { method: raw.method, headers: raw.headers, ...body });
      return (await between?.(pathname, raw.method, pass)) ?? pass();
    });
    site = await listen(served);
    if (options.named === true) site.url = site.url.replace("127.0.0.1", "localhost");
    const publicUrl = options.named === true ? site.url : "http://127.0.0.1";
    app = await makeApp({ database, config: { publicUrl, ...config } });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  async function back(): Promise<void> {
    if (lost) site = await listen(served, Number(new URL(site.url).port));
    lost = false;
  }

  async function visit(
    path: string,
    cookie: string | undefined,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    await back();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
    if (cookie !== undefined) {
      const [name = "", value = ""] = cookie.split("=");
      await context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: "Lax" }]);
    }
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      const text = message.text();
      if (
        ["error", "warning"].includes(message.type()) &&
        !/the server responded with a status of 4/.test(text)
      )
        complaints.push(text);
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(site.url + path);
    return { page, complaints, close: () => context.close() };
  }

  return {
    app: () => app,
    url: () => site.url,
    between: (way) => void (between = way),
    // A browser's own "offline" leaves its service workers connected.
    async lose(page) {
      await page.context().setOffline(true);
      await site.stop();
      lost = true;
    },
    async find(page) {
      await back();
      await page.context().setOffline(false);
    },
    open: (path, options) => visit(path, undefined, options),
    async openAs(role, path, { name, locale, pin, ...options } = {}) {
      const signed = {
        ...(name === undefined ? {} : { name }),
        ...(locale === undefined ? {} : { locale }),
        ...(pin === undefined ? {} : { pin }),
      };
      const spoken = { locale: locale === "es" ? "es-US" : "en-US" };
      return visit(path, (await signedIn(app, role, signed)).cookie(), { ...spoken, ...options });
    },
  };
}
