/**
 * Without a connection: the page opens, shows what is unsent and sends it once; nothing of anybody is kept for that.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.ts";
import { listen, pagesForTests } from "./support/site.ts";
import { choose, settled, tryNow, type } from "./support/visit.ts";

const exit = "https://www.weather.gov";
const { app, chat } = pagesForTests({ EXIT_URL: exit });
let browser: Browser;
let site: Awaited<ReturnType<typeof listen>>;
let page: Page;

/** The server's way out of reach, and back at the same address. */
const disconnect = () => site.stop();
async function reconnect(): Promise<void> {
  site = await listen(app, Number(new URL(site.url).port));
}

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), listen(app)]);
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});

afterEach(() => page.context().close());

async function visit(path: string): Promise<void> {
  await page.goto(site.url + path);
  await page.locator("html[data-script]").waitFor({ state: "attached" });
}

const registrations = () =>
  page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length));
/** Waits until the page may be opened without a connection. */
const kept = () => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** Everything a browser keeps for the site beside the tab's own memory, as text. */
const stored = () =>
  page.evaluate(async () => {
    const texts: string[] = [JSON.stringify(localStorage), document.cookie];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        texts.push(
          request.url,
          JSON.stringify([...(response?.headers ?? [])]),
          (await response?.text()) ?? "",
        );
      }
    }
    return texts.join("\n");
  });

describe("without a connection", () => {
  it("leaves nothing behind before the first answer, and nothing of anybody after it", async () => {
    await visit("/en");
    expect(await registrations()).toBe(0);
    await choose(page, "agree");
    await kept();
    await type(page, "Offline Ruiz");
    await type(page, "25 July 1968");
    await choose(page, "search");
    const text = await stored();
    expect(text).toContain("/offline/es");
    expect(text).not.toMatch(/Ruiz|1968|September 2021|token\d|data-reply/);
  });

  it.each(["/en", "/es"])(
    "a reload of %s shows the conversation and what is unsent, and sends it once",
    async (path) => {
      await visit(path);
      await choose(page, "agree");
      await kept();
      await disconnect();
      await page.locator("#answer").fill(`Unsent ${path}`);
      await page.locator("#answer").press("Enter");
      await page.locator("[data-part=status]").waitFor();
      await page.reload();
      await page.locator("html[data-script]").waitFor({ state: "attached" });
      expect(await page.locator(".own .said").last().innerText()).toBe(`Unsent ${path}`);
      const status = page.locator("[data-part=status]");
      await status.waitFor();
      expect(await status.innerText()).toMatch(path === "/en" ? /Not sent yet/ : /Aún sin enviar/);
      await reconnect();
      await tryNow(page);
      await settled(page);
      expect(await page.locator(".own .said").allTextContents()).toHaveLength(2);
      expect(chat.taken.filter((turn) => turn.text === `Unsent ${path}`)).toHaveLength(1);
    },
  );

  it("a new visit says so in the language asked for, with a number to call, and opens when the line is back", async () => {
    await visit("/en");
    await choose(page, "agree");
    await kept();
    await disconnect();
    const tab = await page.context().newPage();
    await tab.goto(`${site.url}/es`);
    await tab.locator("[data-part=status]").waitFor();
    expect(await tab.locator("html").getAttribute("lang")).toBe("es");
    expect(await tab.locator("[data-part=status]").innerText()).toMatch(/No hay conexión.*\(555\) 010-0100/);
    await tab.locator("[data-act=language]").click();
    await expect
      .poll(() => tab.locator("[data-part=status]").innerText())
      .toMatch(/There is no connection.*\(555\) 010-0100/);
    expect(await tab.locator("html").getAttribute("lang")).toBe("en");
    expect(await tab.locator("h1").innerText()).toContain("on the list");
    await reconnect();
    await tryNow(tab);
    await tab.locator("[data-choice=agree]").waitFor();
    expect(await tab.locator("[data-part=status]").isVisible()).toBe(false);
    await choose(tab, "agree");
  });

  it("other addresses of the site are left alone", async () => {
    await visit("/en");
    await choose(page, "agree");
    await kept();
    await page.reload();
    const response = await page.goto(`${site.url}/nowhere`);
    expect(response?.status()).toBe(404);
    await disconnect();
    await expect(page.goto(`${site.url}/staff`)).rejects.toThrow(/ERR_CONNECTION/);
    await reconnect();
  });

  it("what is kept follows what the server has: an older copy goes", async () => {
    await visit("/en");
    await page.evaluate(() =>
      caches.open("clearline-older").then((cache) => cache.put("/old", new Response("old"))),
    );
    await choose(page, "agree");
    await kept();
    await expect.poll(() => page.evaluate(() => caches.keys().then((names) => names.length))).toBe(1);
    expect(await page.evaluate(() => caches.keys().then(([name]) => name))).not.toBe("clearline-older");
  });

  it("leaving quickly takes it away", async () => {
    await page.context().route(`${exit}/**`, (route) => route.fulfill({ body: "weather" }));
    await visit("/en");
    await choose(page, "agree");
    await kept();
    await page.locator("[data-act=leave]").click();
    await page.waitForURL(`${exit}/`);
    await page.goto(`${site.url}/manifest.webmanifest`);
    await expect.poll(registrations).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });

  it("the panel on other sites keeps nothing", async () => {
    await visit("/panel?locale=en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    expect(await registrations()).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
});
