/**
 * The promises that a person meets on the web, kept in a real browser over the real application. The others, and these
 * ones at every statement, are kept in test/promises.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { choose, kept, settled, type } from "./support/visit.ts";
import { untilConfirm, untilConfirmPlain, wholeSite, type Told } from "./support/whole.ts";

const hour = 3_600_000;
const person: Told = {
  name: marcus.name,
  born: { month: "5", day: "19", year: "1974" },
  year: marcus.year,
};
const nobody: Told = { ...person, name: "Prudence Oakenshaw" };

describe("promises on the web", () => {
  const { app, open, url } = wholeSite({
    kind: "postgres",
    ready: async ({ services }) => {
      const canaries = record({
        name: { given: ["MARCUS", "CANARYGIVEN"], family: ["TOLLESWORTH"] },
        aka: [{ given: ["CANARYAKA"], family: ["TOLLESWORTH"] }],
        charges: ["CANARYCHARGE"],
        court: "CANARYCOURT",
        convictionDate: "1996-11-29",
      });
      await loadList(services, { id: "2020", announced: "2020-02-13", records: [canaries, ...crowd(35)] });
    },
  });

  /** Every message after the search, as the browser holds it. */
  async function answer(page: Page): Promise<string[]> {
    await choose(page, "search");
    return page.evaluate(() => {
      const all = [...(document.querySelector(".log")?.children ?? [])];
      const last = all.findLastIndex((one) => one.classList.contains("row"));
      return all.slice(last + 1).map((one) => one.outerHTML);
    });
  }

  it.each(["/en", "/es"])(
    "P1, P3: whatever does not confirm looks the same at %s, to the last element and request",
    async (path) => {
      const seen: unknown[] = [];
      const wrongDay = { ...person, born: { ...person.born, day: "20" } };
      const wrongYear = { ...person, born: { ...person.born, year: "1975" } };
      for (const told of [nobody, wrongDay, wrongYear, { ...person, name: "Marcus Tollesford" }]) {
        const { page, requests, close } = await open(path);
        await untilConfirm(page, told);
        requests.length = 0;
        const messages = await answer(page);
        const progress = await page.locator("[data-part=progress]").innerText();
        seen.push({ messages, progress, requests: requests.filter((one) => one !== "/sw.js") });
        await close();
      }
      for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
      expect(JSON.stringify(seen[0]).length).toBeGreaterThan(500);
    },
  );

  it("P4: a result shows nothing of the record that was not typed", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    expect((await answer(page)).join()).toContain("February 2020");
    for (const choice of ["proof", "work", "apply"]) await choose(page, choice);
    const everything = (await page.content()) + (await kept(page));
    expect(everything).not.toMatch(/CANARY|BA131774|11\/29|November 29|Central/i);
    await close();
  });

  it("P5: the fourth search of a conversation is not made, and Back, a reload and a changed answer give none back", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, nobody);
    for (const name of ["Ada Oakenshaw", "Eda Oakenshaw", "Ida Oakenshaw"]) {
      await choose(page, "search");
      await page.reload();
      await page.locator("html[data-script]").waitFor({ state: "attached" });
      await page.locator("[data-act=back]").click();
      await settled(page);
      await page.locator('[data-edit="name"]').click();
      await settled(page);
      await type(page, name);
    }
    expect(await page.locator(".log").innerText()).not.toContain("cannot check by message");
    await choose(page, "search");
    const told = await page.locator(".bot").allTextContents();
    expect(told.join("\n")).toContain("We cannot check by message now");
    expect(told.join("\n")).toContain(app().services.config.org.phone);
    await close();
  });

  it("P8: the words that stop text messages are ordinary answers here", async () => {
    const { page, close } = await open("/en");
    await choose(page, "agree");
    await choose(page, "me");
    await type(page, "no");
    await type(page, "Stop");
    expect(await page.locator(".bot").last().innerText()).not.toMatch(/no more messages/i);
    expect(await page.locator("#answer").isVisible()).toBe(true);
    await close();
  });

  it("P10: pressed twice, sent twice or sent from two tabs at once, an answer happens once", async () => {
    const { page, close } = await open("/en");
    const turns = () =>
      app()
        .services.database.query<{ n: number }>("select count(*)::int as n from turn")
        .then(([row]) => row?.n ?? 0);
    const before = await turns();
    await page.locator("[data-choice=agree]").dblclick();
    await settled(page);
    await page.locator("[data-choice=me]").waitFor();
    expect((await turns()) - before).toBe(1);
    await choose(page, "me");
    await page.locator("#answer").fill("no");
    await Promise.all([page.keyboard.press("Enter"), page.locator("#answer").press("Enter")]);
    await settled(page);
    expect(await page.locator(".own .said").allTextContents()).toEqual(["I agree", "Me", "no"]);
    await close();
    const plain = await open("/en", { javaScriptEnabled: false });
    await plain.page.locator(".choice").first().click();
    const html = await plain.page.content();
    const fields = Object.fromEntries(
      ["conversation", "turn", "question"].map((name) => [
        name,
        new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "",
      ]),
    );
    const started = await turns();
    const both = await Promise.all(
      [1, 2].map(() => plain.page.request.post(`${url()}/en`, { form: { ...fields, choice: "me" } })),
    );
    const [one, two] = await Promise.all(both.map((response) => response.text()));
    expect((await turns()) - started).toBe(1);
    const shown = (text: string | undefined) => /class="bot"[^]*?<\/p>/.exec(text ?? "")?.[0];
    expect(shown(one)).toContain("case number");
    expect(shown(two)).toBe(shown(one));
    await plain.close();
  });

  it("P13: a day later the answers are gone here and there, and it says so", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    app().services.runtime.advance(24 * hour);
    await choose(page, "search");
    expect(await page.locator(".own").count()).toBe(0);
    expect(await page.locator(".log").innerText()).toContain("The chat before this one is closed");
    expect(await page.content()).not.toContain("Tollesworth");
    expect(await kept(page)).not.toContain("Tollesworth");
    await close();
  });

  it("P14: after erasing, Back shows nothing, with and without JavaScript", async () => {
    const { page, close } = await open("/en");
    await untilConfirm(page, person);
    await page.locator("[data-act=erase]").click();
    await page.locator("[data-act=eraseYes]").click();
    await settled(page);
    await page.goto(`${url()}/manifest.webmanifest`);
    await page.goBack();
    await page.locator("[data-choice=agree]").waitFor();
    expect(await page.content()).not.toMatch(/Tollesworth|1974/);
    await close();
    const plain = await open("/en", { javaScriptEnabled: false });
    await untilConfirmPlain(plain.page, person);
    await plain.page.locator("[name=command][value=erase]").click();
    for (let back = 0; back < 3; back++) {
      // What is not kept cannot be shown: the browser asks whether to send again, or shows the first question.
      await plain.page.goBack({ waitUntil: "commit" }).catch(() => null);
      await plain.page.waitForLoadState();
      expect(await plain.page.locator("body").innerText()).not.toMatch(/Tollesworth|1974/);
    }
    await plain.close();
  });

  it("P17, P18: the token is random and stays in the tab; nothing is asked of anybody else", async () => {
    const hosts = new Set<string>();
    const { page, complaints, close } = await open("/en");
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    await page.reload();
    await untilConfirm(page, person);
    await choose(page, "search");
    const { token } = JSON.parse(
      (await page.evaluate(() => sessionStorage.getItem("clearline.1"))) ?? "{}",
    ) as {
      token: string;
    };
    expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
    expect(page.url()).toBe(`${url()}/en`);
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ""]);
    expect([...hosts]).toEqual([new URL(url()).host]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("P19: a form made by hand reaches no search before agreement and confirmation", async () => {
    const { page, close } = await open("/en", { javaScriptEnabled: false });
    const conversation = await page.locator("#tools input[name=conversation]").inputValue();
    const attempts = () =>
      app()
        .services.database.query<{ n: number }>(
          "select coalesce(sum(attempts), 0)::int as n from conversation",
        )
        .then(([row]) => row?.n ?? 0);
    const before = await attempts();
    for (const [n, fields] of [
      { choice: "search" },
      { text: `${marcus.name}, ${marcus.birthDate}` },
      { choice: "search" },
    ].entries()) {
      const form: Record<string, string> = {
        conversation,
        turn: `by-hand-${n}-xx`,
        question: "confirm",
        ...fields,
      };
      await page.request.post(`${url()}/en`, { form });
    }
    expect(await attempts()).toBe(before);
    await close();
  });

  it("P22: whom to check with is on the page: name, number, site, and what our texts say", async () => {
    const { page, close } = await open("/en");
    const { name, phone, url: site } = app().services.config.org;
    const about = await page.locator(".about").innerText();
    for (const detail of [name, phone, site.replace(/^https?:\/\//, "")]) expect(about).toContain(detail);
    expect(await page.locator(`.about a[href^="tel:"]`).count()).toBeGreaterThan(0);
    await close();
  });
});
