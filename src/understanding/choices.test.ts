import { describe, expect, it } from "vitest";
import { readNumbers } from "./choices.ts";

describe("readNumbers", () => {
  it.each([
    "2",
    "2.",
    "(2)",
    "#2",
    "2️⃣",
    "two",
    "dos",
    "segunda",
    "the second one",
    "opción 2",
    "option two",
    "la 2",
    "número dos",
  ])("reads %s as the second choice", (text) => {
    expect(readNumbers(text)?.numbers).toEqual([2]);
  });

  it("keeps the words after a leading number, to be checked against it", () => {
    expect(readNumbers("1 for me")).toEqual({ numbers: [1], rest: "for me" });
  });

  it("does not take a count for a choice", () => {
    expect(readNumbers("2 joints")).toBeUndefined();
    expect(readNumbers("3 años de probation")).toBeUndefined();
  });

  it("gives two numbers when two are named", () => {
    expect(readNumbers("1 y 3")?.numbers).toEqual([1, 3]);
  });
});
