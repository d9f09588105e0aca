import { describe, expect, it } from "vitest";
import { plain } from "../text.ts";
import { readOffense } from "./offense.ts";

const read = (text: string): string[] => readOffense(text, plain(text));

describe("readOffense", () => {
  it.each([
    ["11357", "had"], ["11358", "grew"], ["11359", "sold"], ["11360", "sold"],
    ["11530", "had"], ["11530.1", "grew"], ["11530.5", "sold"], ["11531", "sold"],
    ["H&S 11357(b)", "had"], ["HS11359", "sold"], ["11377", "other"], ["PC 459", "other"],
  ])("knows section %s", (text, choice) => {
    expect(read(text)).toEqual([choice]);
  }); // prettier-ignore

  it("lets a denied word not count", () => {
    expect(read("not selling just had it")).toEqual(["had"]);
    expect(read("no la vendí, nomás la traía")).toEqual(["had"]);
  });

  it("names no offence by a section about relief", () => {
    expect(read("11361.8")).toEqual([]);
  });
});
