/**
 * My account, roles, and the device that changes hands, as people who work here meet them on a phone.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { codeOf, datesStandStill, joinStaff } from "../support/staff.ts";
import { findings } from "./support/axe.ts";
import { narrow } from "./support/narrow.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();
datesStandStill();
const password = "heron lamp quiet harbour";
const next = "otter bell slow meadow";
const pin = "4827";

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page) => page.locator("h1:visible, .staff-cover-title:visible").first().textContent();

/** Somebody with password and phone, who joined a moment ago. */
async function joined(email: string) {
  const { services } = site.app();
  const { link } = await inviteStaff(services, { email, role: "worker", locale: "en" }, "operator");
  return joinStaff(site.app(), new URL(link).pathname, { password, pin });
}

async function signIn(page: Page, email: string, secret: string, code: string): Promise<void> {
  await page.goto(`${site.url()}/staff/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(secret);
  await press(page, "Next");
  await page.getByLabel("Code").fill(code);
  await press(page, "Sign in");
}

describe("my account", () => {
  for (const javaScriptEnabled of [true, false])
    it(`changes password, PIN and phone, renews codes and ends other sessions, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const email = `own.${javaScriptEnabled}@staff.example`;
      const { secret, browser } = await joined(email);
      const { page, complaints, close } = await site.open("/staff/sign-in", { javaScriptEnabled });
      await signIn(page, email, password, codeOf(secret));
      await page.getByRole("link", { name: /My account/ }).click();
      expect(await heading(page)).toBe("My account");
      expect(await page.getByText("Last used").count()).toBe(2);
      await press(page, "Sign out everywhere else");
      expect(await page.getByRole("status").textContent()).toBe("You are signed in here alone now.");
      expect((await browser.get("/outreach")).status).toBe(303);

      await page.getByRole("link", { name: "Password" }).click();
      await page.getByLabel("Your password now").fill("not the password");
      await page.getByLabel(/^New password/).fill(next);
      await press(page, "Change the password");
      expect(await page.getByRole("alert").textContent()).toBe("That is not your password.");
      await page.getByLabel("Your password now").fill(password);
      await page.getByLabel(/^New password/).fill(next);
      await press(page, "Change the password");
      expect(await page.getByRole("status").textContent()).toContain("The password is changed.");

      await page.getByRole("link", { name: "PIN" }).click();
      await page.getByLabel("Your password now").fill(next);
      await page.getByLabel(/^New PIN/).fill("135790");
      await press(page, "Change the PIN");
      expect(await page.getByRole("status").textContent()).toBe("The PIN is changed.");

      await page.getByRole("link", { name: "New phone" }).click();
      await page.getByLabel("Your password now").fill(next);
      await press(page, "Next");
      const key = ((await page.locator(".staff-secret").textContent()) ?? "").replaceAll(" ", "");
      await page.getByLabel("Code that the app shows now").fill("000000");
      await press(page, "Done");
      expect(await page.getByRole("alert").textContent()).toContain("That code did not work.");
      await page.getByLabel("Code that the app shows now").fill(codeOf(key));
      await press(page, "Done");
      expect(await page.getByRole("status").textContent()).toContain("The new phone counts now.");

      await page.getByRole("link", { name: "Backup codes" }).click();
      await page.getByLabel("Your password now").fill(next);
      await press(page, "Make new codes");
      const codes = await page.locator(".staff-codes code").allTextContents();
      expect(codes).toHaveLength(10);
      await page.getByRole("link", { name: "I have them. Go on" }).click();

      await page.getByLabel("Español").check();
      await press(page, "Use this language");
      expect(await heading(page)).toBe("Mi cuenta");

      await press(page, "Bloquear");
      await page.locator("#pin").fill("135790");
      await press(page, "Abrir");
      expect(await heading(page)).toBe("Mi cuenta");
      expect(complaints).toEqual([]);
      await close();

      const other = await site.open("/staff/sign-in", { javaScriptEnabled });
      await signIn(other.page, email, next, codes[0] ?? "");
      expect(new URL(other.page.url()).pathname).toBe("/outreach");
      await other.close();
    });

  for (const colorScheme of ["light", "dark"] as const)
    for (const locale of ["en", "es"] as const)
      it(`is accessible and fits 360 pixels, ${locale}, ${colorScheme}`, async () => {
        const { page, complaints, close } = await site.openAs("worker", "/staff/account", {
          locale,
          colorScheme,
        });
        for (const path of ["", "/password", "/pin", "/phone", "/codes", "?did=phone"]) {
          await page.goto(`${site.url()}/staff/account${path}`);
          expect(await page.locator("html").getAttribute("lang")).toBe(locale);
          expect([...(await findings(page)), ...(await narrow(page))], path).toEqual([]);
        }
        expect(complaints).toEqual([]);
        await close();
      });
});

