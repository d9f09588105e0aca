/**
 * Accessibility beyond the chat's own states: pages without JavaScript, faults, paper, other colours, and the order
 * in which a screen reader meets it all.
 */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { testToken } from "../support/app.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { findings, heard } from "./support/axe.ts";
import { choose, type, visits } from "./support/visit.ts";
import { untilConfirm, untilConfirmPlain, wholeSite, type Told } from "./support/whole.ts";

const twilio = {
  accountSid: undefined,
  authTokens: [testToken],
  from: "+13235550100",
  messagingServiceSid: undefined,
  insecureLocal: false,
};
const person: Told = {
  name: marcus.name,
  born: { month: "5", day: "19", year: "1974" },
  year: marcus.year,
};
const looks: [string, BrowserContextOptions][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["more contrast", { contrast: "more" }],
  ["forced colours", { forcedColors: "active" }],
];

describe("the real pages", () => {
  const { open, browser, url } = wholeSite({
    kind: "pglite",
    config: { twilio },
    ready: (app) =>
      loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] }),
  });

  async function expectClean(page: Page, state: string): Promise<void> {
    expect(await findings(page), state).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `${state} runs out sideways`).toBeLessThanOrEqual(0);
  }

  /** The page without its own script; axe needs scripts to run at all. */
  async function openPlain(path: string, options: BrowserContextOptions) {
    const context = await browser().newContext({ ...options, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.route("**/static/*.js", (route) => route.abort());
    await page.goto(url() + path);
    return { page, close: () => context.close() };
  }

  for (const path of ["/en", "/es"]) {
    // Colours do not depend on the language.
    for (const [look, options] of path === "/en" ? looks : looks.slice(0, 1)) {
      it(`axe finds nothing without the script at ${path}, ${look}`, { timeout: 120_000 }, async () => {
        const { page, close } = await openPlain(path, options);
        await expectClean(page, "start");
        await untilConfirmPlain(page, person);
        await expectClean(page, "confirm");
        await page.locator("[name=command][value=carry]").click();
        await expectClean(page, "code");
        await page.locator("[value=again]").click();
        await page.locator(".choice").first().click();
        await expectClean(page, "result");
        await page.locator("[name=command][value=printBoth]").click();
        await expectClean(page, "paper");
        await page.locator("[value=again]").click();
        await page.locator("[name=choice][value=finish]").click();
        await expectClean(page, "ended");
        await close();
      });

      it(`axe finds nothing on pages of faults, ${look}, from ${path}`, async () => {
        const locale = path === "/en" ? "en-US" : "es-MX";
        const { page, close } = await open(path, {
          ...options,
          locale,
          viewport: { width: 320, height: 640 },
        });
        await page.goto(`${url()}/nowhere`);
        await expectClean(page, "not found");
        await page.goto(`${url()}/webhooks/chat`);
        await expectClean(page, "not allowed");
        await close();
      });
    }
  }

  it.each(looks)("axe finds nothing on the code and on the erasing, %s", async (_look, options) => {
    const { page, close } = await open("/panel?locale=es", options);
    await untilConfirm(page, person);
    await page.locator("[data-act=carry]").click();
    await page.locator("[data-part=carry]").waitFor();
    await expectClean(page, "code");
    await page.locator("[data-act=erase]").click();
    await expectClean(page, "erasing asked");
    await choose(page, "search");
    await expectClean(page, "result");
    await close();
  });
});

describe("an organisation's own colours", () => {
  const { open } = visits({
    THEME_BRAND: "#1f4e9c",
    THEME_ON_BRAND: "#ffffff",
    THEME_GROUND: "#f2f5f9",
    THEME_INK: "#1a1d24",
    THEME_ACCENT: "#b25e00",
  });

  it.each(looks.slice(0, 3))("reach page and panel, and axe finds nothing, %s", async (look, options) => {
    for (const path of ["/en", "/panel?locale=en"]) {
      const { page, close } = await open(path, options);
      await choose(page, "agree");
      await type(page, "Ana Ruiz");
      expect(await findings(page), path).toEqual([]);
      const brand = await page
        .locator(".own")
        .first()
        .evaluate((own) => getComputedStyle(own).backgroundColor);
      if (look !== "dark") expect(brand).toBe("rgb(31, 78, 156)");
      await close();
    }
  });
});

describe("for ears", () => {
  const { open } = visits();

  it("the page is met in order: who, the way out, what it is, what was said, the answer, then the rest", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    await expect.poll(() => page.locator(".log").getAttribute("aria-live")).toBeNull();
    const lines = await heard(page);
    const chat = lines.slice(0, lines.indexOf("heading What it is"));
    expect(chat).toEqual([
      "RootWebArea Check an old cannabis case in Los Angeles County",
      "link Go to the chat",
      "banner",
      "StaticText Harbor Legal Aid",
      "link Español",
      "button Leave quickly",
      "main",
      "heading Is an old cannabis case on the list?",
      expect.stringContaining("StaticText In 2020 and 2021"),
      "region Chat",
      "StaticText Question 3 of 4",
      "log What was said (polite)",
      "StaticText The program said:",
      expect.stringContaining("StaticText This is a program"),
      "link (555) 010-0100",
      "StaticText .",
      "button You said: I agree",
      "StaticText The program said:",
      "StaticText What is the name on the case?",
      "button You said: Ana Ruiz Change this answer",
      "StaticText The program said:",
      "StaticText What is the birth date?",
      "group Birth date",
      "StaticText Birth date",
      "StaticText Month",
      "textbox Month",
      "StaticText Day",
      "textbox Day",
      "StaticText Year",
      "textbox Year",
      "button Send",
      "status (polite)",
      "StaticText Or type an answer",
      "textbox Or type an answer",
      "button Send",
      "button Back",
      "button Why do you ask?",
      "button Talk to a person",
      "button Erase my answers",
    ]);
    await close();
  });

  it("choices are a named group after their question, each with its number; what is typed is never announced", async () => {
    const { page, close } = await open("/es");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    await type(page, "25 de julio de 1968");
    await expect.poll(() => page.locator(".log").getAttribute("aria-live")).toBeNull();
    const lines = await heard(page);
    const at = lines.indexOf("group Elija una");
    expect(lines[at - 1]).toBe("StaticText Esto es lo que vamos a buscar.");
    expect(lines[at + 1]).toBe("button 1 Buscar ahora");
    expect(lines.filter((line) => line.endsWith("(polite)"))).toHaveLength(2);
    expect(await page.locator(".row[aria-live=off]").count()).toBe(3);
    await close();
  });

  it("while an answer is on its way nothing is announced", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await page.route("**/webhooks/chat", () => {});
    await page.locator("#answer").fill("Ana Ruiz");
    await page.locator("#answer").press("Enter");
    await page.locator("[data-part=typing]").waitFor();
    expect((await heard(page)).join("\n")).not.toMatch(/typing|\.\.\.|…/);
    expect(await page.locator("[data-part=typing]").getAttribute("aria-hidden")).toBe("true");
    await close();
  });
});
