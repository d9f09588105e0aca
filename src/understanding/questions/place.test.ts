import { describe, expect, it } from "vitest";
import { plain } from "../text.ts";
import { readPlace } from "./place.ts";

describe("readPlace", () => {
  it.each([
    ["Boyle Heights", "laCounty"],
    ["Santa Ana", "otherCounty"],
    ["Pasadena, TX", "otherState"],
    ["federal court in los angeles", "federal"],
    ["Inglwood", "laCounty"],
    ["Riversde", "otherCounty"],
  ])("knows where %s is", (text, place) => {
    expect(readPlace(text, plain(text))).toEqual([place]);
  });

  it("gives both counties when two are named", () => {
    expect(readPlace("", "compton and riverside")).toEqual(["laCounty", "otherCounty"]);
  });

  it("takes the Spanish article for no city", () => {
    expect(readPlace("", "me pararon en la calle")).toEqual([]);
  });
});
