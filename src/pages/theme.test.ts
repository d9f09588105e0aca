/**
 * Whatever colours an organisation chooses, people can read the page or the start is refused.
 */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { contrast } from "../../test/support/contrast.ts";
import { browserAssets } from "./assets.ts";
import { themed, themeProblems, type Theme } from "./theme.ts";

const theme: Theme = {
  brand: "#7a1f3d",
  onBrand: "#ffffff",
  ground: "#faf7f2",
  ink: "#201a1c",
  accent: "#b5561c",
};

const named = (name: string) => name;

describe("a theme", () => {
  let css = "";
  beforeAll(async () => {
    css = (await browserAssets(undefined)).get("chat.css")?.body.toString("utf8") ?? "";
  });

  /** The variables of a bundled style sheet, bright or dark. */
  function colours(text: string, scheme: "bright" | "dark"): (name: string) => string {
    const blocks = scheme === "bright" ? [0] : [0, text.indexOf(":root{", text.indexOf("@media"))];
    const values = new Map<string, string>();
    for (const start of blocks) {
      const block = text.slice(start, text.indexOf("}", start));
      for (const [, name = "", value = ""] of block.matchAll(/--([\w-]+): ?([^;]+)/g))
        values.set(name, value);
    }
    return (name) => values.get(name) ?? "";
  }

  it("is told what cannot be read in it, by the names of its colours", () => {
    expect(themeProblems(theme, named)).toEqual([]);
    expect(themeProblems({ ...theme, ink: "#777777" }, named)).toEqual([
      expect.stringMatching(/^ink on ground: contrast 4\.\d, needed are 7$/),
    ]);
    expect(themeProblems({ ...theme, onBrand: "#7a1f3e" }, named)).toHaveLength(1);
    expect(themeProblems({ ...theme, accent: "#fbeee4" }, named)).toHaveLength(1);
    expect(themeProblems({ ...theme, ground: theme.ink, ink: theme.ground }, named).join()).toContain(
      "bright",
    );
  });

  it("that is taken keeps every text and edge visible on everything it stands on, bright and dark", () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    const bright = fc.integer({ min: 0, max: 24 }).map((n) => `#${(255 - n).toString(16).repeat(3)}`);
    const any = fc.record({
      brand: colour,
      onBrand: fc.constant("#ffffff"),
      ground: bright,
      ink: colour,
      accent: colour,
    });
    let taken = 0;
    fc.assert(
      fc.property(any, (chosen) => {
        if (themeProblems(chosen, named).length > 0) return;
        taken++;
        const text = themed(css, chosen);
        for (const scheme of ["bright", "dark"] as const) {
          const of = colours(text, scheme);
          const grounds = ["theme-ground", "surface", "tint", "notice", "bubble"];
          for (const [name, ratio] of [
            ["theme-ink", 6],
            ["quiet", 4.5],
            ["theme-brand", 4.5],
          ] as const) {
            for (const ground of grounds)
              expect(contrast(of(name), of(ground)), `${scheme} ${name} on ${ground}`).toBeGreaterThanOrEqual(
                ratio,
              );
          }
          for (const name of ["edge", "theme-accent"])
            expect(contrast(of(name), of("surface")), `${scheme} ${name}`).toBeGreaterThanOrEqual(3);
          expect(contrast(of("theme-on-brand"), of("theme-brand")), scheme).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { seed: 5, numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it("changes colours alone, in the style sheets that have them", async () => {
    const text = themed(css, theme);
    const blank = (one: string) => one.replaceAll(/(--[\w-]+): ?[^;}]+/g, "$1");
    expect(text).toContain("--theme-brand:#7a1f3d");
    expect(blank(text)).toBe(blank(css));
    for (const [name, file] of await browserAssets(theme)) {
      const own = (await browserAssets(undefined)).get(name);
      const changes = own?.body.toString("utf8").startsWith(":root") === true;
      expect(file.path === own?.path, name).toBe(!changes);
      if (["chat.css", "pages.css", "staff.css", "preview.css"].includes(name))
        expect(changes, name).toBe(true);
    }
  });
});
