/**
 * A phone that locks with no signal: the PIN opens it where it stood, guessing shuts it, and who holds it without the PIN
 * finds nothing on the screen and nothing readable on the device.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findingsOnPhone } from "./support/axe.ts";
import { fill, prepared, ready, save, slips, stored, twilio, type Asked } from "./support/outreachPhone.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite({ twilio });
const pin = "4827";
const minute = 60_000;
const robin: Asked = { locale: "es", name: "Prudencia Robledal", birthDate: "7 de abril de 1973" };

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** A phone with the form open, the shell kept, and a clock that the test moves. */
async function phone(locale: "en" | "es" = "en") {
  const visitor = await site.openAs("worker", "/outreach/form", { pin, locale });
  await prepared(visitor.page);
  await visitor.page.clock.install();
  await visitor.page.reload();
  await ready(visitor.page);
  await prepared(visitor.page);
  return visitor;
}

const locked = (page: Page) => page.locator("html[data-covered] [data-cover]").waitFor();

async function lock(page: Page): Promise<void> {
  await page.clock.fastForward(2 * minute + 1_000);
  await locked(page);
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator("#cover-pin").fill(text);
  await page.locator("[data-unlock] button").click();
}

/** The browser ends the worker, and what pages handed over in its memory is gone. */
async function endWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

const keptShell = (page: Page) =>
  page.evaluate(() => caches.match("/outreach/offline").then((kept) => kept?.text() ?? ""));

/** Nothing of the page is on the screen, or anywhere a finger gets to. */
async function seen(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText + document.title);
}

