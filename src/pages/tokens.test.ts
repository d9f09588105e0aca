/**
 * The colours keep their contrast, bright and dark: legible in the sun.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "../../test/support/contrast.ts";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** The variables of one block: what follows `after`, laid over the bright ones. */
function variables(after: string): Map<string, string> {
  const blocks = [css.indexOf(":root"), css.indexOf(":root", css.indexOf(after))];
  const found = blocks.flatMap((start) => [
    ...css.slice(start, css.indexOf("}", start)).matchAll(/--([\w-]+): ([^;]+);/g),
  ]);
  return new Map(found.map(([, name = "", value = ""]) => [name, value]));
}

const schemes = {
  bright: ":root",
  dark: "(prefers-color-scheme: dark)",
};

describe.each(Object.entries(schemes))("%s colours", (_name, after) => {
  const values = variables(after);
  const colour = (name: string) => {
    const value = values.get(name) ?? "";
    return value.startsWith("var") ? (values.get(value.slice(6, -1)) ?? "") : value;
  };

  it.each(["theme-ink", "quiet", "theme-brand"])("%s keeps 7:1 on everything it is written on", (text) => {
    for (const ground of ["theme-ground", "surface", "bubble", "notice", "tint"]) {
      expect(contrast(colour(text), colour(ground)), ground).toBeGreaterThanOrEqual(7);
    }
  });

  it("what is written on the brand and on the bar keeps 7:1", () => {
    expect(contrast(colour("theme-on-brand"), colour("theme-brand"))).toBeGreaterThanOrEqual(7);
    expect(contrast(colour("bar-ink"), colour("bar"))).toBeGreaterThanOrEqual(7);
  });

  it("edges of fields and the progress keep 3:1", () => {
    for (const ground of ["theme-ground", "surface"]) {
      expect(contrast(colour("edge"), colour(ground)), ground).toBeGreaterThanOrEqual(3);
      expect(contrast(colour("theme-accent"), colour(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it("the focus ring stands out on ground and on brand, by one of its two colours", () => {
    for (const ground of ["theme-ground", "surface", "theme-brand", "bar"]) {
      const rings = ["focus", "focus-halo"].map((name) => contrast(colour(name), colour(ground)));
      expect(Math.max(...rings), ground).toBeGreaterThanOrEqual(3);
    }
  });
});
