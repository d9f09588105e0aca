/**
 * A clinic's day at one table, on a phone: people off the sign-up sheet, by questions and by the short form, one of them
 * handed to a reviewer who answers while somebody else sits there; in both languages.
 */
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createEvent } from "../../src/acts/events/create.ts";
import { loadSheet } from "../../src/acts/events/load-sheet.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { findingsOnPhone } from "./support/axe.ts";
import { staffSite } from "./support/staffSite.ts";
import { testTwilio } from "../support/sending.ts";

const site = staffSite({ twilio: testTwilio });
const say = (locale: "en" | "es", key: string, params?: Record<string, string | number>) =>
  site.app().copy.text(key, locale, params);

async function follow(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent("load"), what.click()]);
}

describe("a day at the table", () => {
  beforeAll(async () => {
    const { services } = site.app();
    services.runtime.time = Date.parse("2026-12-05T18:00:00Z");
    await loadList(services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
      sample: true,
    });
  });

  for (const [locale, theirs, colorScheme] of [
    ["en", "es", "light"],
    ["es", "en", "dark"],
  ] as const) {
    it(`is worked through, the worker in ${locale}, the people in ${theirs}, ${colorScheme}`, async () => {
      const { services } = site.app();
      const word = (key: string, params?: Record<string, string | number>) => say(locale, key, params);
      const their = (key: string) => say(theirs, key);
      const details = { place: "Quailwood Library", booking: "", shown: false, languages: ["en", "es"] };
      const day = { day: "2026-12-05", from: "09:00", to: "18:00" };
      const code = locale === "en" ? "WALK1" : "WALK2";
      const id = await createEvent(services, { code, ...details, ...day }, { id: "staff-1" });
      const csv = [
        "name,birth date,phone,language,consent",
        `Marcus Tollesworth,1974-05-13,323 555 0142,${theirs},yes`,
        `Prudencia Robledal Cruz,1971-03-04,,${theirs},yes`,
      ].join("\n");
      await loadSheet(services, id, Buffer.from(csv), { id: "staff-1" });

      const { page, complaints, close } = await site.openAs("worker", "/outreach/sheet", {
        locale,
        colorScheme,
      });
      const look = async (name: string) => {
        const folder = process.env["SHOTS"];
        if (folder) await page.screenshot({ path: `${folder}/${locale}-${name}.png`, fullPage: true });
        expect(await findingsOnPhone(page), name).toEqual([]);
      };
      const press = (name: string) => follow(page, page.getByRole("button", { name, exact: true }).first());
      await page.getByLabel(word("events.today.label")).selectOption(id);
      await press(word("events.today.save"));
      await press(word("events.work.open"));
      await look("row");

      // Off the sheet, question by question: name and birth date are not typed.
      await press(word("events.work.ask"));
      await look("row-consent");
      await press(word("outreach.consent.yes"));
      await press(their("questions.caseNumber.choice.none"));
      await page.locator("#answer").fill("1996");
      await follow(page, page.locator("form:has(#answer) button"));
      expect(await page.locator("main").textContent()).toContain("Tollesworth");
      await press(their("questions.confirm.choice.search"));
      await page.getByText(word("outreach.secondLook.title")).waitFor();
      await press(word("outreach.secondLook.do"));
      await press(their("questions.reach.choice.callMe"));
      expect(await page.locator("#answer").inputValue()).toBe("(323) 555-0142");
      await follow(page, page.locator("form:has(#answer) button"));
      await press(their("questions.reachTime.choice.any"));
      await press(their("questions.reachMessage.choice.no"));
      await press(their("questions.reachUrgent.choice.no"));
      await press(their("questions.reachConsent.choice.handOver"));
      await page.getByText(word("outreach.waits.ticket", { n: 1 })).waitFor();
      await look("ticket");

      // The next on the sheet, by the short form.
      await press(word("outreach.person.next.sheet"));
      await page.getByText("Prudencia Robledal Cruz").waitFor();
      await press(word("events.work.form"));
      expect(await page.locator("#f-name").inputValue()).toBe("Prudencia Robledal Cruz");
      expect(await page.locator("#f-birthDate").inputValue()).toBe(
        theirs === "es" ? "4 de marzo de 1971" : "March 4, 1971",
      );
      expect(await page.locator(`input[name=locale][value=${theirs}]`).isChecked()).toBe(true);
      await page.locator("[name=agreed]").check();
      await look("row-form");
      await press(word("shortform.send"));
      await page.getByRole("heading", { name: word("outreach.person.found") }).waitFor();
      await look("form-result");

      // They switch the language: what is printed follows.
      await press(say(theirs, "outreach.person.language"));
      await page.getByText(say(locale, "outreach.person.again")).waitFor();
      await look("switched");
      await follow(page, page.getByRole("link", { name: word("outreach.take.print"), exact: true }));
      expect(await page.locator("main").textContent()).toContain(
        say(locale, "outcomes.immigration").slice(0, 20),
      );
      await follow(page, page.getByRole("link", { name: word("outreach.take.back") }));
      await page.locator("#phone").fill(locale === "en" ? "213 555 0147" : "213 555 0148");
      await page.locator("form:has(#phone) [name=agreed]").check();
      await press(word("outreach.take.send"));
      await page.getByText(word("outreach.take.sent.invited")).waitFor();

      // Meanwhile a reviewer closes the wish of the first, and the page says so by itself.
      const reviewer = await site.openAs("reviewer", "/staff/people-waiting", { locale });
      const desk = reviewer.page;
      expect(await desk.locator("main").textContent()).toContain(word("queue.atTable", { n: 1 }));
      await follow(desk, desk.locator("ul.queue a.button").first());
      expect(await desk.locator("main").textContent()).toContain(word("queue.atTableHow"));
      expect(await findingsOnPhone(desk)).toEqual([]);
      await follow(desk, desk.getByRole("button", { name: word("queue.close.helped") }));
      await reviewer.close();
      await page.goto(`${site.url()}/outreach`);
      await look("home-ready");
      expect(await page.locator("main").textContent()).not.toMatch(/Tollesworth|Robledal|555/);

      await press(word("outreach.waits.open", { n: 1 }));
      await page.getByText(word("outreach.waits.answer.none")).waitFor();
      expect(await page.locator("main").textContent()).toContain(their("outcomes.notConfirmed").slice(0, 20));
      await look("answer");
      await press(word("outreach.person.next.answer", { n: 1 }));
      expect(new URL(page.url()).pathname).toBe("/outreach");
      expect(await page.locator("main").textContent()).not.toContain(word("outreach.waits.title"));
      await page.goBack();
      expect(await page.content()).not.toMatch(/Tollesworth|Robledal/);
      expect(complaints).toEqual([]);
      await close();
      const left = await services.database.query<{ n: number }>(
        `select (select count(*) from conversation where sealed is not null and handle in
           (select handle from turn)) ::int as n`,
      );
      expect(left).toEqual([{ n: 0 }]);
    }, 120_000);
  }

  it("a page that stands open says by itself that an answer came", async () => {
    const { services } = site.app();
    const { page, complaints, close } = await site.openAs("worker", "/outreach/form");
    await page.clock.install();
    await page.locator("#f-name").fill("Marcus Tollesworth");
    await page.locator("#f-birthDate").fill("May 13 1974");
    await page.locator("[name=agreed]").check();
    await follow(page, page.getByRole("button", { name: say("en", "shortform.send") }));
    const choose = (key: string) =>
      follow(page, page.getByRole("button", { name: say("en", key), exact: true }).first());
    await choose("outreach.secondLook.do");
    await choose("questions.reach.choice.callMe");
    await page.locator("#answer").fill("213 555 0149");
    await follow(page, page.locator("form:has(#answer) button"));
    await choose("questions.reachTime.choice.any");
    await choose("questions.reachMessage.choice.no");
    await choose("questions.reachUrgent.choice.no");
    await choose("questions.reachConsent.choice.handOver");
    expect(await page.locator("[data-news]").isVisible()).toBe(false);
    const asked = page.waitForResponse(/\/outreach\/waits$/);
    await page.clock.runFor(20_000);
    expect(await (await asked).json()).toEqual({ ready: [] });
    expect(await page.locator("[data-news]").isVisible()).toBe(false);
    await services.database.query("update handoff set state = 'closed'");
    await page.clock.runFor(20_000);
    await page.getByText(say("en", "outreach.waits.news", { n: 1 })).waitFor();
    expect(await findingsOnPhone(page)).toEqual([]);
    await follow(page, page.getByRole("link", { name: say("en", "outreach.waits.show") }));
    await page.getByRole("button", { name: say("en", "outreach.waits.open", { n: 1 }) }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
