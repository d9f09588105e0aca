import { describe, expect, it } from "vitest";
import { readFamilyName, readNames } from "./names.ts";

describe("readNames", () => {
  it("keeps spelling as typed", () => {
    expect(readNames("ma. ELENA Ruíz")?.names).toEqual([{ given: ["ma.", "ELENA"], family: ["Ruíz"] }]);
  });

  it("tells a middle name from a second family name", () => {
    expect(readNames("John Michael Smith")?.names[0]?.family).toEqual(["Smith"]);
    expect(readNames("Maria Lopez Garcia")?.names[0]?.family).toEqual(["Lopez", "Garcia"]);
    expect(readNames("Itzel Poot Canul", true)?.names[0]?.family).toEqual(["Poot", "Canul"]);
  });

  it("lends the given names to a lone maiden name", () => {
    expect(readNames("Rosa Isela Pérez, de soltera Gómez")?.names[1]).toEqual({
      given: ["Rosa", "Isela"],
      family: ["Gómez"],
    });
  });

  it.each(["Maria", "what is this", "12345", "asdf qwer", "no quiero dar mi nombre", "", "Ana Lucía"])(
    "finds no whole name in %s",
    (text) => {
      expect(readNames(text)).toBeUndefined();
    },
  );
});

describe("readFamilyName", () => {
  it("takes one or two words as family names", () => {
    expect(readFamilyName("Lopez")).toEqual([{ given: [], family: ["Lopez"] }]);
    expect(readFamilyName("Lopez Garcia")).toEqual([{ given: [], family: ["Lopez", "Garcia"] }]);
    expect(readFamilyName("Maria Lopez")).toEqual([{ given: ["Maria"], family: ["Lopez"] }]);
  });
});
