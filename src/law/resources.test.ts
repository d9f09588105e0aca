/**
 * Every office people are sent to has an owner, a source and a date, and no unverified number is told.
 */
import { expect, it } from "vitest";
import { publicDefender, resources } from "./resources.ts";
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
