/**
 * Pet names in both languages.
 */
import { describe, expect, it } from "vitest";
import { formalNamesOf, formsLike, formsNear, isGivenName, translationsLike } from "./nicknames.ts";

describe("formsLike", () => {
  it.each([
    ["chuy", "jesus"],
    ["pepe", "jose"],
    ["lupe", "guadalupe"],
    ["beto", "roberto"],
    ["beto", "alberto"],
    ["nacho", "ignacio"],
    ["chayo", "rosario"],
    ["pancho", "francisco"],
    ["memo", "guillermo"],
    ["ma", "maria"],
    ["bill", "william"],
    ["peggy", "margaret"],
    ["chuck", "charles"],
  ])("%s and %s are forms of one name, both ways", (a, b) => {
    expect(formsLike(a).has(b)).toBe(true);
    expect(formsLike(b).has(a)).toBe(true);
  });

  it.each([
    ["maria", "mario"],
    ["daniel", "daniela"],
    ["juan", "jose"],
    ["jose", "josefina"],
    ["luis", "luisa"],
  ])("%s and %s are not", (a, b) => {
    expect(formsLike(a).has(b)).toBe(false);
  });

  it("holds nothing of a name it does not know, nor the name itself", () => {
    expect(formsLike("xqz").size).toBe(0);
    expect(formsLike("jose").has("jose")).toBe(false);
  });
});

describe("formsNear", () => {
  it("finds what a mistyped pet name stands for, and leaves known names alone", () => {
    expect(formsNear("cheppito").has("jose")).toBe(true);
    expect(formsNear("jony").has("jonathan")).toBe(true);
    expect(formsNear("maria").size).toBe(0);
  });
});

describe("the tables", () => {
  it("know names of both languages and their translations", () => {
    expect(isGivenName("guadalupe")).toBe(true);
    expect(isGivenName("daniela")).toBe(true);
    expect(isGivenName("tollesworth")).toBe(false);
    expect(translationsLike("miguel").has("michael")).toBe(true);
    expect(formalNamesOf("beto")).toContain("gilberto");
  });
});
