/**
 * The page of the quality report: totals alone, nobody in it, nothing loaded or run.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { readQuality, type ListQuality, type Matching } from "../acts/read-quality.ts";
import { forBothDatabases } from "../../test/support/database.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../../test/support/lists.ts";
import { makeServices } from "../../test/support/services.ts";
import { createCopy } from "../copy/copy.ts";
import { readConfig } from "../env.ts";
import { gapRows } from "./gapTable.tsx";
import { listQualityPage } from "./page.tsx";
import { qualityWords } from "./words.ts";

const folder = temporaryFolder();
const rows = listRows(600);
const copy = createCopy(readConfig({}).org);

forBothDatabases((_kind, makeDatabase) => {
  let quality: ListQuality;

  beforeAll(async () => {
    const services = makeServices({ database: await makeDatabase() });
    await importFile(services, writeList(folder, "list.csv", rows), { list: "a" });
    quality = await readQuality(services, { list: "a", actor: "operator", askers: 20 });
  });

  it.each(["en", "es"] as const)(
    "makes a page with nobody in it, no count from 1 to 10, and nothing that is loaded or run (%s)",
    async (locale) => {
      const words = qualityWords(copy, locale);
      const page = await listQualityPage(quality, "2026-11-22", words);
      const said = page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]+>/g, " ");
      const wordsSaid = new Set(said.toUpperCase().split(/[^\p{L}\p{N}-]+/u));
      for (const row of rows) {
        for (const fact of [row.last_name, row.date_of_birth, row.case_number]) {
          if (fact !== "") expect(wordsSaid.has(fact.toUpperCase()), fact).toBe(false);
        }
      }
      for (const row of gapRows(quality.holdings.decades)) {
        for (const count of [row.records, ...row.cells]) {
          if (count !== null && count > 0) expect(count).toBeGreaterThan(10);
        }
      }
      expect(page).not.toMatch(/<script|<link|<img|url\(|https?:|@import| on\w+=/i);
      expect(page).toContain(`<html lang="${locale}">`);
      expect(said).toContain({ en: "Birth date", es: "Fecha de nacimiento" }[locale]);
      expect(said).not.toMatch({ en: /registros|década/i, es: /\b(?:records|the|of|birth)\b/i }[locale]);
      expect(page.match(/<svg /g)?.length).toBeGreaterThanOrEqual(4);
    },
  );
});

const nothing = { id: "all", all: 0, counts: { theirs: 0, notTheirs: 0, needMore: 0 } };
const nothingReviewed: Matching = {
  all: nothing,
  machine: [],
  kinds: [],
  differs: [],
  weights: [],
  open: nothing,
  denied: { confirmed: 0, denied: 0, per1000: null },
  expected: [],
};

const none = { per10000: 0, from: 0, to: 0 };
const emptyList: ListQuality = {
  list: { id: "x", title: "X <b>", announced: "2020-02-13", sample: false },
  version: 1,
  importedDay: "2026-01-01",
  openedPerLookup: 32,
  recall: [],
  strangers: { recombined: none, namesake: none },
  holdings: {
    records: 0,
    unreadable: 0,
    decades: [],
    confirmable: { nameAndDate: 0, numberOnly: 0, never: 0 },
    repeated: 0,
    conflicting: 0,
    firstOfJanuary: 0,
    peopleByCases: [0, 0, 0, 0],
  },
  reviewed: nothingReviewed,
};

describe("what those decided who looked again", () => {
  it("is said in the report in both languages, and hidden where it is little", async () => {
    const reviewed: Matching = {
      ...nothingReviewed,
      all: { id: "all", all: 140, counts: { theirs: 60, notTheirs: 80, needMore: 0 } },
      open: { id: "open", all: 100, counts: { theirs: 25, notTheirs: 75, needMore: 0 } },
      machine: [{ id: "confirmed", all: 40, counts: { theirs: null, notTheirs: null, needMore: 0 } }],
      denied: { confirmed: 2000, denied: 12, per1000: 6 },
    };
    for (const locale of ["en", "es"] as const) {
      const said = (key: string) => copy.text(key, locale);
      const words = qualityWords(copy, locale);
      const page = await listQualityPage({ ...emptyList, reviewed }, "2026-01-02", words);
      expect(page).toContain("25 / 100 (25.0 %)");
      expect(page).toContain(said("numbers.reviewed.few"));
      expect(page).toContain(`${said("numbers.reviewed.denied")}: 6.0`);
    }
  });
});

describe("a report on next to nothing", () => {
  it("is a whole page for an empty list too", async () => {
    const page = await listQualityPage(emptyList, "2026-01-02", qualityWords(copy, "en"));
    expect(page).toContain("X &lt;b&gt;");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});
