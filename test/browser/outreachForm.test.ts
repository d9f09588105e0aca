/**
 * The short form on a phone: with a signal, and with the signal lost in the middle of a clinic.
 */
import { expect, it } from "vitest";
import { crowd, loadList, record } from "../support/list.ts";
import { findingsOnPhone } from "./support/axe.ts";
import { fill, prepared, slips, stored, twilio, type Asked } from "./support/outreachPhone.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite({ twilio });

const people: Asked[] = [
  { locale: "en", name: "Marcus Tollesworth", birthDate: "May 19 1974" },
  { locale: "es", name: "Prudencia Robledal", birthDate: "4 de marzo de 1971" },
  { locale: "en", name: "Prudence Oakenshaw", birthDate: "March 4 1971" },
];

it("with a signal: filled, told, and gone with the next person", async () => {
  const { services } = site.app();
  await loadList(services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints, close } = await site.openAs("worker", "/outreach/form", { javaScriptEnabled });
    if (javaScriptEnabled) expect(await findingsOnPhone(page)).toEqual([]);
    await fill(page, people[0] ?? { locale: "en", name: "", birthDate: "" });
    await page.getByRole("button", { name: "Look it up" }).click();
    await page.getByRole("heading", { name: "Read it together" }).waitFor();
    expect(await page.locator("main").textContent()).toContain("February 2020");
    if (javaScriptEnabled) expect(await findingsOnPhone(page)).toEqual([]);
    await page.getByRole("link", { name: "Print" }).click();
    await page.waitForURL(/\/outreach\/print$/);
    expect(await page.locator("main").textContent()).toContain("February 2020");
    await page.getByRole("link", { name: "Back to the person" }).click();
    await page.getByRole("button", { name: "Next person, short form" }).click();
    await page.waitForURL(/\/outreach\/form$/);
    expect(await page.locator("#f-name").inputValue()).toBe("");
    // Back never shows who was there: the page of a person says who sits there now.
    await page.goBack();
    expect(await page.content()).not.toMatch(/Tollesworth|February 2020/);
    expect(complaints).toEqual([]);
    await close();
  }
});

it("without: three people wait sealed through a reload, arrive once each, and leave nothing", async () => {
  const { page, close } = await site.openAs("worker", "/outreach/form");
  await prepared(page);
  await site.lose(page);
  const codes: string[] = [];
  for (const [index, person] of people.entries()) {
    // The second and third after a reload: then the kept shell is shown.
    if (index === 1) await page.reload();
    if (index > 0) expect(await page.locator("[data-device][data-shell]").count()).toBe(1);
    await fill(page, person);
    await page.getByRole("button", { name: "Save until there is a signal" }).click();
    await page.locator("[data-slip]").waitFor();
    expect(await page.locator(".outreach-slip").textContent()).toContain("323\u2011555\u20110100");
    expect(await findingsOnPhone(page)).toEqual([]);
    codes.push((await page.locator("[data-code]").textContent()) ?? "");
    await page.locator("[data-next]").click();
    expect(await page.locator("#f-name").inputValue()).toBe("");
    expect(await page.locator("[data-queue]").textContent()).toContain(`Forms that wait here: ${index + 1}.`);
  }
  const waiting = await stored(page);
  expect(waiting.waiting).toBe(3);
  expect(waiting.text).not.toMatch(/Tollesworth|Robledal|Oakenshaw|1974|Wren|staff\.example/);
  for (const code of codes) expect(waiting.text).not.toContain(code.replace(/-/g, ""));
  expect(await slips(site)).toBe(0);

  await site.find(page);
  await page.goto(`${site.url()}/outreach/form`);
  await page.getByText("Forms sent: 3.").waitFor();
  expect(await slips(site)).toBe(3);
  expect((await stored(page)).waiting).toBe(0);
  await page.goto(`${site.url()}/outreach/form`);
  expect(await slips(site)).toBe(3);

  await close();
});

it("waits where nobody is signed in any more, and goes with the next sign-in", async () => {
  const before = await slips(site);
  const { page, close } = await site.openAs("worker", "/outreach/form");
  await prepared(page);
  const cookies = await page.context().cookies();
  await site.lose(page);
  await fill(page, { locale: "es", name: "Prudencia Robledal", birthDate: "4/3/1971" });
  await page.getByRole("button", { name: "Save until there is a signal" }).click();
  expect(await page.locator("[data-needed]").isVisible()).toBe(true);
  await page.locator("#f-birthDate").fill("4 de marzo de 1971");
  await page.getByRole("button", { name: "Save until there is a signal" }).click();
  await page.locator("[data-slip]").waitFor();
  await page.context().clearCookies();
  await site.find(page);
  await page.getByText("Sign in to send them.").waitFor();
  expect(await slips(site)).toBe(before);
  await page.context().addCookies(cookies);
  await page.goto(`${site.url()}/outreach/form`);
  await page.getByText("Forms sent: 1.").waitFor();
  expect(await slips(site)).toBe(before + 1);
  await page.locator('form[action="/staff/sign-out"]').first().getByRole("button").click();
  await page.waitForURL(/sign-in/);
  expect(await page.evaluate(() => caches.has("outreach-shell"))).toBe(false);
  await close();
});
