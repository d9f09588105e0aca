/**
 * A list imported by upload, as an admin does it: on a phone's width, seen how far it is, stopped, and refused.
 */
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { showLists } from "../../src/acts/show-lists.ts";
import { emptyDatabase } from "../support/database.ts";
import { listCsv, listRows } from "../support/lists.ts";
import { findings, tooWide } from "./support/axe.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();
const path = "/staff/lists/import";
const list = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(listCsv(listRows(5000))) };

async function fillIn(page: Page, file: { name: string; mimeType: string; buffer: Buffer } = list) {
  await page.fill("[name=list]", "county-2020");
  await page.fill("[name=announced]", "2020-02-13");
  await page.fill("[name=authority]", "Order of 2020-02-11, clerk@example.org");
  await page.setInputFiles("[name=file]", file);
}

const submit = (page: Page) => page.click("[data-import] button.main");

/** Lets nothing that matches into the database until it is opened. */
function holdBack(statement: string) {
  const { database } = site.app().services;
  const real = database.query.bind(database);
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const spy = vi.spyOn(database, "query").mockImplementation(async (text, values, signal) => {
    if (text.startsWith(statement)) await opened;
    return real(text, values, signal);
  });
  return () => {
    open();
    spy.mockRestore();
  };
}

describe("importing a list by upload", { timeout: 90_000 }, () => {
  beforeEach(() => emptyDatabase(site.app().services.database));
  afterEach(() => void vi.restoreAllMocks());

  it("shows how far it is, to another admin too, and how it ended, in both languages", async () => {
    const { page, complaints, close } = await site.openAs("admin", path, { name: "Wren Testperson" });
    const open = holdBack("insert into label");
    await fillIn(page);
    expect(await findings(page)).toEqual([]);
    expect(await tooWide(page)).toBe(0);
    await submit(page);
    await page.waitForFunction(() => document.querySelector("[data-stage=written]")?.textContent === "5,000");
    expect(await page.textContent("[data-stage=rows]")).toBe("5,000");
    expect(await page.textContent("[data-stage=received]")).toContain("100 %");
    expect(await page.textContent("[data-say]")).toMatch(/^(?:50|75) % done$/);
    expect(Number(await page.getAttribute("progress", "value"))).toBeGreaterThan(40);
    expect(await findings(page)).toEqual([]);

    const other = await site.openAs("admin", "/staff/lists", { locale: "es" });
    await other.page.click(".notice a");
    await other.page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    expect(await other.page.textContent("h1")).toBe("Se importa county-2020");
    expect(await other.page.textContent("[data-stage=written]")).toBe("5,000");
    expect(await findings(other.page)).toEqual([]);
    // A second import of the same list is refused meanwhile, in words.
    const second = await site.openAs("admin", path, { locale: "es" });
    await fillIn(second.page);
    await submit(second.page);
    await second.page.waitForSelector("[data-problem]:not([hidden])");
    expect(await second.page.textContent("[data-problem]")).toContain("Ya se está importando esta lista");
    await second.close();

    open();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await page.waitForSelector("[data-state=imported]");
    expect(await page.textContent("h1")).toBe("Imported: county-2020");
    expect(await page.textContent("main")).toContain("5,000");
    expect(await page.textContent("main")).toContain("Wren Testperson");
    expect(await findings(page)).toEqual([]);
    await other.page.waitForSelector("[data-state=imported]");
    expect(await other.page.textContent("main")).toContain("Desde ahora las búsquedas la usan");
    expect([...complaints, ...other.complaints]).toEqual([]);
    const [imported] = await showLists(site.app().services);
    expect(imported?.versions.map(({ records }) => records)).toEqual([5000]);
    await other.close();
    await close();
  });

  it("is stopped by Cancel from another page, and nothing is left of it", async () => {
    const { page, complaints, close } = await site.openAs("admin", path);
    const open = holdBack("insert into label");
    await fillIn(page);
    await submit(page);
    await page.waitForFunction(() => document.querySelector("[data-stage=written]")?.textContent === "5,000");
    const other = await site.openAs("reviewer", "/staff");
    expect((await other.page.goto(`${site.url()}${path}`))?.status()).toBe(403);
    await page.click("[data-cancel] button");
    open();
    await page.waitForSelector("[data-state=cancelled]");
    expect(await page.textContent("[data-state=cancelled]")).toContain("nothing of the file is left");
    expect(await showLists(site.app().services)).toEqual([]);
    // The form is still filled in: the same file can be sent again.
    await submit(page);
    await page.waitForSelector("[data-state=imported]");
    expect(complaints).toEqual([]);
    await other.close();
    await close();
  });

  it("is checked first, with totals and a report of lines and reasons", async () => {
    const { page, complaints, close } = await site.openAs("admin", path, { locale: "es" });
    const rows = `${listCsv(listRows(50))},,,,,,,,,,,\r\n`;
    await fillIn(page, { ...list, buffer: Buffer.from(rows) });
    await page.check("[name=check]");
    await submit(page);
    await page.waitForSelector("[data-state=checked]");
    expect(await page.textContent("[data-state=checked]")).toContain("sin número de caso ni nombre");
    expect(await showLists(site.app().services)).toEqual([]);
    const saving = page.waitForEvent("download");
    await page.click("a[download]");
    expect((await saving).suggestedFilename()).toBe("rejected-county-2020.csv");
    await page.uncheck("[name=check]");
    await submit(page);
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    expect(await page.textContent("h1")).toBe("Importada: county-2020");
    expect(complaints).toEqual([]);
    await close();
  });

  it("of a bad file says what is wrong with it, and the form stays", async () => {
    const { page, complaints, close } = await site.openAs("admin", path);
    const bad = (content: string | Buffer) =>
      fillIn(page, { ...list, buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });
    for (const [content, told] of [
      ["Canary,Other\nCanaryson,1968-07-25\n", "no header that we know"],
      [Buffer.from("case_number,last_name\nBA1,Canaryson\nBA2,Ibáñez\n", "latin1"), "not in UTF-8"],
      [Buffer.from("PK\u0003\u0004Canaryson"), "workbook"],
    ] as const) {
      await bad(content);
      await submit(page);
      await page.waitForFunction(
        (text) => document.querySelector("[data-state=failed] [role=alert]")?.textContent?.includes(text),
        told,
      );
      expect(await page.textContent("main")).not.toContain("Canary");
      await page.evaluate(() => document.querySelector("[data-here]")?.replaceChildren());
    }
    expect(site.app().services.logged.join("")).not.toContain("Canary");
    expect(await showLists(site.app().services)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("works without script, and workers and reviewers are refused", async () => {
    const { page, close } = await site.openAs("admin", path, { javaScriptEnabled: false });
    await submit(page);
    await fillIn(page);
    await submit(page);
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    // Looked at again by hand until it has ended.
    while (!(await page.textContent("h1"))?.startsWith("Imported:")) await page.reload();
    await page.click("text=Go back to the version before");
    expect(await page.textContent("h1")).toBe("Go back with county-2020?");
    await close();
    for (const role of ["worker", "reviewer"] as const) {
      const refused = await site.openAs(role, path);
      expect(await refused.page.textContent("h1")).not.toContain("Import");
      const status = await refused.page.evaluate(async (to) => {
        const body = new FormData();
        body.append("list", "county-2020");
        body.append("file", new Blob(["case_number\nBA1\n"]), "list.csv");
        return (await fetch(to, { method: "POST", body })).status;
      }, path);
      expect(status).toBe(403);
      await refused.close();
    }
    expect((await showLists(site.app().services)).map(({ versions }) => versions.length)).toEqual([1]);
  });
});
