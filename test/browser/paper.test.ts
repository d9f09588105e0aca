/**
 * Printing and saving the steps: a clean page in one language or both, with and without JavaScript.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { choose, settled } from "./support/visit.ts";
import { untilConfirm, untilConfirmPlain, wholeSite, type Told } from "./support/whole.ts";

const person: Told = {
  name: marcus.name,
  born: { month: "5", day: "19", year: "1974" },
  year: marcus.year,
};
const typed = /Tollesworth|1974|1996/;

describe("paper", () => {
  const { app, open } = wholeSite({
    kind: "pglite",
    ready: (started) =>
      loadList(started.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] }),
  });

  /** Prints are counted instead of made: there is no printer here. */
  async function countPrints(page: Page): Promise<() => Promise<number>> {
    await page.evaluate(() => {
      const counted = Object.assign(window, { prints: 0 });
      window.print = () => void counted.prints++;
    });
    return () => page.evaluate(() => (window as unknown as { prints: number }).prints);
  }

  async function printed(page: Page): Promise<string> {
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    await page.emulateMedia({ media: "screen" });
    return text;
  }

  for (const { path, first, second } of [
    { path: "/en", first: "Steps to take with you", second: "Pasos para llevar" },
    { path: "/panel?locale=es", first: "Pasos para llevar", second: "Steps to take with you" },
  ]) {
    it(`at ${path} holds the steps in one language or both, without the answers`, async () => {
      const { page, complaints, requests, close } = await open(path);
      await untilConfirm(page, person);
      await choose(page, "search");
      await choose(page, "work");
      const prints = await countPrints(page);
      await page.locator("[data-act=printSteps]").click();
      await expect.poll(prints).toBe(1);
      const one = await printed(page);
      expect(one).toContain(first);
      expect(one).toContain(
        app()
          .copy.text("topics.work", path === "/en" ? "en" : "es")
          .slice(0, 20),
      );
      expect(one).not.toContain(second);
      await page.locator("[data-act=printBoth]").click();
      await expect.poll(prints).toBe(2);
      const both = await printed(page);
      expect(both.indexOf(first)).toBeGreaterThanOrEqual(0);
      expect(both.indexOf(second)).toBeGreaterThan(both.indexOf(first));
      expect(
        await page.locator(".sheet").evaluateAll((all) => all.map((one) => one.getAttribute("lang"))),
      ).toEqual(path === "/en" ? ["en", "es"] : ["es", "en"]);
      for (const text of [one, both]) {
        expect(text).toContain(app().services.config.org.phone);
        expect(text).not.toMatch(typed);
        expect(text).not.toContain(await page.locator("[data-act=back]").innerText());
      }
      expect(complaints).toEqual([]);
      expect(requests.join()).not.toMatch(/conversation|print/);
      await close();
    });
  }

  it("two languages are two sheets of paper", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    await choose(page, "search");
    const prints = await countPrints(page);
    const pages = async () => (await page.pdf()).toString("latin1").match(/\/Type \/Page\b/g)?.length;
    await page.locator("[data-act=printSteps]").click();
    await expect.poll(prints).toBe(1);
    expect(await pages()).toBe(1);
    await page.locator("[data-act=printBoth]").click();
    await expect.poll(prints).toBe(2);
    expect(await pages()).toBe(2);
    await close();
  });

  it("without a connection prints what is on the screen, and says so where both languages were asked for", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    await choose(page, "search");
    const prints = await countPrints(page);
    await page.context().setOffline(true);
    await page.locator("[data-act=printBoth]").click();
    await expect.poll(prints).toBe(1);
    const text = await printed(page);
    expect(text).toContain("February 2020");
    expect(text).not.toMatch(typed);
    expect(await page.locator("[data-part=status]").innerText()).toContain("Only this language");
    await page.context().setOffline(false);
    await choose(page, "proof");
    expect(await page.locator("[data-part=status]").isVisible()).toBe(false);
    await close();
  });

  it("what was printed is gone from the page with the next answer, and with the answers", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    await choose(page, "search");
    const prints = await countPrints(page);
    await page.locator("[data-act=printSteps]").click();
    await expect.poll(prints).toBe(1);
    await choose(page, "proof");
    expect(await page.locator(".sheet").count()).toBe(0);
    await page.locator("[data-act=printSteps]").click();
    await expect.poll(prints).toBe(2);
    await page.locator("[data-act=erase]").click();
    await page.locator("[data-act=eraseYes]").click();
    await settled(page);
    expect(await page.locator(".sheet").count()).toBe(0);
    await close();
  });

  it("can still be had once the chat has ended", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    await choose(page, "search");
    await choose(page, "finish");
    const prints = await countPrints(page);
    await page.locator("[data-act=printBoth]").click();
    await expect.poll(prints).toBe(1);
    expect(await page.locator(".sheet").count()).toBe(2);
    await close();
  });

  it("without JavaScript is a page, from the result on, that leads back to the question", async () => {
    const { page, complaints, close } = await open("/es", { javaScriptEnabled: false });
    const print = page.locator("[name=command][value=printBoth]");
    await untilConfirmPlain(page, person);
    expect(await print.isVisible()).toBe(false);
    await page.locator(".choice").first().click();
    await page.locator("[name=choice][value=proof]").click();
    await print.click();
    expect(await page.locator(".sheet h1").allTextContents()).toEqual([
      "Pasos para llevar",
      "Steps to take with you",
    ]);
    expect(await page.locator("main").innerText()).not.toMatch(typed);
    expect(await printed(page)).not.toContain("Volver al chat");
    await page.locator("[value=again]").click();
    expect(await page.locator("[name=choice][value=finish]").isVisible()).toBe(true);
    await page.locator("[name=command][value=print]").click();
    expect(await page.locator(".sheet").count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it("there is nothing to print once the answers are erased", async () => {
    const { page, close } = await open("/en", { javaScriptEnabled: false });
    await untilConfirmPlain(page, person);
    await page.locator(".choice").first().click();
    const stale = await page.locator("#tools input[name=conversation]").inputValue();
    await page.locator("[name=command][value=erase]").click();
    expect(await page.locator("[name=command][value=print]").isVisible()).toBe(false);
    const response = await page.request.post(page.url(), { form: { command: "print", conversation: stale } });
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain("nothing to print any more");
    await close();
  });
});
