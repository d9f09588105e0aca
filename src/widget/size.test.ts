/**
 * What the chat weighs, and that a phone of 2017 can run it.
 */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pagesForTests } from "../../test/browser/support/site.ts";
import { browserAssets } from "../pages/assets.ts";

const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;

/** What a site's visitor loads, gzipped: 2 KB for every visitor, 15 KB for those who open the chat. */
const loaderBytesMax = 2 * 1024;
const panelBytesMax = 15 * 1024;
/** Loaded once somebody has answered, so that the page opens without a connection. */
const workerBytesMax = 1024;

describe("weight", () => {
  it("the loader, with its words in both languages, stays within 2 KB", async () => {
    const { app } = pagesForTests({
      CHAT_ORIGINS: "https://www.first.example.org,https://www.second.example.org",
    });
    const loader = await (await app.request("/widget.js")).text();
    expect(gzipped(loader)).toBeLessThanOrEqual(loaderBytesMax);
  });

  it("script, style and markup of the panel together stay within 15 KB", async () => {
    const { app } = pagesForTests({
      CHAT_ORIGINS: "https://www.first.example.org,https://www.second.example.org",
      TWILIO_FROM: "+13235550100",
      TWILIO_AUTH_TOKEN: "insecure-local",
    });
    const markup = await (await app.request("/panel?locale=es")).text();
    const files = await browserAssets(undefined);
    const script = files.get("chat.js")?.body ?? "";
    const style = files.get("chat.css")?.body ?? "";
    expect(script.length).toBeGreaterThan(0);
    expect(style.length).toBeGreaterThan(0);
    expect(gzipped(markup) + gzipped(script) + gzipped(style)).toBeLessThanOrEqual(panelBytesMax);
  });

  it("the service worker stays within 1 KB", async () => {
    const { app } = pagesForTests();
    const worker = await (await app.request("/sw.js")).text();
    expect(worker).toContain("/offline/es");
    expect(gzipped(worker)).toBeLessThanOrEqual(workerBytesMax);
  });

  it("what a worker's phone keeps for when there is no signal stays within 6 KB of script", async () => {
    const files = await browserAssets(undefined);
    const scripts = ["outreachForm.js", "outreachWorker.js"].map((name) => files.get(name)?.body ?? "");
    expect(scripts.every((script) => script.length > 0)).toBe(true);
    expect(scripts.reduce((sum, script) => sum + gzipped(script), 0)).toBeLessThanOrEqual(6 * 1024);
  });

  it("runs on a browser of 2017: no method that came later", async () => {
    const files = await browserAssets(undefined);
    const later =
      /\.(replaceAll|matchAll|flatMap|flat|fromEntries|at|findLast|allSettled|replaceChildren|toSorted|hasOwn)\(|structuredClone|globalThis|randomUUID|queueMicrotask/;
    for (const name of ["chat.js", "loader.js", "worker.js", "outreachForm.js", "outreachWorker.js"]) {
      expect(files.get(name)?.body.toString("utf8")).not.toMatch(later);
      expect(files.get(name)?.body.toString("utf8")).not.toMatch(/\?\.[a-z]|\?\?|\*\*=/);
    }
    expect(files.get("chat.css")?.body.toString("utf8")).not.toMatch(
      /[{;](inset|gap|row-gap|column-gap|aspect-ratio):|clamp\(|:is\(/,
    );
  });
});
