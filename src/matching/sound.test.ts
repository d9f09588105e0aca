/**
 * The sound key: what Los Angeles hears as one, and what it does not.
 */
import { describe, expect, it } from "vitest";
import { fullSound, soundKey, soundKeys } from "./sound.ts";

describe("soundKey", () => {
  it.each([
    ["baldez", "valdez"],
    ["sanches", "sanchez"],
    ["hernandez", "ernandes"],
    ["jimenez", "gimenez"],
    ["quiroz", "kiros"],
    ["pena", "penna"],
    ["munoz", "munos"],
    ["huerta", "werta"],
    ["ximena", "jimena"],
    ["philip", "filip"],
    ["catherine", "katherin"],
    ["wright", "rite"],
    ["knight", "nite"],
    ["schmidt", "schmitt"],
    ["rodgers", "rogers"],
    ["thompson", "tompson"],
    ["yvonne", "ivonne"],
    ["bryan", "brian"],
    ["sonya", "sonia"],
    ["llamas", "yamas"],
    ["christophe", "christopher"],
  ])("hears %s and %s as one", (a, b) => {
    expect(soundKey(a)).toBe(soundKey(b));
  });

  it.each([
    ["garcia", "gonzalez"],
    ["smith", "jones"],
    ["ramos", "campos"],
  ])("tells %s from %s", (a, b) => {
    expect(soundKey(a)).not.toBe(soundKey(b));
  });

  it("is never empty for a word, and at most five sounds", () => {
    for (const token of ["h", "hh", "j", "de", "李", "constantinopolitan", "9"]) {
      expect(soundKey(token)).not.toBe("");
      expect(soundKey(token).length).toBeLessThanOrEqual(5);
    }
  });
});

describe("soundKeys", () => {
  it.each([
    ["vallejo", "vayejo"],
    ["vayejo", "vallejo"],
    ["himenez", "jimenez"],
    ["jernandez", "hernandez"],
    ["mejia", "mexia"],
    ["mexia", "mejia"],
    ["wadalupe", "guadalupe"],
    ["gerrero", "guerrero"],
    ["migel", "miguel"],
    ["llanez", "yanez"],
  ])("an asker who types %s also looks where %s is filed", (typed, filed) => {
    expect(soundKeys(typed)).toContain(soundKey(filed));
  });

  it("gives the own key first and at most three", () => {
    for (const token of ["hellayejo", "guadalajara", "smith"]) {
      expect(soundKeys(token)[0]).toBe(soundKey(token));
      expect(soundKeys(token).length).toBeLessThanOrEqual(3);
    }
  });
});

describe("fullSound", () => {
  it("keeps vowels, so that Maria is not Mario and José not Josué", () => {
    expect(fullSound("sarah")).toBe(fullSound("sara"));
    expect(fullSound("bryan")).toBe(fullSound("brian"));
    expect(fullSound("maria")).not.toBe(fullSound("mario"));
    expect(fullSound("jose")).not.toBe(fullSound("josue"));
  });
});
