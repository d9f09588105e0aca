/**
 * What people type off old papers names the right section, and numbers that are no section name none.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findOffenceCodes, sections } from "./codes.ts";

const one = (text: string) => findOffenceCodes(text)[0];

describe("findOffenceCodes", () => {
  it.each([
    ["11357", { section: "11357", conduct: "had" }],
    ["11357(b)", { section: "11357", subdivision: "b", conduct: "had" }],
    ["11357 (B) HS", { section: "11357", subdivision: "b", conduct: "had" }],
    ["HS11359", { section: "11359", conduct: "sold" }],
    ["H&S 11360(a)", { section: "11360", subdivision: "a", conduct: "sold" }],
    ["h & s 11358", { section: "11358", conduct: "grew" }],
    ["h y s 11358", { section: "11358", conduct: "grew" }],
    ["health and safety code section 11358", { section: "11358", conduct: "grew" }],
    ["11360a", { section: "11360", subdivision: "a", conduct: "sold" }],
    ["11357(C) HS-POSSESS MARIJUANA", { section: "11357", subdivision: "c", conduct: "had" }],
    ["11359HS-INTENT SELL", { section: "11359", conduct: "sold" }],
    ["11530", { section: "11357", conduct: "had" }],
    ["11530.1", { section: "11358", conduct: "grew" }],
    ["HS 11530.5", { section: "11359", conduct: "sold" }],
    ["11531", { section: "11360", conduct: "sold" }],
    ["11350", { section: "11350", conduct: "other" }],
    ["11379.6", { section: "11379.6", conduct: "other" }],
    ["459 PC", { section: "459", conduct: "other" }],
    ["PC 273.5(a)", { section: "273.5", conduct: "other" }],
    ["vc 23152", { section: "23152", conduct: "other" }],
  ])("reads %s", (text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  it("keeps a subdivision out that the section never had", () => {
    expect(one("11360(f)")).toEqual({ section: "11360", conduct: "sold" });
  });

  it.each(["BA113570", "113571", "1992", "90057", "A537388", "459 Main Street", "", "having it", "911357"])(
    "names no section in %j",
    (text) => {
      expect(findOffenceCodes(text)).toEqual([]);
    },
  );

  it("names several sections, each once, in the order met", () => {
    expect(findOffenceCodes("11357(b), 11359 and 11357(b)").map((c) => c.section)).toEqual([
      "11357",
      "11359",
    ]);
  });

  it("knows every section by its number before 1973", () => {
    for (const section of sections) expect(one(section.before1973)?.section).toBe(section.number);
  });

  it("reads any text without failing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        (text) => findOffenceCodes(text).length >= 0,
      ),
    );
  });
});
