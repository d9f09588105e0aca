/**
 * The queue of people who wait, as reviewers work through it on a phone and on a desk; and a worker who is turned away.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { listHandoffs } from "../../src/acts/handoff/list-handoffs.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { loadMarcus, waitForPerson } from "../support/queue.ts";
import { testTwilio } from "../support/sending.ts";
import { findings } from "./support/axe.ts";
import { narrow } from "./support/narrow.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite({ twilio: testTwilio });
const queue = "/staff/people-waiting";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const told = (page: Page) =>
  page.locator("[role=status], [role=alert]").filter({ visible: true }).textContent();

describe("the queue", () => {
  /** The same service under the address that carriers sign for. */
  let texting: TestApp;
  beforeAll(async () => {
    const { database, runtime } = site.app().services;
    texting = await makeApp({ database, runtime, config: { twilio: testTwilio } });
    await loadMarcus(texting);
  });

  it("is worked through by two reviewers, from the list to the closing", async () => {
    const phone = await waitForPerson(texting, { urgent: true });
    const first = await site.openAs("reviewer", "/staff", { name: "Zenobia Quaxworthy" });
    const { page } = first;
    await page.getByRole("link", { name: "People waiting" }).first().click();
    expect(await page.locator("main").textContent()).toContain("1 person is waiting.");
    expect(await page.locator("main").textContent()).not.toContain("Tollesworth");
    await page.getByRole("link", { name: /^Open: / }).click();
    const person = new URL(page.url()).pathname;
    expect(await page.locator("h1").textContent()).toBe("A person who waits");
    expect(await page.locator(".queue-phone").getAttribute("href")).toBe(`tel:${phone}`);
    const match = page.locator(".queue-match");
    expect(await match.count()).toBe(1);
    expect(await match.locator(".queue-reasons").textContent()).toMatch(/Birth date: one digit apart[−+]\d/);
    // Every reason is drawn, and the total.
    expect(await match.locator("svg rect").count()).toBe(await match.locator(".queue-reasons li").count());
    expect(await findings(page)).toEqual([]);

    await press(page, "Take it on");
    expect(await told(page)).toBe("You have it now.");
    await press(page, "Theirs");
    expect(await told(page)).toBe("Kept. A second person must agree.");
    await press(page, "Theirs");
    expect(await told(page)).toBe("Somebody else must agree.");

    const second = await site.openAs("reviewer", queue, { name: "Wren Locksley", locale: "es" });
    expect(await second.page.locator("main").textContent()).toContain("Falta otra persona");
    await second.page.goto(site.url() + person);
    await press(second.page, "De acuerdo: es suyo");
    expect(await told(second.page)).toBe("Quedó guardado.");
    expect(await second.page.locator(".queue-match .notice").textContent()).toBe(
      "Zenobia Quaxworthy, Wren Locksley: Es suyo",
    );
    await press(second.page, "Tomarlo");
    expect(await told(second.page)).toBe("Lo tiene otra persona.");

    await page.goto(site.url() + person);
    await page.getByLabel("New note").fill("<b>Sister answers.</b>\nCall after five.");
    await press(page, "Add the note");
    expect(await page.locator(".queue-note").textContent()).toBe("<b>Sister answers.</b>\nCall after five.");
    await page.getByLabel("We called, nobody answered").check();
    await press(page, "Send");
    expect(await told(page)).toBe("The text is on its way.");
    await press(page, "They have their answer");
    expect(await told(page)).toBe("It is closed.");
    expect(await page.getByRole("button", { name: "Theirs", exact: true }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    // It counts among what reviewers decided, where one alone is not shown.
    await page.goto(`${site.url()}/staff/numbers/matching`);
    expect(await page.locator("main").textContent()).toContain("not shown");
    expect(await findings(page)).toEqual([]);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });

  it("turns a worker away, and a reviewer from the export; an admin gets the file", async () => {
    await waitForPerson(texting);
    const id = (await listHandoffs(site.app().services)).open[0]?.id ?? "";
    for (const path of [queue, `${queue}/${id}`, `${queue}/verdicts`]) {
      const { page, close } = await site.openAs("worker", path);
      expect(await page.locator("h1").textContent(), path).toBe("This page is for others");
      expect(await page.content()).not.toContain("Tollesworth");
      await close();
    }
    const { page, close } = await site.openAs("reviewer", queue);
    expect(await page.getByRole("button", { name: "Export" }).count()).toBe(0);
    const forced = await page.request.post(`${site.url()}${queue}/export`, {
      headers: { origin: site.url() },
    });
    expect(forced.status()).toBe(403);
    await page.goto(`${site.url()}${queue}/${"ab".repeat(16)}`);
    expect(await page.locator("h1").textContent()).toBe("There is no such page");
    await close();
    const admin = await site.openAs("admin", queue);
    const download = admin.page.waitForEvent("download");
    await press(admin.page, "Export");
    expect((await download).suggestedFilename()).toMatch(/^referrals-\d{4}-\d\d-\d\d\.csv$/);
    await admin.close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const locale of ["en", "es"] as const) {
      it(`is accessible and fits 360 pixels, ${locale}, ${colorScheme}`, async () => {
        await waitForPerson(texting, { locale, message: colorScheme === "light" });
        const { open } = await listHandoffs(site.app().services);
        expect(open.length).toBeGreaterThan(0);
        for (const path of [queue, `${queue}/verdicts`, ...open.map(({ id }) => `${queue}/${id}`)]) {
          const { page, complaints, close } = await site.openAs("admin", path, { locale, colorScheme });
          expect([...(await findings(page)), ...(await narrow(page))], path).toEqual([]);
          expect(complaints).toEqual([]);
          await close();
        }
      });
    }
  }
});
