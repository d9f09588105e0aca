/**
 * From the invitation to the lock, as someone who works here meets it on a phone; and the shell under axe.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { disableStaff } from "../../src/acts/staff/change.ts";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { codeOf, datesStandStill } from "../support/staff.ts";
import { narrow } from "./support/narrow.ts";
import { findings } from "./support/axe.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();
datesStandStill();
const password = "heron lamp quiet harbour";
const pin = "4827";
const minute = 60_000;

const press = async (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page) => page.locator("h1:visible, .staff-cover-title:visible").first().textContent();

describe("someone who works here", () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`joins, signs in, is locked when idle, and is out at once when the account is closed, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const { services } = site.app();
      const email = `zenobia.${javaScriptEnabled}@staff.example`;
      const { link } = await inviteStaff(services, { email, role: "reviewer", locale: "en" }, "operator");
      const { page, complaints, close } = await site.open(new URL(link).pathname, { javaScriptEnabled });

      await page.getByLabel("Name", { exact: true }).fill("Zenobia Quaxworthy");
      await page.getByLabel(/^New password/).fill(password);
      await press(page, "Next");
      const key = (await page.locator(".staff-secret").textContent()) ?? "";
      await page.getByLabel("Code that the app shows now").fill(codeOf(key, Date.now() - 30_000));
      await page.getByLabel(/^New PIN/).fill(pin);
      await press(page, "Done");
      expect(await page.locator(".staff-codes li").count()).toBe(10);
      await page.getByRole("link", { name: "I have them. Go on" }).click();
      expect(await heading(page)).toBe("Hello, Zenobia Quaxworthy");

      await press(page, "Sign out");
      // A deep link comes back after signing in.
      await page.goto(`${site.url()}/outreach`);
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Password").fill(password);
      await press(page, "Next");
      await page.getByLabel("Code").fill(codeOf(key));
      await press(page, "Sign in");
      expect(new URL(page.url()).pathname).toBe("/outreach");

      services.runtime.advance(2 * minute + 1);
      await page.goto(`${site.url()}/staff`);
      expect(await heading(page)).toBe("Locked");
      expect(await page.content()).not.toContain("Quaxworthy");
      await page.locator("#pin").fill("1111");
      await press(page, "Open");
      expect(await page.getByRole("alert").textContent()).toBe("That PIN did not work.");
      await page.locator("#pin").fill(pin);
      await press(page, "Open");
      expect(await heading(page)).toBe("Hello, Zenobia Quaxworthy");

      await disableStaff(services, { email }, "operator");
      await page.goto(`${site.url()}/outreach`);
      expect(await heading(page)).toBe("Sign in");
      expect(complaints).toEqual([]);
      await close();
    });
  }

  it("finds the page covered after two minutes without a touch, and where it stood after the PIN", async () => {
    const { page, complaints, close } = await site.openAs("worker", "/outreach", {
      pin,
      name: "Wren Locksley",
    });
    await page.clock.install();
    await page.reload();
    await page.evaluate(() => {
      const note = document.createElement("textarea");
      note.id = "note";
      document.querySelector("main")?.append(note);
    });
    await page.locator("#note").fill("half a sentence");
    await page.clock.fastForward(minute);
    expect(await heading(page)).toBe("Hello, Wren Locksley");
    // A page that moves by itself is nobody's touch.
    await page.evaluate(() => {
      document.body.style.minHeight = "300vh";
      scrollBy(0, 100);
      return new Promise((done) => document.addEventListener("scrollend", done, { once: true }));
    });
    const locked = page.waitForResponse(/\/staff\/lock$/);
    await page.clock.fastForward(minute + 5_000);
    await locked;
    expect(await heading(page)).toBe("Locked");
    expect(await page.title()).toBe("Locked");
    expect(await page.locator("main, header, nav").filter({ visible: true }).count()).toBe(0);
    // The server has locked as well: another tab shows nothing either.
    const other = await page.context().newPage();
    expect((await other.goto(`${site.url()}/outreach`))?.status()).toBe(423);
    await page.locator("#cover-pin").fill("0000");
    await press(page, "Open");
    await page.getByText("That PIN did not work.").waitFor();
    await page.locator("#cover-pin").fill(pin);
    await press(page, "Open");
    await page.locator("main").waitFor();
    expect(await page.locator("#note").inputValue()).toBe("half a sentence");
    expect(complaints).toEqual([]);
    await close();
  });

  it("is sent to sign in when the fifth PIN under the cover is wrong", async () => {
    const { page, close } = await site.openAs("worker", "/outreach", { pin });
    await page.clock.install();
    await page.reload();
    const locked = page.waitForResponse(/\/staff\/lock$/);
    await page.clock.fastForward(3 * minute);
    await locked;
    for (let n = 0; n < 5; n++) {
      const answered = page.waitForResponse(/\/staff\/unlock$/);
      await page.locator("#cover-pin").fill(`000${n}`);
      await press(page, "Open");
      await answered;
    }
    await page.waitForURL(/\/staff\/sign-in$/);
    await close();
  });
});

describe("the shell", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const locale of ["en", "es"] as const) {
      it(`is accessible and fits 360 pixels, ${locale}, ${colorScheme}`, async () => {
        for (const path of ["/staff", "/staff/people", "/outreach", "/staff/nowhere"]) {
          const { page, complaints, close } = await site.openAs("admin", path, { locale, colorScheme });
          expect(await page.locator("html").getAttribute("lang")).toBe(locale);
          expect([...(await findings(page)), ...(await narrow(page))], path).toEqual([]);
          expect(complaints).toEqual([]);
          await close();
        }
        for (const path of [`/staff/sign-in?locale=${locale}`, `/staff/invitation/none?locale=${locale}`]) {
          const { page, close } = await site.open(path, { colorScheme });
          expect([...(await findings(page)), ...(await narrow(page))], path).toEqual([]);
          await close();
        }
        const { page, close } = await site.openAs("worker", "/staff/people", { locale, colorScheme });
        expect([...(await findings(page)), ...(await narrow(page))], "forbidden").toEqual([]);
        await page.locator("[data-lock] button").click();
        await page.locator("#pin").waitFor();
        expect([...(await findings(page)), ...(await narrow(page))], "locked").toEqual([]);
        await close();
      });
    }
  }
});
