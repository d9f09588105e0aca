/**
 * The chat on other sites: strict policies, hostile styles, several tabs, phones, and sites that may not.
 */
import { Hono } from "hono";
import type { BrowserContextOptions, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServerEnv } from "../../src/http/address.ts";
import { launchBrowser } from "../support/chromium.ts";
import { listen, startSite, type Site } from "./support/site.ts";

const exit = "https://www.weather.gov";

/** What a careless or old host page does to everything on it. */
const hostileStyle = `* { all: unset !important; display: none !important; }
  html, body { display: block !important; }
  body, div, iframe { transform: scale(0.2) rotate(9deg) !important; filter: blur(4px) !important; }
  body { height: 40px !important; overflow: hidden !important; contain: strict !important; }
  html { font-size: 90px !important; }
  div, button, iframe, a { visibility: hidden !important; width: 1px !important; color: red !important;
    opacity: 0 !important; clip-path: inset(50%) !important; pointer-events: none !important; zoom: 3 !important;
    animation: spin 1s infinite !important; transition: all 9s !important; }
  *::before { content: "HOST" !important; }
  @keyframes spin { to { transform: rotate(1turn); } }`;

interface Host {
  url: string;
  stop: () => Promise<void>;
}

type Chromium = Awaited<ReturnType<typeof launchBrowser>>;

let browser: Chromium;
let site: Site;
let named: Host;
let stranger: Host;

/** A site of somebody else. Its policy names our origin for script and frame, and nothing more. */
async function startHost(chatUrl: () => string): Promise<Host> {
  const app = new Hono<ServerEnv>();
  const page = (c: { req: { query: (name: string) => string | undefined } }) => {
    const attributes = c.req.query("attributes") ?? "";
    const lang = c.req.query("lang") ?? "en";
    return `<!doctype html><html lang="${lang}"><head><title>Host</title><link rel="stylesheet" href="/style.css">
      <script async src="${chatUrl()}/widget.js" ${attributes}></script></head>
      <body><p>Host page</p><a href="/other">other</a></body></html>`;
  };
  app.get("/strict", (c) => {
    c.header(
      "content-security-policy",
      `default-src 'none'; style-src 'self'; script-src ${chatUrl()}; frame-src ${chatUrl()}`,
    );
    return c.html(page(c));
  });
  app.get("/trusted", (c) => {
    c.header(
      "content-security-policy",
      `default-src 'none'; style-src 'self'; script-src 'nonce-x' 'strict-dynamic'; frame-src ${chatUrl()}; ` +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
    c.header("referrer-policy", "no-referrer");
    return c.html(page(c).replace("<script", "<script nonce=x"));
  });
  app.get("/unframed", (c) => {
    c.header("content-security-policy", `default-src 'none'; script-src ${chatUrl()}`);
    return c.html(page(c));
  });
  app.get("/isolated", (c) => {
    c.header("cross-origin-embedder-policy", "require-corp");
    return c.html(page(c));
  });
  app.get("/", (c) => c.html(page(c)));
  app.get("/style.css", (c) =>
    c.body(c.req.header("referer")?.includes("hostile") ? hostileStyle : "", 200, {
      "content-type": "text/css",
    }),
  );
  return listen(app);
}

beforeAll(async () => {
  let chatUrl = "";
  [named, stranger, browser] = await Promise.all([
    startHost(() => chatUrl),
    startHost(() => chatUrl),
    launchBrowser(),
  ]);
  site = await startSite({ CHAT_ORIGINS: named.url, EXIT_URL: exit });
  chatUrl = site.url;
});

afterAll(async () => {
  await browser.close();
  await Promise.all([site.stop(), named.stop(), stranger.stop()]);
});

async function visit(url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "log") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/** The launcher stands in a closed shadow root: only the keyboard and the eye reach it. */
async function openPanel(page: Page): Promise<Frame> {
  await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === "div");
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const framed = page.waitForEvent("frameattached");
  await page.mouse.click(width - 60, height - 40);
  const frame = await framed;
  await frame.locator("html[data-script]").waitFor({ state: "attached" });
  return frame;
}

