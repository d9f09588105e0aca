/**
 * The chat as a person uses it: both languages, editing, switching, reloading, several tabs, printing.
 */
import { describe, expect, it } from "vitest";
import { choose, kept, settled, type, visits } from "./support/visit.ts";

const { open, site } = visits();

describe("the chat in a browser", () => {
  it.each([
    { path: "/en", birth: "July 25, 1968", result: "September 2021", ask: "What would you like to know?" },
    { path: "/es", birth: "25 de julio de 1968", result: "septiembre de 2021", ask: "¿Qué quiere saber?" },
  ])(
    "leads from the first question to the result at $path, with no complaint of the browser",
    async (words) => {
      const { page, complaints, close } = await open(words.path);
      await choose(page, "agree");
      await type(page, "María López García");
      await page.locator("[name=day]").fill("25");
      await page.locator("[name=month]").fill("7");
      await page.locator("[name=year]").fill("1968");
      await page.locator("[name=year]").press("Enter");
      await settled(page);
      expect(await page.locator(".own .said").allTextContents()).toContain(words.birth);
      await choose(page, "search");
      const text = await page.locator(".log").innerText();
      expect(text).toContain(words.result);
      expect(text).toContain(words.ask);
      expect(await page.locator('.log a[href="tel:+13237606763"]').count()).toBe(1);
      expect(await page.locator("[data-part=print]").isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("takes over the served question without asking again", async () => {
    const before = site().chat.received;
    const { page, close } = await open("/en");
    expect(await page.locator(".bot").count()).toBe(1);
    expect(site().chat.received).toBe(before + 1);
    await close();
  });

  it("a choice can be typed", async () => {
    const { page, close } = await open("/en");
    await type(page, "1");
    expect(await page.locator(".bot").last().innerText()).toContain("name on the case");
    await close();
  });

  it("touching an earlier answer asks it again; only the newest answer to a question can be touched", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    await page.locator('[data-edit="name"]').click();
    await settled(page);
    expect(await page.locator(".bot").last().innerText()).toContain("name on the case");
    await type(page, "Ana Ruiz Soto");
    expect(await page.locator('[data-edit="name"]').count()).toBe(1);
    expect(await page.locator('[data-edit="name"]').innerText()).toContain("Ana Ruiz Soto");
    await close();
  });

  it("keeps the pressed button, and the focus on it, as the answer", async () => {
    const { page, close } = await open("/en");
    await page.locator("[data-choice=agree]").focus();
    await page.keyboard.press("Enter");
    await page.locator(".bot").nth(1).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("I agree");
    await close();
  });

  it("shows progress as the server gives it", async () => {
    const { page, close } = await open("/en");
    const progress = page.locator("[data-part=progress]");
    expect(await progress.innerText()).toContain("1 of 4");
    await choose(page, "agree");
    expect(await progress.innerText()).toContain("2 of 4");
    await page.locator("[data-act=back]").click();
    await settled(page);
    expect(await progress.innerText()).toContain("1 of 4");
    await close();
  });

  it("changes the language in the middle, words around the chat too, and keeps the answers", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    await page.locator("[data-act=language]").click();
    await settled(page);
    expect(await page.locator(".bot").last().innerText()).toContain("fecha de nacimiento");
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    expect(await page.locator("h1").innerText()).toContain("caso viejo");
    expect(await page.locator(".bot").first().getAttribute("lang")).toBe("en");
    expect(await page.locator(".bot").last().getAttribute("lang")).toBe("es");
    expect(await page.locator(".own .said").allTextContents()).toContain("Ana Ruiz");
    expect(new URL(page.url()).pathname).toBe("/es");
    expect(await page.locator(".field input").first().getAttribute("name")).toBe("day");
    await close();
  });

  it("goes on after a reload, and after going elsewhere and back", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    await page.reload();
    await page.locator(".own").nth(1).waitFor();
    await page.goto(`${site().url}/manifest.webmanifest`);
    await page.goBack();
    await page.locator(".own").nth(1).waitFor();
    await type(page, "25 July 1968");
    expect(await page.locator("[data-choice=search]").count()).toBe(1);
    await close();
  });

  it("two tabs hold two conversations, a copied tab too", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    const other = await page.context().newPage();
    await other.goto(`${site().url}/en`);
    expect(await other.locator(".own").count()).toBe(0);
    // window.open copies sessionStorage, as duplicating a tab does.
    const [copy] = await Promise.all([
      page.context().waitForEvent("page"),
      page.evaluate(() => void window.open("/en", "_blank")),
    ]);
    await copy.locator("[data-choice=agree]").waitFor();
    expect(await copy.locator(".own").count()).toBe(0);
    expect(await kept(copy)).not.toContain("Ana Ruiz");
    expect(await page.locator(".own").count()).toBe(2);
    await close();
  });

  it("paper gets the steps and whom to call, not the answers", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    await type(page, "25 July 1968");
    await choose(page, "search");
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    expect(text).toContain("Harbor Legal Aid");
    expect(text).toContain("Ask the clerk for a certified copy");
    expect(text).not.toMatch(/Ana Ruiz|1968|Erase|Send|What would you like/);
    await close();
  });

  it("ends with a way to begin anew", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    await type(page, "25 July 1968");
    await choose(page, "search");
    await choose(page, "finish");
    expect(await page.locator("#answer").isVisible()).toBe(false);
    expect(await page.locator("[data-part=ended]").isVisible()).toBe(true);
    expect(await kept(page)).not.toContain("Ana");
    await page.locator("[data-part=again]").click();
    await page.locator("[data-choice=agree]").waitFor();
    expect(await page.locator(".own").count()).toBe(0);
    await close();
  });
});
