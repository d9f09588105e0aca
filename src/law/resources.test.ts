/**
 * Every office people are sent to has an owner, a source and a date, and no unverified number is told.
 */
import { expect, it } from "vitest";
import { listTexts } from "../copy/catalogue.ts";
import { daysSinceCheck, overdueResources, publicDefender, resources } from "./resources.ts";
import { isStated, statable, type SourceEntry } from "./sources.ts";

it("names owner, source, date and a verified confidence for every resource, each id once", () => {
  for (const resource of resources) {
    expect(resource.owner).not.toBe("");
    expect(resource.source.label).not.toBe("");
    expect(resource.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(statable).toContain(resource.confidence);
  }
  expect(new Set(resources.map((resource) => resource.id)).size).toBe(resources.length);
});

it("counts an entry as overdue from the 181st day after its check", () => {
  expect(daysSinceCheck({ ...publicDefender, checkedOn: "2026-11-22" }, "2027-05-21")).toBe(180);
  const checked = (date: string) => overdueResources(date).map((resource) => resource.id);
  expect(checked("2027-05-21")).toEqual([]);
  expect(checked("2027-05-22")).toContain("publicDefender");
});

it("answers for every form and every address that people are told", () => {
  const texts = listTexts("en").map((entry) => entry.text);
  const forms = texts.flatMap((text) => text.match(/\b(?:CR|JV|BCIA)-? ?\d{3,4}\w*/g) ?? []);
  const known = new Set(resources.map((resource) => resource.form));
  expect([...new Set(forms)].filter((form) => !known.has(form))).toEqual([]);
  const hosts = texts
    .flatMap((text) => text.match(/https?:\/\/[\w.-]+\w/g) ?? [])
    .map((url) => new URL(url).host);
  const owned = new Set(resources.flatMap((resource) => resource.url ?? []).map((url) => new URL(url).host));
  expect([...new Set(hosts)].filter((host) => !owned.has(host))).toEqual([]);
});

it("gives the Public Defender's number as printed", () => {
  expect(publicDefender.phone).toBe("(323) 760-6763");
});

it("states what was read or cleared, and nothing that is blocked or unchecked", () => {
  const entry: SourceEntry = {
    sources: [],
    confidence: "V",
    status: "stated",
    reviewed: null,
    reviewer: "nobody yet",
    factsAt: "2026-11-22",
  };
  expect(isStated(entry)).toBe(true);
  expect(isStated({ ...entry, status: "blocked" })).toBe(false);
  expect(isStated({ ...entry, confidence: "GK" })).toBe(false);
  expect(isStated({ ...entry, confidence: "GK", reviewed: "2027-01-10" })).toBe(true);
});