describe("one line on another site", () => {
  it.each(["/strict", "/trusted", "/isolated", "/?hostile"])(
    "opens the chat in a frame at %s, untouched by the host",
    async (path) => {
      const { page, complaints, close } = await visit(named.url + path);
      // The host's styles do reach what is the host's.
      expect(await page.locator("body > p").isVisible()).toBe(!path.includes("hostile"));
      const frame = await openPanel(page);
      await frame.locator("[data-choice=agree]").click();
      await frame.locator(".bot").nth(1).waitFor();
      const box = await (await frame.frameElement()).boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      expect(box?.height).toBeGreaterThan(400);
      expect(complaints).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      await close();
    },
  );

  it("loads nothing but the loader until it is opened", async () => {
    const requested: string[] = [];
    const { page, close } = await visit("about:blank");
    page.on("request", (request) => requested.push(request.url()));
    await page.goto(`${named.url}/strict`);
    await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === "div");
    expect(requested.filter((url) => url.startsWith(site.url))).toEqual([`${site.url}/widget.js`]);
    await close();
  });

  it.each([
    { lang: "es", attributes: 'data-locale="auto"', expected: "es" },
    { lang: "es", attributes: 'data-locale="en"', expected: "en" },
    { lang: "en", attributes: 'data-locale="es"', expected: "es" },
  ])("speaks $expected on a page in $lang with $attributes", async ({ lang, attributes, expected }) => {
    const query = new URLSearchParams({ lang, attributes });
    const { page, close } = await visit(`${named.url}/?${query}`);
    const frame = await openPanel(page);
    expect(await frame.locator("html").getAttribute("lang")).toBe(expected);
    await close();
  });

  it("goes on after the host page is reloaded, and in a second tab begins anew", async () => {
    const { page, close } = await visit(`${named.url}/strict`);
    const frame = await openPanel(page);
    await frame.locator("[data-choice=agree]").click();
    await frame.locator(".bot").nth(1).waitFor();
    await page.reload();
    const again = await openPanel(page);
    expect(await again.locator(".own").count()).toBe(1);
    const other = await page.context().newPage();
    await other.goto(`${named.url}/strict`);
    const fresh = await openPanel(other);
    expect(await fresh.locator(".own").count()).toBe(0);
    await close();
  });

  it("opens with the focus on its heading; Escape closes it and gives the focus back", async () => {
    const { page, close } = await visit(`${named.url}/strict`);
    const frame = await openPanel(page);
    await expect.poll(() => frame.evaluate(() => document.activeElement?.localName)).toBe("h1");
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await frame.frameElement()).isVisible()).toBe(false);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await frame.frameElement()).isVisible()).toBe(true);
    await close();
  });

  it("the keyboard alone opens it, answers, closes it and goes on with the page", async () => {
    const { page, close } = await visit(`${named.url}/strict`);
    await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === "div");
    const focused = () => page.evaluate(() => document.activeElement?.localName);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("a");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("div");
    const framed = page.waitForEvent("frameattached");
    await page.keyboard.press("Enter");
    const frame = await framed;
    await expect.poll(() => frame.evaluate(() => document.activeElement?.localName)).toBe("h1");
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("Tab");
      if (await frame.evaluate(() => document.activeElement?.textContent.includes("I agree"))) break;
    }
    await page.keyboard.press("Enter");
    await frame.locator(".bot").nth(1).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe("div");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("a");
    await close();
  });

  it("stands on the side it is asked to, and once however often the line is there", async () => {
    const query = new URLSearchParams({ attributes: 'data-position="left"' });
    const { page, close } = await visit(`${named.url}/?${query}`);
    await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === "div");
    await page.evaluate((src) => {
      const again = document.createElement("script");
      again.src = src;
      document.head.append(again);
      return new Promise((resolve) => (again.onload = resolve));
    }, `${site.url}/widget.js`);
    expect(await page.locator("[data-clearline]").count()).toBe(1);
    const framed = page.waitForEvent("frameattached");
    await page.mouse.click(60, 760);
    const frame = await framed;
    const box = await (await frame.frameElement()).boundingBox();
    expect(box?.x).toBe(16);
    await close();
  });

  it("on a phone it fills the screen, and its own button closes it", async () => {
    const { page, close } = await visit(`${named.url}/strict`, { viewport: { width: 360, height: 640 } });
    const frame = await openPanel(page);
    expect(await (await frame.frameElement()).boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
    await frame.locator("[data-act=close]").click();
    await expect.poll(async () => (await frame.frameElement()).isVisible()).toBe(false);
    await close();
  });

  it("leaving quickly leaves the whole site", async () => {
    const { page, close } = await visit(`${named.url}/strict`);
    await page.context().route(`${exit}/**`, (route) => route.fulfill({ body: "weather" }));
    const frame = await openPanel(page);
    await frame.locator("[data-choice=agree]").click();
    await frame.locator(".bot").nth(1).waitFor();
    await frame.locator("[data-act=leave]").click();
    await page.waitForURL(`${exit}/`);
    await expect.poll(() => site.chat.taken.at(-1)?.text).toBe("delete my data");
    await close();
  });
});

describe("where it may not stand", () => {
  it("a site that CHAT_ORIGINS does not name gets no button, and its makers are told why", async () => {
    const { page, complaints, close } = await visit(`${stranger.url}/`);
    await expect.poll(() => complaints.join()).toContain(stranger.url);
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.localName)).not.toBe("div");
    await close();
  });

  it("a frame of its own making shows the refusal, without a chat", async () => {
    const { page, close } = await visit(`${stranger.url}/`);
    const framed = page.waitForEvent("framenavigated", (frame) => frame.parentFrame() !== null);
    await page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.src = src;
      document.body.append(frame);
    }, `${site.url}/panel`);
    const frame = await framed;
    expect(await frame.locator("a.button").getAttribute("target")).toBe("_blank");
    expect(await frame.locator("form").count()).toBe(0);
    await close();
  });

  it("where the host's policy bars frames, the button becomes a link to the page", async () => {
    const { page, complaints, close } = await visit(`${named.url}/unframed`);
    await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === "div");
    await page.mouse.click(1220, 760);
    await expect.poll(() => complaints.join()).toContain("frame-src");
    const press = async () => {
      await page.mouse.click(1220, 760);
      return page.context().pages()[1] !== undefined;
    };
    await expect.poll(press, { interval: 300, timeout: 8000 }).toBe(true);
    const chat = page.context().pages()[1] as Page;
    await chat.locator("[data-choice=agree]").waitFor();
    expect(new URL(chat.url()).origin).toBe(site.url);
    await close();
  });
});
