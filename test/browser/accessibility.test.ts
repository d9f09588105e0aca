/**
 * WCAG 2.2 AA and the house rules above it: axe in every state, keyboard, targets, reflow, the log.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findings } from "./support/axe.ts";
import { choose, settled, type, visits } from "./support/visit.ts";

const { open, site } = visits({ CHAT_ORIGINS: "https://aid.example.org" });

/** Every state a person can meet, in order. */
async function walk(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  await look("start");
  await choose(page, "agree");
  await look("question");
  await type(page, "María López García");
  await look("date fields");
  await page.context().setOffline(true);
  await page.locator("#answer").fill("25 July 1968");
  await page.locator("#answer").press("Enter");
  await page.locator("[data-part=status]").waitFor();
  await look("not sent yet");
  await page.context().setOffline(false);
  await settled(page);
  await look("confirm");
  await choose(page, "search");
  await look("result");
  await page.locator(".sources summary").click();
  await look("sources open");
  await page.locator("[data-act=erase]").click();
  await look("erase asked");
  await page.locator("[data-act=eraseNo]").click();
  await choose(page, "finish");
  await look("ended");
}

describe("axe finds nothing", () => {
  for (const path of ["/en", "/es", "/panel?locale=en", "/panel?locale=es"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`in any state of ${path}, ${colorScheme}`, { timeout: 60_000 }, async () => {
        const { page, close } = await open(path, { colorScheme, reducedMotion: "reduce" });
        await walk(page, async (state) => expect(await findings(page), state).toEqual([]));
        await close();
      });
    }
  }

  it("on a wide screen, and in what another site is told", async () => {
    const wide = await open("/es", { viewport: { width: 1280, height: 800 } });
    expect(await findings(wide.page)).toEqual([]);
    const { page } = wide;
    await page.route("**/panel", async (route) => {
      const headers = { "sec-fetch-dest": "iframe", referer: "https://other.example.com/" };
      const response = await fetch(route.request().url(), { headers });
      return route.fulfill({ status: 200, contentType: "text/html", body: await response.text() });
    });
    await page.goto(`${site().url}/panel`);
    expect(await page.locator("form").count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await wide.close();
  });
});

describe("keyboard", () => {
  it.each([
    { path: "/en", agree: "I agree", look: "Look now", proof: "How to get proof" },
    { path: "/es", agree: "Acepto", look: "Buscar ahora", proof: "Cómo conseguir prueba" },
    { path: "/panel?locale=es", agree: "Acepto", look: "Buscar ahora", proof: "Cómo conseguir prueba" },
  ])("alone leads to the result, to paper and out at $path", async ({ path, agree, look, proof }) => {
    const { page, close } = await open(path);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    /** Moves on with Tab until the focus is on what is wanted. */
    async function tabTo(wanted: string | RegExp): Promise<void> {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press("Tab");
        const text = await focused();
        if (typeof wanted === "string" ? text.includes(wanted) : wanted.test(text)) return;
      }
      throw new Error(`no way to ${wanted}`);
    }
    await tabTo(agree);
    await page.keyboard.press("Enter");
    await page.locator(".bot").nth(1).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ana Ruiz");
    await page.keyboard.press("Enter");
    await page.locator(".bot").nth(2).waitFor();
    // Back into the three fields, in the order the language writes them.
    for (let field = 0; field < 4; field++) await page.keyboard.press("Shift+Tab");
    const born = path === "/en" ? ["7", "25", "1968"] : ["25", "7", "1968"];
    for (const part of born) {
      await page.keyboard.type(part);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.locator("[data-choice=search]").waitFor();
    expect(await page.locator(".own .said").last().innerText()).toMatch(/July 25, 1968|25 de julio de 1968/);
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toContain(look);
    await page.keyboard.press("Space");
    await page.locator("[data-choice=proof]").waitFor();
    await tabTo(proof);
    await tabTo(await page.locator("[data-act=printBoth]").innerText());
    await tabTo(await page.locator("[data-act=erase]").innerText());
    await page.keyboard.press("Enter");
    expect(await focused()).toBe(await page.locator("[data-act=eraseYes]").innerText());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe(await page.locator("[data-act=erase]").innerText());
    await close();
  });

  it("every stop shows where it is, and nothing that stays in view covers it", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return "outside";
        const { left, top, width, height } = element.getBoundingClientRect();
        const top_ = document.elementFromPoint(left + width / 2, top + height / 2);
        const outline = getComputedStyle(element).outlineStyle;
        const name = element.textContent.trim() || element.id;
        if (outline === "none") return `${name}: no outline`;
        return top_ !== null && (element.contains(top_) || top_.contains(element))
          ? "seen"
          : `${name}: covered`;
      });
      expect(seen).toMatch(/^(seen|outside)$/);
    }
    await close();
  });
});

describe("for fingers and eyes", () => {
  it("every button and field is at least 44 pixels high and wide", async () => {
    const { page, close } = await open("/en");
    await walk(page, async (state) => {
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("button, input:not([type=hidden]), a.button")]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
          .map(({ element, box }) => `${element.textContent} ${box.width}x${box.height}`),
      );
      expect(small, state).toEqual([]);
    });
    await close();
  });

  it.each([
    { width: 320, height: 256 },
    { width: 320, height: 640 },
    { width: 360, height: 640 },
    { width: 768, height: 1024 },
    { width: 1280, height: 800 },
  ])("nothing runs out sideways at $width × $height, with wide text spacing too", async (viewport) => {
    for (const path of ["/es", "/panel?locale=es"]) {
      const { page, close } = await open(path, { viewport });
      await choose(page, "agree");
      await type(page, "Wolfeschlegelsteinhausenbergerdorff".repeat(3));
      // WCAG 1.4.12, set through the style object: the page's own policy bars style elements.
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>("*")) {
          element.style.lineHeight = "1.5";
          element.style.letterSpacing = "0.12em";
          element.style.wordSpacing = "0.16em";
        }
      });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      await close();
    }
  });

  it("moves nothing for those who asked for less motion", async () => {
    const { page, close } = await open("/en", { reducedMotion: "reduce" });
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    await close();
  });

  it("fields are 16 pixels or larger, so that phones do not zoom", async () => {
    const { page, close } = await open("/en");
    const size = await page.locator("#answer").evaluate((element) => getComputedStyle(element).fontSize);
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
    await close();
  });
});

describe("for ears", () => {
  it("new messages are added to the log, never rewritten; one's own words are not announced", async () => {
    const { page, close } = await open("/en");
    await page.evaluate(() => {
      const log = document.querySelector("[role=log]");
      const first = log?.querySelector(".bot");
      Object.assign(window, { first });
    });
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    expect(await page.evaluate(() => (window as unknown as { first: Element }).first.isConnected)).toBe(true);
    expect(
      await page.locator(".row").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-live"))),
    ).toEqual(["off", "off"]);
    expect(await page.locator("[role=log]").count()).toBe(1);
    expect(await page.locator("[data-part=typing]").getAttribute("aria-hidden")).toBe("true");
    await close();
  });

  it("every bubble says its language and its speaker", async () => {
    const { page, close } = await open("/es");
    await choose(page, "agree");
    expect(
      await page.locator(".bot, .own").evaluateAll((all) => all.map((one) => one.getAttribute("lang"))),
    ).toEqual(["es", "es", "es"]);
    expect(await page.locator(".bot .spoken").first().textContent()).toContain("El programa dijo");
    expect(await page.locator(".own .spoken").first().textContent()).toContain("Usted dijo");
    expect(site().chat.received).toBeGreaterThan(0);
    await close();
  });
});
