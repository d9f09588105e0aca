/**
 * Clinic events as the people who run them meet them, on a phone; and the poster on paper.
 */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();

/** What axe minds, and how far the page is wider than the phone. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  )) as axe.AxeResults;
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const found = results.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.html).join(", ")}`,
  );
  return wide > 0 ? [...found, `${wide} pixels too wide`] : found;
}

describe("clinic events", () => {
  for (const [locale, words] of [
    ["en", { fresh: "New event", save: "Save", change: /^Change: TALLER7$/, poster: "Poster: TALLER7" }],
    ["es", { fresh: "Evento nuevo", save: "Guardar", change: /^Cambiar: FERIA8$/, poster: "Cartel: FERIA8" }],
  ] as const) {
    it(`an admin plans one, changes it and prints its poster on one sheet, ${locale}`, async () => {
      const code = locale === "en" ? "TALLER7" : "FERIA8";
      const { page, complaints, close } = await site.openAs("admin", "/staff/events", { locale });
      await page.getByRole("link", { name: words.fresh }).click();
      await page.locator("#code").fill("no code");
      await page.locator("#place").fill("Quailwood Library, 100 Any St");
      await page.locator("#day").fill("2031-12-05");
      await press(page, words.save);
      expect(await page.getByRole("alert").isVisible()).toBe(true);
      expect(await page.locator("#place").inputValue()).toBe("Quailwood Library, 100 Any St");
      expect(await findings(page)).toEqual([]);
      await page.locator("#code").fill(code.toLowerCase());
      await press(page, words.save);
      await page.getByRole("heading", { name: code }).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole("link", { name: words.change }).click();
      expect(await page.locator("#from").inputValue()).toBe("10:00");
      await page.locator("#booking").fill(`https://book.example/${locale}`);
      await press(page, words.save);
      await page.getByRole("link", { name: `https://book.example/${locale}` }).waitFor();
      // With a number to text, and without.
      site.app().services.config.twilio.from = locale === "en" ? "+13235550100" : undefined;
      await page.getByRole("link", { name: words.poster }).click();
      await page.locator(".poster").waitFor();
      const halves = (await page.locator(".poster").textContent()) ?? "";
      expect(halves.includes(`Mande ${code} al (323) 555-0100`)).toBe(locale === "en");
      expect(await page.locator(".poster-code svg").count()).toBe(locale === "en" ? 4 : 2);
      expect(await page.locator(".poster-half[lang=es]").textContent()).toContain(`es?event=${code}`);
      expect(await findings(page)).toEqual([]);
      for (const format of ["Letter", "A4"]) {
        const pdf = await page.pdf({ format });
        const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
        expect(pages, format).toHaveLength(1);
      }
      expect(complaints).toEqual([]);
      await close();
    });
  }

  it("a worker is told whose page it is", async () => {
    const { page, close } = await site.openAs("worker", "/staff/events");
    expect(await page.locator("form[action^='/staff/events']").count()).toBe(0);
    expect((await page.goto(`${site.url()}/staff/events/new`))?.status()).toBe(403);
    await close();
  });
});