it("an admin gives another role, which opens pages in a session that runs", async () => {
  const worker = await site.openAs("worker", "/outreach", { name: "Wren Locksley" });
  const admin = await site.openAs("admin", "/staff/people");
  const row = admin.page.getByRole("listitem").filter({ hasText: "Wren Locksley" });
  await row.getByRole("combobox").selectOption({ label: "Reviewer" });
  await row.getByRole("button", { name: /^Change role/ }).click();
  expect(await admin.page.getByRole("status").textContent()).toBe("The role is changed. It counts at once.");
  expect(await admin.page.getByText("This is you.").count()).toBe(1);
  expect(await row.getByRole("combobox").inputValue()).toBe("reviewer");
  await worker.page.goto(`${site.url()}/staff/people-waiting`);
  expect(await heading(worker.page)).toBe("People waiting");
  expect([...admin.complaints, ...worker.complaints]).toEqual([]);
  await admin.close();
  await worker.close();
});

describe("a device that changes hands", () => {
  it("shows nothing of whoever had it: no page, no tab, nothing stored but sealed forms", async () => {
    const { page, complaints, close } = await site.openAs("worker", "/outreach", {
      pin,
      name: "Wren Locksley",
    });
    const tab = await page.context().newPage();
    await tab.goto(`${site.url()}/staff/account`);
    expect(await tab.content()).toContain("Wren Locksley");
    // The page has opened the device's storage by then.
    await page.locator("html[data-resumed]").waitFor({ state: "attached" });
    await page.evaluate(async () => {
      sessionStorage.setItem("note", "of the first");
      const cache = await caches.open("outreach-shell");
      await cache.put("/outreach/offline", new Response("a shell"));
      await new Promise<void>((done, failed) => {
        const request = indexedDB.open("outreach");
        request.onerror = () => failed(new Error("storage"));
        request.onsuccess = () => {
          const write = request.result.transaction("waiting", "readwrite");
          const at = Date.now();
          write
            .objectStore("waiting")
            .put({ turn: "some-turn", sealed: "sealed", at, until: at + 3_600_000 });
          write.oncomplete = () => (request.result.close(), done());
        };
      });
    });
    await press(page, "Lock");
    const gone = tab.waitForURL(/\/staff\/sign-in/);
    await press(page, "Somebody else");
    await page.waitForURL(/sign-in\?left$/);
    expect(await page.getByRole("status").textContent()).toBe("Signed out. Somebody else can sign in now.");
    await gone;
    expect(await tab.content()).not.toContain("Wren Locksley");
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    const waits = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const request = indexedDB.open("outreach");
          request.onsuccess = () => {
            const count = request.result.transaction("waiting").objectStore("waiting").count();
            count.onsuccess = () => done(count.result);
          };
        }),
    );
    expect(waits).toBe(1);
    expect(await page.context().cookies()).toEqual([]);
    await page.goBack();
    expect(await page.content()).not.toContain("Wren Locksley");
    expect([...(await findings(page)), ...(await narrow(page))]).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("works from the lock without scripts, and another signs in", async () => {
    const { secret } = await joined("second@staff.example");
    const options = { javaScriptEnabled: false, pin, name: "Wren Locksley" };
    const { page, close } = await site.openAs("worker", "/outreach", options);
    await press(page, "Lock");
    await press(page, "Somebody else");
    await signIn(page, "second@staff.example", password, codeOf(secret));
    expect(await heading(page)).toBe("Hello, Zenobia Quaxworthy");
    await close();
  });
});
