/**
 * Names cut into comparable forms.
 */
import { describe, expect, it } from "vitest";
import { generationOf, nameForms, withoutGluedParticle } from "./nameForms.ts";

describe("nameForms", () => {
  it("sets particles aside and keeps the glued form", () => {
    const forms = nameForms({ given: ["María", "de la Luz"], family: ["de", "la", "Cruz", "y", "Soto"] });
    expect(forms.given).toEqual(["maria", "luz"]);
    expect(forms.family).toEqual(["cruz", "soto"]);
    expect(forms.familyGlued).toBe("delacruzysoto");
  });

  it("joins openers to the word they open", () => {
    expect(nameForms({ given: [], family: ["Mc", "Donald"] }).family).toEqual(["mcdonald"]);
    expect(nameForms({ given: [], family: ["St. John"] }).family).toEqual(["stjohn"]);
  });

  it("keeps a name that is nothing but particles", () => {
    expect(nameForms({ given: ["De"], family: ["Do"] })).toMatchObject({ given: ["de"], family: ["do"] });
    expect(nameForms({ given: [], family: ["De", "La"] }).family).toEqual(["de", "la"]);
  });

  it("finds the suffix wherever it was written", () => {
    for (const name of [
      { given: ["John"], family: ["Reed"], suffix: "Jr." },
      { given: ["John"], family: ["Reed", "JR"] },
      { given: ["John", "Jr"], family: ["Reed"] },
      { given: ["John"], family: ["Reed"], suffix: "II" },
    ]) {
      expect(nameForms(name)).toMatchObject({ given: ["john"], family: ["reed"], generation: "2" });
    }
    expect(nameForms({ given: ["John"], family: ["Reed"] }).generation).toBe("");
  });
});

describe("a text of 10,000 characters", () => {
  it("gives at most eight words of at most forty letters a part", () => {
    for (const text of ["a ".repeat(5000), "x".repeat(10_000), "-1".repeat(5000)]) {
      const forms = nameForms({ given: [text], family: text.split(" ") });
      for (const part of [forms.given, forms.family]) {
        expect(part.length).toBeLessThanOrEqual(8);
        for (const word of part) expect(word.length).toBeLessThanOrEqual(40);
      }
      expect(forms.familyGlued.length).toBeLessThanOrEqual(320);
    }
  });
});

describe("generationOf", () => {
  it("knows suffixes of both ages and nothing else", () => {
    expect(generationOf("Sr")).toBe("1");
    expect(generationOf("III")).toBe("3");
    expect(generationOf("Esq")).toBe("");
    expect(generationOf(undefined)).toBe("");
  });
});

describe("withoutGluedParticle", () => {
  it("takes the particle off and leaves other words alone", () => {
    expect(withoutGluedParticle("delacruz")).toBe("cruz");
    expect(withoutGluedParticle("delosreyes")).toBe("reyes");
    expect(withoutGluedParticle("garcia")).toBe("");
  });
});
