import { describe, expect, it } from "vitest";
import { digitise, numberAt } from "./numberWords.ts";

describe("number words", () => {
  it.each([
    ["veinticinco", 25],
    ["treinta y uno", 31],
    ["diez y seis", 16],
    ["mil novecientos sesenta y ocho", 1968],
    ["dos mil uno", 2001],
    ["nineteen sixty eight", 1968],
    ["nineteen oh five", 1905],
    ["two thousand and four", 2004],
    ["twenty fifth", 25],
    ["diecinueve sesenta y ocho", 1968],
  ])("reads %s", (text, value) => {
    expect(numberAt(text.split(" "), 0)?.value).toBe(value);
  });

  it("leaves a day before its year: nineteen nineteen sixty eight", () => {
    expect(digitise("july nineteen nineteen sixty eight")).toBe("july 19 1968");
  });

  it("keeps decades decades", () => {
    expect(digitise("the early nineties")).toBe("the early 90s");
    expect(digitise("los noventas")).toBe("los 90s");
  });
});