describe("with no signal", () => {
  it("the PIN opens the page where it stood, and once more for the server when the signal is back", async () => {
    const { page, complaints, close } = await phone();
    await site.lose(page);
    await fill(page, robin);
    await lock(page);
    expect(await seen(page)).not.toContain("Short form");
    await type(page, "0000");
    await page.getByText("That PIN did not work.").waitFor();
    await type(page, pin);
    await page.locator("main").waitFor();
    expect(await page.locator("#f-name").inputValue()).toBe(robin.name);
    const code = await save(page);
    await lock(page);
    expect(await seen(page)).not.toContain(code);
    await type(page, pin);
    await page.locator("[data-slip]").waitFor();
    expect(await page.locator("[data-code]").textContent()).toBe(code);
    await page.locator("[data-next]").click();
    await page.locator("#f-name").fill("half a name");
    // The server's own clock has gone on as well.
    site.app().services.runtime.advance(10 * minute);
    const before = await slips(site);
    await site.find(page);
    await locked(page);
    expect(await slips(site)).toBe(before);
    await type(page, pin);
    await page.getByText("Forms sent: 1.").waitFor();
    expect(await slips(site)).toBe(before + 1);
    expect(await page.locator("#f-name").inputValue()).toBe("half a name");
    expect(complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
    await close();
  });

  it("a reload gets round neither the lock nor the count, and the right PIN still shows the slip", async () => {
    const { page, close } = await phone("es");
    await site.lose(page);
    await fill(page, robin);
    const code = await save(page);
    await lock(page);
    for (let n = 0; n < 2; n++) {
      await page.reload();
      await locked(page);
      expect(await seen(page)).not.toContain(code);
      await type(page, `000${n}`);
      await page.getByText("Ese PIN no sirvió.").waitFor();
    }
    await shot(page, "locked-es");
    expect(await findingsOnPhone(page)).toEqual([]);
    await type(page, pin);
    await page.locator("[data-slip]").waitFor();
    expect(await page.locator("[data-code]").textContent()).toBe(code);
    await close();
  });

  it("Lock covers at once and holds through a reload", async () => {
    const { page, close } = await phone();
    await site.lose(page);
    await page.locator("#f-name").fill(robin.name);
    await page.locator("[data-lock] button").click();
    await locked(page);
    await page.reload();
    await locked(page);
    expect(await page.content()).not.toContain("Robledal");
    await type(page, pin);
    await page.locator("#f-name").waitFor();
    await close();
  });

  it("five wrong PINs shut it for the right one too, until somebody signs in with a signal", async () => {
    const { page, close } = await phone();
    await site.lose(page);
    await fill(page, robin);
    const code = await save(page);
    await lock(page);
    for (let n = 0; n < 4; n++) {
      await type(page, `000${n}`);
      await page.getByText("That PIN did not work.").waitFor();
      if (n === 1) {
        // Counted on the device: neither a reload nor a new page begins anew.
        await page.reload();
        await locked(page);
      }
    }
    await type(page, "0004");
    const shut = page.getByText("This device stays locked.");
    await shut.waitFor();
    expect(await page.locator("#cover-pin").isVisible()).toBe(false);
    expect(await page.content()).not.toContain(code);
    await shot(page, "shut");
    expect(await findingsOnPhone(page)).toEqual([]);
    await page.reload();
    await shut.waitFor();
    const other = await page.context().newPage();
    await other.goto(`${site.url()}/outreach/form`);
    await other.getByText("This device stays locked.").waitFor();
    expect((await stored(other)).waiting).toBe(1);
    // The session is over at the server too, by itself, once there is a signal.
    const ended = page.waitForResponse(/\/staff\/sign-out$/);
    await site.find(page);
    await page.clock.fastForward(minute);
    await ended;
    await page.goto(`${site.url()}/outreach/form`);
    expect(new URL(page.url()).pathname).toBe("/staff/sign-in");
    await close();
  });
});

describe("who took the locked phone", () => {
  it("finds nothing of anybody on the screen, in storage or in what the page brought along", async () => {
    const { page, close } = await phone();
    const key = (await page.locator("[data-device]").getAttribute("data-key")) ?? "";
    await site.lose(page);
    const codes: string[] = [];
    for (let n = 0; n < 2; n++) {
      await fill(page, robin);
      codes.push(await save(page));
      if (n === 0) await page.locator("[data-next]").click();
    }
    await lock(page);
    // The page is closed, and the browser drops what it held in memory.
    const thief = await page.context().newPage();
    await page.close();
    await endWorker(thief);
    for (const path of ["/outreach/form", "/outreach", "/outreach/offline", "/outreach/person"]) {
      await thief.goto(site.url() + path);
      await locked(thief);
      const { waiting, text } = await stored(thief);
      expect(waiting).toBe(2);
      const all = text + (await thief.content());
      expect(all).not.toMatch(/Robledal|Prudencia|1973|abril|Wren|staff\.example/);
      for (const code of codes) {
        expect(all).not.toContain(code);
        expect(all).not.toContain(code.replace(/-/g, ""));
      }
      expect(await thief.evaluate(() => document.body.innerText)).toMatch(
        /^Locked\s+PIN\s+Open\s+Somebody else$/,
      );
    }
    // The key that is there seals; it opens nothing.
    const { text } = await stored(thief);
    expect(text).toContain(key);
    expect(Buffer.from(key, "base64url")).toHaveLength(65);
    // What is stored of the PIN is five bits.
    const checks = Array.from(text.matchAll(/data-check="([^"]*)"/g), ([, json = ""]) =>
      JSON.parse(json.replace(/&quot;/g, '"')),
    ) as Record<string, unknown>[];
    expect(checks).toHaveLength(1);
    expect(Object.keys(checks[0] ?? {}).sort()).toEqual(["bits", "rounds", "salt"]);
    expect(Number(checks[0]?.["bits"])).toBeLessThan(32);
    await close();
  });

  it("opens with a PIN that those five bits take for right an empty form, and not a living page", async () => {
    const { page, close } = await phone();
    const shell = await keptShell(page);
    const json = /data-check="([^"]*)"/.exec(shell)?.[1]?.replace(/&quot;/g, '"') ?? "{}";
    const { salt, rounds, bits } = JSON.parse(json) as { salt: string; rounds: number; bits: number };
    const { createHmac, pbkdf2Sync } = await import("node:crypto");
    const passes = (text: string) => {
      const hash = pbkdf2Sync(text, Buffer.from(salt, "base64url"), rounds, 32, "sha256");
      return (
        (createHmac("sha256", hash).update("clearline/outreach/pin/weak").digest().readUInt8() & 31) === bits
      );
    };
    expect(passes(pin)).toBe(true);
    let guess = 0;
    while (String(guess).padStart(4, "0") === pin || !passes(String(guess).padStart(4, "0"))) guess++;
    const wrong = String(guess).padStart(4, "0");
    await site.lose(page);
    await fill(page, robin);
    await lock(page);
    await type(page, wrong);
    await page.getByText("That PIN did not work.").waitFor();
    const other = await page.context().newPage();
    await page.close();
    await endWorker(other);
    await other.goto(`${site.url()}/outreach/form`);
    await locked(other);
    await type(other, wrong);
    await other.locator("#f-name").waitFor();
    expect(await other.locator("#f-name").inputValue()).toBe("");
    expect(await other.content()).not.toContain("Robledal");
    await close();
  });

  it("has nothing left of the worker before once another one signs in", async () => {
    const { page, close } = await phone();
    await site.lose(page);
    await lock(page);
    for (let n = 0; n < 5; n++) {
      await type(page, `000${n}`);
      await page.locator("[data-wrong]:not([hidden]), [data-shut]:not([hidden])").waitFor();
    }
    await page.getByText("This device stays locked.").waitFor();
    const before = await keptShell(page);
    const ended = page.waitForResponse(/\/staff\/sign-out$/);
    await site.find(page);
    await ended;
    const next = await site.openAs("worker", "/outreach/form", { pin: "91573" });
    const cookies = await next.page.context().cookies();
    await next.close();
    await page.context().addCookies(cookies);
    await page.goto(`${site.url()}/outreach/form`);
    await ready(page);
    await expect.poll(() => keptShell(page), { timeout: 20_000 }).toContain("data-check");
    expect(await keptShell(page)).not.toBe(before);
    await prepared(page);
    await site.lose(page);
    await lock(page);
    await type(page, pin);
    await page.getByText("That PIN did not work.").waitFor();
    await type(page, "91573");
    await page.locator("#f-name").waitFor();
    await close();
  });
});
