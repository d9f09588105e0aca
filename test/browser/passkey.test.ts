/**
 * Passkeys, with Chromium's virtual authenticator in place of a finger: added, used to sign in, taken away; and what must
 * not sign anybody in.
 */
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { disableStaff, resetStaff } from "../../src/acts/staff/change.ts";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { purge } from "../../src/acts/purge.ts";
import { codeOf, datesStandStill, joinStaff } from "../support/staff.ts";
import { findings } from "./support/axe.ts";
import { narrow } from "./support/narrow.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite({}, { named: true });
datesStandStill();
const password = "heron lamp quiet harbour";
const pin = "4827";
const passkeys = "/staff/account/passkeys";
let n = 0;

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page) => page.locator("h1:visible").first().textContent();
const told = (page: Page) =>
  page.locator("[role=status]:visible, [role=alert]:visible").first().textContent();

beforeEach(async () => {
  await site.app().services.database.query("delete from staff_passkey");
});

/** A device with a fingerprint reader, whose owner's finger fits or not. */
async function authenticator(page: Page, isUserVerified = true) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}

/** Somebody who joined, signed in at a browser of their own by password and code. */
async function member() {
  const email = `passkey${++n}@staff.example`;
  const { services } = site.app();
  const { link } = await inviteStaff(services, { email, role: "reviewer", locale: "en" }, "operator");
  const { secret } = await joinStaff(site.app(), new URL(link).pathname, { password, pin });
  const { page, complaints, close } = await site.open("/staff/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await press(page, "Next");
  await page.getByLabel("Code").fill(codeOf(secret));
  await press(page, "Sign in");
  return { page, complaints, close, email, ...(await authenticator(page)) };
}

async function add(page: Page, name = "Phone of the table", current = password): Promise<void> {
  await page.goto(site.url() + passkeys);
  await page.getByLabel(/^A name for it/).fill(name);
  await page.getByLabel("Your password now").last().fill(current);
  await press(page, "Add this device");
  await page.locator("[role=status]:visible, [role=alert]:visible").first().waitFor();
}

/** Signs out, and in again by a passkey, as far as it leads. */
async function again(page: Page): Promise<void> {
  await page.goto(`${site.url()}/staff`);
  if (new URL(page.url()).pathname === "/staff") await press(page, "Sign out");
  await page.goto(`${site.url()}/staff/sign-in?to=/staff/people-waiting`);
  await press(page, "Use a passkey");
}

const audited = async () =>
  (
    await site
      .app()
      .services.database.query<{ event: string; step: string | null }>(
        "select event, detail->>'step' as step from audit order by id desc limit 1",
      )
  )[0];

describe("a passkey", () => {
  it("is added once the password was right, signs in alone, and is taken away again", async () => {
    const { page, complaints, close } = await member();
    await add(page, "Phone of the table", "not the password");
    expect(await told(page)).toBe("That is not your password.");
    await add(page);
    expect(await told(page)).toBe("The passkey is added.");
    expect(
      await page.getByRole("listitem").filter({ hasText: "Phone of the table" }).textContent(),
    ).toContain("Not used yet");
    await page.locator("summary").click();
    expect([...(await findings(page)), ...(await narrow(page))]).toEqual([]);
    await again(page);
    await page.waitForURL(({ pathname }) => pathname === "/staff/people-waiting");
    expect(await audited()).toEqual({ event: "staff_signed_in", step: "passkey" });
    // The lock works as for every session.
    await press(page, "Lock");
    await page.locator("#pin").fill(pin);
    await press(page, "Open");
    expect(await heading(page)).toBe("People waiting");

    await page.goto(site.url() + passkeys);
    expect(
      await page.getByRole("listitem").filter({ hasText: "Phone of the table" }).textContent(),
    ).toContain("Last used");
    await page.locator("summary").click();
    const form = page.locator(`form[action="${passkeys}/remove"]`);
    await form.getByLabel("Your password now").fill(password);
    await form.getByRole("button").click();
    expect(await told(page)).toBe("The passkey is removed.");
    await again(page);
    await page.getByText("That passkey did not work.").waitFor();
    expect((await page.goto(`${site.url()}/staff`))?.url()).toContain("/staff/sign-in");
    expect(complaints).toEqual([]);
    await close();
  });

  it("signs nobody in without the owner's finger", async () => {
    const { page, close, devtools, authenticatorId } = await member();
    await add(page);
    await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await again(page);
    await page.getByText("The device gave no passkey.").waitFor();
    expect((await page.goto(`${site.url()}/staff`))?.url()).toContain("/staff/sign-in");
    await close();
  });

  it("opens no closed account, and none that was set back", async () => {
    for (const end of [disableStaff, resetStaff]) {
      const { page, close, email } = await member();
      await add(page);
      expect(await told(page)).toBe("The passkey is added.");
      await end(site.app().services, { email }, "operator");
      await again(page);
      await page.getByText("That passkey did not work.").waitFor();
      expect((await page.goto(`${site.url()}/staff`))?.url()).toContain("/staff/sign-in");
      await close();
    }
  });

  it("answers once: neither a copy, nor another session's, nor a late one counts", async () => {
    const { page, close } = await member();
    await add(page);
    await page.goto(`${site.url()}/staff`);
    await press(page, "Sign out");
    const { services } = site.app();
    const send = (response: string) =>
      page.request.post(`${site.url()}/staff/sign-in/passkey`, {
        form: { response },
        headers: { origin: site.url() },
        maxRedirects: 0,
      });
    /** The device's answer, kept from the page. */
    const answer = async () => {
      await page.goto(`${site.url()}/staff/sign-in`);
      await page.evaluate(() => {
        HTMLFormElement.prototype.submit = function () {
          this.dataset["done"] = "";
        };
      });
      await press(page, "Use a passkey");
      await page.locator("form[data-done]").waitFor({ state: "attached" });
      return page.locator("form[data-done] input[name=response]").inputValue();
    };
    const first = await answer();
    expect((await send(first)).status()).toBe(303);
    await page.context().clearCookies();
    expect((await send(first)).status()).toBe(401);

    const altered = JSON.parse(await answer()) as { response: { signature: string } };
    altered.response.signature = altered.response.signature.replace(/^.{8}/, "AAAAAAAA");
    expect((await send(JSON.stringify(altered))).status()).toBe(401);

    const late = await answer();
    services.runtime.advance(5 * 60_000);
    expect((await send(late)).status()).toBe(401);
    for (const odd of [
      "",
      "null",
      "[]",
      "{",
      '{"id":7}',
      '{"id":"AAAA"}',
      JSON.stringify({ id: "A".repeat(9_000) }),
    ])
      expect((await send(odd)).status(), odd.slice(0, 20)).toBe(401);
    // Questions that nobody answered go with time.
    const asked = "select 1 as one from staff_verification where identifier like 'passkey/%'";
    expect((await services.database.query(asked)).length).toBeGreaterThan(0);
    services.runtime.advance(25 * 60 * 60_000);
    await purge(services);
    expect(await services.database.query(asked)).toEqual([]);
    await close();
  });

  it("stands in no dump by name, and a device is not added twice", async () => {
    const { page, close } = await member();
    await add(page, "Quaxworthy's own phone");
    await add(page, "the same once more");
    expect(await told(page)).toBe("The device gave no passkey. Try again, or go another way.");
    const rows = await site
      .app()
      .services.database.query<{ row: string }>("select p::text as row from staff_passkey p");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(Buffer.from("Quaxworthy").toString("hex"));
    await close();
  });
});

it("without scripts there is no button, and the page says why", async () => {
  const { page, close } = await site.openAs("worker", "/staff", { javaScriptEnabled: false });
  await page.goto(site.url() + passkeys);
  expect(await page.getByRole("button", { name: "Add this device" }).count()).toBe(0);
  expect(await page.getByText("This browser cannot add one.").isVisible()).toBe(true);
  await page.context().clearCookies();
  await page.goto(`${site.url()}/staff/sign-in`);
  expect(await page.getByRole("button", { name: "Use a passkey" }).count()).toBe(0);
  await close();
});

for (const colorScheme of ["light", "dark"] as const)
  for (const locale of ["en", "es"] as const)
    it(`is accessible and fits 360 pixels, ${locale}, ${colorScheme}`, async () => {
      const { page, close } = await site.openAs("worker", "/staff", { locale, colorScheme });
      await page.goto(site.url() + passkeys);
      expect([...(await findings(page)), ...(await narrow(page))]).toEqual([]);
      await page.context().clearCookies();
      await page.goto(`${site.url()}/staff/sign-in?locale=${locale}`);
      expect([...(await findings(page)), ...(await narrow(page))]).toEqual([]);
      await close();
    });
