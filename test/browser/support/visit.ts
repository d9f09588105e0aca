/**
 * A browser and a site for one test file, and pages that report every complaint of the browser's console.
 */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../../support/chromium.ts";
import { startSite, type Site } from "./site.ts";

export interface Visit {
  page: Page;
  /** Errors and policy violations the browser reported. */
  complaints: string[];
  close: () => Promise<void>;
}

export interface Visits {
  site: () => Site;
  browser: () => Browser;
  open: (path?: string, options?: BrowserContextOptions) => Promise<Visit>;
}

/** Call at the top of a test file. */
export function visits(settings: Record<string, string> = {}): Visits {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(settings), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  return {
    site: () => site,
    browser: () => browser,
    async open(path = "/en", options = {}) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(site.url + path);
      if (options.javaScriptEnabled !== false)
        await page.locator("html[data-script]").waitFor({ state: "attached" });
      return { page, complaints, close: () => context.close() };
    },
  };
}

/** Presses a choice and waits until the question after it stands. */
export async function choose(page: Page, id: string): Promise<void> {
  await page.locator(`[data-choice="${id}"]`).click();
  await settled(page);
}

/** Types an answer, sends it with Enter and waits for the next question. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator("#answer").fill(text);
  await page.locator("#answer").press("Enter");
  await settled(page);
}

/** Presses "Try now", which is gone where the chat has tried by itself meanwhile: no waiting for it to be seen. */
export async function tryNow(page: Page): Promise<void> {
  await page.locator("[data-act=tryNow]").dispatchEvent("click");
}

/** Waits until nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator(".chat:not([data-sending])").waitFor();
}

/** Everything the tab keeps, as text. */
export function kept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage));
}
