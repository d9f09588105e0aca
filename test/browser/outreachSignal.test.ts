/**
 * A phone that seems to have a signal: portals that say yes to everything, proxies whose server is gone, answers that are
 * lost on the way. Nothing is lost with them, and nothing happens twice.
 */
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { crowd, loadList, record } from "../support/list.ts";
import { findingsOnPhone } from "./support/axe.ts";
import {
  fill,
  prepared,
  ready,
  save,
  slips,
  stored,
  told,
  twilio,
  type Asked,
} from "./support/outreachPhone.ts";
import { staffSite, type Way } from "./support/staffSite.ts";

const site = staffSite({ twilio });
const pin = "4827";
const marcus: Asked = { locale: "en", name: "Marcus Tollesworth", birthDate: "May 19 1974" };
const prudencia: Asked = { locale: "es", name: "Prudencia Robledal", birthDate: "7 de abril de 1973" };

const portal = () =>
  new Response("<h1>Welcome to Free Wi-Fi</h1>", { headers: { "content-type": "text/html" } });
const ways: Record<string, Way> = {
  "a portal that answers for it": portal,
  "a proxy whose server is gone": () => new Response("<h1>Bad Gateway</h1>", { status: 502 }),
  "an answer that is lost after the server took the form": async (_path, _method, pass) => {
    await pass();
    return new Response("", { status: 504 });
  },
};

