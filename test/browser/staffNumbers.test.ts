/**
 * The numbers of time, matching, limits and later texts, as reviewers and admins look at them: on a phone and on a desk,
 * under axe, in both languages; and as people who may not.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { readQuality } from "../../src/acts/read-quality.ts";
import { spendRecordBudget } from "../../src/privacy/limits.ts";
import { utcDay } from "../../src/runtime.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { findings, tooWide } from "./support/axe.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();
const parts = ["/time", "/matching", "/limits", "/later"];
const pages = parts.map((part) => `/staff/numbers${part}`);

async function fill(): Promise<void> {
  const { services } = site.app();
  const { database, runtime } = services;
  const day = (ago: number) => utcDay(runtime.now() - ago * 86_400_000);
  const rows: [day: string, name: string, channel: string, locale: string, n: number][] = [];
  for (let ago = 0; ago < 300; ago++) {
    const locale = ago % 3 === 0 ? "es" : "en";
    rows.push(
      [day(ago), "conversation", "sms", locale, 30 + ((ago * 7) % 60)],
      [day(ago), "told", "sms", locale, 28],
      [day(ago), "time_60", "sms", locale, 6],
      [day(ago), "time_90", "sms", locale, 11],
      [day(ago), "time_120", "web", locale, 5],
      [day(ago), "time_240", "sms", locale, 4],
      [day(ago), "time_more", "web", locale, 1],
      [day(ago), "outcome_dismissed", "sms", locale, 14],
      [day(ago), "outcome_notConfirmed", "sms", locale, 12],
      [day(ago), "limit_phone", "sms", locale, ago % 4],
      [day(ago), "limit_hour", "web", locale, ago === 3 ? 44 : 0],
      [day(ago), "watch", "sms", locale, 3],
      [day(ago), "text_watchAgain", "sms", locale, ago === 40 ? 230 : 0],
    );
    if (ago % 9 === 0) rows.push([day(ago), "handOff_notMine", "sms", locale, 3]);
  }
  for (const row of rows)
    await database.query(
      "insert into tally (day, name, channel, locale, shard, n) values ($1::text::date, $2, $3, $4, 0, $5)",
      row,
    );
  for (const [kind, machine, differs, bucket, verdict, n] of [
    ["person", "possible", "birthDate", 16, "theirs", 31],
    ["person", "possible", "birthDate", 12, "notTheirs", 64],
    ["person", "none", "more", 8, "notTheirs", 40],
    ["person", "possible", "name", 16, "needMore", 17],
    ["notMine", "confirmed", "nothing", 24, "theirs", 15],
    ["notMine", "confirmed", "nothing", 24, "notTheirs", 12],
    ["callBack", "possible", "noBirthDate", 12, "theirs", 3],
  ] as const)
    await database.query(
      `insert into verdict_count (day, kind, machine, differs, bucket, verdict, n)
       values ($1::text::date, $2, $3, $4, $5, $6, $7)`,
      [day(2), kind, machine, differs, bucket, verdict, n],
    );
  await loadList(services, { id: "list-a", announced: "2020-02-13", records: [record(), ...crowd(40)] });
  await readQuality(services, { list: "list-a", actor: "operator", askers: 20 });
}

describe("the numbers", () => {
  beforeAll(fill);

  for (const locale of ["en", "es"] as const)
    for (const width of [360, 1280])
      for (const colorScheme of ["light", "dark"] as const)
        it(`read well in ${locale}, ${width} pixels wide, ${colorScheme}`, async () => {
          const { page, complaints, close } = await site.openAs("admin", pages[0] ?? "", {
            locale,
            colorScheme,
            viewport: { width, height: 800 },
          });
          for (const path of pages) {
            for (const days of [7, 30, 365]) {
              await page.goto(`${site.url()}${path}?days=${days}`);
              expect(await findings(page), path).toEqual([]);
              expect(await tooWide(page), path).toBe(0);
              expect(await page.locator("main h1").count()).toBe(1);
              expect(await page.locator(".numbers-parts [aria-current=page]").count(), path).toBe(1);
              const small = await page
                .locator(".office-times a")
                .evaluateAll(
                  (links) => links.filter((link) => link.getBoundingClientRect().height < 44).length,
                );
              expect(small, path).toBe(0);
            }
          }
          expect(complaints).toEqual([]);
          await close();
        });

  it("go from part to part and keep the time that was chosen", async () => {
    const { page, close } = await site.openAs("reviewer", "/staff/numbers");
    await page.getByRole("link", { name: "One year" }).click();
    await page.getByRole("link", { name: "Time", exact: true }).click();
    expect(await page.locator("h1").textContent()).toBe("Time to a result");
    expect(page.url()).toContain("days=365");
    expect(await page.locator(".office-figures").textContent()).toContain("Had it within two minutes");
    await page.getByRole("link", { name: "Matching" }).click();
    expect(await page.locator("main").textContent()).toContain("The machine left");
    // A reviewer is not led to pages of admins.
    expect(await page.locator("main a[href='/staff/lists']").count()).toBe(0);
    await close();
  });

  it("say without a picture what the pictures say", async () => {
    const { page, close } = await site.openAs("reviewer", "/staff/numbers/matching");
    const pictures = page.locator("main svg");
    for (const picture of await pictures.all()) {
      const named = await picture.getAttribute("aria-label");
      const unseen = await picture.getAttribute("aria-hidden");
      expect(named !== null || unseen === "true").toBe(true);
    }
    const row = page.locator("tr", { hasText: "Birth date" }).first();
    expect(await row.locator("td").allTextContents()).toContain("64");
    await close();
  });

  it("show the alarm when guessing froze a record and the hour is over its ceiling", async () => {
    const { services } = site.app();
    const { database, runtime } = services;
    const { page, close } = await site.openAs("admin", "/staff/numbers/limits");
    expect(await page.locator("[data-state=frozen]").getAttribute("data-alarm")).toBe("no");
    for (let guess = 0n; guess < 5n; guess++)
      await spendRecordBudget(database, [{ tag: 71n, guess }], [], runtime.now(), (n) => runtime.bytes(n));
    await page.reload();
    expect(await page.locator("[data-state=frozen]").getAttribute("data-alarm")).toBe("yes");
    expect(await page.locator(".office-state").textContent()).toBe("1 thing needs a look.");
    await page.getByRole("link", { name: "Go to the switch" }).click();
    expect(new URL(page.url()).pathname).toBe("/staff/switch");
    await close();
  });

  it("save what all parts show as one file", async () => {
    const { page, close } = await site.openAs("reviewer", "/staff/numbers/time");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Save as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^numbers-.+\.csv$/);
    await close();
  });

  it("are refused to workers, and to who is not signed in", async () => {
    for (const path of [...pages, "/staff/numbers/file"]) {
      const worker = await site.openAs("worker", path);
      expect(await worker.page.locator("main table, main svg").count()).toBe(0);
      expect(await worker.page.locator("h1").textContent(), path).not.toContain("Time");
      await worker.close();
      const nobody = await site.open(path);
      expect(new URL(nobody.page.url()).pathname, path).toBe("/staff/sign-in");
      await nobody.close();
    }
  });
});
