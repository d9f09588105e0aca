/**
 * The pages of the organisation, on a phone and on a desk: under axe, in both languages, with something to show.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { spendRecordBudget } from "../../src/privacy/limits.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { findings, tooWide } from "./support/axe.ts";
import { staffSite } from "./support/staffSite.ts";

const site = staffSite();
const paths = [
  "/staff/numbers",
  "/staff/numbers?days=365",
  "/staff/switch",
  "/staff/lists",
  "/staff/outbox",
  "/staff/copy",
  "/staff/audit",
  "/staff/audit?search=1",
];

async function fill(): Promise<void> {
  const { services } = site.app();
  const { database, runtime } = services;
  for (let ago = 0; ago < 60; ago++) {
    const day = new Date(runtime.now() - ago * 86_400_000).toISOString().slice(0, 10);
    for (const [name, channel, n] of [
      ["conversation", "sms", 8 + ((ago * 7) % 60)],
      ["conversation", "web", (ago * 5) % 23],
      ["reached_caseNumber", "sms", 40],
      ["reached_name", "sms", 33],
      ["told", "sms", 21],
      ["outcome_dismissed", "sms", 14],
      ["outcome_notConfirmed", "sms", 6],
      ["optOut", "sms", 1],
    ] as const)
      await database.query(
        `insert into tally (day, name, channel, locale, shard, n, segments_in, segments_out)
         values ($1::text::date, $2, $3, $4, 0, $5, $5, $5)`,
        [day, name, channel, ago % 3 === 0 ? "es" : "en", n],
      );
  }
  for (const tag of [71n, 72n])
    for (let guess = 0n; guess < 5n; guess++)
      await spendRecordBudget(database, [{ tag, guess }], [], runtime.now(), (n) => runtime.bytes(n));
  await loadList(services, { id: "list-a", announced: "2020-02-13", records: [record(), ...crowd(20)] });
  await loadList(services, { id: "list-a", announced: "2020-02-13", records: crowd(30) });
}

describe("the organisation's pages", () => {
  beforeAll(fill);

  for (const locale of ["en", "es"] as const)
    for (const width of [360, 1280])
      for (const colorScheme of ["light", "dark"] as const)
        it(`read well in ${locale}, ${width} pixels wide, ${colorScheme}`, async () => {
          const { page, complaints, close } = await site.openAs("admin", paths[0] ?? "", {
            locale,
            colorScheme,
            viewport: { width, height: 800 },
          });
          for (const path of paths) {
            await page.goto(site.url() + path);
            expect(await findings(page), path).toEqual([]);
            expect(await tooWide(page), path).toBe(0);
            expect(await page.locator(".staff-bar [aria-current=page]").count(), path).toBe(1);
          }
          expect(complaints).toEqual([]);
          await close();
        });

  it("turn lookups off without a script, and say so", async () => {
    const { page, close } = await site.openAs("admin", "/staff/switch", { javaScriptEnabled: false });
    await page.getByLabel("Off", { exact: false }).last().check();
    await page.getByRole("button", { name: "Go on" }).click();
    expect(await page.locator("h1").textContent()).toBe("Turn lookups off?");
    await page.getByRole("button", { name: "Yes, turn off" }).click();
    expect(await page.getByRole("status").first().textContent()).toContain("Done");
    expect(await page.locator(".office-state").textContent()).toBe("Lookups are off.");
    await close();
  });

  it("save the numbers and the report as files", async () => {
    const { page, close } = await site.openAs("admin", "/staff/numbers");
    const [numbers] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Save as CSV" }).click(),
    ]);
    expect(numbers.suggestedFilename()).toMatch(/^numbers-.+\.csv$/);
    await page.goto(`${site.url()}/staff/lists`);
    const [report] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Quality report" }).click(),
    ]);
    expect(report.suggestedFilename()).toMatch(/^quality-list-a-.+\.html$/);
    await close();
  });
});
