/**
 * Lost questions, lost answers, no network: every turn is kept, shown as unsent, and taken once.
 */
import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { choose, settled, tryNow, type, visits } from "./support/visit.ts";

const { open, site } = visits();
const endpoint = "**/webhooks/chat";

/** Sends without waiting for an answer. */
async function send(page: Page, text: string): Promise<void> {
  await page.locator("#answer").fill(text);
  await page.locator("#answer").press("Enter");
}

const takenNames = (name: string) => site().chat.taken.filter((turn) => turn.text === name);

describe("a network that comes and goes", () => {
  it("a turn sent offline is shown as unsent, and sent once when the network is back", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await page.context().setOffline(true);
    await send(page, "Offline Ruiz");
    const status = page.locator("[data-part=status]");
    await status.waitFor();
    expect(await status.innerText()).toContain("Not sent yet");
    expect(await status.innerText()).toContain("no connection");
    expect(await page.locator(".own .said").last().innerText()).toBe("Offline Ruiz");
    await page.context().setOffline(false);
    await settled(page);
    expect(await status.isVisible()).toBe(false);
    expect(takenNames("Offline Ruiz")).toHaveLength(1);
    await close();
  });

  it("an answer lost on the way back is fetched again, not given twice", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    let lost = 0;
    await page.route(endpoint, async (route) => {
      if (lost > 0) return route.continue();
      lost++;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await send(page, "Lost Ruiz");
    await tryNow(page);
    await settled(page);
    expect(takenNames("Lost Ruiz")).toHaveLength(1);
    expect(await page.locator(".bot").last().innerText()).toContain("birth date");
    await close();
  });

  it("an unsent turn outlives a reload and goes out once", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await page.route(endpoint, (route) => route.abort());
    await send(page, "Reload Ruiz");
    await page.locator("[data-part=status]").waitFor();
    await page.unroute(endpoint);
    await page.reload();
    await page.locator(".bot").nth(2).waitFor();
    await settled(page);
    expect(await page.locator(".own .said").allTextContents()).toEqual(["I agree", "Reload Ruiz"]);
    expect(takenNames("Reload Ruiz")).toHaveLength(1);
    await close();
  });

  it("a fault of the server is one calm sentence with a number to call, and the turn is kept", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    site().chat.failNext = 1;
    await send(page, "Fault Ruiz");
    const status = page.locator("[data-part=status]");
    await status.waitFor();
    expect(await status.innerText()).toContain("(555) 010-0100");
    await tryNow(page);
    await settled(page);
    expect(takenNames("Fault Ruiz")).toHaveLength(1);
    await close();
  });

  it("what is typed meanwhile stays in the field", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await page.route(endpoint, (route) => route.abort());
    await send(page, "First Ruiz");
    await page.locator("[data-part=status]").waitFor();
    await send(page, "25 July 1968");
    expect(await page.locator("#answer").inputValue()).toBe("25 July 1968");
    await page.unroute(endpoint);
    await tryNow(page);
    await settled(page);
    expect(await page.locator("#answer").inputValue()).toBe("25 July 1968");
    await close();
  });

  it("a turn the server will not take gives the question back", async () => {
    const { page, close } = await open("/en");
    await page.route(endpoint, (route) => route.fulfill({ status: 400, json: { message: "Not taken." } }));
    await page.locator("[data-choice=agree]").click();
    await page.locator("[data-part=status]").waitFor();
    expect(await page.locator("[data-part=status]").innerText()).toContain("Not taken.");
    await page.unroute(endpoint);
    await choose(page, "agree");
    await type(page, "Ana Ruiz");
    expect(await page.locator(".own").count()).toBe(2);
    await close();
  });
});
