/**
 * Leaving quickly, deleting, and what stays behind in the browser (P14, P17, P18).
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { choose, kept, settled, type, visits } from "./support/visit.ts";

const exit = "https://www.weather.gov";
const { open, site, browser } = visits({ EXIT_URL: exit });

/** The neutral site, played here: nothing leaves the machine. */
async function playExit(page: Page): Promise<void> {
  await page.context().route(`${exit}/**`, (route) => route.fulfill({ body: "weather" }));
}

async function toBirthDate(page: Page, name: string): Promise<void> {
  await choose(page, "agree");
  await type(page, name);
}

const erased = (count: number) =>
  site().chat.taken.filter((turn) => turn.text === "delete my data").length === count;

describe("leaving quickly", () => {
  it.each(["button", "Shift three times"])(
    "by %s: erases here and there, and Back shows nothing",
    async (way) => {
      const before = site().chat.taken.filter((turn) => turn.text === "delete my data").length;
      const { page, close } = await open("/en");
      await playExit(page);
      await toBirthDate(page, "Leaving Ruiz");
      if (way === "button") await page.locator("[data-act=leave]").click();
      else for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
      await page.waitForURL(`${exit}/`);
      await expect.poll(() => erased(before + 1)).toBe(true);
      const entries = await page.evaluate(() => window.history.length);
      await page.goBack().catch(() => null);
      expect(page.url()).not.toContain("/en");
      expect(entries).toBeLessThanOrEqual(2);
      await page.goto(`${site().url}/en`);
      expect(await kept(page)).not.toContain("Leaving Ruiz");
      expect(await page.locator(".own").count()).toBe(0);
      await close();
    },
  );

  it("Shift within a typed capital does not leave", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await page.locator("#answer").focus();
    for (const letter of ["A", "B", "C", "D"]) await page.keyboard.press(`Shift+${letter}`);
    expect(new URL(page.url()).pathname).toBe("/en");
    await close();
  });

  it("says on the page what it cannot do", async () => {
    const { page, close } = await open("/en");
    expect(await page.locator(".about").innerText()).toContain("cannot erase the list of pages");
    await close();
  });
});

describe("deleting", () => {
  it("asks once, then erases the screen, the tab and the server's copy", async () => {
    const { page, close } = await open("/en");
    await toBirthDate(page, "Deleted Ruiz");
    await page.locator("[data-act=erase]").click();
    await page.locator("[data-act=eraseNo]").click();
    expect(await page.locator(".own").count()).toBe(2);
    await page.locator("[data-act=erase]").click();
    await page.locator("[data-act=eraseYes]").click();
    await settled(page);
    expect(await page.locator(".log").innerText()).toContain("Erased here.");
    expect(await page.locator(".log").innerText()).not.toContain("Deleted Ruiz");
    expect(await kept(page)).not.toContain("Deleted Ruiz");
    await close();
  });

  it("empties the screen at once even when the network is gone, and reaches the server later", async () => {
    const before = site().chat.taken.filter((turn) => turn.text === "delete my data").length;
    const { page, close } = await open("/en");
    await toBirthDate(page, "Offline Delete");
    await page.context().setOffline(true);
    await page.locator("[data-act=erase]").click();
    await page.locator("[data-act=eraseYes]").click();
    expect(await page.locator(".log").innerText()).toBe("");
    expect(await kept(page)).not.toContain("Offline Delete");
    await page.context().setOffline(false);
    await settled(page);
    expect(erased(before + 1)).toBe(true);
    await close();
  });
});

describe("what stays behind", () => {
  const day = 24 * 3_600_000;

  it("a tab left open forgets after a day, as the server does, when somebody looks at it or reloads", async () => {
    for (const look of ["visibilitychange", "reload"]) {
      const { page, close } = await open("/en");
      const start = await page.evaluate(() => Date.now());
      await toBirthDate(page, "Yesterday Ruiz");
      await page.clock.setFixedTime(start + day - 60_000);
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      expect(await page.locator(".own").count()).toBe(2);
      await page.clock.setFixedTime(start + day + 60_000);
      if (look === "reload") await page.reload();
      else await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await page.locator("[data-choice=agree]").waitFor();
      expect(await page.locator(".own").count()).toBe(0);
      expect(await kept(page)).not.toContain("Yesterday Ruiz");
      await close();
    }
  });

  it("where storage is barred the chat works all the same, and a reload begins anew", async () => {
    const context = await browser().newContext({ viewport: { width: 360, height: 740 } });
    await context.addInitScript(() => {
      for (const name of ["sessionStorage", "localStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("barred", "SecurityError");
          },
        });
      }
      navigator.locks.request = () => Promise.reject(new DOMException("barred", "SecurityError"));
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${site().url}/en`);
    await toBirthDate(page, "Private Ruiz");
    await type(page, "25 July 1968");
    await choose(page, "search");
    await page.reload();
    await page.locator("[data-choice=agree]").waitFor();
    expect(await page.locator(".own").count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("no cookie, no local storage, no request to anyone else, nothing of an answer in an address", async () => {
    const addresses: string[] = [];
    const { page, close } = await open("/en");
    page.on("request", (request) => addresses.push(request.url()));
    await page.reload();
    await toBirthDate(page, "Quiet Ruiz");
    await type(page, "25 July 1968");
    await choose(page, "search");
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      expect(address.startsWith(site().url)).toBe(true);
      expect(decodeURIComponent(address)).not.toMatch(/Ruiz|1968|token/);
    }
    await close();
  });
});
