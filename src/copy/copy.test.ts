/**
 * Sentences of law that wait: no message holds one until an attorney has cleared it, and from then on the messages
 * it joins do, in both languages.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "../env.ts";
import { clearedSentences, isStated, type SourceEntry } from "../law/sources.ts";
import { listTexts, readSources } from "./catalogue.ts";
import { createCopy, localesFolder } from "./copy.ts";

const sources = readSources();
const org = readConfig({}).org;
const waiting = Object.entries(sources).filter(([, entry]) => entry.status === "blocked");
const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-copy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The catalogue with one waiting sentence cleared by an attorney. */
function clearedCopy(key: string): ReturnType<typeof createCopy> {
  const own = path.join(folder, key);
  cpSync(localesFolder(), own, { recursive: true });
  const file = path.join(own, "sources.json");
  const all = JSON.parse(readFileSync(file, "utf8")) as Record<string, SourceEntry>;
  const entry = all[key];
  if (entry === undefined) throw new Error(`${key} is not in sources.json`);
  all[key] = { ...entry, status: "stated", reviewed: "2027-01-10", reviewer: "A. Attorney" };
  writeFileSync(file, JSON.stringify(all));
  return createCopy(org, own);
}

describe("a sentence that waits", () => {
  it("is on general knowledge or unknown, or was never stated", () => {
    expect(waiting.length).toBeGreaterThanOrEqual(5);
    for (const [, entry] of Object.entries(sources))
      if (entry.confidence === "GK" || entry.confidence === "?") expect(isStated(entry)).toBe(false);
    expect([...clearedSentences(sources).keys()]).toEqual([]);
  });

  it.each(waiting)("%s stands in no message, in no language, on no channel", (key) => {
    const copy = createCopy(org);
    for (const locale of ["en", "es"] as const) {
      for (const channel of ["web", "sms"] as const) {
        const sentence = copy.text(key, locale, {}, channel);
        for (const { key: other } of listTexts(locale)) {
          if (other.includes(".blocked.") || other === key) continue;
          expect(copy.text(other, locale, { count: 2 }, channel)).not.toContain(sentence);
        }
      }
    }
  });

  it.each(waiting)("%s joins its messages once it is cleared", (key, entry) => {
    const copy = clearedCopy(key);
    expect(entry.joins?.length).toBeGreaterThan(0);
    for (const message of entry.joins ?? [])
      for (const locale of ["en", "es"] as const)
        expect(copy.text(message, locale)).toContain(` ${copy.text(key, locale)}`);
  });
});
