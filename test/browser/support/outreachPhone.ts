/**
 * A worker's phone at a clinic: filling the short form, and everything the device holds.
 */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { testToken } from "../../support/app.ts";
import type { StaffSite } from "./staffSite.ts";

/** Where codes can be texted, so that the form works without a signal. */
export const twilio = {
  accountSid: undefined,
  authTokens: [testToken],
  from: "+13235550100",
  messagingServiceSid: undefined,
  insecureLocal: false,
};

export interface Asked {
  locale: "en" | "es";
  name: string;
  birthDate: string;
}

/** Fills and ticks that the consent was read. */
export async function fill(page: Page, { locale, name, birthDate }: Asked): Promise<void> {
  await page.locator(`input[name=locale][value=${locale}]`).check();
  await page.locator("#f-name").fill(name);
  await page.locator("#f-birthDate").fill(birthDate);
  await page.locator("[name=agreed]").check();
}

/** Waits for the answer. @returns what the page says. */
export async function told(page: Page): Promise<string> {
  await page.getByRole("heading", { name: "Read it together" }).waitFor();
  return (await page.locator("main").textContent()) ?? "";
}

/** Saves the form without a signal. @returns the slip's code as shown. */
export async function save(page: Page): Promise<string> {
  await page.locator("[data-save]").click();
  await page.locator("[data-slip]").waitFor();
  return (await page.locator("[data-code]").textContent()) ?? "";
}

/** Everything IndexedDB, Cache Storage and web storage hold, as text. */
export async function stored(page: Page): Promise<{ waiting: number; text: string }> {
  return page.evaluate(async () => {
    const kept: string[] = [JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie];
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    let waiting = 0;
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of Array.from(database.objectStoreNames)) {
        const rows = await settled<unknown[]>(database.transaction(store).objectStore(store).getAll());
        if (store === "waiting") waiting += rows.length;
        kept.push(JSON.stringify(rows));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        kept.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
    return { waiting, text: kept.join("\n") };
  });
}

/** How many slips the server holds. */
export async function slips(site: StaffSite): Promise<number> {
  const rows = await site.app().services.database.query<{ n: number }>("select count(*)::int as n from slip");
  return rows[0]?.n ?? 0;
}

/** The worker is in charge and the shell is kept. */
export const prepared = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const kept = await caches.match("/outreach/kept-at");
          return kept !== undefined && navigator.serviceWorker.controller !== null;
        }),
      { timeout: 20_000 },
    )
    .toBe(true);

/** The lock and the form have found out how they stand. */
export const ready = (page: Page) => page.locator("[data-device][data-ready]").waitFor({ state: "attached" });
