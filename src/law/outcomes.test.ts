/**
 * The decision table, cell by cell: every answer that people can give leads to the outcome that precedence names,
 * and nothing is asked that no longer matters.
 */
import { describe, expect, it } from "vitest";
import {
  type Disposition,
  dispositions,
  type Facts,
  type Offense,
  offenses,
  type Place,
  places,
} from "./facts.ts";
import {
  confirmedOutcome,
  decideOutcome,
  listOutcomes,
  outcomeIds,
  outcomeRules,
  stepOutcomes,
} from "./outcomes.ts";

const outcomeOf = (facts: Facts) => {
  const decision = decideOutcome(facts);
  return "outcome" in decision ? decision.outcome : `needs ${decision.needs}`;
};
const linesOf = (facts: Facts) => {
  const decision = decideOutcome(facts);
  return "outcome" in decision ? decision.lines : [];
};

const convicted = { place: "laCounty", offense: "had", disposition: "convicted" } as const;

/** The table written out by hand, one row a place: what each offense and disposition comes to. */
function expected(place: Place, offense: Offense, disposition: Disposition): string {
  if (place === "otherState" || place === "federal") return place;
  if (offense === "other") return "otherCrime";
  if (disposition === "dropped" || disposition === "diverted") return disposition;
  if (disposition === "serving") return "stillServing";
  if (disposition === "unsure" || place === "unsure") return "unsure";
  return "mayApply";
}

describe("decideOutcome", () => {
  const cells = places.flatMap((place) =>
    offenses.flatMap((offense) => dispositions.map((disposition) => ({ place, offense, disposition }))),
  );
  it.each(cells)("decides $place, $offense, $disposition", ({ place, offense, disposition }) => {
    expect(outcomeOf({ place, offense, disposition })).toBe(expected(place, offense, disposition));
  });

  it.each([
    [{}, "needs place"],
    [{ place: "otherState" }, "otherState"],
    [{ place: "federal" }, "federal"],
    [{ place: "laCounty" }, "needs offense"],
    [{ place: "unsure" }, "needs offense"],
    [{ place: "laCounty", offense: "other" }, "otherCrime"],
    [{ place: "laCounty", offense: "had" }, "needs disposition"],
    [{ offense: "other", disposition: "dropped" }, "needs place"],
    [{ place: "laCounty", disposition: "dropped" }, "needs offense"],
  ] satisfies [Facts, string][])("asks only what is still needed: %j → %s", (facts, outcome) => {
    expect(outcomeOf(facts)).toBe(outcome);
  });

  it.each([
    [{ from: 2017, to: 2017 }, "afterCutoff"],
    [{ from: 2017, to: 2019 }, "afterCutoff"],
    [{ from: 2016, to: 2017 }, "mayApply"],
    [{ from: 2016, to: 2016 }, "mayApply"],
    [{ from: 1992, to: 1992 }, "mayApply"],
  ])("takes a range of years %j as %s", (year, outcome) => {
    expect(outcomeOf({ ...convicted, year })).toBe(outcome);
  });

  it("puts how the case ended before when it was", () => {
    const year = { from: 2018, to: 2018 };
    expect(outcomeOf({ ...convicted, disposition: "dropped", year })).toBe("dropped");
    expect(outcomeOf({ ...convicted, disposition: "serving", year })).toBe("stillServing");
    expect(outcomeOf({ ...convicted, disposition: "unsure", year })).toBe("afterCutoff");
  });

  it.each([
    ["1975-07-25", { from: 1990, to: 1992 }, "juvenile", []],
    ["1975-07-25", { from: 1990, to: 1993 }, "mayApply", ["maybeJuvenile"]],
    ["1975-07-25", { from: 1993, to: 1993 }, "mayApply", ["maybeJuvenile"]],
    ["1975-07-25", { from: 1994, to: 1994 }, "mayApply", []],
    ["1975-01-01", { from: 1992, to: 1992 }, "juvenile", []],
    ["1975-12-31", { from: 1993, to: 1995 }, "mayApply", ["maybeJuvenile"]],
    ["2000-02-29", { from: 2018, to: 2018 }, "afterCutoff", []],
    ["1999-05-20", { from: 2016, to: 2017 }, "mayApply", ["touches2016", "maybeJuvenile"]],
    ["1980-05-20", { from: 1970, to: 1975 }, "mayApply", []],
  ] as const)("works age out of birth date %s and range %j: %s, %j", (birthDate, year, outcome, lines) => {
    const facts: Facts = { ...convicted, place: "otherCounty", offense: "sold", birthDate, year };
    expect(outcomeOf(facts)).toBe(outcome);
    expect(linesOf(facts)).toEqual(lines);
  });

  it.each([
    [{ ...convicted }, ["destroyed", "cityAttorney"]],
    [{ ...convicted, offense: "unsure" }, ["destroyed", "cityAttorney"]],
    [{ ...convicted, offense: "sold" }, ["cityAttorney"]],
    [{ ...convicted, offense: "grew", place: "otherCounty" }, []],
    [{ ...convicted, year: { from: 1970, to: 1975 } }, ["cityAttorney"]],
    [{ ...convicted, year: { from: 1974, to: 1976 } }, ["destroyed", "cityAttorney"]],
    [{ ...convicted, year: { from: 2016, to: 2016 } }, ["touches2016", "destroyed", "cityAttorney"]],
    [{ ...convicted, place: "otherState" }, []],
    [{ ...convicted, disposition: "unsure" }, []],
  ] satisfies [Facts, string[]][])("adds the lines that fit: %j → %j", (facts, lines) => {
    expect(linesOf(facts)).toEqual(lines);
  });

  it("names a law for every rule and reaches every outcome that facts decide", () => {
    expect(outcomeRules.every((rule) => rule.law.length > 0)).toBe(true);
    expect(outcomeRules.map((rule) => rule.outcome)).toEqual([...stepOutcomes]);
  });
});

describe("confirmedOutcome", () => {
  it.each([
    ["dismissed", "2020-02-13", "dismissed", "dismissed"],
    ["eligible", "2021-09-27", "listedEligible", "listed"],
    ["filed", "2021-09-27", "listedFiled", "listed"],
    [null, "2021-09-27", "listedUnknown", "listed"],
    [null, "2020-02-13", "listedFiled", "listed"],
    [null, "2024-05-01", "listedUnknown", "listed"],
    ["reduced", "2020-02-13", "reduced", "reduced"],
    ["challenged", "2020-02-13", "challenged", "challenged"],
  ] as const)("tells status %s of a list announced %s as %s", (status, announced, key, outcome) => {
    expect(confirmedOutcome(status, announced)).toEqual({ key, outcome });
  });

  it("keeps to the outcomes other programs know", () => {
    expect(outcomeIds).toEqual(
      "dismissed listed reduced challenged notConfirmed callUs otherState federal otherCrime dropped diverted stillServing afterCutoff juvenile mayApply unsure cannotAsk".split(
        " ",
      ),
    );
    expect(listOutcomes.length + stepOutcomes.length + 3).toBe(outcomeIds.length);
  });
});
