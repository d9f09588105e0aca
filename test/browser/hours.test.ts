/**
 * Working days, set by an admin on a phone; and a closed wish opened again.
 */
import { expect, it } from "vitest";
import { listHandoffs } from "../../src/acts/handoff/list-handoffs.ts";
import { makeApp } from "../support/app.ts";
import { loadMarcus, waitForPerson } from "../support/queue.ts";
import { findings } from "./support/axe.ts";
import { narrow } from "./support/narrow.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();

for (const javaScriptEnabled of [true, false])
  it(`sets the week and days off, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, complaints, close } = await site.openAs("admin", "/staff/hours", { javaScriptEnabled });
    const friday = page.getByRole("group", { name: "Friday" });
    await friday.getByLabel("From").fill("09:00");
    await friday.getByLabel("To").fill("08:00");
    await page.getByRole("button", { name: "Keep the week" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("the earlier one first");
    // What was typed stands there still.
    expect(await friday.getByLabel("From").inputValue()).toBe("09:00");
    await friday.getByLabel("To").fill("12:30");
    await page.getByRole("button", { name: "Keep the week" }).click();
    expect(await page.getByRole("status").textContent()).toContain("The week is kept.");
    expect(await friday.getByLabel("To").inputValue()).toBe("12:30");
    await page.getByLabel("First day").fill("2031-12-24");
    await page.getByLabel(/^Last day/).fill("2032-01-01");
    await page.getByLabel("What for").fill("Winter break");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const off = page.getByRole("listitem").filter({ hasText: "Winter break" });
    expect(await off.textContent()).toContain("Dec 24, 2031 to Jan 1, 2032");
    await off.getByRole("button", { name: /^Work on it after all/ }).click();
    expect(await off.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

for (const colorScheme of ["light", "dark"] as const)
  for (const locale of ["en", "es"] as const)
    it(`is accessible and fits 360 pixels, ${locale}, ${colorScheme}`, async () => {
      const { page, complaints, close } = await site.openAs("admin", "/staff/hours", { locale, colorScheme });
      await page.locator("#from").fill("2031-07-04");
      await page.locator("button[value=closed]").click();
      expect([...(await findings(page)), ...(await narrow(page))]).toEqual([]);
      await page.locator("button[value=open]").first().click();
      expect(complaints).toEqual([]);
      await close();
    });

it("opens a closed wish again", async () => {
  // The same service under the address that carriers sign for.
  const { database, runtime } = site.app().services;
  const texting = await makeApp({ database, runtime });
  await loadMarcus(texting);
  await waitForPerson(texting);
  const id = (await listHandoffs(site.app().services)).open[0]?.id ?? "";
  const { page, complaints, close } = await site.openAs("reviewer", `/staff/people-waiting/${id}`);
  await page.getByRole("button", { name: "They have their answer" }).click();
  expect(await page.getByRole("status").textContent()).toBe("It is closed.");
  expect([...(await findings(page)), ...(await narrow(page))]).toEqual([]);
  await page.getByRole("button", { name: "Open it again" }).click();
  expect(await page.getByRole("status").textContent()).toBe("It is open again, and you have it.");
  expect(await page.getByRole("button", { name: "They have their answer" }).count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});
