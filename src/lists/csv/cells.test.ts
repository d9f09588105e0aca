import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateCell, isDamaged, manyCell, nameWords, partedName, textCell, wholeName } from "./cells.ts";

const today = "2026-03-02";

describe("dates", () => {
  it.each([
    ["1968-07-25", "1968-07-25"],
    ["07/25/1968", "1968-07-25"],
    ["7/5/1968", "1968-07-05"],
    ["19680725", "1968-07-25"],
    ["1968-07-25T00:00:00Z", "1968-07-25"],
    ["01/01/1960", "1960-01-01"],
    ["1960-02-29", "1960-02-29"],
  ])("%s is %s", (cell, date) => {
    expect(dateCell(cell, today)).toBe(date);
  });

  it.each(["", " ", "00000000", "0000-00-00", "N/A", "-", undefined])("%s is an empty cell", (cell) => {
    expect(dateCell(cell, today)).toBeUndefined();
  });

  it.each([
    "1961-02-29",
    "02/30/1980",
    "1849-12-31",
    "2026-03-03",
    "25/07/1968",
    "7/25/68",
    "July 25",
    "1968",
  ])("%s is impossible", (cell) => {
    expect(dateCell(cell, today)).toBeNull();
  });

  it("every real date reads the same in the three forms", () => {
    const days = fc.date({
      min: new Date("1850-01-01"),
      max: new Date("2026-03-02"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [y, m, d] = iso.split("-");
        for (const form of [iso, `${m}/${d}/${y}`, `${y}${m}${d}`]) expect(dateCell(form, today)).toBe(iso);
      }),
    );
  });
});

describe("names", () => {
  it.each([
    ["LOPEZ GARCIA, MARIA ELENA", { given: ["MARIA", "ELENA"], family: ["LOPEZ", "GARCIA"] }],
    ["SKYWALKER,LUKE S", { given: ["LUKE", "S"], family: ["SKYWALKER"] }],
    ["SMITH, JOHN JR", { given: ["JOHN"], family: ["SMITH"], suffix: "JR" }],
    ["SMITH JR., JOHN", { given: ["JOHN"], family: ["SMITH"], suffix: "JR." }],
    ["DE LA CRUZ, JUAN III", { given: ["JUAN"], family: ["DE", "LA", "CRUZ"], suffix: "III" }],
    ["John Paul Smith", { given: ["John", "Paul"], family: ["Smith"] }],
    ["John Smith Jr", { given: ["John"], family: ["Smith"], suffix: "Jr" }],
    ["Cher", { given: [], family: ["Cher"] }],
    ["LOPEZ,", { given: [], family: ["LOPEZ"] }],
    ["Ñuñez, José", { given: ["José"], family: ["Ñuñez"] }],
  ])("%s", (cell, name) => {
    expect(wholeName(cell)).toEqual(name);
  });

  it("a cell without a letter is no name; Null, None and Na are names", () => {
    for (const cell of ["", "-", "123", ",", undefined]) expect(wholeName(cell)).toBeUndefined();
    expect(partedName("Jennifer", "", "Null", "")).toEqual({ given: ["Jennifer"], family: ["Null"] });
    expect(nameWords("NONE")).toEqual(["NONE"]);
  });

  it("parts make a name of given and middle words, and an empty one makes none", () => {
    expect(partedName(" Maria  Elena", "De", "Lopez-Garcia", "")).toEqual({
      given: ["Maria", "Elena", "De"],
      family: ["Lopez-Garcia"],
    });
    expect(partedName("", undefined, " ", "JR")).toBeUndefined();
    expect(partedName("JOHN", "", "SMITH JR", "")).toEqual({
      given: ["JOHN"],
      family: ["SMITH"],
      suffix: "JR",
    });
  });
});

describe("text", () => {
  it("is tidied, and what says nothing is nothing", () => {
    expect(textCell("  a   b ")).toBe("a b");
    for (const cell of ["", " - ", "NULL", "n/a", "Unknown", undefined])
      expect(textCell(cell)).toBeUndefined();
    expect(manyCell("11357 HS; ;11358 HS;NULL")).toEqual(["11357 HS", "11358 HS"]);
  });

  it("with control characters is damaged; tabs and line ends are not", () => {
    expect(isDamaged("a\u0000b")).toBe(true);
    expect(isDamaged("a\u001bb")).toBe(true);
    expect(isDamaged("a\tb\r\nc")).toBe(false);
  });
});
