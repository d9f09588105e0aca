/**
 * The same conversation as plain forms, JavaScript switched off.
 */
import { describe, expect, it } from "vitest";
import { choose, type, visits } from "./support/visit.ts";

const exit = "https://www.weather.gov";
const { open } = visits({ EXIT_URL: exit });
const javaScriptEnabled = false;

describe("without JavaScript", () => {
  it.each([
    { path: "/en", birth: "July 25, 1968", result: "September 2021" },
    { path: "/es", birth: "25 de julio de 1968", result: "septiembre de 2021" },
  ])("the same conversation goes to its result at $path", async ({ path, birth, result }) => {
    const { page, close } = await open(path, { javaScriptEnabled });
    await page.locator(".choice").first().click();
    await page.locator("#answer").fill("María López García");
    await page.locator("#answer").press("Enter");
    expect(await page.locator(".own").innerText()).toContain("María López García");
    await page.locator("[name=day]").fill("25");
    await page.locator("[name=month]").fill("7");
    await page.locator("[name=year]").fill("1968");
    await page.locator(".date button").click();
    expect(await page.locator(".own").innerText()).toContain(birth);
    await page.locator(".choice").first().click();
    expect(await page.locator(".log").innerText()).toContain(result);
    expect(new URL(page.url()).search).toBe("");
    await close();
  });

  it("an answer just given can be changed, and the language too", async () => {
    const { page, close } = await open("/en", { javaScriptEnabled });
    await page.locator(".choice").first().click();
    await page.locator("#answer").fill("Ana Ruiz");
    await page.locator("#answer").press("Enter");
    await page.locator("button.own").click();
    expect(await page.locator(".bot").innerText()).toContain("name on the case");
    await page.locator("#answer").fill("Ana Ruiz");
    await page.locator("#answer").press("Enter");
    await page.locator("[data-act=language]").click();
    expect(await page.locator(".bot").innerText()).toContain("fecha de nacimiento");
    await close();
  });

  it("Enter in the answer field sends what was typed, never a choice", async () => {
    const { page, close } = await open("/en", { javaScriptEnabled });
    await page.locator("#answer").fill("1");
    await page.locator("#answer").press("Enter");
    expect(await page.locator(".own").innerText()).toContain("1");
    expect(await page.locator(".bot").innerText()).toContain("name on the case");
    await close();
  });

  it("leaving quickly goes to the neutral site", async () => {
    const { page, close } = await open("/en", { javaScriptEnabled });
    await page.context().route(`${exit}/**`, (route) => route.fulfill({ body: "weather" }));
    await page.locator(".choice").first().click();
    await page.locator(".leave").click();
    await page.waitForURL(`${exit}/`);
    await close();
  });

  it("a script that arrives late goes on from the answer on the page", async () => {
    // A service worker would bring the script whatever is held back here.
    const { page, close } = await open("/en", { serviceWorkers: "block" });
    await choose(page, "agree");
    await page.route("**/static/*.js", (route) => route.abort());
    await page.reload();
    await page.locator(".choice").first().click();
    await page.getByText("name on the case").waitFor();
    await page.waitForLoadState("load");
    await page.unroute("**/static/*.js");
    await page.locator("#answer").fill("Late Ruiz");
    await page.locator("#answer").press("Enter");
    await page.locator("html[data-script]").waitFor({ state: "attached" });
    expect(await page.locator(".bot").last().innerText()).toContain("birth date");
    await type(page, "25 July 1968");
    expect(await page.locator("[data-choice=search]").count()).toBe(1);
    await close();
  });
});