async function lookups(): Promise<number> {
  const rows = await site
    .app()
    .services.database.query<{ n: number }>(
      "select count(*)::int as n from audit where event in ('lookup_made', 'outreach_lookup')",
    );
  return rows[0]?.n ?? 0;
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

beforeEach(() => site.between());

describe("a signal that does not carry", () => {
  beforeAll(async () => {
    const { services } = site.app();
    await loadList(services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
  });

  for (const [name, way] of Object.entries(ways)) {
    it(`${name}: the form comes back as it was, is tried again, and is looked up once`, async () => {
      const before = await lookups();
      const { page, close } = await site.openAs("worker", "/outreach/form");
      await prepared(page);
      await fill(page, marcus);
      await page.locator("#f-year").fill("1996");
      site.between(way);
      await page.locator("[data-send]").click();
      await page.locator("[data-unsent]").waitFor();
      expect(await page.locator("#f-name").inputValue()).toBe(marcus.name);
      expect(await page.locator("#f-birthDate").inputValue()).toBe(marcus.birthDate);
      expect(await page.locator("#f-year").inputValue()).toBe("1996");
      // Waiting is another thing to say yes to.
      expect(await page.locator("[name=agreed]").isChecked()).toBe(false);
      expect(await page.locator("[data-consent=later]").isVisible()).toBe(true);
      expect((await stored(page)).text).not.toMatch(/Tollesworth|1974/);
      expect(await findingsOnPhone(page)).toEqual([]);
      await shot(page, "unsent");
      site.between();
      await page.locator("[data-again]").click();
      expect(await told(page)).toContain("February 2020");
      expect(await lookups()).toBe(before + 1);
      await close();
    });
  }

  it("a form that was answered comes to life again by neither Back nor reload, with a signal or without", async () => {
    const { page, close } = await site.openAs("worker", "/outreach/form");
    await prepared(page);
    await fill(page, marcus);
    await page.locator("[data-send]").click();
    await told(page);
    await page.getByRole("button", { name: "Next person, short form" }).click();
    await page.waitForURL(/\/outreach\/form$/);
    const empty = async () => {
      await ready(page);
      expect(await page.locator("#f-name").inputValue()).toBe("");
      expect(await page.content()).not.toMatch(/Tollesworth|May 19 1974|February 2020/);
      expect(await page.locator("[data-unsent]").isVisible()).toBe(false);
    };
    await page.goBack();
    expect(await page.content()).not.toMatch(/Tollesworth|May 19 1974|February 2020/);
    await page.goto(`${site.url()}/outreach/form`);
    await empty();
    await fill(page, marcus);
    await page.locator("[data-send]").click();
    await told(page);
    await site.lose(page);
    await page.reload();
    await empty();
    await close();
  });

  it("a portal that leads elsewhere: the form is as it was when somebody comes back from there", async () => {
    const { page, close } = await site.openAs("worker", "/outreach/form");
    await prepared(page);
    await fill(page, marcus);
    site.between((path) =>
      path === "/portal" ? portal() : new Response(null, { status: 302, headers: { location: "/portal" } }),
    );
    await page.locator("[data-send]").click();
    await page.getByText("Free Wi-Fi").waitFor();
    site.between();
    await page.goto(`${site.url()}/outreach/form`);
    await page.locator("[data-unsent]").waitFor();
    expect(await page.locator("#f-name").inputValue()).toBe(marcus.name);
    await page.locator("[data-again]").click();
    expect(await told(page)).toContain("February 2020");
    await page.goto(`${site.url()}/outreach/form`);
    await ready(page);
    expect(await page.locator("#f-name").inputValue()).toBe("");
    await close();
  });

  it("the form that came back is saved instead, and its slip arrives once", async () => {
    const before = await slips(site);
    const { page, close } = await site.openAs("worker", "/outreach/form", { locale: "es" });
    await prepared(page);
    await fill(page, prudencia);
    site.between(portal);
    await page.locator("[data-send]").click();
    await page.locator("[data-unsent]").waitFor();
    expect(await page.locator("input[name=locale][value=es]").isChecked()).toBe(true);
    await page.locator("[name=agreed]").check();
    const asked = page.waitForResponse(/\/outreach\/queue$/);
    await save(page);
    // The portal says yes to the queue as well: that is no answer of ours, and the form stays.
    expect((await asked).status()).toBe(200);
    await expect.poll(() => page.locator("[data-queue]").textContent()).toContain("Aquí esperan 1.");
    expect((await stored(page)).waiting).toBe(1);
    expect(await slips(site)).toBe(before);
    site.between();
    await page.locator("[data-next]").click();
    await page.goto(`${site.url()}/outreach/form`);
    await page.getByText("Formularios enviados: 1.").waitFor();
    expect(await slips(site)).toBe(before + 1);
    expect((await stored(page)).waiting).toBe(0);
    await close();
  });

  it("a page that does not come is the empty form, and the server's own words are shown as they are", async () => {
    const { page, close } = await site.openAs("worker", "/outreach/form");
    await prepared(page);
    site.between(ways["a proxy whose server is gone"]);
    await page.goto(`${site.url()}/outreach`);
    await ready(page);
    expect(await page.locator("[data-device][data-shell]").count()).toBe(1);
    site.between();
    expect((await page.goto(`${site.url()}/outreach/nowhere`))?.status()).toBe(404);
    expect(await page.locator("[data-device][data-shell]").count()).toBe(0);
    await close();
  });

  it("a row that is none of ours leaves the device and holds nothing up", async () => {
    const before = await slips(site);
    const { page, close } = await site.openAs("worker", "/outreach/form");
    await prepared(page);
    await site.lose(page);
    await fill(page, marcus);
    await save(page);
    await page.evaluate(async () => {
      const opened = indexedDB.open("outreach");
      const database = await new Promise<IDBDatabase>((resolve) => {
        opened.onsuccess = () => resolve(opened.result);
      });
      const store = database.transaction("waiting", "readwrite").objectStore("waiting");
      const all = store.getAll();
      const [form] = await new Promise<{ turn: string; sealed: string; at: number; until: number }[]>(
        (resolve) => {
          all.onsuccess = () => resolve(all.result as never);
        },
      );
      if (!form) throw new Error("nothing waits");
      // Altered, moved under another turn, and nonsense; all older than the one that is right.
      const flipped =
        form.sealed.slice(0, 200) + (form.sealed[200] === "A" ? "B" : "A") + form.sealed.slice(201);
      store.put({ ...form, turn: "altered-altered-altered", sealed: flipped, at: 1 });
      store.put({ ...form, turn: "moved-moved-moved-moved", at: 2 });
      store.put({ ...form, turn: "x", at: 3 });
      await new Promise<void>((resolve) => {
        store.put({ turn: "nonsense-nonsense-nonsense", at: 4, until: form.until }).onsuccess = () =>
          resolve();
      });
      database.close();
    });
    await site.find(page);
    await page
      .getByText("Forms sent: 1. Nothing of them is left here. Forms that could not be read: 4.")
      .waitFor();
    expect(await slips(site)).toBe(before + 1);
    expect((await stored(page)).waiting).toBe(0);
    await close();
  });
});

describe("the code of a slip", () => {
  it("is shown again after each reload until the next person, and then nowhere", async () => {
    const { page, close } = await site.openAs("worker", "/outreach/form");
    await prepared(page);
    await site.lose(page);
    await page.reload();
    await ready(page);
    await fill(page, prudencia);
    const code = await save(page);
    expect(code).toMatch(/^\d\w\w-\w{3}-\w\w[A-Z]$/);
    const plain = code.replace(/-/g, "");
    for (let n = 0; n < 3; n++) {
      await page.reload();
      await page.locator("[data-slip]").waitFor();
      expect(await page.locator("[data-code]").textContent()).toBe(code);
      expect((await stored(page)).text).not.toContain(plain);
    }
    await shot(page, "slip");
    expect(await page.locator(".outreach-slip").textContent()).toContain("(555) 010-0100");
    await page.locator("[data-next]").click();
    const gone = async () => {
      await ready(page);
      const shown = await page.content();
      expect(shown).not.toContain(code);
      expect(shown).not.toContain("Robledal");
      expect(await page.locator("[data-slip]").isVisible()).toBe(false);
      expect(await page.locator("#f-name").inputValue()).toBe("");
    };
    await gone();
    await page.reload();
    await gone();
    await page.goBack();
    await page.goForward();
    await gone();
    const { text } = await stored(page);
    expect(text).not.toContain(plain);
    expect(text).not.toMatch(/Robledal|1973/);
    await close();
  });
});

describe("at the end of the event's day", () => {
  it("what still waits, the shell and the key leave the device; the worker is warned before and told after", async () => {
    const { page, close } = await site.openAs("worker", "/outreach/form", { pin });
    await page.clock.install();
    await page.reload();
    await prepared(page);
    const left = Number(await page.locator("[data-device]").getAttribute("data-left"));
    expect(left).toBeGreaterThan(2 * 3_600_000);
    await site.lose(page);
    await fill(page, marcus);
    await save(page);
    await page.locator("[data-next]").click();
    expect(await page.locator("[data-warning]").isVisible()).toBe(false);
    const open = async () => {
      await page.locator("#cover-pin").fill(pin);
      await page.locator("[data-unlock] button").click();
    };
    await page.clock.fastForward(left - 3_600_000 + 1_000);
    await open();
    await page.getByText("Find a signal before midnight: 1 not sent yet.").waitFor();
    expect((await stored(page)).waiting).toBe(1);
    await shot(page, "warning");
    await page.clock.fastForward(3_600_000);
    await open();
    await page.getByText("Forms erased at midnight, not sent: 1.").waitFor();
    expect(await page.locator("[data-short]").isVisible()).toBe(false);
    await shot(page, "erased");
    const { waiting, text } = await stored(page);
    expect(waiting).toBe(0);
    expect(await page.evaluate(() => caches.has("outreach-shell"))).toBe(false);
    expect(text).not.toContain(await page.locator("[data-device]").getAttribute("data-key"));
    await page.locator("[data-erased-read]").click();
    await expect.poll(() => page.locator("[data-erased]").isVisible()).toBe(false);
    await close();
  });
});
