/**
 * The reviewers' page shows every message, only on the reviewer's own machine, and needs no script.
 */
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { listTexts } from "../copy/catalogue.ts";
import { createCopy } from "../copy/copy.ts";
import { readConfig } from "../env.ts";
import { areaOf, findKeys, keysOf } from "./preview.tsx";
import { createPreview } from "./previewRoutes.tsx";

const entries = [...listTexts("en"), ...listTexts("es")];

function get(path: string, env: Record<string, string> = {}): Promise<Response> {
  const config = readConfig(env);
  const app = new Hono().route("/", createPreview(config, createCopy(config.org)));
  return Promise.resolve(app.request(path));
}

describe("the preview", () => {
  it("is there on a loopback host alone", async () => {
    expect((await get("/preview", { HOST: "127.0.0.1" })).status).toBe(200);
    expect((await get("/preview")).status).toBe(200);
    expect((await get("/preview", { HOST: "0.0.0.0" })).status).toBe(404);
    expect((await get("/preview/outcomes", { HOST: "192.168.1.5" })).status).toBe(404);
  });

  it("leads from the first page to every message, each with an anchor", async () => {
    const index = await (await get("/preview")).text();
    for (const key of keysOf(entries)) expect(index).toContain(`/preview/${areaOf(key)}?locale=en#${key}"`);
    for (const area of new Set(keysOf(entries).map(areaOf))) {
      const page = await (await get(`/preview/${area}`)).text();
      for (const key of keysOf(entries).filter((k) => areaOf(k) === area))
        expect(page).toContain(`id="${key}"`);
    }
  });

  it("shows a message as both channels and in both languages, with its segments", async () => {
    const page = await (await get("/preview/outcomes")).text();
    const from = page.indexOf('id="outcomes.dismissed"');
    const card = page.slice(from, page.indexOf("<article", from));
    expect(card.match(/class="bubble phone"/g)).toHaveLength(2);
    expect(card.match(/class="bubble chat"/g)).toHaveLength(2);
    expect(card).toContain("GSM-7");
    expect(card).toContain('lang="es"');
    expect(card).toContain("Waits for review.");
  });

  it("finds words in either language and keys, whatever their case and accents", () => {
    expect(findKeys(entries, "ABOGADO DE INMIGRACION")).toContain("outcomes.immigration");
    expect(findKeys(entries, "certified copy")).toContain("outcomes.dismissed");
    expect(findKeys(entries, "outcomes.mayapply")).toEqual(["outcomes.mayApply"]);
    expect(findKeys(entries, "no such words anywhere")).toEqual([]);
  });

  it("searches by a plain form and writes what was sought as text", async () => {
    const found = await (await get("/preview?find=clerk&locale=es")).text();
    expect(found).toContain("Mensajes hallados:");
    expect(found).toContain('id="topics.proof"');
    const hostile = await (await get(`/preview?find=${encodeURIComponent('"><script>x</script>')}`)).text();
    expect(hostile).not.toContain("<script>");
    expect(hostile).toContain("No message has these words.");
  });

  it("runs no script, loads one style sheet of its own, under a strict policy", async () => {
    const response = await get("/preview/questions");
    const page = await response.text();
    expect(page).not.toMatch(/<script|<img|style="/);
    expect(page.match(/<link[^>]*>/g)).toHaveLength(1);
    expect(page).toMatch(/<link rel="stylesheet" href="\/static\/preview\.[\w-]+\.css"/);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("has no page for a part that is not there", async () => {
    expect((await get("/preview/nothing")).status).toBe(404);
    expect((await get("/preview/__proto__")).status).toBe(404);
  });
});
