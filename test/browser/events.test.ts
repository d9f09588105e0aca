/**
 * Clinic events as the people who run them meet them, on a phone; and the poster on paper.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createEvent } from "../../src/acts/events/create.ts";
import { findingsOnPhone } from "./support/axe.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();

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
      expect(await findingsOnPhone(page)).toEqual([]);
      await page.locator("#code").fill(code.toLowerCase());
      await press(page, words.save);
      await page.getByRole("heading", { name: code }).waitFor();
      expect(await findingsOnPhone(page)).toEqual([]);
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
      expect(await findingsOnPhone(page)).toEqual([]);
      for (const format of ["Letter", "A4"]) {
        const pdf = await page.pdf({ format });
        const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
        expect(pages, format).toHaveLength(1);
      }
      expect(complaints).toEqual([]);
      await close();
    });
  }

  for (const locale of ["en", "es"] as const) {
    it(`a sheet is loaded at the desk and worked through at the table, and nothing of it stays there, ${locale}`, async () => {
      const { services } = site.app();
      services.runtime.time = Date.parse("2026-12-05T18:00:00Z");
      const code = locale === "en" ? "MESA1" : "MESA2";
      const day = { day: "2026-12-05", from: "09:00", to: "18:00", languages: ["en", "es"] };
      const typed = { code, place: "Quailwood Library", booking: "", shown: true, ...day };
      const id = await createEvent(services, typed, { id: "staff-1" });
      const csv = [
        "name,birth date,phone,language,consent",
        "Marisol Quenby,1974-05-19,323 555 0142,es,yes",
        "Wilbur Tarn,1968-07-25,,en,yes",
        "Nobody Said,1968-07-25,,en,no",
      ].join("\n");
      const desk = await site.openAs("reviewer", `/staff/events/${id}/sheet`, { locale });
      await desk.page
        .locator("#file")
        .setInputFiles({ name: "sheet.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
      await desk.page.locator("form[enctype] button").click();
      expect(await desk.page.getByRole("status").textContent()).toContain(
        locale === "en" ? "Line 4" : "Línea 4",
      );
      expect(await desk.page.content()).not.toMatch(/Quenby|Tarn|Said/);
      expect(await findingsOnPhone(desk.page)).toEqual([]);
      await desk.close();

      const { page, complaints, close } = await site.openAs("worker", "/outreach/sheet", { locale });
      expect(await findingsOnPhone(page)).toEqual([]);
      await page.getByLabel(locale === "en" ? "Event today" : "Evento de hoy").selectOption(id);
      await press(page, locale === "en" ? "Set" : "Poner");
      await press(page, locale === "en" ? "Open the next person" : "Abrir la siguiente persona");
      await page.getByText("Marisol Quenby").waitFor();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/outreach/sheet/person");
      expect(await findingsOnPhone(page)).toEqual([]);
      await press(page, locale === "en" ? "Helped. Next" : "Ya con ayuda. Siguiente");
      await page.getByText("Wilbur Tarn").waitFor();
      await press(page, locale === "en" ? "Not here. Next" : "No está. Siguiente");
      await page.waitForURL(/\/outreach\/sheet$/);
      await page.goBack();
      expect(await page.content()).not.toMatch(/Quenby|Tarn/);
      await page.goto(`${site.url()}/outreach/sheet/person`);
      expect(new URL(page.url()).pathname).toBe("/outreach/sheet");
      await press(
        page,
        locale === "en" ? "Call those who were not here again" : "Llamar otra vez a quienes no estaban",
      );
      await press(page, locale === "en" ? "Open the next person" : "Abrir la siguiente persona");
      await page.getByText("Wilbur Tarn").waitFor();
      expect(complaints).toEqual([]);
      await close();
    });
  }

  it("a file that is no sheet is refused in words", async () => {
    const { services } = site.app();
    services.runtime.time = Date.parse("2026-12-05T18:00:00Z");
    const day = { day: "2026-12-05", from: "09:00", to: "18:00", languages: ["en"] };
    const typed = { code: "MESA3", place: "Quailwood Library", booking: "", shown: false, ...day };
    const id = await createEvent(services, typed, { id: "staff-1" });
    const { page, close } = await site.openAs("admin", `/staff/events/${id}/sheet`);
    for (const [bytes, told] of [
      [Buffer.from("a,b\n1,2"), "The first line does not name all five columns."],
      [Buffer.from([0xff, 0xfe, 0x00]), "This file cannot be read as CSV."],
    ] as const) {
      await page.locator("#file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: bytes });
      await page.locator("form[enctype] button").click();
      expect(await page.getByRole("alert").textContent()).toContain(told);
    }
    await close();
  });

  it("a worker is told whose page it is", async () => {
    const { page, close } = await site.openAs("worker", "/staff/events");
    expect(await page.locator("form[action^='/staff/events']").count()).toBe(0);
    expect((await page.goto(`${site.url()}/staff/events/new`))?.status()).toBe(403);
    await close();
  });
});
