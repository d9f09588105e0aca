/**
 * The attorney's sheet holds everything of legal meaning in both languages, what is blocked first, and loads nothing.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { listTexts, readSources } from "../copy/catalogue.ts";
import { createCopy } from "../copy/copy.ts";
import { readConfig } from "../env.ts";
import { lineRules, outcomeIds, outcomeRules } from "../law/outcomes.ts";
import { resources } from "../law/resources.ts";
import { lawReport } from "./lawReport.tsx";
import { wrap } from "./ladder.tsx";
import { conditionsOf, gatherLawSheet } from "./lawSheet.ts";

const config = readConfig({ ORG_NAME: 'Ayuda & "Legal" <b>', ORG_PHONE: "(213) 555-0199" });
const sources = readSources();
const today = "2026-12-01";
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

describe("the sheet", () => {
  let html = "";
  let text = "";
  beforeAll(async () => {
    html = await lawReport(config, today);
    text = plain(html);
  });

  it("holds every key of legal meaning", () => {
    for (const key of Object.keys(sources)) expect(text, key).toContain(key);
  });

  it("says every outcome in both languages, as the chat does", () => {
    const copy = createCopy(config.org);
    const sheet = gatherLawSheet(copy, sources);
    expect(sheet.answers.map((answer) => answer.id)).toEqual([...outcomeIds]);
    for (const { text: said } of [...listTexts("en"), ...listTexts("es")].filter(
      (entry) => /^outcomes\.\w+$/.test(entry.fullKey) && entry.text !== "" && !entry.text.includes("{{"),
    )) {
      expect(text).toContain(said.replace(/\s+/g, " "));
    }
  });

  it("puts what is blocked before everything that is in use", () => {
    const blocked = Object.keys(sources).filter((key) => sources[key]?.status === "blocked");
    const used = Object.keys(sources).filter((key) => sources[key]?.status === "stated");
    // A card's own key; what a sentence joins is named in one line, several keys to it.
    const at = (key: string) => html.search(new RegExp(`<(?:h3|p) class="key[^"]*"[^>]*>${key}<`));
    const last = Math.max(...blocked.map(at));
    expect(blocked.length).toBeGreaterThan(0);
    expect(last).toBeGreaterThan(0);
    for (const key of used) expect(at(key), key).toBeGreaterThan(last);
  });

  it("gives every outcome a box to sign, and one for the whole", () => {
    const cards = html.match(/<article /g)?.length ?? 0;
    expect(cards).toBeGreaterThanOrEqual(outcomeIds.length + lineRules.length);
    expect(html.match(/class="sign"/g)).toHaveLength(cards + 1);
    for (const id of outcomeIds) expect(html).toContain(`id="${id}"`);
  });

  it("loads nothing: no script, no picture, no style or font from elsewhere", () => {
    expect(html).not.toMatch(/<script|<img|<link|@import|url\((?!#)|src=/i);
    expect(html).toContain("@page");
  });

  it("writes the organisation's own details as text, never as markup", () => {
    expect(html).not.toContain("Legal&quot; <b>");
    expect(html).not.toMatch(/Legal" <b>/);
    expect(text).toContain("(213) 555-0199");
  });

  it("has every id once", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("leads every link within it somewhere", () => {
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    for (const target of targets) expect(html).toContain(`id="${target}"`);
  });

  it("puts the organisation's own number before every office", () => {
    const table = html.slice(html.indexOf('class="resources"'));
    const own = table.indexOf("(213) 555-0199");
    expect(own).toBeGreaterThan(0);
    expect(table.indexOf("(323) 760-6763")).toBeGreaterThan(own);
    for (const { form, owner } of resources) expect(text).toContain(form ?? owner);
  });
});

it("marks help entries as overdue from the 181st day, by the date it is given", async () => {
  expect(await lawReport(config, "2027-05-21")).not.toContain('class="overdue"');
  expect(await lawReport(config, "2027-05-22")).toContain('class="overdue"');
});

it("speaks Spanish when asked, with the same texts", async () => {
  const html = await lawReport(config, today, "es");
  expect(html).toContain('<html lang="es">');
  expect(html).toContain("Hoja legal");
  for (const id of outcomeIds) expect(html).toContain(`id="${id}"`);
});

it("names every condition of every rule by the labels that people choose from", () => {
  const copy = createCopy(config.org);
  for (const locale of ["en", "es"] as const) {
    for (const { when } of [...outcomeRules, ...lineRules]) {
      const wanted = [...(when.place ?? []), ...(when.offense ?? []), ...(when.disposition ?? [])];
      const said = conditionsOf(when, copy, locale).join("\n");
      expect(said).not.toBe("");
      for (const fact of ["place", "offense", "disposition"] as const) {
        for (const id of when[fact] ?? [])
          expect(said).toContain(copy.text(`questions.${fact}.choice.${id}`, locale));
      }
      if (wanted.length === 0 && when.test === undefined)
        expect(said).toBe(copy.text("review.conditions.always", locale));
    }
  }
});

it("counts an entry once an attorney's review is noted beside the copy", () => {
  const copy = createCopy(config.org);
  const [key = ""] = Object.keys(sources);
  const entry = sources[key];
  if (!entry) throw new Error("sources.json is empty");
  const noted = { ...sources, [key]: { ...entry, reviewed: "2027-01-10", reviewer: "A. Counsel" } };
  const [before, after] = [gatherLawSheet(copy, sources).counts, gatherLawSheet(copy, noted).counts];
  expect(after.reviewed).toBe(before.reviewed + 1);
  expect(after.waiting).toBe(before.waiting - 1);
});

it("breaks lines at spaces, and loses no word", () => {
  expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
  expect(wrap("unbreakablelongword x", 5)).toEqual(["unbreakablelongword", "x"]);
});
