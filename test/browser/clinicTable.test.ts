/**
 * The clinic table as an outreach worker lives it: people in a row by turns in both languages, the phone handed over,
 * a lock in the middle, and Back pressed after each of them.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { crowd, loadList, record } from "../support/list.ts";
import { findingsOnPhone } from "./support/axe.ts";
import { staffSite } from "./support/staffSite.ts";
import { answerAll, follow, press, typeAnswer } from "./support/tableTalk.ts";

const site = staffSite();
const pin = "4827";
/** Ten go through every turn of it; a whole clinic day is in clinicDay.test.ts. */
const people = 10;
const minute = 60_000;

const families = ["Wexmoore", "Quorndale", "Oakenshaw", "Ipswich"];
const givens = ["Rosalind", "Prudence", "Wilhelmina", "Xavier", "Ottilie", "Barnaby"];
/** Invented; every fourth is on the list. */
const nameOf = (n: number) =>
  n % 4 === 0 ? "Marcus Tollesworth" : `${givens[n % givens.length]} ${families[n % families.length]}`;

const say = (locale: "en" | "es", key: string) => site.app().copy.text(key, locale);

const link = (page: Page, name: string) => follow(page, page.getByRole("link", { name }));
const type = typeAnswer;

/** From "I agree" to the result, in the person's language. */
const answer = (page: Page, locale: "en" | "es", name: string) =>
  answerAll(page, say, { locale, name, date: ["19", locale === "en" ? "May" : "mayo", "1974"] });

describe("the clinic table", () => {
  beforeAll(async () => {
    await loadList(site.app().services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
      sample: true,
    });
  });

  for (const javaScriptEnabled of [true, false]) {
    it(`helps ${people} people in a row by turns in both languages, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const { services } = site.app();
      const { page, complaints, close } = await site.openAs("worker", "/outreach", {
        pin,
        javaScriptEnabled,
      });
      await press(page, "Start in English");
      for (let n = 0; n < people; n++) {
        const locale = n % 2 === 0 ? "en" : "es";
        const name = nameOf(n);
        expect(await page.locator(".table-say").textContent()).toBe(say(locale, "outreach.consent.say"));
        if (n % 3 === 2) {
          await press(page, "They tap it themselves");
          expect(new URL(page.url()).pathname).toBe("/outreach/hand");
          await press(page, say(locale, "questions.start.choice.agree"));
          await answer(page, locale, name);
          // Whoever holds the phone gets no further than the lock.
          await page.goto(`${site.url()}/staff`);
          expect(await page.locator("h1").textContent()).toBe("Locked");
          await page.goBack();
          await link(page, say(locale, "outreach.hand.back"));
          await page.locator("#pin").fill(pin);
          await press(page, "Open");
        } else {
          await press(page, "They said yes");
          if (n % 5 === 1) {
            services.runtime.advance(2 * minute + 1);
            await page.goto(`${site.url()}/outreach/person`);
            expect(await page.locator("h1").textContent()).toBe("Locked");
            expect(await page.locator("#answer").count()).toBe(0);
            await page.locator("#pin").fill(pin);
            await press(page, "Open");
          }
          await answer(page, locale, name);
        }
        expect(await page.locator("h1").textContent()).toBe("Read it together");
        const found = n % 4 === 0 ? "outcomes.sampleNotice" : "questions.anotherTry.ask";
        expect(await page.locator("main").textContent()).toContain(say(locale, found));
        const next = locale === "en" ? "Next person, in Spanish" : "Next person, in English";
        await press(page, next);
        for (let back = 0; back < 2; back++) {
          await page.goBack();
          const shown = await page.content();
          expect(shown).not.toMatch(new RegExp(name.replace(" ", "|")));
          expect(shown).not.toContain("Read it together");
        }
        await page.goto(`${site.url()}/outreach/person`);
        const stored = await page.context().storageState();
        expect(stored.origins).toEqual([]);
      }
      const left = await services.database.query<{ n: number }>(
        "select count(*)::int as n from conversation where sealed is not null",
      );
      expect(left).toEqual([{ n: 0 }]);
      expect(complaints).toEqual([]);
      await close();
    }, 180_000);
  }

  for (const [locale, colorScheme] of [
    ["en", "light"],
    ["es", "dark"],
  ] as const) {
    it(`is accessible and fits 360 pixels on each of its pages, ${locale}, ${colorScheme}`, async () => {
      const word = (key: string) => say(locale, key);
      const { page, complaints, close } = await site.openAs("reviewer", "/outreach", {
        pin,
        locale,
        colorScheme,
      });
      const look = async (name: string) => {
        const folder = process.env["SHOTS"];
        if (folder) await page.screenshot({ path: `${folder}/${locale}-${name}.png`, fullPage: true });
        expect(await findingsOnPhone(page), name).toEqual([]);
      };
      await look("home");
      await press(page, word(locale === "en" ? "outreach.start.spanish" : "outreach.start.english"));
      const theirs = locale === "en" ? "es" : "en";
      await look("consent");
      await press(page, word("outreach.consent.yes"));
      await look("question");
      await press(page, say(theirs, "questions.caseNumber.choice.none"));
      await type(page, "Marcus Tollesworth");
      await look("date");
      await type(page, theirs === "en" ? "May 30, 1974" : "30 de mayo de 1974");
      await type(page, "1996");
      await look("confirm");
      await press(page, say(theirs, "questions.confirm.choice.search"));
      await page.getByText(word("outreach.secondLook.title")).waitFor();
      await look("second-look");
      await press(page, word("outreach.take.code"));
      await look("code");
      await link(page, word("outreach.take.back"));
      await link(page, word("outreach.take.print"));
      await look("print");
      await link(page, word("outreach.take.back"));
      await press(page, word("outreach.person.hand"));
      await look("handed");
      await page.goto(`${site.url()}/steps/${"a".repeat(22)}`);
      await look("steps");
      await press(page, word("outreach.page.open"));
      await look("steps-gone");
      expect(complaints).toEqual([]);
      await close();
    });
  }
});
