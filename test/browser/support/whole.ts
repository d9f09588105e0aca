/**
 * The real application on a real port, and pages of a real browser that report what the browser complained about.
 */
import { serve, type ServerType } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Config } from "../../../src/env.ts";
import { makeApp, type TestApp } from "../../support/app.ts";
import { launchBrowser } from "../../support/chromium.ts";
import { databaseMaker } from "../../support/database.ts";
import { choose, settled, type } from "./visit.ts";

export interface WholeVisit {
  page: Page;
  /** Errors and policy violations the browser reported. */
  complaints: string[];
  /** Paths asked for since the page was opened; a test may empty it. */
  requests: string[];
  close: () => Promise<void>;
}

export interface Whole {
  app: () => TestApp;
  browser: () => Browser;
  url: () => string;
  open: (path: string, options?: BrowserContextOptions) => Promise<WholeVisit>;
}

/**
 * Call at the top of a describe block.
 * @param options.ready what the application needs before the first visit, such as a list
 */
export function wholeSite(options: {
  kind: "pglite" | "postgres";
  config?: Partial<Config>;
  ready?: (app: TestApp) => Promise<void>;
}): Whole {
  const makeDatabase = databaseMaker(options.kind);
  let app: TestApp;
  let browser: Browser;
  let server: ServerType;
  let url: string;

  beforeAll(async () => {
    const [database, launched] = await Promise.all([makeDatabase(), launchBrowser()]);
    browser = launched;
    app = await makeApp({ database, ...(options.config === undefined ? {} : { config: options.config }) });
    await options.ready?.(app);
    const fetch = async (request: Request) => {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      const body = method === "GET" ? {} : { body: await request.arrayBuffer() };
      return app.request(pathname + search, { method, headers, ...body });
    };
    server = await new Promise<ServerType>((resolve) => {
      const started: ServerType = serve({ fetch, hostname: "127.0.0.1", port: 0 }, () => resolve(started));
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });

  return {
    app: () => app,
    browser: () => browser,
    url: () => url,
    async open(path, browserOptions = {}) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...browserOptions });
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => requests.push(new URL(request.url()).pathname));
      await page.goto(url + path);
      if (browserOptions.javaScriptEnabled !== false)
        await page.locator("html[data-script]").waitFor({ state: "attached" });
      return { page, complaints, requests, close: () => context.close() };
    },
  };
}

/** What a person tells the chat up to the question that says what will be searched, without a case number. */
export interface Told {
  name: string;
  /** As the three fields take it. */
  born: { day: string; month: string; year: string };
  year: string;
}

/** Answers every question up to that one. */
export async function untilConfirm(page: Page, told: Told): Promise<void> {
  await choose(page, "agree");
  await choose(page, "me");
  await type(page, "no");
  await type(page, told.name);
  for (const [name, value] of Object.entries(told.born)) await page.locator(`[name=${name}]`).fill(value);
  await page.locator("[name=year]").press("Enter");
  await settled(page);
  await type(page, told.year);
}

/** The same without JavaScript. */
export async function untilConfirmPlain(page: Page, told: Told): Promise<void> {
  await page.locator(".choice").first().click();
  await page.locator(".choice").first().click();
  const say = async (text: string) => {
    await page.locator("#answer").fill(text);
    await page.locator("#answer").press("Enter");
  };
  await say("no");
  await say(told.name);
  for (const [name, value] of Object.entries(told.born)) await page.locator(`[name=${name}]`).fill(value);
  await page.locator(".date button").click();
  await say(told.year);
}
