/**
 * The real engine, lists and database behind the real page.
 */
import { describe, expect, it } from "vitest";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { choose, kept, settled, type } from "./support/visit.ts";
import { untilConfirm, untilConfirmPlain, wholeSite, type Told } from "./support/whole.ts";

const born = { month: "5", day: "19", year: "1974" };
const person: Told = { name: marcus.name, born, year: marcus.year };

describe("the whole application in a browser", () => {
  const { open, url } = wholeSite({
    kind: "postgres",
    ready: (app) =>
      loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] }),
  });

  it.each([
    { path: "/en", told: "February 2020" },
    { path: "/es", told: "febrero de 2020" },
  ])("tells a person at $path that a case is on the list", async ({ path, told }) => {
    const { page, close } = await open(path);
    await untilConfirm(page, person);
    await choose(page, "search");
    expect(
      await page
        .locator(".bot.step")
        .allTextContents()
        .then((all) => all.join("\n")),
    ).toContain(told);
    await choose(page, "work");
    await choose(page, "finish");
    expect(await page.locator("[data-part=ended]").isVisible()).toBe(true);
    await close();
  });

  it("an answer touched before the search is changed, after a reload too", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, { ...person, name: "Marcus Wrongname" });
    await page.reload();
    await page.locator('[data-edit="name"]').click();
    await settled(page);
    await type(page, marcus.name);
    expect(await page.locator(".choices").innerText()).toContain("Marcus Tollesworth");
    await choose(page, "search");
    expect(await page.locator(".log").innerText()).toContain("February 2020");
    await close();
  });

  it("asking why, going back and what was not understood leave nothing to change behind", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await choose(page, "me");
    for (const text of ["no", "why", "Ana Ruiz", "not a date", "back"]) await type(page, text);
    const changeable = await page.locator("[data-edit] .said").allTextContents();
    expect(changeable).toEqual(["Me", "no", "Ana Ruiz"]);
    await close();
  });

  it.each([
    { path: "/en", done: "will call in our hours", again: "birth date" },
    { path: "/es", done: "le llama en nuestro horario", again: "fecha de nacimiento" },
  ])("asks at $path how to call, and goes on where it stood", async ({ path, done, again }) => {
    const { page, close } = await open(path);
    await page.locator("html[data-script]").waitFor({ state: "attached" });
    await choose(page, "agree");
    await choose(page, "me");
    for (const text of ["no", "Ana Ruiz"]) await type(page, text);
    await page.locator("[data-act=person]").click();
    await settled(page);
    await choose(page, "callMe");
    await type(page, "213 555 0142");
    for (const id of ["morning", "no", "yes"]) await choose(page, id);
    expect(await page.locator(".bot").last().innerText()).toContain("(213) 555-0142");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await choose(page, "handOver");
    const bots = await page.locator(".bot").allInnerTexts();
    expect(bots.at(-2)).toContain(done);
    expect(bots.at(-1)).toContain(again);
    await close();
  });

  it("asks how to call without JavaScript too", async () => {
    const { page, close } = await open("/es", { javaScriptEnabled: false });
    await page.locator("[data-act=person]").click();
    await page.locator("[name=choice][value=callMe]").click();
    await page.locator("#answer").fill("664 123 4567");
    await page.locator("#answer").press("Enter");
    for (const id of ["any", "yes", "no"]) await page.locator(`[name=choice][value=${id}]`).click();
    expect(await page.locator(".bot a").first().getAttribute("href")).toBe("tel:+526641234567");
    await page.locator("[name=choice][value=handOver]").click();
    const log = await page.locator(".log").innerText();
    expect(log).toContain("le llama en nuestro horario");
    expect(log).toContain("Acepto");
    await close();
  });

  it("says the same with and without JavaScript", async () => {
    const scripted = await open("/en");
    await untilConfirm(scripted.page, person);
    await choose(scripted.page, "search");
    const withScript = await scripted.page.locator(".bot.step > p").allTextContents();
    await scripted.close();
    const { page, close } = await open("/en", { javaScriptEnabled: false });
    await untilConfirmPlain(page, person);
    await page.locator(".choice").first().click();
    expect(await page.locator(".bot.step > p").allTextContents()).toEqual(withScript);
    await close();
  });

  it("erases at once: the tab and the server begin anew", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    const token = JSON.parse(await page.evaluate(() => sessionStorage.getItem("clearline.1") ?? "")) as {
      token: string;
    };
    await page.locator("[data-act=erase]").click();
    await page.locator("[data-act=eraseYes]").click();
    await settled(page);
    expect(await kept(page)).not.toContain("Tollesworth");
    const body = JSON.stringify({ conversation: token.token, turn: "after-delete", text: "1" });
    const response = await fetch(`${url()}/webhooks/chat`, { method: "POST", body });
    expect(await response.json()).toMatchObject({ question: "start" });
    await close();
  });
});
